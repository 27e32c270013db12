//! The journal: who changed which record when, in a chain of digests.

use chrono::{NaiveDate, NaiveDateTime};
use rusqlite::{CachedStatement, Connection, OptionalExtension, params};
use serde_json::Value;
use sha2::{Digest, Sha256};

use super::{StorageError, Store};
use crate::domain::id::OperationId;

/// Tables of which the journal keeps what was before and of what is after the digest alone: what an import
/// remembers repeats what it wrote into the people, and nobody ever looks at it.
const ONLY_DIGEST: [&str; 1] = ["imported_value"];

/// An operation as the journal lists it.
#[derive(Debug, Clone, PartialEq)]
pub struct OperationRow {
    /// Place in the journal.
    pub seq: i64,
    /// Key.
    pub id: OperationId,
    /// What was done: `set_nil`, `import` …
    pub kind: String,
    /// What to say of it, without names of persons.
    pub detail: Value,
    /// Who did it.
    pub actor: String,
    /// When, local time.
    pub at: NaiveDateTime,
    /// The operation that this one takes back.
    pub undoes: Option<OperationId>,
    /// The operation that took this one back.
    pub undone_by: Option<OperationId>,
    /// Whether it can be taken back at all.
    pub undoable: bool,
}

/// SHA-256 in hexadecimal.
pub(super) fn digest(text: &str) -> String {
    hex(&Sha256::digest(text.as_bytes()))
}

fn hex(bytes: &[u8]) -> String {
    let digit = |half: u8| if half < 10 { b'0' + half } else { b'a' - 10 + half };
    let digits = bytes.iter().flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]).collect();
    String::from_utf8(digits).unwrap_or_default()
}

/// A link of the chain: the digest of the one before it and of its own entry.
fn link(last: &str, operation: i64, [table, record, before, after]: [&str; 4]) -> String {
    let mut hash = Sha256::new();
    for part in [last, "\n", &operation.to_string()] {
        hash.update(part);
    }
    for part in [table, record, before, after] {
        hash.update("\n");
        hash.update(part);
    }
    hex(&hash.finalize())
}

/// One changed record on its way into the journal, before and after as JSON.
pub(super) struct Entry<'a> {
    pub table: &'a str,
    pub record: &'a str,
    pub before: Option<&'a str>,
    pub after: Option<&'a str>,
}

/// Writes the entries of one operation; a roster has thousands.
pub(super) struct JournalWriter<'c> {
    connection: &'c Connection,
    operation: i64,
    /// The last link of the chain; empty before the first.
    last: String,
    entry: CachedStatement<'c>,
    payload: CachedStatement<'c>,
}

impl<'c> JournalWriter<'c> {
    /// Goes on where the journal ends.
    pub fn new(connection: &'c Connection, operation: i64) -> Result<Self, StorageError> {
        let last: Option<String> = connection
            .prepare_cached("SELECT chain FROM journal ORDER BY seq DESC LIMIT 1")?
            .query_row([], |row| row.get(0))
            .optional()?;
        Ok(Self {
            connection,
            operation,
            last: last.unwrap_or_default(),
            entry: connection.prepare_cached("INSERT INTO journal VALUES (NULL, ?1, ?2, ?3, ?4, ?5, ?6)")?,
            payload: connection.prepare_cached("INSERT INTO journal_payload VALUES (?1, ?2, ?3)")?,
        })
    }

    /// Appends an entry and links it to the last one.
    pub fn append(&mut self, entry: &Entry<'_>) -> Result<(), StorageError> {
        let (before, after) = (entry.before.map(digest), entry.after.map(digest));
        let digests = [&before, &after].map(|digest| digest.as_deref().unwrap_or("-"));
        let [old, new] = digests;
        self.last = link(&self.last, self.operation, [entry.table, entry.record, old, new]);
        let _ = self.entry.execute(params![
            self.operation,
            entry.table,
            entry.record,
            before,
            after,
            self.last
        ])?;
        let after = entry.after.filter(|_| !ONLY_DIGEST.contains(&entry.table));
        if entry.before.is_some() || after.is_some() {
            let seq = self.connection.last_insert_rowid();
            let _ = self.payload.execute(params![seq, entry.before, after])?;
        }
        Ok(())
    }
}

pub(super) fn operation(row: &rusqlite::Row<'_>) -> rusqlite::Result<OperationRow> {
    let id = |text: Option<String>| text.and_then(|t| t.parse().ok());
    let text: String = row.get("id")?;
    let detail: String = row.get("detail")?;
    let at: String = row.get("at")?;
    Ok(OperationRow {
        seq: row.get("seq")?,
        id: text.parse().map_err(|_| rusqlite::Error::InvalidQuery)?,
        kind: row.get("kind")?,
        detail: serde_json::from_str(&detail).unwrap_or(Value::Null),
        actor: row.get("actor")?,
        at: at.parse().map_err(|_| rusqlite::Error::InvalidQuery)?,
        undoes: id(row.get("undoes")?),
        undone_by: id(row.get("undone_by")?),
        undoable: row.get("undoable")?,
    })
}

