//! The roster: who is in which class and room from when to when; lists, changes by hand, import and export.

mod add_class;
mod add_person;
mod away_line;
mod class_kind;
mod counted_days;
mod counted_sheets;
mod dormitory;
mod edit_fields;
mod export;
mod free_group;
pub mod import;
mod many_pupils;
mod membership;
mod membership_error;
mod person_doubt;
mod roster_line;
mod roster_op;
mod roster_snapshot;
mod roster_view;
mod same_number;
mod staff_table;
mod undo_import;
pub(in crate::ops) mod words;

pub use add_class::{ClassLine, NewClass};
pub use add_person::{Added, NewPupil, NewStaff};
pub use away_line::AwayLine;
pub use counted_days::LaterWhy;
pub(in crate::ops) use counted_days::{Change, CountedDays, Goes};
pub use counted_sheets::EarliestDays;
pub use dormitory::RoomLine;
pub(in crate::ops) use dormitory::same_room;
pub use export::{ExportPart, RosterExport};
pub use free_group::{FreeGroupLine, FreeGroupOp};
pub use many_pupils::PupilsOp;
pub(in crate::ops) use membership::leave;
pub use membership_error::MembershipError;
pub use person_doubt::PersonDoubt;
pub use roster_line::{RosterFilter, RosterLine, RosterOrder, StaffLine};
pub use roster_op::RosterOp;
pub(in crate::ops) use roster_snapshot::{HeldRoster, RosterSnapshot};
pub use roster_view::{PersonView, RosterClass, RosterGroup, RosterPage, RosterView};
pub use same_number::{NumberQuestion, OwnNumber, SameNumber};
pub use undo_import::{ImportAct, UndoImportError};

#[cfg(test)]
mod tests;
