//! What was changed about one person, and by which operation.

use rusqlite::{OptionalExtension, params};

use super::journal::{OperationRow, operation};
use super::record::Row;
use super::{StorageError, Store};
use crate::domain::id::PersonId;

/// The newest entries about a person; both expressions are those of the index `journal_person`.
pub(super) const CHANGES: &str = "SELECT o.*, j.tbl, y.before, y.after
     FROM journal j JOIN journal_payload y ON y.seq = j.seq JOIN operation o ON o.seq = j.operation
     WHERE (j.tbl = 'person' OR j.tbl = 'enrolment' OR j.tbl = 'boarding' OR j.tbl = 'dormitory_stay'
         OR j.tbl = 'employment' OR j.tbl = 'free_group_member' OR j.tbl = 'health_note'
         OR j.tbl = 'vaccination_check')
       AND substr(j.record, 3, 36) = ?1
     ORDER BY j.seq DESC LIMIT ?2";

/// A record before and after an operation.
#[derive(Debug, Clone, PartialEq)]
pub struct RecordChange {
    /// The table.
    pub table: String,
    /// The record before; `None`: it was new.
    pub before: Option<Row>,
    /// The record after; `None`: it was removed.
    pub after: Option<Row>,
    /// The operation.
    pub operation: OperationRow,
}

impl Store {
    /// What a record held last, in the table or not any more; `None` where it never was or its values were erased. It
    /// reads the journal backwards, so ask only for what is no longer there.
    pub fn last_known(&self, table: &str, id: &str) -> Result<Option<Row>, StorageError> {
        let mut statement = self.connection.prepare_cached(
            "SELECT y.before, y.after FROM journal j JOIN journal_payload y ON y.seq = j.seq
             WHERE j.tbl = ?1 AND substr(j.record, 3, 36) = ?2 ORDER BY j.seq DESC LIMIT 1",
        )?;
        let texts =
            statement.query_row(params![table, id], |row| Ok((row.get(0)?, row.get(1)?))).optional()?;
        let (before, after): (Option<String>, Option<String>) = texts.unwrap_or_default();
        Ok(after.or(before).and_then(|text| serde_json::from_str(&text).ok()))
    }

    /// What was changed about a person, the newest first, at most `limit` records. Values that were erased are
    /// absent on both sides.
    pub fn changes_about(&self, person: PersonId, limit: u32) -> Result<Vec<RecordChange>, StorageError> {
        let mut statement = self.connection.prepare_cached(CHANGES)?;
        let mut rows = statement.query(params![person.to_string(), limit])?;
        let parse = |text: Option<String>| text.and_then(|text| serde_json::from_str(&text).ok());
        let mut changes = Vec::new();
        while let Some(row) = rows.next()? {
            changes.push(RecordChange {
                table: row.get("tbl")?,
                before: parse(row.get("before")?),
                after: parse(row.get("after")?),
                operation: operation(row)?,
            });
        }
        Ok(changes)
    }
}
