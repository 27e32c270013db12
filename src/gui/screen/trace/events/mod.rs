//! 事件: outbreaks and other events, their figures, and the three reports of each.

mod form;
#[cfg(test)]
mod tests;
mod update;
mod view;

use crate::domain::id::{EventId, ReportEntryId};
use crate::domain::school_event::EventReport;
use crate::ops::event::{EventLine, EventView, EventsView};

use form::Writing;
pub use form::{EventEdit, EventForm};

use super::tell::{TellEdit, Telling};

/// The tab.
#[derive(Debug)]
pub struct EventsTab {
    data: Option<EventsView>,
    /// The row that keys mean.
    chosen: Option<EventId>,
    work: Work,
}

/// What is being written down.
#[derive(Debug, Clone, PartialEq, Default)]
enum Work {
    /// Nothing: the chosen event is shown.
    #[default]
    Look,
    /// A report.
    Tell(Box<Telling>),
    /// A new event, or the chosen one.
    Write(Box<Writing>),
}

/// What its parts say.
#[derive(Debug, Clone, PartialEq)]
pub enum Message {
    /// Another row.
    Choose(EventId),
    /// Up or down among the rows.
    Move(i32),
    /// Write a report down; `None`: the first that is owed.
    Tell(Option<EventReport>),
    /// A part of the report.
    TellEdit(TellEdit),
    /// A new event.
    New,
    /// The event that an alert would begin, by its place in the list.
    FromAlert(usize),
    /// Change the chosen event.
    Edit,
    /// A part of the form.
    EventEdit(EventEdit),
    /// The chosen event has ended.
    Close,
    /// It has not.
    Reopen,
    /// Write down what was typed.
    Save,
    /// Leave what was typed.
    Cancel,
    /// The last report of a kind on paper.
    Print(EventReport),
    /// A report on paper as it was made, by its entry in the log.
    PrintEntry(ReportEntryId),
    /// Who fell ill when, as a picture.
    Curve,
}

impl Default for EventsTab {
    fn default() -> Self {
        Self { data: None, chosen: None, work: Work::Look }
    }
}

impl EventsTab {
    fn lines(&self) -> &[EventLine] {
        self.data.as_ref().map_or(&[], |data| data.lines.as_slice())
    }

    fn shown(&self) -> Option<&EventView> {
        self.data.as_ref()?.shown.as_deref()
    }
}

/// Name of an event's row, for the focus.
fn row_id(event: EventId) -> String {
    format!("event-{event}")
}
