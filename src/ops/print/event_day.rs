//! 疫情处置逐日记录: what was done on each day of an event.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::print_request::{Filling, PrintRequest};
use crate::domain::report_entry::{ReportEntry, ReportSubject};
use crate::domain::school_event::SchoolEvent;
use crate::domain::session::Session;
use crate::ops::book::Book;
use crate::ops::check::StatusLine;
use crate::ops::error::OpError;
use crate::ops::event::{Counted, EventCounts};
use crate::paper::form::{FormContent, FormRow};

/// Id of the form.
pub const EVENT_DAY: &str = "event-day";

impl Book {
    /// The days of the event that is open, else of the last one; what the book does not know stays open for a pen.
    pub(super) fn event_days(&self, request: &PrintRequest) -> Result<FormContent, OpError> {
        let mut content = self.blank_content()?;
        if request.filling == Filling::Blank {
            return Ok(content);
        }
        let events = self.store.events()?;
        let event = events.iter().find(|event| event.closed_on.is_none()).or(events.first());
        let Some(event) = event else { return Ok(content) };
        let entries = self.store.entries_about(&[ReportSubject::Event(event.id)].into())?;
        let header = [
            ("event", event.body.words.title.clone()),
            ("from", event.known_at.format("%Y-%m-%d %H:%M").to_string()),
            ("to", event.closed_on.map(|day| day.to_string()).unwrap_or_default()),
            ("reporter", self.operator()?),
        ];
        let known = header.into_iter().filter(|(_, text)| !text.is_empty());
        content.header.extend(known.map(|(key, text)| (key.to_owned(), text)));
        let last = event.closed_on.unwrap_or(request.date).min(self.today());
        let (mut first, mut last) = (event.known_at.date(), last);
        if let Some((from, to)) = request.days {
            (first, last) = (first.max(from), last.min(to));
        }
        for day in first.iter_days().take_while(|day| *day <= last) {
            content.rows.push(self.event_day(event, &entries, day)?);
        }
        Ok(content)
    }

    fn event_day(
        &self,
        event: &SchoolEvent,
        entries: &[ReportEntry],
        day: NaiveDate,
    ) -> Result<FormRow, OpError> {
        let tr = &self.tr;
        let status = self.check_status(day)?;
        let day_checks = |line: &&StatusLine| matches!(line.session, Session::Morning | Session::Noon);
        let due: Vec<_> = status.iter().filter(|line| line.due).filter(day_checks).collect();
        let checked = due.iter().filter(|line| line.confirmed_at.is_some()).count();
        let checks = if due.is_empty() { String::new() } else { tr.form_checked(checked, due.len()) };
        let then = SchoolEvent { closed_on: Some(day), ..event.clone() };
        let counts = EventCounts::from(&self.event_figures(&then, Counted::Confirmed)?);
        let mut talks = 0;
        for line in self.absences_between(day, day, None)? {
            talks += line.traces.iter().filter(|trace| trace.at.date() == day).count();
        }
        let of_day = entries.iter().filter(|entry| entry.at.date() == day);
        let units = of_day.map(|entry| format!("{} {}", entry.at.format("%H:%M"), entry.body.unit));
        let cells = [
            ("day", format!("{} {}", day.format("%m-%d"), tr.short_weekday(day))),
            ("checks", checks),
            ("ill", tr.form_ill(counts.ill, counts.new)),
            ("traced", if talks > 0 { tr.form_calls(talks) } else { String::new() }),
            ("reports", units.collect::<Vec<_>>().join("\n")),
        ];
        let cells: BTreeMap<String, String> =
            cells.into_iter().map(|(key, text)| (key.to_owned(), text)).collect();
        Ok(FormRow::Open(cells))
    }
}
