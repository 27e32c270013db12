mod counted;

use std::collections::BTreeSet;

use chrono::{NaiveDate, NaiveDateTime};

use super::*;
use crate::domain::finding::Attendance;
use crate::domain::illness_case::{CaseFacts, Certainty};
use crate::domain::obligation::{ObligationState, ObligationSubject};
use crate::domain::report_entry::ReportSubject;
use crate::domain::school_event::{EventLevel, EventReport, EventWords};
use crate::domain::symptom::SymptomCode;
use crate::ops::Book;
use crate::ops::case::CaseDraft;
use crate::ops::clock::FixedClock;
use crate::ops::error::OpError;
use crate::ops::report_log::NewReport;
use crate::ops::reporting::ReportingError;
use crate::ops::sample_book::{book, class, hand_in, morning, person, with};

fn at(text: &str) -> NaiveDateTime {
    format!("{text}:00").parse().unwrap()
}

fn set_clock(book: &mut Book, text: &str) {
    book.clock = Box::new(FixedClock(at(text)));
}

fn draft() -> EventDraft {
    EventDraft {
        words: EventWords { title: "三（1）班呕吐聚集".into(), ..EventWords::default() },
        groups: vec![class(1)],
        symptoms: [SymptomCode::new("vomiting")].into(),
        disease: Some("norovirus".into()),
        ..EventDraft::default()
    }
}

fn event_todo(book: &Book) -> Vec<(String, ObligationState, String)> {
    let todo = book.todo(book.today()).unwrap();
    let lines = todo.into_iter().filter(|line| matches!(line.about, ObligationSubject::Event { .. }));
    lines.map(|line| (line.rule, line.state, line.due.format("%d %H:%M").to_string())).collect()
}

#[test]
fn an_event_is_reported_daily_and_closed_and_its_figures_stay_as_issued() {
    let (_folder, mut book) = book();
    let today = NaiveDate::from_ymd_opt(2026, 11, 23).unwrap();
    let ill = |n| (n, with(Attendance::Ill, &["vomiting"]));
    hand_in(&mut book, morning(1, today), &[ill(101), ill(102), ill(103)]);
    hand_in(&mut book, morning(2, today), &[ill(201)]);
    let id = book.open_event(&draft()).unwrap();
    let open = (ObligationState::Open, ObligationState::Done, ObligationState::Late);
    assert_eq!(event_todo(&book), [("event-first".to_owned(), open.0, "23 10:05".to_owned())]);
    let view = book.event_view(id).unwrap();
    assert_eq!((view.line.counts.ill, view.line.counts.new, view.line.counts.absent), (3, 3, 3));
    assert_eq!(view.line.counts.classes.len(), 1);
    let report = |report: EventReport| NewReport {
        unit: "云坪镇卫生院".into(),
        ..NewReport::about(ReportSubject::Event(id), report.name())
    };
    let first = book.log_report(&report(EventReport::First)).unwrap();

    set_clock(&mut book, "2026-11-24T17:01");
    let next = today.succ_opt().unwrap();
    hand_in(&mut book, morning(1, next), &[ill(101), ill(104), ill(105)]);
    let facts = CaseFacts { certainty: Certainty::Diagnosed, ..CaseFacts::default() };
    let case = CaseDraft { disease: "norovirus".into(), facts, ..CaseDraft::default() };
    let _ = book.open_case(person(106), &case, None).unwrap();
    assert_eq!(event_todo(&book), [("event-progress".to_owned(), open.2, "24 17:00".to_owned())]);
    let view = book.event_view(id).unwrap();
    assert_eq!((view.line.counts.ill, view.line.counts.new, view.line.counts.diagnosed), (6, 3, 1));
    let kept = book.entry_of(first).unwrap().body.event.unwrap();
    assert_eq!(kept.figures.ill.len(), 3, "the first report says what it said");
    let _ = book.log_report(&report(EventReport::Progress)).unwrap();
    assert_eq!(event_todo(&book)[0].1, open.1);

    set_clock(&mut book, "2026-11-27T08:00");
    book.close_event(id, None).unwrap();
    let todo = event_todo(&book);
    assert_eq!(todo, [("event-closing".to_owned(), open.0, "04 23:59".to_owned())]);
    assert_eq!(book.event_view(id).unwrap().line.missed.len(), 2, "the 25th and 26th");
    let _ = book.log_report(&report(EventReport::Closing)).unwrap();
    assert_eq!(event_todo(&book)[0].1, open.1);
    set_clock(&mut book, "2026-11-28T08:00");
    assert_eq!(event_todo(&book), []);
}

