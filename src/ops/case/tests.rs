use chrono::NaiveDateTime;

use super::*;
use crate::domain::id::{CaseId, ReportEntryId};
use crate::domain::illness_case::{Basis, CaseFacts, Certainty, Outcome, StepState};
use crate::domain::obligation::{ObligationState, ObligationSubject};
use crate::domain::progress::Silent;
use crate::domain::report_entry::ReportSubject;
use crate::ops::clock::FixedClock;
use crate::ops::error::OpError;
use crate::ops::report_log::NewReport;
use crate::ops::reporting::ReportingError;
use crate::ops::sample_book::{book, book_in, hand_in, morning, person, with};
use crate::ops::{Book, Op};

fn at(text: &str) -> NaiveDateTime {
    format!("{text}:00").parse().unwrap()
}

fn set_clock(book: &mut Book, text: &str) {
    book.clock = Box::new(FixedClock(at(text)));
}

fn draft(disease: &str, certainty: Certainty) -> CaseDraft {
    let facts = CaseFacts { certainty, ..CaseFacts::default() };
    CaseDraft { disease: disease.into(), facts, ..CaseDraft::default() }
}

fn tell(book: &mut Book, case: CaseId, step: &str) -> ReportEntryId {
    book.log_report(&NewReport::about(ReportSubject::Case(case), step)).unwrap()
}

fn case_todo(book: &Book) -> Option<(ObligationState, NaiveDateTime, String)> {
    let todo = book.todo(book.today()).unwrap();
    let line = todo.into_iter().find(|line| matches!(line.about, ObligationSubject::Case { .. }))?;
    Some((line.state, line.due, line.subject))
}

#[test]
fn a_suspected_case_is_reported_step_by_step_and_shows_in_the_duties() {
    let (_folder, mut book) = book();
    let today = book.today();
    hand_in(
        &mut book,
        morning(1, today),
        &[(102, with(crate::domain::finding::Attendance::Ill, &["parotid"]))],
    );
    let id = book.open_case(person(102), &draft("mumps", Certainty::Suspected), None).unwrap();
    let view = book.case_view(id).unwrap();
    assert_eq!(
        (view.line.clock.state, view.line.clock.due),
        (ClockState::Running, Some(at("2026-11-24T08:05")))
    );
    assert_eq!((view.line.class.as_str(), view.line.disease_class.as_str()), ("三（1）", "丙类"));
    assert_eq!((view.place.figures.pupils, view.place.figures.boarders), (12, 1));
    assert_eq!(view.place.figures.absent, Some(1));
    let (state, due, words) = case_todo(&book).unwrap();
    assert_eq!((state, due), (ObligationState::Open, at("2026-11-24T08:05")));
    assert_eq!(words, "三（1）班疑似流行性腮腺炎：还要报告家长、校长、卫生院/疾控、中心校/教育局");
    for step in ["parents", "principal", "clinic"] {
        let _ = tell(&mut book, id, step);
    }
    let view = book.case_view(id).unwrap();
    let states: Vec<StepState> = view.steps.iter().map(|step| step.state).collect();
    assert_eq!(states, [StepState::Done, StepState::Done, StepState::Done, StepState::Open]);
    // The principal is told in person, and is who the settings say.
    assert_eq!(view.steps[1].words.as_deref(), Some("电话，何志远"));
    set_clock(&mut book, "2026-11-24T08:06");
    assert_eq!(case_todo(&book).unwrap().0, ObligationState::Late);
    assert_eq!(book.case_lines(&CaseFilter::default()).unwrap()[0].clock.state, ClockState::Late);
    let _ = tell(&mut book, id, "office");
    assert_eq!(book.case_view(id).unwrap().steps[3].state, StepState::DoneLate);
    let (state, _, words) = case_todo(&book).unwrap();
    assert_eq!((state, words.as_str()), (ObligationState::Done, "三（1）班疑似流行性腮腺炎：已全部报告"));
    // The next day it is no duty any more.
    set_clock(&mut book, "2026-11-25T08:00");
    assert_eq!(case_todo(&book), None);
}

