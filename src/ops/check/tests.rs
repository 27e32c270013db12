mod growth;

use std::collections::BTreeSet;

use chrono::NaiveDate;
use serde_json::json;
use uuid::Uuid;

use crate::domain::finding::{Attendance, Finding};
use crate::domain::group::Group;
use crate::domain::id::{ClassId, PersonId};
use crate::domain::person::{Boarding, Person, PersonKind};
use crate::domain::school_class::{ClassKind, SchoolClass};
use crate::domain::session::Session;
use crate::domain::sheet::{SheetKey, SheetState};
use crate::domain::symptom::SymptomCode;
use crate::i18n::Explain;
use crate::ops::book::{Book, OpenOptions};
use crate::ops::check::HandIn;
use crate::ops::error::OpError;
use crate::storage::EnrolmentRow;

fn day(d: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2025, 10, d).unwrap()
}

fn class(n: u128) -> Group {
    Group::Class(ClassId(Uuid::from_u128(n)))
}

fn pupil(n: u128) -> PersonId {
    PersonId(Uuid::from_u128(n))
}

fn key(class_no: u128, d: u32, session: Session) -> SheetKey {
    SheetKey { group: class(class_no), date: day(d), session }
}

fn morning(class_no: u128, d: u32) -> SheetKey {
    key(class_no, d, Session::Morning)
}

fn with(attendance: Attendance, symptoms: &[&str]) -> Finding {
    let symptoms: BTreeSet<_> = symptoms.iter().map(|code| SymptomCode::new(code)).collect();
    Finding { attendance, symptoms, ..Finding::default() }
}

/// Two classes of five pupils each: persons 101–105 in class 1, 201–205 in class 2; 101 boards.
fn book() -> (tempfile::TempDir, Book) {
    let folder = tempfile::tempdir().unwrap();
    let options = OpenOptions {
        folder: folder.path().to_owned(),
        now: Some(day(15).and_hms_opt(8, 5, 0).unwrap()),
        seed: Some(1),
        operator: Some("王秀兰".into()),
        ..OpenOptions::default()
    };
    let mut book = Book::open(&options).unwrap();
    book.act("import", json!({}), |act, _| {
        for class_no in [1_u16, 2] {
            let id = ClassId(Uuid::from_u128(u128::from(class_no)));
            act.put(&SchoolClass {
                id,
                school_year: 2025,
                label: format!("三年级({class_no})班"),
                kind: ClassKind::Ordinary,
                grade: Some(3),
                class_no: Some(class_no),
                sort_order: u32::from(class_no),
                teacher: None,
                continues: None,
            })?;
            for seat_no in 1..=5_u32 {
                let person = pupil(u128::from(class_no) * 100 + u128::from(seat_no));
                let mut record = Person::named(person, PersonKind::Pupil, format!("学生{class_no}{seat_no}"));
                record.boarding = (person == pupil(101)).then_some(Boarding::Boarder);
                act.put(&record)?;
                if let Some(kind) = record.boarding {
                    let from = day(1);
                    act.put(&crate::domain::boarding_span::BoardingSpan {
                        person: record.id,
                        kind,
                        from,
                        to: None,
                    })?;
                }
                let from_day = day(1);
                act.put(&EnrolmentRow {
                    person,
                    class: id,
                    grade: Some(3),
                    seat_no,
                    from_day,
                    to_day: None,
                })?;
            }
        }
        Ok(())
    })
    .unwrap();
    (folder, book)
}

fn state(book: &Book, key: SheetKey) -> SheetState {
    book.sheet_view(key).unwrap().state
}

