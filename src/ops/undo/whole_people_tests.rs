//! Steps that later work builds on: everybody is taken back whole or stays whole, in one place at a time.

use std::path::PathBuf;

use serde_json::json;

use super::*;
use crate::domain::finding::Attendance;
use crate::domain::group::Group;
use crate::domain::id::PersonId;
use crate::domain::person::Boarding;
use crate::domain::progress::Silent;
use crate::domain::session::Session;
use crate::domain::sheet::SheetKey;
use crate::ops::OpenOptions;
use crate::ops::promotion::PromotionRequest;
use crate::ops::roster::import::ImportRequest;
use crate::ops::roster::{RosterFilter, RosterLine};
use crate::ops::sample_book::with;
use crate::ops::settings::SettingsOp;
use crate::storage::EnrolmentRow;
use crate::storage::KeptReason;

fn day(text: &str) -> chrono::NaiveDate {
    text.parse().unwrap()
}

fn open(folder: &std::path::Path, now: &str) -> Book {
    let folder = folder.to_owned();
    let now = Some(format!("{now}T08:00:00").parse().unwrap());
    Book::open(&OpenOptions { folder, now, seed: Some(1), ..OpenOptions::default() }).unwrap()
}

fn import(book: &mut Book, path: PathBuf) {
    let request = ImportRequest { path, ..ImportRequest::default() };
    let plan = book.review_import(&request, &mut Silent).unwrap();
    book.import(&plan, &mut Silent).unwrap();
}

fn standard() -> PathBuf {
    "tests/rosters/01-standard.xlsx".into()
}

fn school() -> (tempfile::TempDir, Book) {
    let folder = tempfile::tempdir().unwrap();
    let mut book = open(folder.path(), "2025-10-15");
    import(&mut book, standard());
    (folder, book)
}

fn lines(book: &Book, date: &str) -> Vec<RosterLine> {
    book.roster_list(day(date), &RosterFilter::default()).unwrap()
}

/// A day pupil of 三1.
fn third_grader(book: &Book) -> PersonId {
    let mut all = lines(book, "2025-10-15").into_iter();
    all.find(|it| it.class == "三年级(1)班" && it.boarding == Some("走读")).unwrap().key
}

/// A boarder of another class than 三2.
fn boarder(book: &Book) -> PersonId {
    let mut all = lines(book, "2025-10-15").into_iter();
    all.find(|it| it.class != "三年级(2)班" && it.boarding == Some("住校")).unwrap().key
}

fn move_to(book: &mut Book, person: PersonId, class: &str, from: &str) -> OperationId {
    let Group::Class(class) = book.find_class(class, day("2025-10-15")).unwrap().group else { panic!() };
    book.move_class(person, class, day(from)).unwrap();
    last(book)
}

fn last(book: &Book) -> OperationId {
    book.last_open_operation().unwrap().unwrap().id
}

/// Class, first and last day.
fn classes(book: &Book, person: PersonId) -> Vec<(String, String, Option<String>)> {
    let known = book.store.all_classes().unwrap();
    let label = |id| known.iter().find(|class| class.id == id).unwrap().label.clone();
    let rows = book.store.enrolments_of(person).unwrap();
    rows.iter().map(|it| (label(it.class), it.from.to_string(), it.to.map(|to| to.to_string()))).collect()
}

fn nobody_is_in_two_places(book: &Book) {
    let health = book.health().unwrap();
    assert!(health.is_whole() && health.overlaps.is_empty(), "{health:?}");
}

fn boarders(book: &Book, date: &str) -> usize {
    book.class_list(day(date)).unwrap().iter().map(|class| class.boarders).sum()
}

