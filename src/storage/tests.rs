use chrono::{NaiveDate, NaiveDateTime};
use serde_json::json;
use uuid::Uuid;

use super::*;
use crate::domain::finding::{Attendance, Finding};
use crate::domain::group::Group;
use crate::domain::id::{ClassId, OperationId, PersonId};
use crate::domain::person::{Person, PersonKind};
use crate::domain::session::Session;
use crate::domain::sheet::{Sheet, SheetKey, SheetState};

fn at(text: &str) -> NaiveDateTime {
    text.parse().unwrap()
}

fn meta(n: u128, kind: &'static str) -> ActMeta {
    ActMeta {
        id: OperationId(Uuid::from_u128(n)),
        kind,
        detail: json!({}),
        actor: "王秀兰".into(),
        at: at("2026-11-23T08:05:00"),
        undoes: None,
        undoable: true,
    }
}

fn person(n: u128, name: &str) -> Person {
    Person::named(PersonId(Uuid::from_u128(n)), PersonKind::Pupil, name)
}

fn open() -> (tempfile::TempDir, Store) {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(&folder.path().join("chenjian.db"), None).unwrap();
    (folder, store)
}

#[test]
fn a_record_survives_reopening_and_undo_takes_it_back() {
    let (folder, mut store) = open();
    let wang = person(1, "王晓敏");
    store.act::<_, StorageError>(&meta(10, "add"), |act| act.put(&wang)).unwrap();
    drop(store);
    let mut store = Store::open(&folder.path().join("chenjian.db"), None).unwrap();
    assert_eq!(store.people(PersonKind::Pupil).unwrap(), [wang]);
    let report = store.undo(OperationId(Uuid::from_u128(10)), &meta(11, "undo")).unwrap();
    assert_eq!((report.restored, report.kept.len()), (1, 0));
    assert!(store.people(PersonKind::Pupil).unwrap().is_empty());
    assert!(matches!(
        store.undo(OperationId(Uuid::from_u128(10)), &meta(12, "undo")),
        Err(StorageError::NothingToUndo)
    ));
    assert!(store.journal_is_whole().unwrap());
}

#[test]
fn undo_keeps_what_was_changed_later_and_people_with_records() {
    let (_folder, mut store) = open();
    let mut wang = person(1, "王晓敏");
    let wu = person(2, "吴雪梅");
    store
        .act::<_, StorageError>(&meta(10, "import"), |act| {
            act.put(&wang)?;
            act.put(&wu)
        })
        .unwrap();
    wang.phone = Some("1".into());
    store.act::<_, StorageError>(&meta(11, "edit"), |act| act.put(&wang)).unwrap();
    let key = SheetKey {
        group: Group::Class(ClassId(Uuid::from_u128(5))),
        date: NaiveDate::from_ymd_opt(2026, 11, 23).unwrap(),
        session: Session::Morning,
    };
    let mut sheet = Sheet::untouched(key);
    sheet.findings.insert(wu.id, Finding { attendance: Attendance::Ill, ..Finding::default() });
    store.act::<_, StorageError>(&meta(12, "record"), |act| act.put_sheet(&sheet)).unwrap();
    assert_eq!(store.sheet(key).unwrap(), sheet);
    let report = store.undo(OperationId(Uuid::from_u128(10)), &meta(13, "undo")).unwrap();
    let reasons: Vec<_> = report.kept.iter().map(|kept| kept.reason).collect();
    assert_eq!(reasons, [KeptReason::HasRecords, KeptReason::ChangedLater]);
    assert_eq!(store.people(PersonKind::Pupil).unwrap().len(), 2);
}

#[test]
fn an_act_that_fails_or_changes_nothing_leaves_no_trace() {
    let (_folder, mut store) = open();
    let wang = person(1, "王晓敏");
    let failed: Result<(), StorageError> = store.act(&meta(10, "add"), |act| {
        act.put(&wang)?;
        Err(StorageError::NothingToUndo)
    });
    assert!(failed.is_err());
    assert!(store.operations_on("王秀兰", at("2026-11-23T08:05:00").date()).unwrap().is_empty());
    store.act::<_, StorageError>(&meta(11, "add"), |act| act.put(&wang)).unwrap();
    store.act::<_, StorageError>(&meta(12, "add"), |act| act.put(&wang)).unwrap();
    assert_eq!(store.operations_on("王秀兰", at("2026-11-23T08:05:00").date()).unwrap().len(), 1);
}

#[test]
fn a_sheet_keeps_its_three_states() {
    let (_folder, mut store) = open();
    let key = SheetKey {
        group: Group::Staff,
        date: NaiveDate::from_ymd_opt(2026, 11, 23).unwrap(),
        session: Session::Morning,
    };
    assert_eq!(store.sheet(key).unwrap().state(), SheetState::Unchecked);
    let mut sheet = Sheet::untouched(key);
    sheet.confirmed_at = Some(at("2026-11-23T08:06:00"));
    store.act::<_, StorageError>(&meta(1, "nil"), |act| act.put_sheet(&sheet)).unwrap();
    assert_eq!(store.sheet(key).unwrap().state(), SheetState::Nil);
    assert_eq!(store.sheets_between(key.date, key.date).unwrap().len(), 1);
    let week_before = key.date - chrono::Days::new(7);
    assert_eq!(store.first_sheet_between(week_before, key.date).unwrap(), Some(key.date));
    assert_eq!(store.first_sheet_between(week_before, week_before).unwrap(), None);
    assert_eq!(store.confirmed_keys(Group::Staff, week_before, key.date).unwrap(), [key]);
}

