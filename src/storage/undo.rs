//! Undo: a new journalled operation that restores 'before' only where the value is still 'after', people whole or
//! not at all.

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::params;
use serde_json::Value;

use super::journalled_change::{JournalledChange, person_of};
use super::later_work::LaterWork;
use super::record::{Row, shape_of};
use super::{Act, ActMeta, FindingRow, Record, Setting, SheetRow, StorageError, Store};
use crate::domain::correction::Correction;
use crate::domain::finding::Finding;
use crate::domain::id::{OperationId, PersonId};
use crate::domain::sheet::SheetKey;

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
    /// What became of findings.
    #[serde(skip)]
    pub findings: Vec<RestoredFinding>,
    /// Sheets that are no longer confirmed.
    #[serde(skip)]
    pub opened: Vec<SheetKey>,
    /// Corrections that went with the operation.
    #[serde(skip)]
    pub corrections: Vec<Correction>,
}

/// A finding that an undo restored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RestoredFinding {
    /// On which sheet.
    pub sheet: SheetKey,
    /// Whose.
    pub person: PersonId,
    /// What the sheet said; empty where it said nothing.
    pub before: Finding,
    /// What it says again.
    pub after: Finding,
}

impl Kept {
    /// The person whose record it is, if it is one person's.
    pub fn person(&self) -> Option<PersonId> {
        person_of(&self.table, &self.key)?.parse().ok()
    }
}

impl UndoReport {
    /// Notes what of sheets is restored: `is` stands there, `was` will.
    fn note(&mut self, table: &str, is: Option<&Row>, was: Option<&Row>) {
        match table {
            FindingRow::TABLE => {
                let rows = [is, was].map(|row| row.and_then(read::<FindingRow>));
                let Some(any) = rows.iter().flatten().next() else { return };
                let (sheet, person) = (any.sheet(), any.person);
                let [before, after] = rows.map(|row| row.map(|row| row.body).unwrap_or_default());
                self.findings.push(RestoredFinding { sheet, person, before, after });
            }
            SheetRow::TABLE => {
                let confirmed = |row: &SheetRow| row.confirmed_at.is_some();
                let closed = is.and_then(read::<SheetRow>).filter(confirmed);
                let stays = was.and_then(read::<SheetRow>).is_some_and(|row| confirmed(&row));
                self.opened.extend(closed.filter(|_| !stays).map(|row| row.key()));
            }
            Correction::TABLE if was.is_none() => self.corrections.extend(is.and_then(read::<Correction>)),
            _ => {}
        }
    }

    /// Whether nothing was taken back: later work stands in the way of all of it.
    pub fn is_nothing(&self) -> bool {
        self.restored == 0 && !self.kept.is_empty()
    }
}

/// A row as the record that it is.
fn read<R: Record>(row: &Row) -> Option<R> {
    serde_json::from_value(Value::Object(row.clone())).ok()
}

/// Ends an undo without a trace.
enum Stop<E> {
    Failed(E),
    /// Nothing would be taken back, so that the operation can still be.
    Nothing(UndoReport),
}

impl<E: From<StorageError>> From<StorageError> for Stop<E> {
    fn from(error: StorageError) -> Self {
        Self::Failed(error.into())
    }
}

impl Store {
    /// The sheets that an operation has changed, or findings of.
    pub fn sheets_of_operation(&self, operation: i64) -> Result<BTreeSet<SheetKey>, StorageError> {
        let mut statement = self.connection.prepare_cached(
            "SELECT record FROM journal WHERE operation = ?1 AND tbl IN ('sheet', 'finding')",
        )?;
        let keys = statement.query_map([operation], |row| row.get::<_, String>(0))?;
        let mut sheets = BTreeSet::new();
        for key in keys {
            let key: Vec<Value> = serde_json::from_str(&key?).unwrap_or_default();
            let [group, date, session, ..] = key.as_slice() else { continue };
            let part = |value: &Value| value.as_str().map(ToOwned::to_owned).unwrap_or_default();
            let (group, date, session) = (part(group).parse(), part(date).parse(), part(session).parse());
            if let (Ok(group), Ok(date), Ok(session)) = (group, date, session) {
                let _ = sheets.insert(SheetKey { group, date, session });
            }
        }
        Ok(sheets)
    }

    /// Takes an operation back. Where later work stands in the way of all of it, nothing is changed, the operation can
    /// still be taken back, and the report says so.
    ///
    /// # Errors
    /// [`StorageError::NothingToUndo`] if there is no such operation, it cannot be or has been undone.
    pub fn undo(&mut self, target: OperationId, meta: &ActMeta) -> Result<UndoReport, StorageError> {
        self.undo_with(target, meta, |_, _| Ok(()))
    }

    /// The same, and what goes with it in one transaction; where that fails nothing is taken back.
    ///
    /// # Errors
    /// As [`Self::undo`], and those of what goes with it.
    pub fn undo_with<E: From<StorageError>>(
        &mut self,
        target: OperationId,
        meta: &ActMeta,
        more: impl FnOnce(&mut Act<'_>, &UndoReport) -> Result<(), E>,
    ) -> Result<UndoReport, E> {
        let operation = self.operation(target)?.ok_or(StorageError::NothingToUndo)?;
        if !operation.undoable || operation.undone_by.is_some() {
            return Err(StorageError::NothingToUndo.into());
        }
        let changes = self.changes_of(operation.seq)?;
        let meta = ActMeta { undoes: Some(target), ..meta.clone() };
        let done = self.act(&meta, |act| {
            let report = take_back(act, operation.seq, &changes)?;
            if report.is_nothing() {
                return Err(Stop::Nothing(report));
            }
            more(act, &report).map_err(Stop::Failed)?;
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
                report.note(&change.table, act.current(shape, &change.key)?.as_ref(), change.before.as_ref());
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