#[test]
fn silence_is_unchecked_and_nil_is_said_once() {
    let (_folder, mut book) = book();
    let status = book.check_status(day(15)).unwrap();
    let sessions: Vec<_> = status.iter().map(|line| (line.class.as_str(), line.session.name())).collect();
    assert_eq!(
        sessions,
        [
            ("三年级(1)班", "morning"),
            ("三年级(1)班", "noon"),
            ("三年级(1)班", "evening"),
            ("三年级(2)班", "morning"),
            ("三年级(2)班", "noon")
        ]
    );
    assert!(status.iter().all(|line| line.state == SheetState::Unchecked && line.present.is_none()));
    assert_eq!(status[2].head_count, 1, "only boarders in the evening");
    book.set_nil(morning(1, 15)).unwrap();
    book.set_nil(morning(1, 15)).unwrap();
    let status = book.check_status(day(15)).unwrap();
    assert_eq!((status[0].state, status[0].present, status[0].findings), (SheetState::Nil, Some(5), Some(0)));
    assert_eq!(status[0].confirmed_by.as_deref(), Some("王秀兰"));
    assert_eq!(status[3].state, SheetState::Unchecked);
}

#[test]
fn a_draft_stays_unchecked_until_somebody_confirms_it() {
    let (_folder, mut book) = book();
    book.record(morning(1, 15), pupil(102), &with(Attendance::Ill, &["fever"])).unwrap();
    let line = &book.check_status(day(15)).unwrap()[0];
    assert_eq!((line.state, line.draft, line.ill_absent), (SheetState::Unchecked, true, None));
    assert!(matches!(
        book.set_nil(morning(1, 15)),
        Err(OpError::SheetHoldsSomething { findings: 1, proposals: 0, .. })
    ));
    let all = book.set_all_nil(day(15), Session::Morning).unwrap();
    assert_eq!((all.set.len(), all.skipped.len()), (1, 1));
    assert_eq!(book.confirm(morning(1, 15), &HandIn::default()).unwrap(), SheetState::Exceptions);
    let line = &book.check_status(day(15)).unwrap()[0];
    assert_eq!(
        (line.state, line.draft, line.present, line.ill_absent),
        (SheetState::Exceptions, false, Some(4), Some(1))
    );
    // Recording on a confirmed sheet is a correction and keeps it confirmed; clearing makes it nil.
    book.record(morning(1, 15), pupil(102), &Finding::default()).unwrap();
    assert_eq!(state(&book, morning(1, 15)), SheetState::Nil);
}

#[test]
fn open_absences_come_back_as_proposals_that_are_no_records() {
    let (_folder, mut book) = book();
    book.record(morning(1, 14), pupil(102), &with(Attendance::Ill, &["cough"])).unwrap();
    book.record(morning(1, 14), pupil(103), &with(Attendance::Leave, &[])).unwrap();
    book.confirm(morning(1, 14), &HandIn::default()).unwrap();
    let view = book.sheet_view(morning(1, 15)).unwrap();
    let proposed: Vec<_> = view.lines.iter().filter(|l| l.proposal.is_some()).map(|l| l.seat_no).collect();
    assert_eq!(proposed, [2], "leave is not carried over");
    assert!(!view.draft && view.state == SheetState::Unchecked);
    assert!(matches!(book.set_nil(morning(1, 15)), Err(OpError::SheetHoldsSomething { proposals: 1, .. })));
    let findings = book.check_findings(day(15)).unwrap();
    assert!(findings.iter().all(|line| line.proposal && !line.confirmed));
    // Turned down: nothing is proposed any more, but the sheet is a draft until it is confirmed.
    book.record(morning(1, 15), pupil(102), &Finding::default()).unwrap();
    let view = book.sheet_view(morning(1, 15)).unwrap();
    assert!(view.draft && view.lines.iter().all(|line| line.proposal.is_none()));
    let why = book.set_nil(morning(1, 15)).unwrap_err().explain(book.tr());
    assert!(!why.happened.contains('0'), "{}", why.happened);
    book.undo(None).unwrap();
    assert_eq!(book.confirm(morning(1, 15), &HandIn::default()).unwrap(), SheetState::Exceptions);
    assert_eq!(book.check_findings(day(15)).unwrap()[0].absence, Some("ill"));
}

