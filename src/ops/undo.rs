//! Undo: walks back this operator's operations of today.

mod kept;
mod reported;

use chrono::NaiveDateTime;
use serde::Serialize;
use serde_json::Value;

use super::book::Book;
use super::error::OpError;
use crate::domain::id::OperationId;
use crate::i18n::Tr;
use crate::storage::{OperationRow, StorageError, UndoReport};

pub use kept::KeptPerson;

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
    /// The people who were left whole.
    pub kept: Vec<KeptPerson>,
    /// Classes, rooms, groups and sheets that were left as they are, by name.
    pub kept_things: Vec<String>,
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

    /// The operation that the next undo takes back: not one of which nothing could be taken back just now.
    pub(super) fn last_open_operation(&self) -> Result<Option<OperationRow>, OpError> {
        let limit = u32::try_from(self.held_fast.len() + 1).unwrap_or(u32::MAX);
        let rows = self.store.open_operations(&self.operator()?, self.today(), limit)?;
        Ok(rows.into_iter().find(|row| !self.held_fast.contains(&row.id)))
    }

    /// Takes an operation back; without one, the last of this operator's operations of today. Where later work stands
    /// in the way of all of it, nothing is changed and it can still be taken back.
    ///
    /// # Errors
    /// [`StorageError::NothingToUndo`] if there is none.
    pub fn undo(&mut self, target: Option<OperationId>) -> Result<Undone, OpError> {
        self.undo_because(target, None)
    }

    /// The same with a reason. What changes a sheet that stands in a report that has gone out is a 更正 with its number, as
    /// by hand; that the sheet was checked is not taken back from under the report.
    ///
    /// # Errors
    /// As [`Self::undo`]; [`OpError::ReasonNeeded`], [`OpError::SheetReported`].
    pub fn undo_because(
        &mut self,
        target: Option<OperationId>,
        reason: Option<&str>,
    ) -> Result<Undone, OpError> {
        let named = target.is_some();
        let target = match target {
            Some(id) => self.store.operation(id)?,
            None => self.last_open_operation()?,
        };
        let target = target.ok_or(StorageError::NothingToUndo)?;
        let meta = self.act_meta("undo", target.detail.clone())?;
        let guard = self.reported_by(&target, reason)?;
        let report = self.store.undo_with(target.id, &meta, |act, report| guard.correct(act, report))?;
        self.follow_own_rules()?;
        let state = if report.is_nothing() {
            let _ = self.held_fast.insert(target.id);
            UndoState::Open
        } else {
            if named {
                self.held_fast.clear();
            }
            UndoState::TakenBack
        };
        let operation = UndoLine { state, ..self.undo_line(&target) };
        let (kept, kept_things) = (self.kept_people(&report)?, self.kept_things(&report)?);
        Ok(Undone { operation, report, kept, kept_things })
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

    /// What was done to several pupils at once.
    fn pupils_words(&self, kind: &str, detail: &Value, count: i64) -> String {
        let tr = &self.tr;
        let said = |key: &str| detail.get(key).and_then(Value::as_str);
        match (kind, said("room"), said("boarding")) {
            ("dormitories", Some(room), _) => tr.group_done_room(count, room),
            ("dormitories", None, _) => tr.group_done_no_room(count),
            ("boardings", _, Some("boarder")) => tr.group_done_boarding(count, &tr.person_boarder()),
            ("boardings", _, Some(_)) => tr.group_done_boarding(count, &tr.person_day()),
            ("boardings", _, None) => tr.group_done_boarding(count, &tr.person_unknown()),
            _ => tr.group_done_left_behind(count),
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
            "record" | "correct" if count > 1 => tr.done_record_several(count, &group()),
            "record" => tr.done_record(&group()),
            "correct" => tr.done_correct(&group()),
            "confirm" => tr.done_confirm(&group()),
            "hand_in" => tr.done_hand_in(&group()),
            "import" => import_words(detail, tr),
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
            "dormitories" | "boardings" | "left_behind" => self.pupils_words(kind, detail, count),
            "class_kind" => tr.roster_done_class_kind(&text("class")),
            "grade" => tr.roster_done_grade(),
            "free_group" => tr.group_done_set(&text("group")),
            "close_free_group" => tr.group_done_close(&text("group")),
            "join_free_group" => tr.group_done_join(count, &text("group")),
            "leave_free_group" => tr.group_done_leave(count, &text("group")),
            "answer_alert" => tr.alert_done_answer(&text("scope")),
            "choose_rules" => tr.alert_done_choose(&text("rules")),
            "put_rules_aside" => tr.alert_done_put_aside(&text("rules")),
            "trace" => tr.trace_done(&group()),
            "remove_trace" => tr.trace_done_removed(),
            "plan" => tr.done_plan(),
            "print" => tr.done_print(count),
            "plan_start" => tr.done_plan_start(),
            "terms" => tr.done_terms(),
            "set" => tr.done_set(),
            "daily_report" => tr.done_daily_report(),
            "reprint" => tr.done_reprint(&text("number")),
            "letters" => tr.done_letters(count),
            "usb_package" => tr.done_usb_package(),
            _ => {
                let other = self
                    .reporting_done(kind, detail)
                    .or_else(|| care_done(kind, count, tr))
                    .or_else(|| paper_done(kind, detail, tr));
                other.unwrap_or_else(|| kind.to_owned())
            }
        }
    }
}

