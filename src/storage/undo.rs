//! Undo: a new journalled operation that restores 'before' only where the value is still 'after'.

use std::collections::BTreeSet;

use rusqlite::params;
use serde_json::Value;

use super::journal::digest;
use super::record::{Row, Shape, shape_of};
use super::{Act, ActMeta, StorageError, Store};
use crate::domain::id::OperationId;

/// Why a record was left as it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum KeptReason {
    /// Somebody changed it later.
    ChangedLater,
    /// A person with findings, letters or memberships from later operations is not removed, nor moved where later
    /// sheets have counted; nor a class or room that still holds anything.
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
    /// The digest of what was after, which the journal keeps where it does not keep that itself.
    after_digest: Option<String>,
}

impl Change {
    /// Whether the record is still as the change left it.
    fn still_stands(&self, current: Option<&Row>) -> Result<bool, serde_json::Error> {
        if self.after.is_some() || self.after_digest.is_none() {
            return Ok(current == self.after.as_ref());
        }
        let text = current.map(serde_json::to_string).transpose()?;
        Ok(text.as_deref().map(digest) == self.after_digest)
    }

    /// The person whose record it is; all of them are restored or kept together.
    fn person(&self) -> Option<&str> {
        let own = [
            "person",
            "enrolment",
            "employment",
            "dormitory_stay",
            "health_note",
            "vaccination_check",
            "boarding",
            "free_group_member",
            "imported_value",
        ]
        .contains(&self.table.as_str());
        self.key.first().filter(|_| own).and_then(Value::as_str)
    }
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
            let in_use = people_in_use(act, &changes, operation.seq)?;
            for change in changes.iter().rev() {
                let Some(shape) = shape_of(&change.table) else { continue };
                let stays = change.person().is_some_and(|person| in_use.contains(person));
                let kept = if stays { Some(KeptReason::HasRecords) } else { restore(act, shape, change)? };
                match kept {
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
            "SELECT tbl, record, before, after, after_digest
             FROM journal LEFT JOIN journal_payload USING (seq) WHERE operation = ?1 ORDER BY seq",
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
                after_digest: row.get(4)?,
            });
        }
        Ok(changes)
    }
}

fn restore(act: &mut Act<'_>, shape: &Shape, change: &Change) -> Result<Option<KeptReason>, StorageError> {
    let wrong = |source| StorageError::Record { table: shape.table, source };
    if !change.still_stands(act.current(shape, &change.key)?.as_ref()).map_err(wrong)? {
        return Ok(Some(KeptReason::ChangedLater));
    }
    let holds = match shape.table {
        _ if change.before.is_some() => None,
        "person" => Some(
            "SELECT EXISTS (SELECT 1 FROM enrolment WHERE person = ?1)
                 OR EXISTS (SELECT 1 FROM employment WHERE person = ?1)
                 OR EXISTS (SELECT 1 FROM dormitory_stay WHERE person = ?1)
                 OR EXISTS (SELECT 1 FROM health_note WHERE person = ?1)
                 OR EXISTS (SELECT 1 FROM vaccination_check WHERE person = ?1)
                 OR EXISTS (SELECT 1 FROM boarding WHERE person = ?1)
                 OR EXISTS (SELECT 1 FROM free_group_member WHERE person = ?1)",
        ),
        "school_class" => Some(
            "SELECT EXISTS (SELECT 1 FROM enrolment WHERE class = ?1)
                 OR EXISTS (SELECT 1 FROM sheet WHERE grp = 'class:' || ?1)",
        ),
        "dormitory" => Some("SELECT EXISTS (SELECT 1 FROM dormitory_stay WHERE dormitory = ?1)"),
        "free_group" => Some("SELECT EXISTS (SELECT 1 FROM free_group_member WHERE free_group = ?1)"),
        _ => None,
    };
    // Changes are taken back from the last to the first, so memberships of the same operation are gone by
    // now; what is still there came later.
    if let (Some(sql), Some(id)) = (holds, change.key.first().and_then(Value::as_str))
        && exists(act, sql, [id])?
    {
        return Ok(Some(KeptReason::HasRecords));
    }
    let _ = act.write(shape, &change.key, change.before.as_ref())?;
    Ok(None)
}

/// Whom a later operation has seen: new people with findings, tasks or papers, and people whose membership this
/// operation changed for a day that a later sheet has counted. A nil sheet counts everybody although it
/// names nobody.
fn people_in_use<'c>(
    act: &Act<'_>,
    changes: &'c [Change],
    operation: i64,
) -> Result<BTreeSet<&'c str>, StorageError> {
    let mut found = BTreeSet::new();
    for change in changes {
        let Some(person) = change.person() else { continue };
        let in_use = match (change.table.as_str(), &change.before) {
            ("person", None) => exists(
                act,
                "SELECT EXISTS (SELECT 1 FROM finding WHERE person = ?1)
                     OR EXISTS (SELECT 1 FROM issued_person WHERE person = ?1)
                     OR EXISTS (SELECT 1 FROM plan_task WHERE body LIKE '%' || ?1 || '%')",
                [person],
            )?,
            (table @ ("enrolment" | "employment"), before) => {
                let day = |column| {
                    let after = change.after.as_ref();
                    after.and_then(|row| row.get(column)).and_then(Value::as_str).unwrap_or_default()
                };
                let (first, last) =
                    if before.is_none() { (day("from_day"), "") } else { ("", day("to_day")) };
                let group = match change.key.get(1).and_then(Value::as_str) {
                    Some(class) if table == "enrolment" => format!("class:{class}"),
                    _ => "staff".to_owned(),
                };
                exists(
                    act,
                    "SELECT EXISTS (SELECT 1 FROM sheet
                         WHERE grp = ?1 AND date >= ?2 AND date > ?3 AND EXISTS
                             (SELECT 1 FROM journal WHERE tbl = 'sheet' AND operation > ?4
                                  AND record = json_array(sheet.grp, sheet.date, sheet.session)))",
                    params![group, first, last, operation],
                )?
            }
            _ => false,
        };
        if in_use {
            let _ = found.insert(person);
        }
    }
    Ok(found)
}

fn exists(act: &Act<'_>, sql: &str, params: impl rusqlite::Params) -> Result<bool, StorageError> {
    Ok(act.transaction.prepare_cached(sql)?.query_row(params, |row| row.get(0))?)
}
