use std::collections::BTreeSet;

use chrono::{NaiveDate, NaiveDateTime};

use super::*;
use crate::domain::cluster::AlertSubject;
use crate::domain::finding::{Attendance, Finding};
use crate::domain::id::PersonId;
use crate::domain::obligation::{ObligationState, ObligationSubject};
use crate::domain::progress::Silent;
use crate::domain::school_event::EventWords;
use crate::domain::symptom::SymptomCode;
use crate::domain::trace::{Basis, Closing, Diagnosis, Talk};
use crate::ops::clock::FixedClock;
use crate::ops::event::EventDraft;
use crate::ops::print::{PrintOp, PrintRequest};
use crate::ops::sample_book::{book, hand_in, morning, person, with};
use crate::ops::{Book, Op, OpError};

fn day(day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, day).unwrap()
}

fn at(on: u32, hour: u32, minute: u32) -> NaiveDateTime {
    day(on).and_hms_opt(hour, minute, 0).unwrap()
}

fn ill(n: u128) -> (u128, Finding) {
    (n, with(Attendance::Ill, &["fever"]))
}

fn unknown(n: u128) -> (u128, Finding) {
    (n, with(Attendance::Ill, &[]))
}

fn open(book: &Book, on: u32) -> Vec<(PersonId, i64)> {
    book.trace_view(day(on)).unwrap().open.iter().map(|line| (line.key, line.day)).collect()
}

fn only(book: &Book, on: u32) -> AbsenceLine {
    let mut open = book.trace_view(day(on)).unwrap().open;
    assert_eq!(open.len(), 1);
    open.remove(0)
}

fn reached(n: u128, talk: Talk) -> NewTrace {
    NewTrace { person: person(n), at: None, next_call: None, talk: Talk { reached: true, ..talk } }
}

fn symptoms(codes: &[&str]) -> BTreeSet<SymptomCode> {
    codes.iter().map(|code| SymptomCode::new(code)).collect()
}

fn diagnosis(name: &str) -> Diagnosis {
    Diagnosis { name: name.to_owned(), basis: Basis::Guardian }
}

fn set_clock(book: &mut Book, now: NaiveDateTime) {
    book.clock = Box::new(FixedClock(now));
}

#[test]
fn an_absence_is_open_from_its_first_sheet_until_one_shows_the_pupil_well() {
    let (_folder, mut book) = book();
    hand_in(&mut book, morning(1, day(18)), &[ill(103)]);
    hand_in(&mut book, morning(1, day(20)), &[ill(103), ill(104)]);
    hand_in(&mut book, morning(2, day(20)), &[(201, with(Attendance::Leave, &[]))]);
    let mut both = open(&book, 20);
    both.sort_unstable();
    assert_eq!(both, [(person(103), 3), (person(104), 1)]);
    let mut both = open(&book, 23);
    both.sort_unstable();
    assert_eq!(both, [(person(103), 6), (person(104), 4)], "the weekend ends nothing");
    hand_in(&mut book, morning(1, day(23)), &[(103, Finding::default()), ill(104)]);
    assert_eq!(open(&book, 23), [(person(104), 4)]);
    assert_eq!(book.shell_view().unwrap().tracing.open, 1);
    let line = only(&book, 23);
    assert_eq!((line.class.as_str(), line.seat_no, line.words.as_str()), ("三（1）", Some(4), "发热"));
    // Back with a cough: not well yet.
    set_clock(&mut book, at(24, 8, 0));
    hand_in(&mut book, morning(1, day(24)), &[(104, with(Attendance::Present, &["cough"]))]);
    assert_eq!(open(&book, 24), [(person(104), 4)]);
    assert_eq!(only(&book, 24).to, Some(day(23)));
    set_clock(&mut book, at(25, 8, 0));
    hand_in(&mut book, morning(1, day(25)), &[]);
    assert!(open(&book, 25).is_empty());
    let closed = book.closed_absences(day(25)).unwrap();
    let told: Vec<_> = closed.iter().map(|line| (line.key, line.to, line.closing)).collect();
    let back = |on| Some(Closing::Returned { on: day(on) });
    assert_eq!(told, [(person(104), Some(day(23)), back(25)), (person(103), Some(day(22)), back(23))]);
}

