//! Events as lists and their page show them.

use chrono::{NaiveDate, NaiveDateTime};
use serde::Serialize;

use super::{Counted, EventDraft};
use crate::domain::group::Group;
use crate::domain::id::{EventId, PersonId};
use crate::domain::report_entry::{ReportEntry, ReportSubject};
use crate::domain::school_event::{
    ClassIll, EventFigures, EventLevel, EventReport, EventScope, EventWords, SchoolEvent, event_duties,
    missed_days,
};
use crate::ops::book::Book;
use crate::ops::error::OpError;
use crate::ops::picture::{CurveView, PictureChoice, PictureKind, PictureRequest};
use crate::ops::report_log::{LogLine, Told};

/// Where a report of an event stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum ReportingState {
    /// Not made, and past its hour.
    Late,
    /// Not made, in time.
    Open,
    /// Made.
    Done,
}

/// A report that an event owes or made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct EventReportLine {
    /// Which.
    pub report: EventReport,
    /// By when.
    pub due: NaiveDateTime,
    /// When it was made.
    pub made_at: Option<NaiveDateTime>,
    /// Where it stands.
    pub state: ReportingState,
}

/// The figures of an event in numbers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct EventCounts {
    /// Everyone who fell ill.
    pub ill: usize,
    /// Of them, today.
    pub new: usize,
    /// With a suspected disease.
    pub suspected: usize,
    /// With a diagnosed disease.
    pub diagnosed: usize,
    /// Absent at last.
    pub absent: usize,
    /// Well again.
    pub recovered: usize,
    /// By class.
    pub classes: Vec<ClassIll>,
}

/// An event.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct EventLine {
    /// Key.
    pub key: EventId,
    /// Name.
    pub title: String,
    /// Level.
    pub level: EventLevel,
    /// When the school learned of it.
    pub known_at: NaiveDateTime,
    /// Last day; `None` while it is open.
    pub closed_on: Option<NaiveDate>,
    /// The figures now.
    pub counts: EventCounts,
    /// The reports that it owes or made.
    pub reports: Vec<EventReportLine>,
    /// Days before today for which no progress report was made.
    pub missed: Vec<NaiveDate>,
}

/// An event with everything that its page shows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct EventView {
    /// The line of the list.
    #[serde(flatten)]
    pub line: EventLine,
    /// What is told of it.
    pub words: EventWords,
    /// Who counts.
    pub scope: EventScope,
    /// Key of the alert that it grew out of.
    pub alert: Option<String>,
    /// The people who are counted.
    pub people: Vec<PersonId>,
    /// Id of the scheme of limits.
    pub edition: String,
    /// What was reported of it.
    pub entries: Vec<LogLine>,
    /// Whom one would tell now.
    pub whom: Told,
    /// Who fell ill when.
    pub curve: CurveView,
}

/// The list of events with one opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EventsView {
    /// The events, the open ones first.
    pub lines: Vec<EventLine>,
    /// The one that the page shows.
    pub shown: Option<Box<EventView>>,
    /// Alerts of these days that no event has grown out of yet, each with the event that would.
    pub alerts: Vec<EventDraft>,
    /// The classes of today with their names, and the staff.
    pub classes: Vec<(Group, String)>,
}

impl From<&EventFigures> for EventCounts {
    fn from(figures: &EventFigures) -> Self {
        Self {
            ill: figures.ill.len(),
            new: figures.new.len(),
            suspected: figures.suspected.len(),
            diagnosed: figures.diagnosed.len(),
            absent: figures.absent.len(),
            recovered: figures.recovered.len(),
            classes: figures.classes.clone(),
        }
    }
}

impl EventView {
    /// The event as somebody would write it down again.
    pub fn draft(&self) -> EventDraft {
        EventDraft {
            known_at: None,
            words: self.words.clone(),
            level: self.line.level,
            from: Some(self.scope.from),
            groups: self.scope.groups.clone(),
            symptoms: self.scope.symptoms.clone(),
            disease: self.scope.disease.clone(),
            alert: self.alert.clone(),
            counted: self.scope.counted.clone(),
        }
    }
}

