use super::*;
use crate::ops::OpenOptions;
use crate::ops::book::Book;
use crate::ops::first_step::FirstStep;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn open(folder: &Path, now: &str) -> Book {
    Book::open(&OpenOptions {
        folder: folder.to_owned(),
        now: Some(now.parse().unwrap()),
        seed: Some(1),
        ..OpenOptions::default()
    })
    .unwrap()
}

#[test]
fn days_in_a_row_are_one_act() {
    let home = tempfile::tempdir().unwrap();
    let mut book = open(home.path(), "2026-09-23T09:00:00");
    let (from, to) = (day("2026-10-01"), day("2026-10-08"));
    book.set_up(&SettingsOp::Days { from, to, kind: ExceptionKind::DayOff, note: Some("国庆节".into()) })
        .unwrap();
    assert_eq!(book.settings_view().unwrap().exceptions.len(), 8);
    book.set_up(&SettingsOp::ClearDays(day("2026-10-08"), day("2026-10-09"))).unwrap();
    assert_eq!(book.settings_view().unwrap().exceptions.len(), 7);
    book.undo(None).unwrap();
    book.undo(None).unwrap();
    assert_eq!(book.settings_view().unwrap().exceptions, []);
    for (from, to) in [("2026-10-08", "2026-10-01"), ("2026-01-01", "2026-12-31")] {
        let wrong = SettingsOp::ClearDays(day(from), day(to));
        assert!(matches!(book.set_up(&wrong), Err(OpError::BadValue { field: "days", .. })));
    }
}

#[test]
fn the_first_start_goes_on_where_it_was() {
    let home = tempfile::tempdir().unwrap();
    let mut book = open(home.path(), "2026-08-20T09:00:00");
    assert_eq!(book.first_step().unwrap(), Some(FirstStep::Identity));
    book.set_up(&SettingsOp::School { name: "石桥学校".into(), phone: None, principal: None }).unwrap();
    assert_eq!(book.first_step().unwrap(), None, "a book filled by the command line");
    book.set_up(&SettingsOp::FirstStep(Some(FirstStep::Place))).unwrap();
    drop(book);
    let mut book = open(home.path(), "2026-08-20T09:00:00");
    assert!(book.shell_view().unwrap().first_start);
    assert_eq!(book.settings_view().unwrap().first_step, Some(FirstStep::Place));
    book.set_up(&SettingsOp::FirstStep(None)).unwrap();
    assert!(!book.shell_view().unwrap().first_start);
}

#[test]
fn in_summer_the_terms_are_those_of_the_year_that_comes() {
    let home = tempfile::tempdir().unwrap();
    let first = |now| open(home.path(), now).settings_view().unwrap().terms[0].first;
    assert_eq!(first("2026-08-20T09:00:00"), day("2026-09-01"));
    assert_eq!(first("2026-11-20T09:00:00"), day("2026-09-01"));
    assert_eq!(first("2026-07-10T09:00:00"), day("2025-09-01"), "the last day of the spring term");
}

#[test]
fn a_backup_beside_the_original_is_refused() {
    let home = tempfile::tempdir().unwrap();
    let mut book = open(&home.path().join("data"), "2026-11-23T09:00:00");
    for place in [home.path().join("data/backup"), "somewhere".into()] {
        let refused = book.set_up(&SettingsOp::BackupPlace(Some(place)));
        assert!(matches!(refused, Err(OpError::BadValue { field: "backup_place", .. })));
    }
    // A stick that is not plugged in is kept and told; a folder that only has no name yet is made.
    let second = home.path().join("stick/second");
    book.set_up(&SettingsOp::BackupPlace(Some(second.clone()))).unwrap();
    assert!(!book.settings_view().unwrap().backup_place_there, "kept, but told");
    std::fs::create_dir(home.path().join("stick")).unwrap();
    book.set_up(&SettingsOp::BackupPlace(Some(second.clone()))).unwrap();
    assert!(second.is_dir() && book.settings_view().unwrap().backup_place_there);
    book.set_up(&SettingsOp::BackUp).unwrap();
    let backups = crate::storage::BackupInfo::list(&second);
    assert_eq!(backups.len(), 1);
    assert_eq!(book.shell_view().unwrap().backup_trouble, None);
    book.set_up(&SettingsOp::BackupPlace(None)).unwrap();
    assert_eq!(book.settings_view().unwrap().backup_place, None);
    assert_eq!(backups[0].reason(), Some("manual"));
    assert_eq!(backups[0].taken_at(), Some("2026-11-23T09:00:00".parse().unwrap()));
}

#[test]
fn a_second_place_that_takes_nothing_is_said_and_stops_no_work() {
    let home = tempfile::tempdir().unwrap();
    let mut book = open(&home.path().join("data"), "2026-11-23T09:00:00");
    let second = home.path().join("second");
    // Something in the way of the copy: it cannot be written.
    let obstacle = second.join("chenjian-20261123-090000-manual.db.partial");
    std::fs::create_dir_all(&obstacle).unwrap();
    book.set_up(&SettingsOp::BackupPlace(Some(second.clone()))).unwrap();
    book.set_up(&SettingsOp::BackUp).unwrap();
    assert_eq!(book.settings_view().unwrap().backups.len(), 1, "the copy in the data folder is made");
    assert_eq!(book.shell_view().unwrap().backup_trouble.unwrap().code, "storage_read_only");
    std::fs::remove_dir(&obstacle).unwrap();
    book.set_up(&SettingsOp::BackUp).unwrap();
    assert_eq!(book.shell_view().unwrap().backup_trouble, None);
}
