//! Changes by hand with a day: what sheets have counted stands.

use chrono::NaiveDate;
use serde_json::json;

use super::{add, day, seats};
use crate::domain::finding::{Attendance, Finding};
use crate::domain::group::Group;
use crate::domain::id::PersonId;
use crate::domain::person::Boarding;
use crate::domain::progress::Silent;
use crate::domain::session::Session;
use crate::domain::sheet::SheetKey;
use crate::i18n::{Explain, Language, Tr};
use crate::ops::OpError;
use crate::ops::book::{Book, OpenOptions};
use crate::ops::check::HandIn;
use crate::ops::roster::import::ImportRequest;
use crate::ops::roster::{
    ExportPart, MembershipError, NewClass, NewPupil, NewStaff, RosterFilter, membership,
};

fn book_at(folder: &std::path::Path, now: NaiveDate) -> Book {
    Book::open(&OpenOptions {
        folder: folder.to_owned(),
        now: Some(now.and_hms_opt(8, 0, 0).unwrap()),
        operator: Some("王秀兰".into()),
        ..OpenOptions::default()
    })
    .unwrap()
}

/// A pupil of 三1 since September, as of 15 October.
fn pupil(book: &mut Book, name: &str, boarding: Option<Boarding>) -> PersonId {
    let new = NewPupil {
        name: name.into(),
        class: "三1班".into(),
        boarding,
        from: Some(day(9, 1)),
        ..NewPupil::default()
    };
    book.add_pupil(&new).unwrap().key
}

fn ill() -> Finding {
    Finding { attendance: Attendance::Ill, ..Finding::default() }
}

fn sheet(book: &Book, d: u32, session: Session) -> SheetKey {
    SheetKey { group: book.find_class("三1班", day(10, d)).unwrap().group, date: day(10, d), session }
}