#[test]
fn foreign_newer_and_cut_files_are_refused_untouched() {
    let folder = tempfile::tempdir().unwrap();
    let text = folder.path().join("text.db");
    std::fs::write(&text, "这不是数据库".repeat(200)).unwrap();
    assert!(matches!(Store::open(&text, None), Err(StorageError::NotABook { .. })));
    let other = folder.path().join("other.db");
    rusqlite::Connection::open(&other).unwrap().execute_batch("CREATE TABLE t (a)").unwrap();
    let before = std::fs::read(&other).unwrap();
    assert!(matches!(Store::open(&other, None), Err(StorageError::NotABook { .. })));
    assert_eq!(std::fs::read(&other).unwrap(), before);
    let newer = folder.path().join("newer.db");
    drop(Store::open(&newer, None).unwrap());
    rusqlite::Connection::open(&newer).unwrap().pragma_update(None, "user_version", 99).unwrap();
    assert!(matches!(Store::open(&newer, None), Err(StorageError::TooNew { found: 99, .. })));
}

#[test]
fn a_book_of_the_first_format_is_kept_and_goes_on_with_its_rows() {
    let (folder, mut store) = open();
    store.act::<_, StorageError>(&meta(1, "add"), |act| act.put(&person(1, "王晓敏"))).unwrap();
    let path = store.path().to_owned();
    drop(store);
    // The book as the first format left it: without what the later ones brought.
    let old = rusqlite::Connection::open(&path).unwrap();
    let first = include_str!("schema/001.sql");
    let tables: Vec<String> = {
        let mut names = old.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").unwrap();
        names.query_map([], |row| row.get(0)).unwrap().collect::<Result<_, _>>().unwrap()
    };
    for table in tables.iter().filter(|name| !first.contains(&format!("CREATE TABLE {name} "))) {
        old.execute_batch(&format!("DROP TABLE {table}")).unwrap();
    }
    let indexes: Vec<String> = {
        let sql = "SELECT name FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL";
        let mut names = old.prepare(sql).unwrap();
        names.query_map([], |row| row.get(0)).unwrap().collect::<Result<_, _>>().unwrap()
    };
    for index in indexes.iter().filter(|name| !first.contains(&format!("INDEX {name} "))) {
        old.execute_batch(&format!("DROP INDEX {index}")).unwrap();
    }
    old.execute_batch("ALTER TABLE person DROP COLUMN teaches").unwrap();
    old.pragma_update(None, "user_version", 1).unwrap();
    drop(old);
    let store = Store::open(&path, None).unwrap();
    assert_eq!(store.people(PersonKind::Pupil).unwrap().len(), 1);
    assert!(store.journal_is_whole().unwrap() && store.is_sound().unwrap());
    let count: i64 =
        store.connection.query_row("SELECT count(*) FROM illness_case", [], |row| row.get(0)).unwrap();
    assert_eq!(count, 0);
    let kept = rusqlite::Connection::open(folder.path().join("chenjian.db.format-1")).unwrap();
    assert_eq!(super::migrate::format_of(&kept).unwrap(), 1);
}

#[test]
fn a_backup_is_a_whole_book() {
    let (folder, mut store) = open();
    store.act::<_, StorageError>(&meta(1, "add"), |act| act.put(&person(1, "王晓敏"))).unwrap();
    let place = folder.path().join("backup");
    std::fs::create_dir(&place).unwrap();
    let left = ["20261122-083000-daily.db.partial", "20261122-083000-daily.db.partial-journal"];
    let left = left.map(|name| place.join(format!("chenjian-{name}")));
    let at_work = place.join("chenjian-20261123-080300-manual.db.partial");
    left.iter().chain([&at_work]).for_each(|path| std::fs::write(path, "half").unwrap());
    let info = store.back_up(&place, at("2026-11-23T08:05:00"), "import").unwrap();
    assert!(left.iter().all(|path| !path.exists()), "what a power cut left is cleared");
    assert!(at_work.exists(), "another program's copy of this hour is left alone");
    assert_eq!(BackupInfo::newest(&place).as_ref(), Some(&info));
    assert_eq!(BackupInfo::list(&place), std::slice::from_ref(&info));
    let copy = Store::open(&info.path, None).unwrap();
    assert_eq!(copy.people(PersonKind::Pupil).unwrap().len(), 1);
    assert!(copy.is_sound().unwrap());
}

#[test]
fn the_file_of_one_person_is_found_by_indexes_alone() {
    let (_folder, store) = open();
    let plan = |sql: &str, count: usize| {
        let mut statement = store.connection.prepare(&format!("EXPLAIN QUERY PLAN {sql}")).unwrap();
        let values = std::iter::repeat_n("1", count);
        let steps =
            statement.query_map(rusqlite::params_from_iter(values), |row| row.get::<_, String>(3)).unwrap();
        steps.collect::<Result<Vec<_>, _>>().unwrap()
    };
    for (sql, count, index) in [
        (super::record_change::CHANGES, 2, "journal_person"),
        (super::issued::ABOUT, 2, "issued_person"),
        (super::sheet::FOUND_ABOUT, 3, "finding_person"),
    ] {
        let steps = plan(sql, count);
        assert!(
            steps.iter().any(|step| step.contains("USING") && step.contains(index)
                || step.contains("PRIMARY KEY") && step.contains("SEARCH p")),
            "{steps:#?}"
        );
        assert!(steps.iter().all(|step| !step.contains("SCAN")), "{steps:#?}");
    }
}
