//! Events of the school: opened from an alert or by hand, reported three times, closed.

mod event_act;
mod event_count;
mod event_view;
#[cfg(test)]
mod tests;

pub use event_act::{EventDraft, EventOp};
pub(in crate::ops) use event_count::Counted;
pub use event_view::{EventCounts, EventLine, EventReportLine, EventView, EventsView, ReportingState};