#[test]
fn an_older_move_stays_where_a_later_one_builds_on_it() {
    let (_folder, mut book) = school();
    let pupil = third_grader(&book);
    let first_class = classes(&book, pupil);
    let first = move_to(&mut book, pupil, "三2", "2025-10-10");
    let moved_once = classes(&book, pupil);
    let _ = move_to(&mut book, pupil, "四1", "2025-10-20");
    let moved_twice = classes(&book, pupil);
    let undone = book.undo(Some(first)).unwrap();
    assert_eq!((undone.report.restored, undone.report.kept.len()), (0, 2));
    assert_eq!((undone.kept[0].key, undone.kept[0].reason), (pupil, KeptReason::ChangedLater));
    assert!(undone.words(book.tr()).contains(&undone.kept[0].name));
    assert_eq!(classes(&book, pupil), moved_twice);
    nobody_is_in_two_places(&book);
    // The last step goes back all the same, and a row of steps from the last on goes back whole.
    assert!(book.undo(None).unwrap().kept.is_empty());
    assert_eq!(classes(&book, pupil), moved_once);
    let _ = move_to(&mut book, pupil, "四1", "2025-10-20");
    let _ = move_to(&mut book, pupil, "五1", "2025-10-21");
    for _ in 0..2 {
        assert!(book.undo(None).unwrap().report.kept.is_empty());
    }
    assert_eq!(classes(&book, pupil), moved_once);
    assert_ne!(moved_once, first_class);
}

#[test]
fn an_import_keeps_whole_whom_somebody_moved_since() {
    let (folder, mut book) = school();
    let pupil = third_grader(&book);
    let rows = lines(&book, "2025-10-15");
    let line = rows.iter().find(|it| it.key == pupil).unwrap();
    let path = folder.path().join("again.csv");
    let person = book.store.person(pupil).unwrap().unwrap();
    let number = person.id_number.unwrap();
    std::fs::write(&path, format!("班级,姓名,身份证号\n三年级(2)班,{},{number}\n", line.name)).unwrap();
    import(&mut book, path);
    let _ = move_to(&mut book, pupil, "四1", "2025-10-20");
    let before = classes(&book, pupil);
    assert_eq!(before.len(), 3, "{before:?}");
    let undone = book.undo_import(None).unwrap();
    assert_eq!((undone.report.restored, undone.kept.len()), (0, 1));
    assert_eq!(classes(&book, pupil), before);
    nobody_is_in_two_places(&book);
}

#[test]
fn who_left_and_came_back_is_not_doubled() {
    let (_folder, mut book) = school();
    let pupil = boarder(&book);
    book.leave_school(pupil, day("2025-10-10")).unwrap();
    let left = last(&book);
    let _ = move_to(&mut book, pupil, "三1", "2025-10-14");
    let before = classes(&book, pupil);
    let undone = book.undo(Some(left)).unwrap();
    assert_eq!((undone.report.restored, undone.kept.len()), (0, 1));
    assert_eq!(classes(&book, pupil), before);
    nobody_is_in_two_places(&book);
}

#[test]
fn an_import_taken_back_after_the_promotion_leaves_pupils_and_their_boarding() {
    let (folder, mut book) = school();
    drop(book);
    book = open(folder.path(), "2026-08-30");
    book.promote(&PromotionRequest::default(), &mut Silent).unwrap();
    drop(book);
    book = open(folder.path(), "2026-09-02");
    let state = |book: &Book| {
        let stays = book.store.stays().unwrap();
        (boarders(book, "2026-06-15"), lines(book, "2026-09-02").len(), boarders(book, "2026-09-02"), stays)
    };
    let before = state(&book);
    assert_eq!((before.0, before.1), (62, 356));
    let undone = book.undo_import(None).unwrap();
    assert_eq!(undone.kept.len(), 365, "those who left were moved on by the promotion too");
    assert_eq!(state(&book), before);
    nobody_is_in_two_places(&book);
}

#[test]
fn a_boarder_who_was_moved_boards_on_when_the_import_is_taken_back() {
    let (_folder, mut book) = school();
    let pupil = boarder(&book);
    let _ = move_to(&mut book, pupil, "三2", "2025-10-15");
    let stays = book.store.stays_of(pupil).unwrap();
    let undone = book.undo_import(None).unwrap();
    assert_eq!(undone.kept.iter().map(|it| it.key).collect::<Vec<_>>(), [pupil]);
    let left = lines(&book, "2025-10-15");
    assert_eq!((left.len(), left[0].key, left[0].boarding), (1, pupil, Some("住校")));
    assert_eq!(book.store.stays_of(pupil).unwrap(), stays);
    assert_eq!(book.store.imported_values().unwrap().len(), 1);
    assert_eq!(classes(&book, pupil).len(), 2, "the class before stays too");
    import(&mut book, standard());
    assert_eq!((lines(&book, "2025-10-15").len(), boarders(&book, "2025-10-15")), (365, 62));
    nobody_is_in_two_places(&book);
}

