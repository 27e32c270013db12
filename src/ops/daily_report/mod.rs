//! 学校晨检日报: its figures, its numbers, and what stands on the form.

mod act;
mod content;
mod report_body;
mod report_number;
mod unit_figures;

#[cfg(test)]
mod tests;

pub(in crate::ops) use act::{DAILY_REPORT, OWN_FORM};
pub use act::{ReportIssue, ReportState, ReportView};
pub(in crate::ops) use content::Openness;
pub use report_body::{ReportAlert, ReportBody, ReportClass};
pub(in crate::ops) use unit_figures::units;