impl Book {
    /// All events, the open ones first. Open ones are counted anew; a closed one shows the figures of its last report,
    /// so that a list of many years costs no more than the events that go on.
    ///
    /// # Errors
    /// Those of the storage.
    pub fn event_lines(&self) -> Result<Vec<EventLine>, OpError> {
        let events = self.store.events()?;
        let subjects = events.iter().map(|event| ReportSubject::Event(event.id)).collect();
        let entries = self.store.entries_about(&subjects)?;
        let mut lines = Vec::new();
        for event in &events {
            let figures = match kept_figures(event, &entries) {
                Some(figures) => figures.clone(),
                None => self.event_figures(event, Counted::Typed)?,
            };
            lines.push(self.event_line(event, &figures, &entries));
        }
        lines.sort_by_key(|line| line.closed_on.is_some());
        Ok(lines)
    }

    /// The list with one event opened, the first if nothing was asked for.
    ///
    /// # Errors
    /// Those of the storage.
    pub fn events_view(&self, shown: Option<EventId>) -> Result<EventsView, OpError> {
        let lines = self.event_lines()?;
        let wanted = shown.filter(|id| lines.iter().any(|line| line.key == *id));
        let wanted = wanted.or_else(|| lines.first().map(|line| line.key));
        let mut classes: Vec<(Group, String)> =
            self.class_groups(self.today())?.into_iter().map(|info| (info.group, info.short)).collect();
        classes.push((Group::Staff, self.tr.ops_staff()));
        Ok(EventsView {
            lines,
            shown: wanted.map(|id| self.event_view(id)).transpose()?.map(Box::new),
            alerts: self.events_to_open()?,
            classes,
        })
    }

    fn events_to_open(&self) -> Result<Vec<EventDraft>, OpError> {
        let mut drafts: Vec<EventDraft> = Vec::new();
        for alert in self.unanswered(self.alerts_around(self.today())?)? {
            let draft = self.event_of_alert(&alert.key())?;
            // Several rules may say the same of one class.
            if drafts.iter().all(|known| known.words.title != draft.words.title) {
                drafts.push(draft);
            }
        }
        Ok(drafts)
    }

    /// One event.
    ///
    /// # Errors
    /// [`ReportingError::NoSuchEvent`](crate::ops::reporting::ReportingError::NoSuchEvent).
    pub fn event_view(&self, id: EventId) -> Result<EventView, OpError> {
        let event = self.event_of(id)?;
        let entries = self.store.entries_about(&[ReportSubject::Event(id)].into())?;
        let figures = self.event_figures(&event, Counted::Typed)?;
        let line = self.event_line(&event, &figures, &entries);
        let next = line.reports.iter().find(|report| report.made_at.is_none()).map(|report| report.report);
        let request = PictureRequest {
            kind: PictureKind::Curve,
            days: (event.body.scope.from, self.today()),
            group: None,
            choice: PictureChoice { event: Some(id), ..PictureChoice::default() },
        };
        Ok(EventView {
            curve: self.event_curve(&request, &event)?.1,
            line,
            words: event.body.words,
            scope: event.body.scope,
            alert: event.body.alert,
            people: figures.ill,
            edition: event.body.edition,
            entries: self.log_lines(entries)?,
            whom: self.whom_to_tell(next.unwrap_or(EventReport::Progress).name(), None)?,
        })
    }

    fn event_line(&self, event: &SchoolEvent, figures: &EventFigures, entries: &[ReportEntry]) -> EventLine {
        let now = self.now();
        let reports =
            event_duties(self.rules_on(event.known_at.date()), event, entries, now).into_iter().map(|duty| {
                let state = match duty.done_at {
                    Some(_) => ReportingState::Done,
                    None if now > duty.due => ReportingState::Late,
                    None => ReportingState::Open,
                };
                EventReportLine { report: duty.report, due: duty.due, made_at: duty.done_at, state }
            });
        EventLine {
            key: event.id,
            title: event.body.words.title.clone(),
            level: event.body.level,
            known_at: event.known_at,
            closed_on: event.closed_on,
            counts: EventCounts::from(figures),
            reports: reports.collect(),
            missed: missed_days(event, entries, now.date()),
        }
    }
}

/// The figures of the last report of a closed event, as they were given; what its page counts may be corrected since.
fn kept_figures<'a>(event: &SchoolEvent, entries: &'a [ReportEntry]) -> Option<&'a EventFigures> {
    let _ = event.closed_on?;
    let own = entries.iter().filter(|entry| entry.subject == ReportSubject::Event(event.id));
    let issued = own.filter_map(|entry| entry.body.event.as_ref().map(|issue| (entry.at, &issue.figures)));
    issued.max_by_key(|(at, _)| *at).map(|(_, figures)| figures)
}
