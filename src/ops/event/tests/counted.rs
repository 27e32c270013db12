//! Whom an event counts: those of its alert, by the onset of their illness, absent or well by their last confirmed sheet.

use chrono::Days;

use super::*;
use crate::domain::finding::Finding;
use crate::domain::symptom::SevereSign;
use crate::domain::temperature::{Site, Temperature};
use crate::ops::check::HandIn;

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 23).unwrap()
}

fn ill(n: u128) -> (u128, Finding) {
    (n, with(Attendance::Ill, &["vomiting"]))
}

/// The event that the alert of a rule begins.
fn opened(book: &mut Book, rule: &str) -> crate::domain::id::EventId {
    let alerts = book.alerts_on(book.today()).unwrap();
    let alert = alerts.iter().find(|alert| alert.rule == rule).unwrap_or_else(|| panic!("{alerts:?}"));
    let draft = book.event_of_alert(&alert.key()).unwrap();
    book.open_event(&draft).unwrap()
}

fn counts(book: &Book, id: crate::domain::id::EventId) -> EventCounts {
    book.event_view(id).unwrap().line.counts
}

#[test]
fn an_event_of_a_case_definition_counts_by_it_and_not_whoever_is_absent() {
    let (_folder, mut book) = book();
    let hot = |n| {
        let cough = with(Attendance::Present, &["cough"]);
        (n, Finding { temperature: Temperature::new(384, Site::Axillary), ..cough })
    };
    let mut found: Vec<_> = (101..=105).map(hot).collect();
    found.push((106, with(Attendance::Ill, &["headache"])));
    hand_in(&mut book, morning(1, today()), &found);
    let id = opened(&mut book, "ili-class-5");
    let view = book.event_view(id).unwrap();
    assert_eq!((view.line.counts.ill, view.line.counts.absent), (5, 0));
    assert!(!view.people.contains(&person(106)));
    // Written down again it counts the same.
    book.revise_event(id, &view.draft()).unwrap();
    assert_eq!(counts(&book, id).ill, 5);
}

#[test]
fn an_event_of_a_severe_sign_counts_its_person() {
    let (_folder, mut book) = book();
    let sign = Finding { severe: [SevereSign::Breathless].into(), ..with(Attendance::Ill, &[]) };
    hand_in(&mut book, morning(1, today()), &[(101, sign), (102, with(Attendance::Ill, &["headache"]))]);
    let rule = book.rules.severe().id.clone();
    let id = opened(&mut book, &rule);
    assert_eq!(book.event_view(id).unwrap().people, [person(101)]);
}

#[test]
fn an_event_of_a_disease_counts_its_cases() {
    let (_folder, mut book) = book();
    hand_in(&mut book, morning(1, today()), &[(102, with(Attendance::Ill, &["headache"]))]);
    let case = CaseDraft { disease: "chickenpox".into(), ..CaseDraft::default() };
    let _ = book.open_case(person(101), &case, None).unwrap();
    let of_disease = EventDraft { symptoms: BTreeSet::new(), disease: Some("chickenpox".into()), ..draft() };
    let id = book.open_event(&of_disease).unwrap();
    assert_eq!(book.event_view(id).unwrap().people, [person(101)]);
}

#[test]
fn absent_and_well_are_said_by_the_last_confirmed_sheet() {
    let (_folder, mut book) = book();
    set_clock(&mut book, "2026-11-27T08:05");
    let friday = book.today();
    hand_in(&mut book, morning(1, friday), &[ill(101), ill(102), ill(103)]);
    let id = opened(&mut book, "cn2006-1d3");
    let state = |book: &Book| {
        let counts = counts(book, id);
        (counts.absent, counts.recovered)
    };
    for moment in ["2026-11-27T09:00", "2026-11-28T17:00", "2026-11-29T17:00", "2026-11-30T07:50"] {
        set_clock(&mut book, moment);
        assert_eq!(state(&book), (3, 0), "{moment}");
    }
    // On Monday one is still away, one back with a headache, one well.
    let monday = friday + Days::new(3);
    book.record(morning(1, monday), person(102), &with(Attendance::Present, &["headache"])).unwrap();
    book.record(morning(1, monday), person(103), &Finding::default()).unwrap();
    assert_eq!(state(&book), (3, 0), "nobody has confirmed it");
    book.confirm(morning(1, monday), &HandIn::default()).unwrap();
    assert_eq!(state(&book), (1, 1));
    set_clock(&mut book, "2026-12-01T08:00");
    let tuesday = monday + Days::new(1);
    book.record(morning(1, tuesday), person(101), &Finding::default()).unwrap();
    book.confirm(morning(1, tuesday), &HandIn::default()).unwrap();
    assert_eq!(state(&book), (0, 3));
}

#[test]
fn who_was_ill_before_the_event_is_not_counted() {
    let (_folder, mut book) = book();
    for (day, found) in [
        (18, vec![ill(101)]),
        (19, vec![ill(101)]),
        (20, vec![ill(101)]),
        (23, vec![ill(101), ill(102), ill(103), ill(104)]),
    ] {
        set_clock(&mut book, &format!("2026-11-{day}T08:05"));
        let date = book.today();
        hand_in(&mut book, morning(1, date), &found);
    }
    let since = EventDraft { from: NaiveDate::from_ymd_opt(2026, 11, 20), disease: None, ..draft() };
    let id = book.open_event(&since).unwrap();
    let people = book.event_view(id).unwrap().people;
    assert_eq!(people, [person(102), person(103), person(104)], "101 fell ill on the 18th");
}

#[test]
fn a_report_counts_confirmed_sheets_alone() {
    let (_folder, mut book) = book();
    hand_in(&mut book, morning(1, today()), &[ill(101), ill(102), ill(103)]);
    book.record(morning(2, today()), person(201), &ill(201).1).unwrap();
    let school = EventDraft { groups: Vec::new(), disease: None, ..draft() };
    let id = book.open_event(&school).unwrap();
    assert_eq!(counts(&book, id).ill, 4, "on the screen what is typed counts at once");
    let first = NewReport {
        unit: "云坪镇卫生院".into(),
        ..NewReport::about(ReportSubject::Event(id), EventReport::First.name())
    };
    let entry = book.log_report(&first).unwrap();
    assert_eq!(book.entry_of(entry).unwrap().body.event.unwrap().figures.ill.len(), 3);
    // Whoever was told of the beginning is proposed for what follows.
    assert_eq!(book.event_view(id).unwrap().whom.unit, "云坪镇卫生院");
}
