use chrono::NaiveDate;

use super::*;
use crate::domain::finding::{Attendance, Finding};
use crate::domain::id::CaseId;
use crate::domain::illness_case::{CaseFacts, Certainty};
use crate::domain::isolation::IsolationKind;
use crate::domain::obligation::ObligationState;
use crate::domain::return_clearance::{ReturnCertificate, ReturnDecision, ReturnFlag, ReturnPlan};
use crate::ops::case::CaseDraft;
use crate::ops::clock::FixedClock;
use crate::ops::isolation::{IsolationOp, NewIsolation};
use crate::ops::sample_book::{book, hand_in, morning, person};
use crate::ops::{Book, ChoiceError, OpError};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// Chickenpox of 102, known since the 12th, onset the 10th.
fn ill(book: &mut Book) -> CaseId {
    let draft = CaseDraft {
        disease: "chickenpox".into(),
        known_at: Some("2026-11-12T09:00:00".parse().unwrap()),
        facts: CaseFacts {
            certainty: Certainty::Diagnosed,
            onset: Some(day("2026-11-10")),
            ..CaseFacts::default()
        },
        ..CaseDraft::default()
    };
    book.open_case(person(102), &draft, None).unwrap()
}

fn check(decision: ReturnDecision, certificate: Option<ReturnCertificate>) -> NewReturn {
    NewReturn {
        person: person(102),
        day: None,
        case: None,
        certificate,
        checked_by: None,
        decision,
        decided_by: Some("何志远".into()),
        note: None,
        closes: true,
    }
}

fn paper(date: &str) -> ReturnCertificate {
    ReturnCertificate {
        issuer: "云坪镇卫生院".into(),
        date: Some(day(date)),
        number: Some("复 0123".into()),
        copy_filed: true,
    }
}

#[test]
fn the_sources_stand_side_by_side_and_the_clinic_wins() {
    let (_folder, mut book) = book();
    let case = ill(&mut book);
    let today = day("2026-11-23");
    let awaited = book.awaited_returns(today).unwrap().remove(0);
    assert_eq!((awaited.name.as_str(), awaited.class.as_str()), ("学生0102", "三（1）"));
    assert_eq!(awaited.terms.earliest, Some(day("2026-11-24")), "14 days from onset");
    assert_eq!(awaited.flags, [ReturnFlag::TooEarly, ReturnFlag::NoCertificate]);
    let days: Vec<_> = awaited.entries.iter().map(|it| (it.earliest, it.chosen)).collect();
    assert!(days.contains(&(Some(day("2026-12-01")), false)), "three weeks by another table: {days:?}");
    assert_eq!(days.iter().filter(|(_, chosen)| *chosen).count(), 1);
    let plan = ReturnPlan {
        entry: Some("chickenpox-21d".into()),
        clinic_day: Some(today),
        clinic_by: Some("李大夫".into()),
        ..ReturnPlan::default()
    };
    book.run_return(&ReturnOp::Plan(case, Box::new(plan))).unwrap();
    let awaited = book.awaited_returns(today).unwrap().remove(0);
    assert_eq!((awaited.terms.earliest, awaited.terms.certificate), (Some(today), false));
    assert!(awaited.flags.is_empty());
    book.undo(None).unwrap();
    assert_eq!(book.awaited_returns(today).unwrap()[0].terms.earliest, Some(day("2026-11-24")));
    let foreign = ReturnPlan { entry: Some("mumps-9d".into()), ..ReturnPlan::default() };
    let refused = book.run_return(&ReturnOp::Plan(case, Box::new(foreign)));
    assert!(matches!(refused, Err(OpError::Choice(ChoiceError::Unknown { field: "entry", .. }))));
}

#[test]
fn an_early_return_is_flagged_recorded_and_never_blocked() {
    let (_folder, mut book) = book();
    ill(&mut book);
    let today = day("2026-11-23");
    book.run_return(&ReturnOp::Check(Box::new(check(ReturnDecision::SentHome, None)))).unwrap();
    let line = book.return_lines(today, today).unwrap().remove(0);
    assert_eq!(line.clearance.flags, [ReturnFlag::TooEarly, ReturnFlag::NoCertificate]);
    assert_eq!(
        (line.clearance.checked_by.as_str(), line.clearance.decided_by.as_str()),
        ("王秀兰", "何志远")
    );
    assert_eq!(book.awaited_returns(today).unwrap()[0].last.as_ref().unwrap().day, today);
    let early = check(ReturnDecision::Admitted, Some(paper("2026-11-22")));
    book.run_return(&ReturnOp::Check(Box::new(early))).unwrap();
    let line = book.return_lines(today, today).unwrap().remove(0);
    assert_eq!(line.clearance.flags, [ReturnFlag::TooEarly], "the decision of the day is replaced");
    assert!(book.awaited_returns(today).unwrap().is_empty(), "the case is closed as recovered");
    book.undo(None).unwrap();
    assert_eq!(book.awaited_returns(today).unwrap().len(), 1);
    book.undo(None).unwrap();
    assert!(book.return_lines(today, today).unwrap().is_empty());
}

