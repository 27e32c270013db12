use chrono::NaiveDate;

use super::*;
use crate::domain::id::PersonId;
use crate::domain::person::{Boarding, Sex};
use crate::ops::OpError;
use crate::ops::book::{Book, OpenOptions};

fn day(month: u32, d: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2025, month, d).unwrap()
}

fn book() -> (tempfile::TempDir, Book) {
    let folder = tempfile::tempdir().unwrap();
    let book = Book::open(&OpenOptions {
        folder: folder.path().to_owned(),
        now: Some(day(10, 15).and_hms_opt(8, 0, 0).unwrap()),
        seed: Some(1),
        ..OpenOptions::default()
    })
    .unwrap();
    (folder, book)
}

fn add(book: &mut Book, name: &str, class: &str) -> PersonId {
    let new = NewPupil { name: name.into(), class: class.into(), ..NewPupil::default() };
    book.add_pupil(&new).unwrap().key
}

fn seats(book: &Book, date: NaiveDate) -> Vec<(String, u32, String)> {
    let lines = book.roster_list(date, &RosterFilter::default()).unwrap();
    lines.into_iter().map(|l| (l.class, l.seat_no, l.name)).collect()
}

fn found(book: &Book, find: &str) -> Vec<String> {
    let filter = RosterFilter { class: None, find: find.into(), ..RosterFilter::default() };
    book.roster_list(day(10, 15), &filter).unwrap().into_iter().map(|l| l.name).collect()
}

#[test]
fn a_known_spelling_makes_the_class_and_others_find_it() {
    let (_folder, mut book) = book();
    add(&mut book, " 王 小明 ", "三2班");
    add(&mut book, "曾婉·阿依", "三年级(2)班");
    add(&mut book, "单雨", "一年级(1)班");
    let new = NewPupil { name: "甲".into(), class: "苗苗班".into(), ..NewPupil::default() };
    assert!(matches!(book.add_pupil(&new), Err(OpError::NoSuchClass { .. })));
    assert_eq!(
        seats(&book, day(10, 15)),
        [
            ("一年级(1)班".into(), 1, "单雨".into()),
            ("三2班".into(), 1, "王小明".into()),
            ("三2班".into(), 2, "曾婉·阿依".into())
        ]
    );
    assert!(seats(&book, day(10, 14)).is_empty(), "yesterday's head-count does not change");
    assert_eq!(found(&book, "wxm"), ["王小明"]);
    assert_eq!(found(&book, "zengwan"), ["曾婉·阿依"]);
    assert_eq!(found(&book, "小明"), ["王小明"]);
    assert_eq!(found(&book, "2"), ["曾婉·阿依"]);
    assert!(matches!(
        book.add_class(&NewClass { label: "三（2）".into(), ..NewClass::default() }),
        Err(OpError::ClassExists { .. })
    ));
}

#[test]
fn seats_are_never_reused_and_moves_are_dated() {
    let (_folder, mut book) = book();
    let first = add(&mut book, "甲", "三1班");
    add(&mut book, "乙", "三1班");
    let other = book.add_class(&NewClass { label: "三2班".into(), ..NewClass::default() }).unwrap();
    book.move_class(first, other, day(10, 20)).unwrap();
    add(&mut book, "丙", "三1班");
    let at =
        |d| seats(&book, day(10, d)).into_iter().map(|(c, s, n)| format!("{c}{s}{n}")).collect::<Vec<_>>();
    assert_eq!(at(19), ["三1班1甲", "三1班2乙", "三1班3丙"]);
    assert_eq!(at(20), ["三1班2乙", "三1班3丙", "三2班1甲"]);
    book.leave_school(first, day(10, 22)).unwrap();
    assert_eq!(seats(&book, day(10, 21)).len(), 3);
    assert_eq!(seats(&book, day(10, 22)).len(), 2);
    book.undo(None).unwrap();
    assert_eq!(seats(&book, day(10, 22)).len(), 3);
    let back = book.find_class("三1班", day(10, 25)).unwrap();
    let crate::domain::group::Group::Class(back) = back.group else { panic!() };
    book.move_class(first, back, day(10, 25)).unwrap();
    assert_eq!(seats(&book, day(10, 25))[0], ("三1班".into(), 1, "甲".into()), "the old seat");
}

#[test]
fn identity_numbers_fill_and_warn() {
    let (_folder, mut book) = book();
    let mut new = NewPupil {
        name: "甲".into(),
        class: "三1班".into(),
        id_number: Some(" 11010519491231002x".into()),
        ..NewPupil::default()
    };
    let added = book.add_pupil(&new).unwrap();
    assert!(added.warnings.is_empty());
    let person = book.person_view(added.key).unwrap().person;
    assert_eq!((person.sex, person.birth), (Some(Sex::Female), NaiveDate::from_ymd_opt(1949, 12, 31)));
    assert!(matches!(book.add_pupil(&new), Err(OpError::PersonExists)));
    new.name = "乙".into();
    new.sex = Some(Sex::Male);
    let warnings = book.add_pupil(&new).unwrap().warnings;
    assert_eq!(warnings, [IdDoubt::IdSexMismatch, IdDoubt::IdDuplicate]);
}