#[test]
fn what_is_not_due_cannot_be_recorded() {
    let (_folder, mut book) = book();
    let sunday = morning(1, 12);
    assert!(matches!(book.set_nil(sunday), Err(OpError::NotDue { .. })));
    assert!(matches!(
        book.record(sunday, pupil(101), &with(Attendance::Ill, &[])),
        Err(OpError::NotDue { .. })
    ));
    assert!(matches!(book.set_nil(key(2, 15, Session::Evening)), Err(OpError::NotDue { .. })), "no boarders");
    book.record(key(1, 12, Session::AllDay), pupil(101), &with(Attendance::Present, &["fever"])).unwrap();
}

#[test]
fn a_day_to_come_takes_nothing() {
    let (_folder, mut book) = book();
    let before = book.store.journal_head().unwrap();
    let ill = with(Attendance::Ill, &["fever"]);
    for session in [Session::Morning, Session::AllDay] {
        let tomorrow = key(1, 16, session);
        let refusals = [
            book.set_nil(tomorrow),
            book.set_all_nil(day(16), session).map(drop),
            book.record(tomorrow, pupil(101), &ill),
            book.confirm(tomorrow, &HandIn::default()).map(drop),
        ];
        for refused in refusals {
            assert!(matches!(refused, Err(OpError::DayToCome { .. })), "{session:?}");
        }
    }
    assert_eq!(book.store.journal_head().unwrap(), before);
    assert!(book.set_all_nil(day(15), Session::Morning).unwrap().set.len() == 2);
}

#[test]
fn wrong_people_and_codes_change_nothing() {
    let (_folder, mut book) = book();
    let before = book.store.journal_head().unwrap();
    assert!(matches!(
        book.record(morning(1, 15), pupil(201), &with(Attendance::Ill, &[])),
        Err(OpError::NotAMember)
    ));
    assert!(matches!(
        book.record(morning(1, 15), pupil(101), &with(Attendance::Ill, &["plague"])),
        Err(OpError::NoSuchSymptom { .. })
    ));
    assert_eq!(book.store.journal_head().unwrap(), before);
}

#[test]
fn classes_are_found_by_any_spelling() {
    let (_folder, book) = book();
    for given in ["三年级(1)班", "三（1）", "三1班", "3.1", "301", " 三年级1班 "] {
        assert_eq!(book.find_class(given, day(15)).unwrap().group, class(1), "{given}");
    }
    assert!(matches!(book.find_class("九（1）", day(15)), Err(OpError::NoSuchClass { .. })));
}

#[test]
fn a_third_case_alerts_at_the_entry_that_makes_it() {
    let (_folder, mut book) = book();
    for (n, expected) in [(101, 0), (102, 0), (103, 1)] {
        book.record(morning(1, 15), pupil(n), &with(Attendance::Present, &["vomiting"])).unwrap();
        let alerts = book.sheet_view(morning(1, 15)).unwrap().alerts;
        assert_eq!(alerts.iter().filter(|a| a.alert.rule == "cn2006-1d3").count(), expected, "after {n}");
    }
    let lines = book.alert_lines(day(15)).unwrap();
    assert_eq!((lines[0].rule.as_str(), lines[0].count, lines[0].scope), ("cn2006-1d3", 3, "class"));
    assert!(book.sheet_view(morning(2, 15)).unwrap().alerts.is_empty());
}

#[test]
fn the_sum_of_today_always_balances() {
    let (_folder, mut book) = book();
    book.record(morning(1, 15), pupil(102), &with(Attendance::Ill, &["fever"])).unwrap();
    book.record(morning(1, 15), pupil(103), &with(Attendance::Late, &[])).unwrap();
    book.confirm(morning(1, 15), &HandIn::default()).unwrap();
    let view = book.today_view(day(15), Session::Morning).unwrap();
    let sum = view.sum;
    assert_eq!((sum.head_count, sum.present, sum.ill_absent, sum.late, sum.unchecked), (10, 4, 1, 1, 5));
    assert_eq!(sum.head_count, sum.present + sum.ill_absent + sum.leave + sum.unknown + sum.unchecked);
    assert_eq!((view.due, view.checked, view.week), (2, 1, Some(7)));
}
