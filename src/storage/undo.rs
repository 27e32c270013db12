//! Undo: a new journalled operation that restores 'before' only where the value is still 'after', people whole or
//! not at all.

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::params;
use serde_json::Value;

use super::journalled_change::{JournalledChange, person_of};
use super::later_work::LaterWork;
use super::record::shape_of;
use super::{Act, ActMeta, Record, Setting, StorageError, Store};
use crate::domain::id::{OperationId, PersonId};

/// Why a record was left as it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum KeptReason {
    /// Somebody changed it, or another record of the same person, later.
    ChangedLater,
    /// A person with findings, letters or tasks is not removed, nor moved where later sheets have counted; nor a
    /// class or room that still holds anything.
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

impl Kept {
    /// The person whose record it is, if it is one person's.
    pub fn person(&self) -> Option<PersonId> {
        person_of(&self.table, &self.key)?.parse().ok()
    }
}

impl UndoReport {
    /// Whether nothing was taken back: later work stands in the way of all of it.
    pub fn is_nothing(&self) -> bool {
        self.restored == 0 && !self.kept.is_empty()
    }
}

/// Ends an undo without a trace.
enum Stop {
    Failed(StorageError),
    /// Nothing would be taken back, so that the operation can still be.
    Nothing(UndoReport),
}

impl From<StorageError> for Stop {
    fn from(error: StorageError) -> Self {
        Self::Failed(error)
    }
}

impl Store {
    /// Takes an operation back. Where later work stands in the way of all of it, nothing is changed, the operation can
    /// still be taken back, and the report says so.
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
        let done = self.act(&meta, |act| {
            let report = take_back(act, operation.seq, &changes)?;
            if report.is_nothing() {
                return Err(Stop::Nothing(report));
            }
            let _ = act
                .transaction
                .execute(
                    "UPDATE operation SET undone_by = ?1 WHERE id = ?2",
                    params![meta.id.to_string(), target.to_string()],
                )
                .map_err(StorageError::from)?;
            Ok(report)
        });
        match done {
            Ok(report) | Err(Stop::Nothing(report)) => Ok(report),
            Err(Stop::Failed(error)) => Err(error),
        }
    }
}

/// Restores what can be.
fn take_back(
    act: &mut Act<'_>,
    operation: i64,
    changes: &[JournalledChange],
) -> Result<UndoReport, StorageError> {
    let mut report = UndoReport::default();
    let later = LaterWork::since(&act.transaction, operation)?;
    let people = people_kept(act, changes, &later)?;
    let of_kept = |change: &&JournalledChange| change.person().is_some_and(|it| people.contains_key(it));
    let places: BTreeSet<&str> = changes.iter().filter(of_kept).filter_map(JournalledChange::place).collect();
    let mut settings = 0;
    for change in changes.iter().rev() {
        let Some(shape) = shape_of(&change.table) else { continue };
        let kept = match change.person() {
            Some(person) => people.get(person).copied(),
            None => place_kept(act, change, &later, &places)?,
        };
        match kept {
            None => {
                let _ = act.write(shape, &change.key, change.before.as_ref())?;
                report.restored += 1;
                settings += usize::from(change.table == Setting::TABLE);
            }
            Some(reason) => {
                report.kept.push(Kept { table: change.table.clone(), key: change.key.clone(), reason });
            }
        }
    }
    // What an import or a promotion remembers beside the people is nothing without them.
    if !people.is_empty() && settings == report.restored {
        report.restored = 0;
    }
    Ok(report)
}

/// The people whom a later operation has changed or seen. All that the operation did to them stays: restored by
/// halves they would be in two classes, or in one without their boarding.
fn people_kept<'c>(
    act: &Act<'_>,
    changes: &'c [JournalledChange],
    later: &LaterWork,
) -> Result<BTreeMap<&'c str, KeptReason>, StorageError> {
    let mut kept = BTreeMap::new();
    for change in changes {
        let Some(person) = change.person() else { continue };
        if kept.get(person) == Some(&KeptReason::HasRecords) {
            continue;
        }
        let brought = change.table == "person" && change.before.is_none();
        let used = brought
            && exists(
                act,
                "SELECT EXISTS (SELECT 1 FROM finding WHERE person = ?1)
                     OR EXISTS (SELECT 1 FROM issued_person WHERE person = ?1)
                     OR EXISTS (SELECT 1 FROM illness_case WHERE person = ?1)
                     OR EXISTS (SELECT 1 FROM screening WHERE person = ?1)
                     OR EXISTS (SELECT 1 FROM plan_task WHERE body LIKE '%' || ?1 || '%')",
                person,
            )?;
        if used || later.counted(&act.transaction, change)? {
            let _ = kept.insert(person, KeptReason::HasRecords);
        } else if later.builds_on(change) {
            let _ = kept.insert(person, KeptReason::ChangedLater);
        }
    }
    Ok(kept)
}

/// Why a record that is nobody's own stays as it is. `places` are classes, rooms and groups that people who are
/// kept were brought into or out of.
fn place_kept(
    act: &Act<'_>,
    change: &JournalledChange,
    later: &LaterWork,
    places: &BTreeSet<&str>,
) -> Result<Option<KeptReason>, StorageError> {
    if later.changed(change) {
        return Ok(Some(KeptReason::ChangedLater));
    }
    let holds = match change.table.as_str() {
        _ if change.before.is_some() => None,
        "school_class" => Some(
            "SELECT EXISTS (SELECT 1 FROM enrolment WHERE class = ?1)
                 OR EXISTS (SELECT 1 FROM sheet WHERE grp = 'class:' || ?1)",
        ),
        "dormitory" => Some(
            "SELECT EXISTS (SELECT 1 FROM dormitory_stay WHERE dormitory = ?1)
                 OR EXISTS (SELECT 1 FROM sheet WHERE grp = 'dormitory:' || ?1)",
        ),
        "free_group" => Some("SELECT EXISTS (SELECT 1 FROM free_group_member WHERE free_group = ?1)"),
        _ => None,
    };
    // Changes are taken back from the last to the first, so memberships of the same operation are gone by
    // now; what is still there came later.
    let (Some(sql), Some(id)) = (holds, change.key.first().and_then(Value::as_str)) else { return Ok(None) };
    let held = places.contains(id) || exists(act, sql, id)?;
    Ok(held.then_some(KeptReason::HasRecords))
}

fn exists(act: &Act<'_>, sql: &str, id: &str) -> Result<bool, StorageError> {
    Ok(act.transaction.prepare_cached(sql)?.query_row([id], |row| row.get(0))?)
}