#[test]
fn confirming_restarts_nothing_another_disease_is_told_again_and_ruling_out_stops() {
    let (_folder, mut book) = book();
    let id = book.open_case(person(102), &draft("mumps", Certainty::Suspected), None).unwrap();
    let _ = (tell(&mut book, id, "parents"), tell(&mut book, id, "clinic"));
    set_clock(&mut book, "2026-11-23T15:00");
    let mut diagnosed = draft("mumps", Certainty::Diagnosed);
    diagnosed.facts.basis = Some(Basis::Certificate);
    book.revise_case(id, &diagnosed).unwrap();
    let clock = book.case_view(id).unwrap().line.clock;
    assert_eq!((clock.due, clock.open.len()), (Some(at("2026-11-24T08:05")), 2));
    // Class a after all: the clinic has to hear of it within two hours, the parents know.
    book.revise_case(id, &draft("cholera", Certainty::Diagnosed)).unwrap();
    let clock = book.case_view(id).unwrap().line.clock;
    assert_eq!((clock.from, clock.due), (Some(at("2026-11-23T15:00")), Some(at("2026-11-23T17:00"))));
    assert_eq!(clock.open, ["principal", "clinic", "office"]);
    // Taken back, the first clock is as it was.
    book.run(&Op::Undo(None), &mut Silent).unwrap();
    let clock = book.case_view(id).unwrap().line.clock;
    assert_eq!((clock.due, clock.open.len()), (Some(at("2026-11-24T08:05")), 2));
    book.revise_case(id, &draft("mumps", Certainty::RuledOut)).unwrap();
    assert_eq!(book.case_view(id).unwrap().line.clock.state, ClockState::Stopped);
    assert_eq!(case_todo(&book), None);
    // Suspected again: the same clock, at the same hour.
    book.revise_case(id, &draft("mumps", Certainty::Suspected)).unwrap();
    assert_eq!(book.case_view(id).unwrap().line.clock.due, Some(at("2026-11-24T08:05")));
}

#[test]
fn no_restart_later_choice_or_clock_set_back_moves_a_clock() {
    let folder = tempfile::tempdir().unwrap();
    let mut book = book_in(folder.path());
    let id = book.open_case(person(102), &draft("measles", Certainty::Suspected), None).unwrap();
    set_clock(&mut book, "2026-11-23T09:00");
    book.choose_reporting(Some("6-12-24"), None).unwrap();
    let later = book.open_case(person(103), &draft("measles", Certainty::Suspected), None).unwrap();
    drop(book);
    let options = crate::ops::OpenOptions {
        folder: folder.path().to_owned(),
        now: Some(at("2026-11-28T10:00")),
        ..crate::ops::OpenOptions::default()
    };
    let book = Book::open(&options).unwrap();
    let due = |id| book.case_view(id).unwrap().line.clock.due.unwrap();
    assert_eq!(due(id), at("2026-11-24T08:05"), "known before the choice");
    assert_eq!(due(later), at("2026-11-23T21:00"));
    let view = book.case_view(later).unwrap();
    assert_eq!((view.edition_older, view.edition_by.as_deref()), (true, Some("王秀兰")));
    assert_eq!(view.edition_at, Some(at("2026-11-23T09:00")));
    // A case of the time before, written down afterwards, is judged by what was in force then.
    let mut book = book;
    let backlog =
        CaseDraft { known_at: Some(at("2026-11-20T16:30")), ..draft("measles", Certainty::Diagnosed) };
    let id = book.open_case(person(104), &backlog, None).unwrap();
    assert_eq!(book.case_view(id).unwrap().line.clock.due, Some(at("2026-11-21T16:30")));
    assert_eq!(book.reporting_setting().unwrap().edition, "6-12-24");
}

