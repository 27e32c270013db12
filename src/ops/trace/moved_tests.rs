//! Absences of those who change the class or leave the school meanwhile: they go with the person.

use chrono::{NaiveDate, NaiveDateTime};
use uuid::Uuid;

use super::*;
use crate::domain::finding::{Attendance, Finding};
use crate::domain::id::{ClassId, PersonId};
use crate::domain::progress::Silent;
use crate::domain::trace::Closing;
use crate::ops::clock::FixedClock;
use crate::ops::roster::RosterOp;
use crate::ops::sample_book::{book, hand_in, morning, person, with};
use crate::ops::{Book, Op};

fn day(day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, day).unwrap()
}

fn at(on: u32) -> NaiveDateTime {
    day(on).and_hms_opt(9, 0, 0).unwrap()
}

fn ill(n: u128) -> (u128, Finding) {
    (n, with(Attendance::Ill, &["fever"]))
}

fn open(book: &Book, on: u32) -> Vec<(PersonId, NaiveDate, String)> {
    let lines = book.trace_view(day(on)).unwrap().open;
    lines.into_iter().map(|line| (line.key, line.from, line.class)).collect()
}

fn roster(book: &mut Book, op: RosterOp) {
    book.run(&Op::Roster(op), &mut Silent).unwrap();
}

fn to_class_two(book: &mut Book, n: u128, from: u32) {
    let class = ClassId(Uuid::from_u128(2));
    roster(book, RosterOp::MoveClass { person: person(n), class, from: day(from) });
}

#[test]
fn an_absence_goes_with_the_pupil_into_another_class() {
    let (_folder, mut book) = book();
    hand_in(&mut book, morning(1, day(23)), &[ill(103)]);
    book.clock = Box::new(FixedClock(at(24)));
    to_class_two(&mut book, 103, 24);
    hand_in(&mut book, morning(1, day(24)), &[]);
    let still = [(person(103), day(23), "三（2）".to_owned())];
    assert_eq!(open(&book, 24), still, "the old class knows nothing of it any more");
    assert_eq!(book.shell_view().unwrap().tracing.open, 1);
    let sheet = book.sheet_view(morning(2, day(24))).unwrap();
    let line = sheet.lines.iter().find(|line| line.person == person(103)).unwrap();
    let proposed = line.proposal.as_ref().map(|it| it.attendance);
    assert_eq!(
        (proposed, line.proposal_from),
        (Some(Attendance::Ill), Some(day(23))),
        "proposed where the pupil is"
    );
    // Still away, then back.
    hand_in(&mut book, morning(2, day(24)), &[ill(103)]);
    assert_eq!(open(&book, 24), still);
    book.clock = Box::new(FixedClock(at(25)));
    let line = book.sheet_view(morning(2, day(25))).unwrap().lines;
    assert_eq!(
        line.iter().filter(|line| line.proposal.is_some()).count(),
        1,
        "once, from the sheet of yesterday"
    );
    hand_in(&mut book, morning(2, day(25)), &[(103, Finding::default())]);
    assert!(open(&book, 25).is_empty());
    let closed = book.closed_absences(day(25)).unwrap();
    assert_eq!((closed[0].from, closed[0].to), (day(23), Some(day(24))));
}

#[test]
fn the_first_sheet_of_the_new_class_without_the_pupil_ends_the_absence() {
    let (_folder, mut book) = book();
    hand_in(&mut book, morning(1, day(23)), &[ill(103), ill(104)]);
    book.clock = Box::new(FixedClock(at(24)));
    to_class_two(&mut book, 103, 24);
    hand_in(&mut book, morning(2, day(24)), &[(103, Finding::default())]);
    assert_eq!(open(&book, 24), [(person(104), day(23), "三（1）".to_owned())]);
    let closed = book.closed_absences(day(24)).unwrap();
    assert_eq!((closed[0].key, closed[0].to), (person(103), Some(day(23))));
}

#[test]
fn leaving_the_school_ends_an_absence_and_no_call_is_owed() {
    let (_folder, mut book) = book();
    hand_in(&mut book, morning(1, day(23)), &[ill(103)]);
    book.clock = Box::new(FixedClock(at(25)));
    assert_eq!(book.owed_calls(day(25)).unwrap().len(), 1);
    roster(&mut book, RosterOp::Leave { person: person(103), on: day(25) });
    assert!(open(&book, 25).is_empty() && book.owed_calls(day(25)).unwrap().is_empty());
    assert_eq!(open(&book, 24).len(), 1, "as it was before");
    let closed = book.closed_absences(day(25)).unwrap();
    let told: Vec<_> = closed.iter().map(|line| (line.to, line.state, line.closing)).collect();
    assert_eq!(told, [(Some(day(24)), CallState::Closed, Some(Closing::Left { on: day(24) }))]);
    let file = book.person_file(person(103), 0).unwrap();
    assert_eq!(file.absences[0].to, Some(day(24)));
    book.undo(None).unwrap();
    assert_eq!(open(&book, 25).len(), 1);
}
