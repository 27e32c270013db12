//! 一人一档: everything that the book knows of one person, and the health details that belong into it.

mod file_absence;
mod file_finding;
mod file_paper;
mod health_op;
mod membership_line;
mod person_file;
#[cfg(test)]
mod tests;
mod vaccination_view;
mod value_change;

pub use file_absence::FileAbsence;
pub use file_finding::FileFinding;
pub use file_paper::FilePaper;
pub use health_op::{HealthOp, health_word};
pub use membership_line::{Belonging, MembershipLine};
pub use person_file::PersonFile;
pub use vaccination_view::{VaccinationView, VaccineLine, complete_word};
pub use value_change::ValueChange;
