//! Documents in the official style (GB/T 9704-2012): reports and plans that go to an office.

mod official_document;
mod page_setter;
mod report_template;
#[cfg(test)]
mod tests;

pub use official_document::{OfficialDocument, OfficialLevel, OfficialPart, section_heading};
pub use report_template::{ReportParagraph, ReportSection, ReportTemplate};
