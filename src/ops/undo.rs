//! Undo: walks back this operator's operations of today.

use chrono::NaiveDateTime;
use serde::Serialize;
use serde_json::Value;

use super::book::Book;
use super::error::OpError;
use crate::domain::id::OperationId;
use crate::storage::{OperationRow, StorageError, UndoReport};

/// Whether an operation can be taken back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum UndoState {
    /// It can be.
    Open,
    /// It was.
    TakenBack,
    /// It never can be: something was printed or handed out.
    Final,
}

/// An operation that can be taken back, was, or never can be.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct UndoLine {
    /// Key.
    pub id: String,
    /// What it was: `set_nil`, `import` …
    pub kind: String,
    /// What to say of it.
    pub detail: Value,
    /// In words.
    pub words: String,
    /// Who.
    pub by: String,
    /// When.
    pub at: NaiveDateTime,
    /// Whether it can still be taken back.
    pub state: UndoState,
}

/// What was taken back.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Undone {
    /// The operation.
    pub operation: UndoLine,
    /// What was restored and what was left.
    pub report: UndoReport,
}

impl Book {
    /// This operator's operations of today that can be taken back, the newest first.
    pub fn undo_list(&self) -> Result<Vec<UndoLine>, OpError> {
        let rows = self.store.open_operations(&self.operator()?, self.today(), u32::MAX)?;
        Ok(rows.iter().map(|row| self.undo_line(row)).collect())
    }

    /// All of this operator's operations of today, the newest first: those taken back and final ones too.
    pub fn done_list(&self) -> Result<Vec<UndoLine>, OpError> {
        let rows = self.store.operations_on(&self.operator()?, self.today())?;
        Ok(rows.iter().map(|row| self.undo_line(row)).collect())
    }

    /// The operation that the next undo takes back.
    pub(super) fn last_open_operation(&self) -> Result<Option<OperationRow>, OpError> {
        Ok(self.store.open_operations(&self.operator()?, self.today(), 1)?.pop())
    }

    /// Takes an operation back; without one, the last of this operator's operations of today.
    ///
    /// # Errors
    /// [`StorageError::NothingToUndo`] if there is none.
    pub fn undo(&mut self, target: Option<OperationId>) -> Result<Undone, OpError> {
        let target = match target {
            Some(id) => self.store.operation(id)?,
            None => self.last_open_operation()?,
        };
        let target = target.ok_or(StorageError::NothingToUndo)?;
        let meta = self.act_meta("undo", target.detail.clone())?;
        let report = self.store.undo(target.id, &meta)?;
        let operation = UndoLine { state: UndoState::TakenBack, ..self.undo_line(&target) };
        Ok(Undone { operation, report })
    }

    pub(super) fn undo_line(&self, row: &OperationRow) -> UndoLine {
        let state = match row.undone_by {
            Some(_) => UndoState::TakenBack,
            None if row.undoable => UndoState::Open,
            None => UndoState::Final,
        };
        UndoLine {
            id: row.id.to_string(),
            kind: row.kind.clone(),
            detail: row.detail.clone(),
            words: self.operation_words(&row.kind, &row.detail),
            by: self.name_or_post(&row.actor),
            at: row.at,
            state,
        }
    }

    /// An operation in words: `三（2）班记为零报告`.
    pub(super) fn operation_words(&self, kind: &str, detail: &Value) -> String {
        let tr = &self.tr;
        let text = |key: &str| detail.get(key).and_then(Value::as_str).unwrap_or_default().to_owned();
        let group = || match detail.get("class").and_then(Value::as_str) {
            Some(class) => tr.class(class),
            None => text("group"),
        };
        let count = detail.get("count").and_then(Value::as_i64).unwrap_or_default();
        match kind {
            "set_nil" => tr.done_set_nil(&group()),
            "set_all_nil" => tr.done_set_all_nil(count),
            "record" => tr.done_record(&group()),
            "correct" => tr.done_correct(&group()),
            "confirm" => tr.done_confirm(&group()),
            "import" => tr.done_import(count),
            "add_person" => tr.done_add_person(),
            "edit_person" => tr.done_edit_person(),
            "add_class" => tr.roster_done_add_class(&text("class")),
            "set_teacher" => tr.roster_done_set_teacher(&text("class")),
            "move_class" => tr.roster_done_move_class(&text("class")),
            "promote" => tr.promotion_undo_word(count, &text("year")),
            "leave" => tr.roster_done_leave(),
            "rejoin" => tr.roster_done_rejoin(),
            "dormitory" => tr.roster_done_dormitory(),
            "health" => tr.person_file_done_health(),
            "vaccination" => tr.person_file_done_vaccination(),
            "boarding" => tr.roster_done_boarding(),
            "class_kind" => tr.roster_done_class_kind(&text("class")),
            "grade" => tr.roster_done_grade(),
            "free_group" => tr.group_done_set(&text("group")),
            "close_free_group" => tr.group_done_close(&text("group")),
            "join_free_group" => tr.group_done_join(&text("group")),
            "leave_free_group" => tr.group_done_leave(&text("group")),
            "plan" => tr.done_plan(),
            "print" => tr.done_print(count),
            "plan_start" => tr.done_plan_start(),
            "terms" => tr.done_terms(),
            "set" => tr.done_set(),
            "daily_report" => tr.done_daily_report(),
            "reprint" => tr.done_reprint(&text("number")),
            "letters" => tr.done_letters(count),
            "usb_package" => tr.done_usb_package(),
            _ => kind.to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
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
            Book::open(&OpenOptions { folder, now, seed: Some(2), language, ..OpenOptions::default() })
                .unwrap()
        };
        let mut book = open(Language::Chinese);
        book.set_nil(morning(1, day())).unwrap();
        assert_eq!(book.undo_list().unwrap()[0].by, book.tr().ops_unnamed_clerk());
        drop(book);
        let mut book = open(Language::English);
        let undone = book.undo(None).unwrap();
        assert_eq!((undone.operation.kind.as_str(), undone.operation.by.as_str()), ("set_nil", "Clerk"));
    }
}