#[test]
fn the_sheet_flags_who_is_there_although_the_case_is_open() {
    let (_folder, mut book) = book();
    ill(&mut book);
    let today = day("2026-11-23");
    let everyone = [person(101), person(102)].into();
    let note = |book: &Book| book.return_notes(&everyone, today).unwrap().remove(&person(102));
    let open = note(&book).unwrap();
    assert!(open.is_open(None) && open.is_open(Some(&Finding::default())));
    let absent = Finding { attendance: Attendance::Ill, ..Finding::default() };
    assert!(!open.is_open(Some(&absent)), "who is absent has not come back");
    assert!(book.return_notes(&[person(101)].into(), today).unwrap().is_empty());
    book.run_return(&ReturnOp::Check(Box::new(check(ReturnDecision::Admitted, None)))).unwrap();
    let decided = note(&book).unwrap();
    assert_eq!(decided.decision, Some(ReturnDecision::Admitted));
    assert!(!decided.is_open(None));
    let later = book.return_notes(&everyone, day("2026-11-24")).unwrap();
    assert!(later.is_empty(), "closed the day before");
}

#[test]
fn what_cannot_be_is_refused() {
    let (_folder, mut book) = book();
    ill(&mut book);
    let mut new = check(ReturnDecision::Admitted, Some(paper("2026-11-24")));
    let tomorrow = book.run_return(&ReturnOp::Check(Box::new(new.clone())));
    assert!(matches!(tomorrow, Err(OpError::DayToCome { .. })));
    new.certificate = None;
    new.day = Some(day("2026-11-24"));
    assert!(book.run_return(&ReturnOp::Check(Box::new(new.clone()))).is_err());
    new.person = person(777);
    assert!(matches!(book.run_return(&ReturnOp::Check(Box::new(new))), Err(OpError::NoSuchPerson)));
    let none = book.run_return(&ReturnOp::Remove(person(102), day("2026-11-23")));
    assert!(matches!(none, Err(OpError::Choice(ChoiceError::NoReturn { .. }))));
}

#[test]
fn looks_and_checks_are_owed_until_they_are_done() {
    let (_folder, mut book) = book();
    ill(&mut book);
    let today = day("2026-11-23");
    let rules = |book: &Book| -> Vec<String> {
        let lines = book.todo(today).unwrap().into_iter();
        lines.map(|line| line.rule).filter(|rule| rule.contains("-look") || rule.contains("-check")).collect()
    };
    assert!(rules(&book).is_empty(), "no sheet says yet that 102 is there");
    hand_in(&mut book, morning(1, today), &[]);
    assert_eq!(rules(&book), ["return-check"]);
    book.run_return(&ReturnOp::Check(Box::new(check(ReturnDecision::SentHome, None)))).unwrap();
    assert!(rules(&book).is_empty(), "decided");
    let new = NewIsolation::of(person(103), IsolationKind::Isolation);
    let id = book.run_isolation(&IsolationOp::Begin(Box::new(new))).unwrap();
    assert!(rules(&book).is_empty(), "the first day counts as looked at");
    book.clock = Box::new(FixedClock("2026-11-24T17:01:00".parse().unwrap()));
    let next = |book: &Book| {
        let lines = book.todo(day("2026-11-24")).unwrap().into_iter();
        lines.filter(|line| line.rule == "isolation-look").map(|line| line.state).next()
    };
    assert_eq!(next(&book), Some(ObligationState::Late));
    book.run_isolation(&IsolationOp::Follow(id, Box::default())).unwrap();
    assert_eq!(next(&book), None);
}

#[test]
fn the_check_of_one_child_never_ends_the_case_of_another() {
    let (_folder, mut book) = book();
    let case = ill(&mut book);
    let other = NewReturn {
        person: person(103),
        case: Some(case),
        ..check(ReturnDecision::Admitted, Some(paper("2026-11-23")))
    };
    let refused = book.run_return(&ReturnOp::Check(Box::new(other))).unwrap_err();
    let unknown =
        OpError::Choice(ChoiceError::Unknown { field: "case", given: case.to_string(), allowed: Vec::new() });
    assert_eq!(format!("{refused:?}"), format!("{unknown:?}"));
    assert_eq!(book.case_of(case).unwrap().closed_on, None);
}