#[test]
fn calls_are_owed_until_there_is_a_diagnosis_and_stand_in_the_duties() {
    let (_folder, mut book) = book();
    hand_in(&mut book, morning(1, day(23)), &[ill(103), ill(104)]);
    let duty = |book: &Book, on: u32| {
        let todo = book.todo(day(on)).unwrap();
        todo.into_iter()
            .filter(|line| line.rule == "trace-call")
            .map(|l| (l.due, l.state, l.subject))
            .collect()
    };
    let owed: Vec<_> = duty(&book, 23);
    assert_eq!(owed, [(at(23, 14, 0), ObligationState::Open, "三（1）班 2 人缺勤，打电话追踪".to_owned())]);
    set_clock(&mut book, at(23, 14, 1));
    assert!(duty(&book, 23).iter().all(|(_, state, _): &(_, _, String)| *state == ObligationState::Late));
    let next = NewTrace { next_call: Some(at(24, 9, 0)), ..reached(103, Talk::default()) };
    book.add_trace(&next).unwrap();
    let silent = NewTrace {
        talk: Talk { note: Some("占线".into()), ..Talk::default() },
        ..reached(104, Talk::default())
    };
    book.add_trace(&silent).unwrap();
    let lines = book.trace_view(day(23)).unwrap().open;
    let told: Vec<_> =
        lines.iter().map(|line| (line.key, line.due.unwrap(), line.call, line.state)).collect();
    assert_eq!(
        told,
        [(person(104), at(23, 16, 1), 2, CallState::Open), (person(103), at(24, 9, 0), 2, CallState::Open)]
    );
    assert_eq!(lines[0].traces[0].words, "没有打通，占线");
    book.add_trace(&reached(103, Talk { diagnosis: Some(diagnosis("流感")), ..Talk::default() })).unwrap();
    let line = book.trace_view(day(23)).unwrap().open.pop().unwrap();
    assert_eq!(
        (line.key, line.state, line.closing),
        (person(103), CallState::Closed, Some(Closing::Diagnosed))
    );
    assert_eq!(line.traces[1].words, "诊断：流感（家长自述）");
    let cases = book.store.cases_of(person(103)).unwrap();
    assert_eq!((cases.len(), cases[0].disease.as_str(), cases[0].known_at), (1, "influenza", at(23, 14, 1)));
    assert_eq!(line.cases, ["influenza"]);
    // One undo takes back the call, what it wrote into the sheet, and the case.
    book.undo(None).unwrap();
    assert!(book.store.cases_of(person(103)).unwrap().is_empty());
    let line = book.trace_view(day(23)).unwrap().open.pop().unwrap();
    assert_eq!((line.state, line.diagnosis), (CallState::Open, None));
}

#[test]
fn what_is_told_answers_the_alert_and_counts_as_symptoms() {
    let (_folder, mut book) = book();
    hand_in(&mut book, morning(1, day(23)), &[unknown(103), unknown(104), unknown(105)]);
    let subjects = |book: &Book| -> Vec<AlertSubject> {
        book.alerts_on(day(23)).unwrap().into_iter().map(|alert| alert.subject).collect()
    };
    assert_eq!(subjects(&book), [AlertSubject::SymptomsUnknown]);
    let task = book.todo(day(23)).unwrap().into_iter().find(|line| line.rule == "ill-unknown-3").unwrap();
    assert!(matches!(task.about, ObligationSubject::Alert { .. }));
    book.add_trace(&reached(103, Talk { symptoms: Some(symptoms(&["vomiting"])), ..Talk::default() }))
        .unwrap();
    assert!(subjects(&book).is_empty(), "two are not three");
    for n in [104, 105] {
        let onset = Some(day(23));
        book.add_trace(&reached(
            n,
            Talk { symptoms: Some(symptoms(&["vomiting"])), onset, ..Talk::default() },
        ))
        .unwrap();
    }
    assert_eq!(
        subjects(&book),
        [AlertSubject::Symptom(SymptomCode::new("vomiting"))],
        "a cluster came to light"
    );
    let sheet = book.store.sheet(morning(1, day(23))).unwrap();
    assert!(sheet.confirmed_at.is_some() && sheet.findings[&person(104)].onset == Some(day(23)));
}