fn evening(book: &Book, class: &str) -> SheetKey {
    let date = book.today();
    SheetKey { group: book.find_class(class, date).unwrap().group, date, session: Session::Evening }
}

#[test]
fn boarding_that_an_evening_sheet_has_counted_stays() {
    let (_folder, mut book) = school();
    let today = book.today();
    let pupil = third_grader(&book);
    let key = evening(&book, "三1");
    book.set_boarding(pupil, Some(Boarding::Boarder), today).unwrap();
    let change = last(&book);
    book.set_nil(SheetKey { session: Session::Morning, ..key }).unwrap();
    assert!(book.undo(Some(change)).unwrap().kept.is_empty(), "in the morning all are counted");
    assert_eq!(boarders(&book, "2025-10-15"), 62);

    book.set_boarding(pupil, Some(Boarding::Boarder), today).unwrap();
    let change = last(&book);
    book.set_nil(key).unwrap();
    let undone = book.undo(Some(change)).unwrap();
    assert_eq!((undone.kept[0].key, undone.kept[0].reason), (pupil, KeptReason::HasRecords));
    assert_eq!(undone.report.restored, 0);
    assert_eq!(boarders(&book, "2025-10-15"), 63);

    // What a sheet has counted cannot be changed; what no sheet has counted yet can be taken back.
    assert!(book.set_boarding(pupil, Some(Boarding::Day), today).is_err());
    book.set_boarding(pupil, Some(Boarding::Day), today.succ_opt().unwrap()).unwrap();
    assert!(book.undo(None).unwrap().kept.is_empty());
    book.set_boarding(pupil, Some(Boarding::Day), today.succ_opt().unwrap()).unwrap();
    let change = last(&book);
    book.record(key, pupil, &with(Attendance::Present, &["cough"])).unwrap();
    assert!(book.undo(Some(change)).unwrap().kept.is_empty());
    assert_eq!(boarders(&book, "2025-10-16"), 63);
}

#[test]
fn a_room_that_its_evening_sheet_has_counted_stays() {
    let (_folder, mut book) = school();
    book.set_up(&SettingsOp::Check("evening-dormitory".into(), true)).unwrap();
    let pupil = third_grader(&book);
    book.set_dormitory(pupil, Some("新楼101"), book.today()).unwrap();
    let change = last(&book);
    let stays = book.store.stays_of(pupil).unwrap();
    let group = book.find_room("新楼101").unwrap().group;
    book.set_nil(SheetKey { group, ..evening(&book, "三1") }).unwrap();
    let undone = book.undo(Some(change)).unwrap();
    assert_eq!((undone.report.restored, undone.kept[0].reason), (0, KeptReason::HasRecords));
    assert_eq!(book.store.stays_of(pupil).unwrap(), stays);
    // One step after the other from the last on, everything goes back.
    book.undo(None).unwrap();
    book.set_dormitory(pupil, Some("新楼102"), book.today()).unwrap();
    assert!(book.undo(None).unwrap().report.kept.is_empty());
    assert_eq!(book.store.stays_of(pupil).unwrap(), stays);
}

#[test]
fn the_doctor_finds_who_is_in_two_places_and_a_new_move_mends_it() {
    let (_folder, mut book) = school();
    let pupil = third_grader(&book);
    let Group::Class(class) = book.find_class("四1", book.today()).unwrap().group else { panic!() };
    let from_day = day("2025-10-20");
    let row = EnrolmentRow { person: pupil, class, grade: Some(4), seat_no: 99, from_day, to_day: None };
    book.act("damage", json!({}), |act, _| Ok(act.put(&row).map(drop)?)).unwrap();
    let health = book.health().unwrap();
    let found: Vec<_> = health.overlaps.iter().map(|it| (it.overlap.person, it.overlap.table)).collect();
    assert!(health.is_whole());
    assert_eq!(found, [(pupil, "enrolment")]);
    assert_eq!((health.overlaps[0].overlap.from, health.overlaps[0].overlap.to), (from_day, None));
    let _ = move_to(&mut book, pupil, "三2", "2025-10-20");
    nobody_is_in_two_places(&book);
}
