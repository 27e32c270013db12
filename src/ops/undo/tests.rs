use chrono::NaiveDate;
use serde_json::json;

use super::*;
use crate::domain::finding::Attendance;
use crate::i18n::Language;
use crate::ops::OpenOptions;
use crate::ops::sample_book::{book, book_in, morning, person, with};

fn day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 23).unwrap()
}

#[test]
fn the_list_tells_open_taken_back_and_final_apart() {
    let (_folder, mut book) = book();
    book.set_nil(morning(2, day())).unwrap();
    book.record(morning(1, day()), person(102), &with(Attendance::Ill, &["fever"])).unwrap();
    book.act_final("print", json!({ "count": 1 }), |act, _| {
        Ok(act.put(&crate::storage::Setting::new("printed", &1)?).map(drop)?)
    })
    .unwrap();
    book.undo(None).unwrap();
    let all = book.done_list().unwrap();
    let states: Vec<_> = all.iter().take(3).map(|line| (line.kind.as_str(), line.state)).collect();
    let expected =
        [("print", UndoState::Final), ("record", UndoState::TakenBack), ("set_nil", UndoState::Open)];
    assert_eq!(states, expected);
    let open = book.undo_list().unwrap();
    assert!(open[0].kind == "set_nil" && open.iter().all(|line| line.state == UndoState::Open));
    assert_eq!(book.shell_view().unwrap().last.unwrap().id, open[0].id);
    // Nothing that was taken back or is final is taken back again.
    for line in &all[..2] {
        let id = Some(line.id.parse().unwrap());
        assert!(matches!(book.undo(id), Err(OpError::Storage(StorageError::NothingToUndo))));
    }
}

#[test]
fn an_unnamed_operator_is_the_same_in_every_language() {
    let folder = tempfile::tempdir().unwrap();
    drop(book_in(folder.path()));
    let open = |language| {
        let now = Some("2026-11-23T08:10:00".parse().unwrap());
        let folder = folder.path().to_owned();
        Book::open(&OpenOptions { folder, now, seed: Some(2), language, ..OpenOptions::default() }).unwrap()
    };
    let mut book = open(Language::Chinese);
    book.set_nil(morning(1, day())).unwrap();
    assert_eq!(book.undo_list().unwrap()[0].by, book.tr().ops_unnamed_clerk());
    drop(book);
    let mut book = open(Language::English);
    let undone = book.undo(None).unwrap();
    assert_eq!((undone.operation.kind.as_str(), undone.operation.by.as_str()), ("set_nil", "Clerk"));
}
