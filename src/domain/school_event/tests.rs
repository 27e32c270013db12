use std::collections::BTreeSet;

use uuid::Uuid;

use super::*;
use crate::domain::id::ReportEntryId;
use crate::domain::report_entry::{EntryBody, ReportEntry, ReportSubject};
use crate::domain::rule_book::RuleBook;

fn at(text: &str) -> NaiveDateTime {
    format!("{text}:00").parse().unwrap()
}

fn day(n: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, n).unwrap()
}

/// Known on Friday 2026-11-27 at 14:20.
fn event(edition: &str, closed_on: Option<NaiveDate>) -> SchoolEvent {
    SchoolEvent {
        id: EventId(Uuid::from_u128(5)),
        known_at: at("2026-11-27T14:20"),
        closed_on,
        body: EventBody {
            words: EventWords::default(),
            level: EventLevel::Ungraded,
            scope: EventScope {
                from: day(26),
                groups: Vec::new(),
                symptoms: BTreeSet::new(),
                disease: None,
                counted: AlertCounted::default(),
            },
            alert: None,
            edition: edition.to_owned(),
            first_due: at("2026-11-27T16:20"),
            opened_by: String::new(),
            closed_by: None,
        },
    }
}

fn made(report: EventReport, when: &str) -> ReportEntry {
    ReportEntry {
        id: ReportEntryId(Uuid::from_u128(9)),
        at: at(when),
        subject: ReportSubject::Event(EventId(Uuid::from_u128(5))),
        step: report.name().to_owned(),
        body: EntryBody::default(),
    }
}

fn duties(event: &SchoolEvent, entries: &[ReportEntry], now: &str) -> Vec<(EventReport, String, bool)> {
    let rules = RuleBook::shipped().unwrap();
    let all = event_duties(&rules, event, entries, at(now));
    all.into_iter()
        .map(|duty| (duty.report, duty.due.format("%d %H:%M").to_string(), duty.done_at.is_some()))
        .collect()
}

#[test]
fn progress_is_owed_every_day_from_the_next_until_the_event_is_closed() {
    use EventReport::{Closing, First, Progress};
    let open = event("2h-7d", None);
    let first = made(First, "2026-11-27T14:45");
    assert_eq!(duties(&open, &[], "2026-11-27T23:59"), [(First, "27 16:20".into(), false)]);
    // Saturday is no school day, and the report is owed all the same; it is another one after midnight.
    let saturday = made(Progress, "2026-11-28T16:00");
    let entries = [first, saturday];
    assert_eq!(
        duties(&open, &entries, "2026-11-28T23:59"),
        [(First, "27 16:20".into(), true), (Progress, "28 17:00".into(), true)]
    );
    assert_eq!(
        duties(&open, &entries, "2026-11-29T00:00"),
        [(First, "27 16:20".into(), true), (Progress, "29 17:00".into(), false)]
    );
    let closed = event("2h-7d", Some(day(30)));
    assert_eq!(duties(&closed, &entries, "2026-11-30T18:00").last().unwrap().0, Closing);
    assert_eq!(missed_days(&closed, &entries, NaiveDate::from_ymd_opt(2026, 12, 4).unwrap()), [day(29)]);
}

#[test]
fn the_closing_report_is_due_by_the_scheme() {
    for (edition, due) in [("2h-7d", "07 23:59"), ("30min-3d", "03 23:59")] {
        let closed = event(edition, Some(day(30)));
        let all = duties(&closed, &[], "2026-12-01T08:00");
        assert_eq!(all.last().unwrap(), &(EventReport::Closing, due.to_owned(), false), "{edition}");
        assert!(all.iter().all(|(report, ..)| *report != EventReport::Progress));
    }
}