#[test]
fn what_is_told_after_the_report_has_gone_out_is_a_correction() {
    let (folder, mut book) = book();
    hand_in(&mut book, morning(1, day(23)), &[unknown(103)]);
    let (request, path) = (PrintRequest::form("school-day", day(23)), folder.path().join("r.pdf"));
    book.run_print(&PrintOp::SavePdf { request, path }, &mut Silent).unwrap();
    book.add_trace(&reached(103, Talk { symptoms: Some(symptoms(&["cough"])), ..Talk::default() })).unwrap();
    let lines = book.corrections(day(23), day(23)).unwrap();
    assert_eq!(lines.iter().map(|line| line.reason.as_str()).collect::<Vec<_>>(), ["电话追踪（08:05）问到"]);
    book.undo(None).unwrap();
    assert!(book.corrections(day(23), day(23)).unwrap().is_empty());
}

#[test]
fn a_talk_of_another_day_writes_only_what_nobody_knew() {
    let (_folder, mut book) = book();
    hand_in(&mut book, morning(1, day(20)), &[ill(103), unknown(104)]);
    set_clock(&mut book, at(21, 10, 0));
    for n in [103, 104] {
        book.add_trace(&reached(n, Talk { symptoms: Some(symptoms(&["cough"])), ..Talk::default() }))
            .unwrap();
    }
    let sheet = book.store.sheet(morning(1, day(20))).unwrap();
    let of = |n| {
        sheet.findings[&person(n)].symptoms.iter().map(|code| code.as_str().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!((of(103), of(104)), (vec!["fever".to_owned()], vec!["cough".to_owned()]));
    let line = book.trace_view(day(21)).unwrap().open.remove(0);
    assert_eq!(line.due, Some(at(23, 9, 0)), "the next school day");
}

#[test]
fn an_absence_of_another_reason_becomes_leave() {
    let (_folder, mut book) = book();
    hand_in(&mut book, morning(1, day(23)), &[(103, with(Attendance::Unknown, &[]))]);
    let closing = Some(Closing::OtherReason);
    let id = book.add_trace(&reached(103, Talk { closing, ..Talk::default() })).unwrap();
    assert!(open(&book, 23).is_empty());
    let sheet = book.store.sheet(morning(1, day(23))).unwrap();
    assert_eq!(sheet.findings[&person(103)].attendance, Attendance::Leave);
    assert_eq!(book.absence_with(person(103), id).unwrap(), None, "there is no absence any more");
    assert_eq!(book.store.traces_of(person(103)).unwrap().len(), 1, "and yet it is known");
}

#[test]
fn corrected_sheets_keep_their_traces() {
    let (_folder, mut book) = book();
    hand_in(&mut book, morning(1, day(19)), &[ill(103)]);
    hand_in(&mut book, morning(1, day(20)), &[ill(103)]);
    set_clock(&mut book, at(20, 9, 0));
    let id = book.add_trace(&reached(103, Talk { note: Some("在家".into()), ..Talk::default() })).unwrap();
    book.record(morning(1, day(20)), person(103), &Finding::default()).unwrap();
    let line = book.absence_with(person(103), id).unwrap().unwrap();
    assert_eq!((line.from, line.to), (day(19), Some(day(19))));
    let (key, finding) = (morning(1, day(20)), ill(103).1);
    book.record(key, person(103), &finding).unwrap();
    book.record(morning(1, day(19)), person(103), &Finding::default()).unwrap();
    assert_eq!(book.absence_with(person(103), id).unwrap().unwrap().from, day(20));
    let file = book.person_file(person(103), 0).unwrap();
    assert_eq!(file.absences[0].traces[0].words, "在家");
    book.run(&Op::Trace(TraceOp::Remove(person(103), id)), &mut Silent).unwrap();
    assert!(book.person_file(person(103), 0).unwrap().absences[0].traces.is_empty());
}

#[test]
fn what_cannot_be_is_refused_and_changes_nothing() {
    let (_folder, mut book) = book();
    hand_in(&mut book, morning(1, day(23)), &[ill(103)]);
    let talk = |talk: Talk| reached(103, talk);
    let refused = |book: &mut Book, new: NewTrace| match book.add_trace(&new) {
        Err(OpError::Trace(error)) => error,
        other => panic!("{other:?}"),
    };
    let plain = || talk(Talk::default());
    let on = day(23);
    assert_eq!(refused(&mut book, reached(104, Talk::default())), TraceError::NotAbsent { on });
    let (late, soon) = (at(23, 9, 0), at(23, 8, 0));
    assert_eq!(refused(&mut book, NewTrace { at: Some(late), ..plain() }), TraceError::NotYet { at: late });
    let before = TraceError::NextBefore { next: soon, at: at(23, 8, 5) };
    assert_eq!(refused(&mut book, NewTrace { next_call: Some(soon), ..plain() }), before);
    let mut silent = talk(Talk { seen_doctor: Some(true), ..Talk::default() });
    silent.talk.reached = false;
    assert_eq!(refused(&mut book, silent), TraceError::Unreached);
    assert_eq!(
        refused(&mut book, talk(Talk { diagnosis: Some(diagnosis(" ")), ..Talk::default() })),
        TraceError::NoDiagnosis
    );
    let ahead = Some(Closing::SymptomsEnded { on: day(24) });
    let wrong = TraceError::WrongDay { field: "symptoms-ended", on: day(24) };
    assert_eq!(refused(&mut book, talk(Talk { closing: ahead, ..Talk::default() })), wrong);
    let early = Some(Closing::Returned { on: day(20) });
    let wrong = TraceError::WrongDay { field: "returned", on: day(20) };
    assert_eq!(refused(&mut book, talk(Talk { closing: early, ..Talk::default() })), wrong);
    let long = talk(Talk { note: Some("长".repeat(201)), ..Talk::default() });
    assert!(matches!(book.add_trace(&long), Err(OpError::BadValue { field: "note", .. })));
    let odd = talk(Talk { symptoms: Some(symptoms(&["x"])), ..Talk::default() });
    assert!(matches!(book.add_trace(&odd), Err(OpError::NoSuchSymptom { .. })));
    assert!(book.store.traces_of(person(103)).unwrap().is_empty());
}

#[test]
fn a_notifiable_diagnosis_says_what_follows() {
    let (_folder, book) = book();
    let words = |diagnosis: &str| book.notifiable(diagnosis).map(|it| it.words(book.tr()));
    assert_eq!(
        words("流行性感冒").as_deref(),
        Some("流行性感冒是丙类传染病：记下后转为病例，24 小时计时开始")
    );
    assert_eq!(words("普通感冒"), None);
    assert_eq!(words(""), None);
}

#[test]
fn what_is_due_counts_calls_clocks_and_looks_and_not_whoever_was_told() {
    let (_folder, mut book) = book();
    assert_eq!(book.trace_due().unwrap(), (TraceDue::default(), None));
    hand_in(&mut book, morning(1, day(23)), &[ill(103), ill(104), ill(105)]);
    let due = |book: &Book| {
        let shell = book.shell_view().unwrap();
        (shell.due.calls, shell.due.clocks, shell.due.care)
    };
    assert_eq!(due(&book), (3, 0, 0));
    book.add_trace(&reached(103, Talk { diagnosis: Some(diagnosis("流感")), ..Talk::default() })).unwrap();
    assert_eq!(due(&book), (2, 1, 0), "a diagnosis ends the calls and starts a clock");
    let clock = book.shell_view().unwrap().clock.unwrap();
    assert_eq!((clock.person, clock.due), (Some(person(103)), at(24, 8, 5)));
    // A report that an event owes sooner stands in front of the case.
    let words = EventWords { title: "三（1）班流感".into(), ..EventWords::default() };
    let _ = book.open_event(&EventDraft { words, ..EventDraft::default() }).unwrap();
    let clock = book.shell_view().unwrap().clock.unwrap();
    assert_eq!((clock.person, clock.due, due(&book).1), (None, at(23, 10, 5), 2));
    assert!(clock.words.contains("三（1）班流感"), "{}", clock.words);
    let again = NewTrace { next_call: Some(at(24, 9, 0)), ..reached(103, Talk::default()) };
    book.add_trace(&again).unwrap();
    assert_eq!(due(&book).0, 3, "another call was agreed");
    let owed = book.owed_calls(day(23)).unwrap().len();
    assert_eq!(due(&book).0, owed, "as the duties say");
}

#[test]
fn a_talk_that_learned_of_no_symptoms_leaves_nothing_unknown() {
    let (_folder, mut book) = book();
    hand_in(&mut book, morning(1, day(23)), &[(103, with(Attendance::Ill, &[]))]);
    assert!(book.trace_view(day(23)).unwrap().open[0].is_unexplained());
    let none = Talk { symptoms: Some(BTreeSet::new()), ..Talk::default() };
    book.add_trace(&NewTrace { next_call: Some(at(24, 9, 0)), ..reached(103, none) }).unwrap();
    let line = book.trace_view(day(23)).unwrap().open.pop().unwrap();
    assert_eq!((line.is_unexplained(), line.cause.as_str()), (false, "已无症状"));
}