#[test]
fn closing_keeps_what_is_owed_and_opens_again() {
    let (_folder, mut book) = book();
    let id = book.open_case(person(102), &draft("chickenpox", Certainty::Diagnosed), None).unwrap();
    set_clock(&mut book, "2026-11-30T09:00");
    book.close_case(id, None, Outcome::Recovered, Some(" 凭证明返校 ")).unwrap();
    let view = book.case_view(id).unwrap();
    assert_eq!(view.line.outcome, Some(Outcome::Recovered));
    assert_eq!(view.closing.unwrap().note.as_deref(), Some("凭证明返校"));
    assert_eq!(case_todo(&book).unwrap().0, ObligationState::Late, "nobody was told of it");
    let twice = book.close_case(id, None, Outcome::Recovered, None);
    assert!(matches!(twice, Err(OpError::Reporting(ReportingError::Closed { .. }))));
    book.reopen_case(id).unwrap();
    assert_eq!(book.case_view(id).unwrap().line.closed_on, None);
    book.close_case(id, None, Outcome::RuledOut, None).unwrap();
    assert_eq!(case_todo(&book), None);
}

#[test]
fn what_cannot_be_is_refused() {
    let (_folder, mut book) = book();
    let open = |book: &mut Book, draft: &CaseDraft| book.open_case(person(102), draft, None);
    let unknown = open(&mut book, &draft("lurgy", Certainty::Suspected));
    assert!(matches!(unknown, Err(OpError::Reporting(ReportingError::NoSuchDisease { .. }))));
    let future = CaseDraft { known_at: Some(at("2026-11-23T09:00")), ..draft("mumps", Certainty::Suspected) };
    assert!(matches!(open(&mut book, &future), Err(OpError::Reporting(ReportingError::StillToCome { .. }))));
    let mut onset = draft("mumps", Certainty::Suspected);
    onset.facts.onset = Some(at("2026-11-24T00:00").date());
    assert!(matches!(open(&mut book, &onset), Err(OpError::DayToCome { .. })));
    let id = open(&mut book, &draft("mumps", Certainty::Suspected)).unwrap();
    let twice = open(&mut book, &draft("mumps", Certainty::Diagnosed));
    assert!(matches!(twice, Err(OpError::Reporting(ReportingError::CaseOpenAlready))));
    assert!(matches!(
        book.open_case(person(9), &draft("mumps", Certainty::Suspected), None),
        Err(OpError::NoSuchPerson)
    ));
    let early =
        NewReport { at: Some(at("2026-11-23T08:00")), ..NewReport::about(ReportSubject::Case(id), "clinic") };
    assert!(matches!(book.log_report(&early), Err(OpError::Reporting(ReportingError::BeforeKnown { .. }))));
    let step = NewReport::about(ReportSubject::Case(id), "mayor");
    assert!(matches!(book.log_report(&step), Err(OpError::Reporting(ReportingError::NoSuchStep { .. }))));
    // A cold starts no clock and owes nothing.
    let cold = book.open_case(person(103), &draft("common-cold", Certainty::Diagnosed), None).unwrap();
    let view = book.case_view(cold).unwrap();
    assert_eq!((view.line.clock.state, view.steps.len()), (ClockState::None, 0));
}

#[test]
fn diseases_are_listed_with_hours_and_sources() {
    let (_folder, book) = book();
    let found = book.disease_lines("lxxsxy").unwrap();
    assert_eq!((found[0].name.as_str(), found[0].report_hours), ("流行性腮腺炎", Some(24)));
    assert_eq!(found[0].exclusions.len(), 4);
    assert!(
        found[0].exclusions.iter().all(|entry| !entry.source.is_empty() && !entry.source_date.is_empty())
    );
    assert_eq!(book.find_disease("流腮").unwrap(), "mumps");
    assert!(matches!(
        book.find_disease("肺炎"),
        Err(OpError::Reporting(ReportingError::SeveralDiseases { .. }))
    ));
}

#[test]
fn a_clock_that_was_ahead_hides_no_running_case() {
    let (_folder, mut book) = book();
    let _ = book.open_case(person(102), &draft("mumps", Certainty::Suspected), None).unwrap();
    set_clock(&mut book, "2026-11-22T08:00");
    book.accept_clock();
    assert!(case_todo(&book).is_some_and(|(state, ..)| state == ObligationState::Open));
    assert_eq!(book.shell_view().unwrap().due.clocks, 1);
}