impl Store {
    /// The operations of an operator on a day that can still be taken back, the newest first, at most `limit`.
    pub fn open_operations(
        &self,
        actor: &str,
        day: NaiveDate,
        limit: u32,
    ) -> Result<Vec<OperationRow>, StorageError> {
        self.operations(
            "WHERE actor = ?1 AND substr(at, 1, 10) = ?2
                 AND undoable = 1 AND undoes IS NULL AND undone_by IS NULL ORDER BY seq DESC LIMIT ?3",
            params![actor, day.to_string(), limit],
        )
    }

    /// All operations of an operator on a day but the undoing ones, the newest first.
    pub fn operations_on(&self, actor: &str, day: NaiveDate) -> Result<Vec<OperationRow>, StorageError> {
        self.operations(
            "WHERE at >= ?2 AND at < ?3 AND actor = ?1 AND undoes IS NULL ORDER BY seq DESC",
            params![actor, day.to_string(), day.succ_opt().unwrap_or(day).to_string()],
        )
    }

    /// The last operation of a kind, such as `import`, that was not taken back, whoever made it.
    pub fn last_of_kind(&self, kind: &str) -> Result<Option<OperationRow>, StorageError> {
        let filter = "WHERE kind = ?1 AND undone_by IS NULL ORDER BY seq DESC LIMIT 1";
        Ok(self.operations(filter, [kind])?.pop())
    }

    /// The last operation of a kind, whether or not it was taken back since.
    pub fn newest_of_kind(&self, kind: &str) -> Result<Option<OperationRow>, StorageError> {
        Ok(self.operations("WHERE kind = ?1 AND undoes IS NULL ORDER BY seq DESC LIMIT 1", [kind])?.pop())
    }

    fn operations(
        &self,
        filter: &str,
        params: impl rusqlite::Params,
    ) -> Result<Vec<OperationRow>, StorageError> {
        let mut statement = self.connection.prepare_cached(&format!("SELECT * FROM operation {filter}"))?;
        let rows = statement.query_map(params, operation)?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// One operation.
    pub fn operation(&self, id: OperationId) -> Result<Option<OperationRow>, StorageError> {
        let mut statement = self.connection.prepare_cached("SELECT * FROM operation WHERE id = ?1")?;
        Ok(statement.query_row([id.to_string()], operation).optional()?)
    }

    /// Time of the last operation: a clock earlier than this is wrong.
    pub fn last_operation_at(&self) -> Result<Option<NaiveDateTime>, StorageError> {
        let text: Option<String> = self
            .connection
            .prepare_cached("SELECT max(at) FROM operation")?
            .query_row([], |row| row.get(0))?;
        Ok(text.and_then(|t| t.parse().ok()))
    }

    /// Time of the first operation: when the book was begun.
    pub fn first_operation_at(&self) -> Result<Option<NaiveDateTime>, StorageError> {
        let text: Option<String> = self
            .connection
            .prepare_cached("SELECT min(at) FROM operation")?
            .query_row([], |row| row.get(0))?;
        Ok(text.and_then(|t| t.parse().ok()))
    }

    /// Number of the last journal entry; reports keep it.
    pub fn journal_head(&self) -> Result<i64, StorageError> {
        Ok(self.connection.query_row("SELECT coalesce(max(seq), 0) FROM journal", [], |row| row.get(0))?)
    }

    /// The last link of the journal's chain: while it is the same, so is everything else.
    pub fn journal_link(&self) -> Result<String, StorageError> {
        let last = "SELECT coalesce((SELECT chain FROM journal ORDER BY seq DESC LIMIT 1), '')";
        Ok(self.connection.prepare_cached(last)?.query_row([], |row| row.get(0))?)
    }

    /// Whether an entry after `seq` changed people, classes, calendar or settings, or a sheet of the days
    /// `from` to `to`.
    pub fn touched_since(&self, seq: i64, from: NaiveDate, to: NaiveDate) -> Result<bool, StorageError> {
        let mut statement = self.connection.prepare_cached(
            "SELECT EXISTS (SELECT 1 FROM journal WHERE seq > ?1 AND CASE
                 WHEN tbl IN ('issued', 'plan_task', 'free_group', 'free_group_member') THEN 0
                 WHEN tbl IN ('sheet', 'finding') THEN json_extract(record, '$[1]') BETWEEN ?2 AND ?3
                 ELSE 1 END)",
        )?;
        Ok(statement.query_row(params![seq, from.to_string(), to.to_string()], |row| row.get(0))?)
    }

    /// Whether every link of the journal's chain is the one before plus its own entry.
    pub fn journal_is_whole(&self) -> Result<bool, StorageError> {
        let mut statement = self.connection.prepare(
            "SELECT operation, tbl, record, before_digest, after_digest, chain FROM journal ORDER BY seq",
        )?;
        let mut rows = statement.query([])?;
        let mut last = String::new();
        while let Some(row) = rows.next()? {
            let (operation, table, record): (i64, String, String) = (row.get(0)?, row.get(1)?, row.get(2)?);
            let (before, after): (Option<String>, Option<String>) = (row.get(3)?, row.get(4)?);
            let before = before.as_deref().unwrap_or("-");
            let after = after.as_deref().unwrap_or("-");
            let chain: String = row.get(5)?;
            if chain != link(&last, operation, [&table, &record, before, after]) {
                return Ok(false);
            }
            last = chain;
        }
        Ok(true)
    }
}
