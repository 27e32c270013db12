//! Undo: a new journalled operation that restores 'before' only where the value is still 'after'.

use rusqlite::params;
use serde_json::Value;

use super::record::{Row, Shape, shape_of};
use super::{Act, ActMeta, StorageError, Store};
use crate::domain::id::OperationId;

/// Why a record was left as it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum KeptReason {
    /// Somebody changed it later.
    ChangedLater,
    /// A person who has findings, reports or memberships from later operations is not removed.
    HasRecords,
}

/// A record that an undo left as it is.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
pub struct Kept {
    /// The table.
    pub table: String,
    /// The record's key.
    pub key: Vec<Value>,
    /// Why.
    pub reason: KeptReason,
}

/// What an undo did.
#[derive(Debug, Clone, PartialEq, Default, serde::Serialize)]
pub struct UndoReport {
    /// Number of records restored.
    pub restored: usize,
    /// Records left as they are.
    pub kept: Vec<Kept>,
}

struct Change {
    table: String,
    key: Vec<Value>,
    before: Option<Row>,
    after: Option<Row>,
}

impl Store {
    /// Takes an operation back.
    ///
    /// # Errors
    /// [`StorageError::NothingToUndo`] if there is no such operation, it cannot be or has been undone.
    pub fn undo(&mut self, target: OperationId, meta: &ActMeta) -> Result<UndoReport, StorageError> {
        let operation = self.operation(target)?.ok_or(StorageError::NothingToUndo)?;
        if !operation.undoable || operation.undone_by.is_some() {
            return Err(StorageError::NothingToUndo);
        }
        let changes = self.changes_of(operation.seq)?;
        let meta = ActMeta { undoes: Some(target), ..meta.clone() };
        self.act(&meta, |act| {
            let mut report = UndoReport::default();
            for change in changes.iter().rev() {
                let Some(shape) = shape_of(&change.table) else { continue };
                match restore(act, shape, change)? {
                    None => report.restored += 1,
                    Some(reason) => report.kept.push(Kept {
                        table: change.table.clone(),
                        key: change.key.clone(),
                        reason,
                    }),
                }
            }
            let _ = act.transaction.execute(
                "UPDATE operation SET undone_by = ?1 WHERE id = ?2",
                params![meta.id.to_string(), target.to_string()],
            )?;
            Ok(report)
        })
    }

    fn changes_of(&self, operation: i64) -> Result<Vec<Change>, StorageError> {
        let mut statement = self.connection.prepare(
            "SELECT tbl, record, before, after FROM journal JOIN journal_payload USING (seq)
             WHERE operation = ?1 ORDER BY seq",
        )?;
        let mut rows = statement.query([operation])?;
        let mut changes = Vec::new();
        while let Some(row) = rows.next()? {
            let parse = |text: Option<String>| text.and_then(|t| serde_json::from_str::<Row>(&t).ok());
            let key: String = row.get(1)?;
            changes.push(Change {
                table: row.get(0)?,
                key: serde_json::from_str(&key).unwrap_or_default(),
                before: parse(row.get(2)?),
                after: parse(row.get(3)?),
            });
        }
        Ok(changes)
    }
}

fn restore(act: &mut Act<'_>, shape: &Shape, change: &Change) -> Result<Option<KeptReason>, StorageError> {
    if act.current(shape, &change.key)? != change.after {
        return Ok(Some(KeptReason::ChangedLater));
    }
    if change.before.is_none() && shape.table == "person" && has_records(act, &change.key)? {
        return Ok(Some(KeptReason::HasRecords));
    }
    let _ = act.write(shape, &change.key, change.before.as_ref())?;
    Ok(None)
}

/// Changes are taken back from the last to the first, so memberships of the same operation are gone by
/// now; what is still there came later.
fn has_records(act: &Act<'_>, key: &[Value]) -> Result<bool, StorageError> {
    let Some(id) = key.first().and_then(Value::as_str) else { return Ok(false) };
    let mut statement = act.transaction.prepare_cached(
        "SELECT EXISTS (SELECT 1 FROM finding WHERE person = ?1)
             OR EXISTS (SELECT 1 FROM enrolment WHERE person = ?1)
             OR EXISTS (SELECT 1 FROM dormitory_stay WHERE person = ?1)
             OR EXISTS (SELECT 1 FROM plan_task WHERE body LIKE '%' || ?1 || '%')",
    )?;
    Ok(statement.query_row([id], |row| row.get(0))?)
}
