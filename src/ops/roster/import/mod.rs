//! Importing a roster file: read, compare, write in one act. What is compared is pure; what is written is one
//! step that can be taken back.

pub mod cell_name;
mod cohorts;
mod coming_year;
mod doubts;
mod field_change;
mod first_days;
mod idle_choices;
mod import_act;
mod import_plan;
mod import_report;
mod import_request;
mod import_review;
mod import_source;
mod import_summary;
pub mod import_words;
mod matcher;
mod missing_people;
mod place_planner;
mod plan_builder;
mod planned_row;
mod pupil_rows;
mod record_fields;
mod save_report;
mod shared_numbers;
mod staff_rows;
mod teacher_planner;

pub use crate::roster_file::{
    Field, Outcome, PupilRecord, ReadClass, RejectedRow, Rejection, RosterDocument, RosterKind, RowOrigin,
    StaffRecord, TableChoice, TableColumn, TableLayout, TableProposal, TableView, WarnedRow, Warning,
};
pub use field_change::FieldChange;
pub use first_days::Leaver;
pub use import_plan::ImportPlan;
pub use import_report::{ImportReport, ReportKind, ReportLine};
pub use import_request::{Decision, ImportOptions, ImportRequest, OnMatch, RowRef, TakeFile};
pub use import_summary::{ConflictLine, DoubtfulLine, ImportSummary, LaterLine, MissingPerson, TakenLine};
pub use planned_row::{Candidate, PlannedRow, RowAction};
pub(in crate::ops) use teacher_planner::LIST_YEAR;
pub use teacher_planner::TeacherChange;

#[cfg(test)]
mod tests;
