//! 一人一档: everything that the book knows of one person, and the health details that belong into it.

mod file_absence;
mod file_care;
mod file_case;
mod file_finding;
mod file_home;
mod file_paper;
mod health_op;
mod membership_line;
mod memberships;
mod person_file;
#[cfg(test)]
pub(crate) mod tests;
mod vaccination_view;
mod value_change;

pub use file_absence::FileAbsence;
pub use file_care::{FileContact, FileIsolation, FileReturn};
pub use file_case::FileCase;
pub use file_finding::FileFinding;
pub use file_home::{FileHome, FileHomeDay, FileReview, FileScreening};
pub use file_paper::{FilePaper, SlipBack};
pub use health_op::{HealthOp, health_word};
pub use membership_line::{Belonging, MembershipLine};
pub use person_file::{FilePages, PersonFile};
pub use vaccination_view::{VaccinationView, VaccineLine, complete_word};
pub use value_change::ValueChange;