/// An import in words: the file, where the journal names it, and how many people it was about.
pub(super) fn import_words(detail: &Value, tr: &Tr) -> String {
    let number = |key: &str| detail.get(key).and_then(Value::as_i64).unwrap_or_default();
    let (count, new, left) = (number("count"), number("new"), number("left"));
    match (detail.get("file").and_then(Value::as_str), count, left) {
        (Some(file), ..) => tr.done_import_file(count - new, file, left, new),
        (None, count, 0) => tr.done_import(count),
        (None, 0, left) => tr.done_import_left(left),
        (None, count, left) => tr.done_import_both(count, left),
    }
}

/// What was done about slips and reports, in words.
fn paper_done(kind: &str, detail: &Value, tr: &Tr) -> Option<String> {
    let count = detail.get("count").and_then(Value::as_i64).unwrap_or_default();
    let letter = detail.get("letter").and_then(Value::as_str).unwrap_or_default();
    Some(match kind {
        "work_report" => tr.work_done(),
        "own_paper" => tr.own_paper_done(count),
        "own_paper_restore" => tr.own_paper_done_restored(),
        "slips_tick" => tr.slip_done_tick(count),
        "slips_untick" => tr.slip_done_untick(count),
        "slips_close" => tr.slip_done_close(letter),
        "slips_open" => tr.slip_done_open(letter),
        _ => return None,
    })
}

/// What was done for people who are kept apart or come back, or to the school's own figures, in words.
fn care_done(kind: &str, count: i64, tr: &Tr) -> Option<String> {
    Some(match kind {
        "own_rule" => tr.own_rule_done(count),
        "own_rule_withdraw" => tr.own_rule_done_withdrawn(),
        "isolation_begin" => tr.isolation_done_begin(),
        "isolation_revise" => tr.isolation_done_revise(),
        "isolation_follow" => tr.isolation_done_follow(),
        "isolation_end" => tr.isolation_done_end(),
        "contacts" => tr.isolation_done_contacts(count),
        "contacts_chosen" => tr.isolation_done_chosen(count),
        "return_plan" => tr.return_done_plan(),
        "return_check" => tr.return_done_check(),
        "return_remove" => tr.return_done_remove(),
        _ => return home_done(kind, count, tr),
    })
}

/// What was done about days at home, returns and screenings, in words.
fn home_done(kind: &str, count: i64, tr: &Tr) -> Option<String> {
    Some(match kind {
        "home_on" => tr.home_done_on(),
        "home_off" => tr.home_done_off(),
        "home_condition" => tr.home_done_condition(),
        "home_days" => tr.home_done_days(count),
        "return_batch" => tr.home_done_batch(),
        "remove_return_batch" => tr.home_done_remove_batch(),
        "return_facts" => tr.home_done_facts(),
        "return_approve" => tr.home_done_approve(),
        "return_refuse" => tr.home_done_refuse(),
        "return_reopen" => tr.home_done_reopen(),
        "return_approve_all" => tr.home_done_approve_all(count),
        "screening_list" => tr.screening_done_list(),
        "screening_revise" => tr.screening_done_revise(),
        "screening_talk" => tr.screening_done_talk(),
        "screening_close" => tr.screening_done_close(),
        _ => return None,
    })
}

#[cfg(test)]
mod tests;
#[cfg(test)]
mod whole_people_tests;
