//! The book on the disk: SQLite, one file per noun, journal, backup.
//!
//! Everything that changes goes through [`Act::put`] and [`Act::remove`], which keep the journal; what an
//! act changed can be taken back by [`Store::undo`].

mod absent;
mod act;
mod alert_answer;
mod backup;
mod boarding;
mod correction;
mod employment;
mod enrolment;
mod error;
mod free_group;
mod health;
mod home;
mod illness_case;
mod isolation;
mod issued;
mod journal;
mod journalled_change;
mod later_work;
mod migrate;
mod overlap;
mod own_rule;
mod person;
mod plan_task;
mod record;
mod record_change;
mod report_entry;
mod row_reader;
mod school_event;
mod setting;
mod sheet;
mod slip;
mod store;
mod term;
mod told;
mod trace;
mod undo;
mod written_row;

#[cfg(test)]
pub(crate) mod old_books;
#[cfg(test)]
mod tests;

pub use act::{Act, ActMeta};
pub use alert_answer::AlertAnswerRow;
pub use backup::BackupInfo;
pub use enrolment::{ClassRow, DormitoryRow, EnrolmentRow, StayRow};
pub use error::StorageError;
pub use health::VaccinationRow;
pub use home::{HomeCounts, HomeDayRow, ReviewBody, ReviewRow};
pub use isolation::ReturnRow;
pub use issued::{IssuedHead, IssuedRow};
pub use journal::OperationRow;
pub use overlap::{Overlap, StrayFinding};
pub use person::ImportedValue;
pub use plan_task::PlanTaskRow;
pub use record::{Record, Row};
pub use record_change::RecordChange;
pub use setting::Setting;
pub use sheet::{FindingRow, SheetRow};
pub use store::{Store, StoreKey};
pub use term::{DayExceptionRow, TermRow};
pub use trace::TraceRow;
pub use undo::{Kept, KeptReason, RestoredFinding, UndoReport};