fn refused_up_to(result: Result<(), OpError>, d: u32) {
    match result {
        Err(OpError::Membership(MembershipError::AlreadyChecked { last, .. })) => {
            assert_eq!(last, day(10, d));
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn what_confirmed_sheets_counted_cannot_be_changed_after_them() {
    let folder = tempfile::tempdir().unwrap();
    let mut book = book_at(folder.path(), day(10, 15));
    let (gone, other) = (pupil(&mut book, "甲", None), pupil(&mut book, "乙", Some(Boarding::Boarder)));
    let second = NewClass { label: "三2班".into(), ..NewClass::default() };
    let second = book.add_class(&second).unwrap();
    let morning = sheet(&book, 15, Session::Morning);
    book.record(morning, gone, &ill()).unwrap();
    book.confirm(morning, &HandIn::default()).unwrap();
    book.set_nil(sheet(&book, 15, Session::Evening)).unwrap();
    drop(book);

    let mut book = book_at(folder.path(), day(10, 16));
    let before = book.store.journal_head().unwrap();
    refused_up_to(book.move_class(gone, second, day(10, 13)), 15);
    refused_up_to(book.leave_school(gone, day(10, 10)), 15);
    refused_up_to(book.set_boarding(gone, Some(Boarding::Boarder), day(10, 14)), 15);
    refused_up_to(book.set_boarding(other, Some(Boarding::Day), day(10, 15)), 15);
    refused_up_to(book.set_dormitory(gone, Some("2舍203"), day(10, 14)), 15);
    let year = NaiveDate::from_ymd_opt(2024, 10, 16).unwrap();
    let slip = book.leave_school(gone, year).unwrap_err();
    assert!(matches!(slip, OpError::Membership(MembershipError::BeforeEntry { .. })), "{slip:?}");
    assert_eq!(book.store.journal_head().unwrap(), before, "nothing was changed");
    let why = book.move_class(gone, second, day(10, 13)).unwrap_err();
    for language in [Language::Chinese, Language::English] {
        let why = why.explain(&Tr::new(language));
        assert!(why.happened.contains("2025-10-15") && why.remedy.contains("2025-10-16"), "{why:?}");
        assert!(!why.happened.contains('甲'));
    }

    book.set_boarding(other, Some(Boarding::Day), day(10, 16)).unwrap();
    book.move_class(gone, second, day(10, 16)).unwrap();
    let status = book.check_status(day(10, 15)).unwrap();
    let line = status.iter().find(|line| line.session == Session::Morning && line.findings.is_some());
    assert_eq!(line.map(|line| (line.head_count, line.ill_absent)), Some((2, Some(1))));
    book.undo(None).unwrap();
    // A draft with a finding holds the pupil as well.
    book.record(sheet(&book, 16, Session::Morning), gone, &ill()).unwrap();
    refused_up_to(book.leave_school(gone, day(10, 16)), 16);
    book.leave_school(gone, day(10, 17)).unwrap();
    assert_eq!(seats(&book, day(10, 16)).len(), 2);
}

#[test]
fn nobody_changes_classes_before_coming_or_comes_back_before_leaving() {
    let folder = tempfile::tempdir().unwrap();
    let mut book = book_at(folder.path(), day(10, 15));
    let (late, gone) = (pupil(&mut book, "甲", None), pupil(&mut book, "乙", None));
    let second = NewClass { label: "三2班".into(), ..NewClass::default() };
    let second = book.add_class(&second).unwrap();
    let new = NewStaff { name: "丙".into(), from: Some(day(9, 1)), ..NewStaff::default() };
    let nurse = book.add_staff(&new).unwrap().key;
    for person in [gone, nurse] {
        book.leave_school(person, day(10, 10)).unwrap();
    }
    let (head, before) = (book.store.journal_head().unwrap(), seats(&book, day(10, 9)));
    let first = sheet(&book, 9, Session::Morning).group;
    let Group::Class(own) = first else { panic!("{first:?}") };
    let refusals = [
        (book.move_class(late, second, day(8, 31)), "2025-09-01"),
        (book.move_class(gone, second, day(10, 9)), "2025-10-10"),
        (book.move_class(gone, own, day(10, 9)), "2025-10-10"),
        (book.rejoin(nurse, day(10, 9)), "2025-10-10"),
    ];
    for (refused, earliest) in refusals {
        let why = refused.unwrap_err();
        for language in [Language::Chinese, Language::English] {
            let why = why.explain(&Tr::new(language));
            assert!(why.happened.contains(earliest) && why.remedy.contains(earliest), "{why:?}");
            assert!(!why.happened.contains(['甲', '乙', '丙']));
        }
    }
    assert_eq!(book.store.journal_head().unwrap(), head, "nothing was changed");

    book.move_class(gone, second, day(10, 10)).unwrap();
    book.rejoin(nurse, day(10, 10)).unwrap();
    assert_eq!(seats(&book, day(10, 9)), before, "what was there stays");
    book.move_class(late, second, day(9, 1)).unwrap();
    assert_eq!(seats(&book, day(9, 1)).len(), 2, "the wrong class of the first day can be mended");
}

#[test]
fn days_without_sheets_can_be_changed_afterwards() {
    let folder = tempfile::tempdir().unwrap();
    let mut book = book_at(folder.path(), day(10, 15));
    let gone = pupil(&mut book, "甲", None);
    book.set_nil(sheet(&book, 9, Session::Morning)).unwrap();
    book.leave_school(gone, day(10, 10)).unwrap();
    assert_eq!((seats(&book, day(10, 9)).len(), seats(&book, day(10, 10)).len()), (1, 0));
}

#[test]
fn a_finding_is_listed_whoever_is_in_the_class_now() {
    let folder = tempfile::tempdir().unwrap();
    let mut book = book_at(folder.path(), day(10, 15));
    let gone = pupil(&mut book, "甲", None);
    let _ = pupil(&mut book, "乙", None);
    let morning = sheet(&book, 15, Session::Morning);
    book.record(morning, gone, &ill()).unwrap();
    book.confirm(morning, &HandIn::default()).unwrap();
    // An import with a day of its own may still do this.
    book.act("import", json!({}), |act, _| membership::leave(act, gone, day(10, 13))).unwrap();
    let found = book.check_findings(day(10, 15)).unwrap();
    let line = found.iter().map(|it| (it.name.as_str(), it.seat_no, it.absence, it.confirmed));
    assert_eq!(line.collect::<Vec<_>>(), [("甲", 1, Some("ill"), true)]);
}

#[test]
fn before_september_a_new_pupil_joins_the_class_of_the_coming_year() {
    let folder = tempfile::tempdir().unwrap();
    let mut book = book_at(folder.path(), day(8, 28));
    let coming = NewClass { label: "一1班".into(), on: Some(day(9, 1)), ..NewClass::default() };
    book.add_class(&coming).unwrap();
    let _ = add(&mut book, "甲", "一1");
    assert!(seats(&book, day(8, 31)).is_empty());
    assert_eq!(seats(&book, day(9, 1)), [("一1班".into(), 1, "甲".into())]);
    assert!(book.class_list(day(8, 28)).unwrap().is_empty(), "no class of the old year");
    let new = NewPupil { name: "乙".into(), class: "二1班".into(), ..NewPupil::default() };
    let class = NewClass { label: "二1班".into(), ..NewClass::default() };
    for refused in [book.add_pupil(&new).map(drop), book.add_class(&class).map(drop)] {
        let why = refused.unwrap_err();
        assert!(matches!(
            why,
            OpError::Membership(MembershipError::EarlierYear { year: 2024, latest: 2025 })
        ));
        for language in [Language::Chinese, Language::English] {
            assert!(why.explain(&Tr::new(language)).remedy.contains("2025-09-01"));
        }
    }
}

#[test]
fn who_has_left_gets_no_room_and_a_day_pupil_keeps_none() {
    let folder = tempfile::tempdir().unwrap();
    let mut book = book_at(folder.path(), day(10, 15));
    let boarder = pupil(&mut book, "甲", None);
    book.set_dormitory(boarder, Some("2舍203"), day(10, 15)).unwrap();
    book.edit_fields(boarder, &[("boarding".into(), "走读".into())]).unwrap();
    assert_eq!(book.room_list(day(10, 15)).unwrap()[0].count, 0);
    assert!(book.store.stays_of(boarder).unwrap().iter().all(|stay| !stay.covers(day(10, 15))));
    book.leave_school(boarder, day(10, 15)).unwrap();
    let in_no_class = |result: Result<(), OpError>| {
        let why = result.unwrap_err();
        assert!(matches!(why, OpError::Membership(MembershipError::NotEnrolled { .. })), "{why:?}");
    };
    in_no_class(book.set_dormitory(boarder, Some("2舍203"), day(10, 16)));
    in_no_class(book.set_boarding(boarder, Some(Boarding::Boarder), day(10, 16)));
    in_no_class(book.edit_fields(boarder, &[("boarding".into(), "住校".into())]).map(drop));
    book.edit_fields(boarder, &[("remark".into(), "转到县城".into())]).unwrap();
    book.set_dormitory(boarder, None, day(10, 16)).unwrap();
}

#[test]
fn a_boarder_of_next_month_is_a_day_pupil_today() {
    let folder = tempfile::tempdir().unwrap();
    let mut book = book_at(folder.path(), day(10, 16));
    let ahead = pupil(&mut book, "甲", Some(Boarding::Day));
    book.set_boarding(ahead, Some(Boarding::Boarder), day(11, 3)).unwrap();
    assert_eq!(book.person_view(ahead).unwrap().person.boarding, Some(Boarding::Day));
    book.edit_fields(ahead, &[("remark".into(), "11 月住校".into())]).unwrap();
    let path = folder.path().join("名册.xlsx");
    book.export_roster(&path, day(10, 16), ExportPart::Whole).unwrap();
    let request = ImportRequest { path, ..ImportRequest::default() };
    let plan = book.review_import(&request, &mut Silent).unwrap().summary();
    assert_eq!((plan.unchanged, plan.changed, plan.conflicts.len()), (1, 0, 0), "{plan:#?}");
    let boarding =
        |d| book.roster_list(d, &RosterFilter::default()).unwrap().first().and_then(|it| it.boarding);
    assert_eq!((boarding(day(11, 2)), boarding(day(11, 3))), (Some("走读"), Some("住校")));
}

#[test]
fn nobody_is_born_after_today() {
    let folder = tempfile::tempdir().unwrap();
    let mut book = book_at(folder.path(), day(10, 15));
    let new = NewPupil {
        name: "甲".into(),
        class: "三1班".into(),
        birth: NaiveDate::from_ymd_opt(2099, 1, 1),
        ..NewPupil::default()
    };
    assert!(matches!(book.add_pupil(&new), Err(OpError::BadValue { field: "birth", .. })));
}