#[test]
fn a_graver_level_brings_the_first_report_forward_and_nothing_puts_it_off() {
    let (_folder, mut book) = book();
    book.choose_reporting(None, Some("30min-3d")).unwrap();
    let id = book.open_event(&EventDraft { level: EventLevel::Iv, ..draft() }).unwrap();
    let due = |book: &Book| book.event_of(id).unwrap().body.first_due;
    assert_eq!(due(&book), at("2026-11-23T08:35"));
    set_clock(&mut book, "2026-11-23T08:10");
    book.revise_event(id, &EventDraft { level: EventLevel::Iii, ..draft() }).unwrap();
    assert_eq!(due(&book), at("2026-11-23T08:20"));
    set_clock(&mut book, "2026-11-23T08:15");
    book.revise_event(id, &EventDraft { level: EventLevel::Iv, ..draft() }).unwrap();
    assert_eq!(due(&book), at("2026-11-23T08:20"));
}

#[test]
fn an_event_needs_a_name_and_symptoms_that_there_are() {
    let (_folder, mut book) = book();
    let nameless = EventDraft { words: EventWords::default(), ..draft() };
    assert!(matches!(book.open_event(&nameless), Err(OpError::Reporting(ReportingError::NoTitle))));
    let odd = EventDraft { symptoms: [SymptomCode::new("hiccups")].into(), ..draft() };
    assert!(matches!(book.open_event(&odd), Err(OpError::NoSuchSymptom { .. })));
    let id = book.open_event(&draft()).unwrap();
    let early = book.close_event(id, NaiveDate::from_ymd_opt(2026, 11, 20));
    assert!(matches!(early, Err(OpError::Reporting(ReportingError::ClosedBeforeBegun { .. }))));
}

#[test]
fn an_alert_becomes_an_event_in_one_act_and_is_answered_with_it() {
    let (_folder, mut book) = book();
    let today = NaiveDate::from_ymd_opt(2026, 11, 23).unwrap();
    let ill = |n| (n, with(Attendance::Ill, &["vomiting"]));
    hand_in(&mut book, morning(1, today), &[ill(101), ill(102), ill(103)]);
    let proposed = book.events_view(None).unwrap().alerts;
    assert_eq!(proposed.len(), 1);
    assert_eq!(
        (proposed[0].words.title.as_str(), proposed[0].groups.as_slice()),
        ("三（1）班呕吐", &[class(1)][..])
    );
    let id = book.open_event(&proposed[0]).unwrap();
    assert_eq!(book.event_view(id).unwrap().line.counts.ill, 3);
    let answered = |book: &Book| book.events_view(None).unwrap().alerts.is_empty();
    assert!(answered(&book));
    book.run(&crate::ops::Op::Undo(None), &mut crate::domain::progress::Silent).unwrap();
    assert!(!answered(&book) && book.event_lines().unwrap().is_empty());
    let unknown = EventDraft { alert: Some("cn2006-1d3/school/fever/2026-11-23".into()), ..draft() };
    assert!(matches!(book.open_event(&unknown), Err(OpError::NoSuchAlert { .. })));
}

#[test]
fn a_list_of_closed_events_is_not_counted_anew_and_says_what_was_reported() {
    let cost = |closed: usize| {
        let (_folder, mut book) = book();
        let today = NaiveDate::from_ymd_opt(2026, 11, 23).unwrap();
        let ill = |n| (n, with(Attendance::Ill, &["vomiting"]));
        hand_in(&mut book, morning(1, today), &[ill(101), ill(102)]);
        for _ in 0..closed {
            let id = book.open_event(&draft()).unwrap();
            book.close_event(id, None).unwrap();
            let closing = NewReport {
                unit: "云坪镇卫生院".into(),
                ..NewReport::about(ReportSubject::Event(id), EventReport::Closing.name())
            };
            let _ = book.log_report(&closing).unwrap();
        }
        // A correction after the closing report: the list says what was reported.
        book.record(morning(1, today), person(103), &ill(103).1).unwrap();
        let seen = std::sync::Arc::new(std::sync::Mutex::new(0_usize));
        let told = std::sync::Arc::clone(&seen);
        book.store.watch(move |_, _| *told.lock().unwrap() += 1);
        let lines = book.event_lines().unwrap();
        assert!(lines.len() == closed && lines.iter().all(|line| line.counts.ill == 2));
        drop(book);
        std::sync::Arc::into_inner(seen).unwrap().into_inner().unwrap()
    };
    assert_eq!(cost(2), cost(12), "as many statements for twelve as for two");
}
