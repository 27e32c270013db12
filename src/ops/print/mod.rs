//! Forms and letters: what can be printed, how it looks, and putting it on paper.

mod absence_rates;
mod absence_sheets;
mod act;
mod alert_list;
mod care_lists;
mod check_lists;
mod checklist;
mod class_day;
mod class_week;
mod daily_zero;
mod days;
mod duty_lists;
mod event_day;
mod health_file;
mod home_forms;
pub(in crate::ops) mod job;
mod listing;
mod name_list;
mod pen_form;
mod print_log;
mod print_request;
mod reporting_forms;
mod send;
mod slip_lists;
mod vaccination_list;
pub(in crate::ops) mod worksheet;

#[cfg(test)]
mod tests;

pub use crate::paper::font::MissingGlyph;
pub use crate::paper::form::{Extent, PaperGroup as ListingGroup, Period};
pub use crate::paper::layout::Document;
pub use absence_rates::ABSENCE_RATES;
pub use absence_sheets::{ABSENCE_CLASS, ABSENCE_SCHOOL, CAUSE_TRACE, TRACE_CALLS};
pub(in crate::ops) use act::LETTERS;
pub use act::{Preview, PrintOp, Printed};
pub use check_lists::{CALL_LIST, CORRECTIONS};
pub use duty_lists::{CASE_CONTACTS, GATE_LOG, TODO_LIST};
pub use health_file::HEALTH_FILE;
pub use home_forms::{BATCHES, REVIEWS, TEMPERATURES};
pub use job::{PrintFacts, PrintedName};
pub use listing::{Ask, Listing, Papers};
pub use name_list::{CLASS_LIST, LABELS};
pub use print_log::PrintLogLine;
pub use print_request::{EventChoice, Filling, ListChoice, PaperId, PrintRequest, PrintScope};
pub use reporting_forms::{CASE, EVENT, REPORT_LOG};
pub(in crate::ops) use send::send as send_to_printer;
pub use slip_lists::SLIPS_MISSING;