#[test]
fn rooms_make_boarders() {
    let (_folder, mut book) = book();
    let boarder = add(&mut book, "甲", "三1班");
    book.set_dormitory(boarder, Some("2舍 203"), day(10, 15)).unwrap();
    book.set_dormitory(boarder, Some("2 舍203"), day(10, 16)).unwrap();
    assert_eq!(book.room_list(day(10, 16)).unwrap().len(), 1);
    let view = book.person_view(boarder).unwrap();
    assert_eq!(view.person.boarding, Some(Boarding::Boarder));
    assert_eq!(view.stays.len(), 2);
    book.set_dormitory(boarder, None, day(10, 17)).unwrap();
    assert_eq!(book.room_list(day(10, 16)).unwrap()[0].count, 1);
    assert_eq!(book.room_list(day(10, 17)).unwrap()[0].count, 0);
    let page = book.roster_view(day(10, 15), &RosterPage::default()).unwrap();
    assert_eq!((page.pupils, page.boarders, page.found, page.pages), (1, 1, 1, 1));
}

#[test]
fn staff_and_class_teacher() {
    let (_folder, mut book) = book();
    add(&mut book, "甲", "三1班");
    let new = NewStaff { name: "王 秀兰".into(), post: Some("班主任".into()), ..NewStaff::default() };
    book.add_staff(&new).unwrap();
    let class = book.class_list(day(10, 15)).unwrap()[0].key;
    book.set_teacher(class, Some("王秀兰")).unwrap();
    assert_eq!(book.staff_list("wxl").unwrap()[0].class_teacher_of, ["三1班"]);
    assert_eq!(found(&book, ""), ["甲"], "staff are no pupils");
}

#[test]
fn who_has_left_or_comes_later_is_found_and_comes_back_as_the_same_person() {
    let (_folder, mut book) = book();
    let pupil = add(&mut book, "甲", "三1班");
    add(&mut book, "乙", "三1班");
    let later =
        NewPupil {
            name: "丙".into(), class: "三1班".into(), from: Some(day(11, 3)), ..NewPupil::default()
        };
    book.add_pupil(&later).unwrap();
    book.leave_school(pupil, day(10, 20)).unwrap();
    let away = |book: &Book, d: NaiveDate| {
        let filter = RosterFilter { away: true, ..RosterFilter::default() };
        let lines = book.roster_list(d, &filter).unwrap();
        lines.into_iter().map(|line| (line.name, line.class, line.to)).collect::<Vec<_>>()
    };
    let left = |name: &str, to| (name.to_owned(), "三1班".to_owned(), to);
    assert_eq!(away(&book, day(10, 19)), [left("丙", None)]);
    let last = day(10, 20).pred_opt();
    assert_eq!(away(&book, day(10, 20)), [left("甲", last), left("丙", None)]);
    assert_eq!(away(&book, day(11, 3)), [left("甲", last)]);
    assert_eq!(book.roster_view(day(11, 3), &RosterPage::default()).unwrap().away, 1);
    let class = book.class_list(day(10, 15)).unwrap()[0].key;
    book.move_class(pupil, class, day(11, 10)).unwrap();
    assert!(away(&book, day(11, 10)).is_empty());
    assert_eq!(seats(&book, day(11, 10))[0], ("三1班".into(), 1, "甲".into()), "the same person and seat");
    assert_eq!(book.person_view(pupil).unwrap().enrolments.len(), 2);
    assert_eq!(seats(&book, day(10, 25)).len(), 1, "the days away stay days away");
}

#[test]
fn who_boards_today_did_not_do_so_yesterday() {
    let folder = tempfile::tempdir().unwrap();
    let at = |month, d| {
        let options = OpenOptions {
            folder: folder.path().to_owned(),
            now: Some(day(month, d).and_hms_opt(8, 0, 0).unwrap()),
            ..OpenOptions::default()
        };
        Book::open(&options).unwrap()
    };
    let mut book = at(10, 15);
    let pupil = add(&mut book, "甲", "三1班");
    add(&mut book, "乙", "三1班");
    book.set_dormitory(pupil, Some("2舍203"), day(10, 15)).unwrap();
    drop(book);
    let boarders = |book: &Book, d| book.class_list(day(10, d)).unwrap()[0].boarders;
    let evening = |book: &Book, d| {
        let class = book.find_class("三1班", day(10, d)).unwrap().group;
        book.members(class, day(10, d), crate::domain::session::Session::Evening).unwrap().len()
    };
    let mut book = at(10, 20);
    let mut person = book.person_view(pupil).unwrap().person;
    person.boarding = Some(Boarding::Day);
    book.edit_person(&person).unwrap();
    assert_eq!((boarders(&book, 19), evening(&book, 19)), (1, 1), "yesterday stays");
    assert_eq!((boarders(&book, 20), evening(&book, 20)), (0, 0));
    assert_eq!((boarders(&book, 14), evening(&book, 14)), (0, 0), "before the first day");
    drop(book);
    let mut book = at(10, 22);
    person.boarding = Some(Boarding::Boarder);
    book.edit_person(&person).unwrap();
    for (d, count) in [(19, 1), (20, 0), (21, 0), (22, 1)] {
        assert_eq!((boarders(&book, d), evening(&book, d)), (count, count), "{d}");
    }
    book.undo(None).unwrap();
    assert_eq!((boarders(&book, 21), boarders(&book, 22)), (0, 0));
}
