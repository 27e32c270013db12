//! When the reports of an event are due.

use chrono::{Days, NaiveDate, NaiveDateTime, NaiveTime};
use serde::{Deserialize, Serialize};

use super::SchoolEvent;
use crate::domain::id::EventId;
use crate::domain::report_entry::{ReportEntry, ReportSubject};
use crate::domain::rule_book::RuleBook;

/// Kinds of reports of an event.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EventReport {
    /// 初次报告
    First,
    /// 进程报告
    Progress,
    /// 结案报告
    Closing,
}

impl EventReport {
    /// All kinds in their order.
    pub const ALL: [Self; 3] = [Self::First, Self::Progress, Self::Closing];

    /// Stable name, which is the step of its entries.
    pub const fn name(self) -> &'static str {
        match self {
            Self::First => "first",
            Self::Progress => "progress",
            Self::Closing => "closing",
        }
    }

    /// The kind of that name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|report| report.name() == name)
    }
}

/// A report that an event owes, or made today.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EventDuty {
    /// The event.
    pub event: EventId,
    /// Which report.
    pub report: EventReport,
    /// By when.
    pub due: NaiveDateTime,
    /// When it was made.
    pub done_at: Option<NaiveDateTime>,
}

/// The reports of an event at `now`: the first, the progress report of the day (every day from the next one on until it is
/// closed, school day or not), and the closing report once it is closed. `entries` may be of anything.
pub fn event_duties(
    rules: &RuleBook,
    event: &SchoolEvent,
    entries: &[ReportEntry],
    now: NaiveDateTime,
) -> Vec<EventDuty> {
    let made = |report: EventReport, day: Option<NaiveDate>| {
        let own = of(event, entries, report).filter(|entry| day.is_none_or(|day| entry.day() == day));
        own.map(|entry| entry.at).min()
    };
    let duty = |report, due, day| EventDuty { event: event.id, report, due, done_at: made(report, day) };
    let mut duties = vec![duty(EventReport::First, event.body.first_due, None)];
    let Some(edition) = rules.event_edition(&event.body.edition) else { return duties };
    let today = now.date();
    if owes_progress(event, today) {
        duties.push(duty(EventReport::Progress, today.and_time(edition.progress_by), Some(today)));
    }
    if let Some(closed) = event.closed_on {
        let day = closed.checked_add_days(Days::new(u64::from(edition.closing_days))).unwrap_or(closed);
        let due = day.and_time(NaiveTime::from_hms_opt(23, 59, 0).unwrap_or(NaiveTime::MIN));
        duties.push(duty(EventReport::Closing, due, None));
    }
    duties
}

/// The days before today for which no progress report was made.
pub fn missed_days(event: &SchoolEvent, entries: &[ReportEntry], today: NaiveDate) -> Vec<NaiveDate> {
    let first = event.known_at.date();
    let made = |day: NaiveDate| of(event, entries, EventReport::Progress).any(|entry| entry.day() == day);
    let days = first.iter_days().skip(1).take_while(|day| *day < today && owes_progress(event, *day));
    days.filter(|day| !made(*day)).collect()
}

fn owes_progress(event: &SchoolEvent, day: NaiveDate) -> bool {
    day > event.known_at.date() && event.closed_on.is_none_or(|closed| day < closed)
}

fn of<'a>(
    event: &SchoolEvent,
    entries: &'a [ReportEntry],
    report: EventReport,
) -> impl Iterator<Item = &'a ReportEntry> {
    let subject = ReportSubject::Event(event.id);
    entries.iter().filter(move |entry| entry.subject == subject && entry.step == report.name())
}
