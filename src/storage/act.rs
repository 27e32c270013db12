//! An act: one operation in one IMMEDIATE transaction, journalled record by record.

use chrono::NaiveDateTime;
use rusqlite::{OptionalExtension, Transaction, TransactionBehavior, params, params_from_iter};
use serde_json::{Value, json};

use super::journal::{Entry, append, last_link};
use super::record::{Record, Row, Shape, read_row, shape_of, to_row, to_sql};
use super::store::select;
use super::{StorageError, Store};
use crate::domain::id::OperationId;

/// Who does what when.
#[derive(Debug, Clone)]
pub struct ActMeta {
    /// Key of the operation, drawn from the id source.
    pub id: OperationId,
    /// What is done: `set_nil`, `import` …
    pub kind: &'static str,
    /// What to say of it later, without names of persons.
    pub detail: Value,
    /// The operator.
    pub actor: String,
    /// Local time.
    pub at: NaiveDateTime,
    /// The operation that this one takes back.
    pub undoes: Option<OperationId>,
    /// Whether it can be taken back; prints and exports cannot.
    pub undoable: bool,
}

/// An act in progress. Nothing is kept unless the closure given to [`Store::act`] returns `Ok`.
#[derive(Debug)]
pub struct Act<'a> {
    pub(super) transaction: Transaction<'a>,
    operation: i64,
    changes: usize,
    /// The last link of the journal's chain, once it was read: a roster appends thousands.
    chain: Option<String>,
}

impl Store {
    /// Runs an act. If it changes no record, nothing is journalled either.
    pub fn act<T, E: From<StorageError>>(
        &mut self,
        meta: &ActMeta,
        run: impl FnOnce(&mut Act<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        let path = self.path.clone();
        let sort = |error: rusqlite::Error| E::from(StorageError::sort(error, &path));
        let device = self.meta("device")?.unwrap_or_default();
        let transaction =
            self.connection.transaction_with_behavior(TransactionBehavior::Immediate).map_err(sort)?;
        let _ = transaction
            .prepare_cached("INSERT INTO operation VALUES (NULL, ?1, ?2, ?3, ?4, ?5, ?6, ?7, NULL, ?8)")
            .and_then(|mut statement| {
                statement.execute(params![
                    meta.id.to_string(),
                    meta.kind,
                    meta.detail.to_string(),
                    meta.actor,
                    device,
                    meta.at.format("%Y-%m-%dT%H:%M:%S").to_string(),
                    meta.undoes.map(|id| id.to_string()),
                    meta.undoable,
                ])
            })
            .map_err(sort)?;
        let operation = transaction.last_insert_rowid();
        let mut act = Act { transaction, operation, changes: 0, chain: None };
        let value = run(&mut act)?;
        if act.changes == 0 && meta.undoes.is_none() {
            act.transaction.rollback().map_err(sort)?;
        } else {
            act.transaction.commit().map_err(sort)?;
        }
        Ok(value)
    }
}

impl Act<'_> {
    /// Number of records changed so far.
    pub fn changes(&self) -> usize {
        self.changes
    }

    /// Writes a record, whether it is new or not. Answers whether anything changed.
    pub fn put<R: Record>(&mut self, record: &R) -> Result<bool, StorageError> {
        let row = to_row(record)?;
        let Some(shape) = shape_of(R::TABLE) else { return Ok(false) };
        self.write(shape, &key_of(shape, &row), Some(&row))
    }

    /// Writes a record whose key was drawn just now, so that nobody has it.
    ///
    /// # Errors
    /// The key is taken all the same: nothing is overwritten.
    pub fn put_new<R: Record>(&mut self, record: &R) -> Result<(), StorageError> {
        let row = to_row(record)?;
        let Some(shape) = shape_of(R::TABLE) else { return Ok(()) };
        self.insert(shape, &row, "INSERT")?;
        self.journal(shape, &key_of(shape, &row), None, Some(&row))
    }

    /// Removes the record with the same key, if there is one. Answers whether there was.
    pub fn remove<R: Record>(&mut self, record: &R) -> Result<bool, StorageError> {
        let row = to_row(record)?;
        let Some(shape) = shape_of(R::TABLE) else { return Ok(false) };
        self.write(shape, &key_of(shape, &row), None)
    }

    /// Reads records as this act sees them; `filter` as in the store.
    pub(super) fn select<R: Record>(
        &self,
        filter: &str,
        params: impl rusqlite::Params,
    ) -> Result<Vec<R>, StorageError> {
        select(&self.transaction, filter, params)
    }

    /// The row with that key.
    pub(super) fn current(&self, shape: &Shape, key: &[Value]) -> Result<Option<Row>, StorageError> {
        let filter: Vec<String> =
            shape.keys.iter().enumerate().map(|(i, column)| format!("{column} = ?{}", i + 1)).collect();
        let sql = format!("SELECT * FROM {} WHERE {}", shape.table, filter.join(" AND "));
        let values: Vec<_> =
            shape.keys.iter().zip(key).map(|(column, value)| to_sql(shape, column, value)).collect();
        let mut statement = self.transaction.prepare_cached(&sql)?;
        Ok(statement.query_row(params_from_iter(values), |row| read_row(shape, row)).optional()?)
    }

    /// Writes or removes a row and journals it.
    pub(super) fn write(
        &mut self,
        shape: &Shape,
        key: &[Value],
        after: Option<&Row>,
    ) -> Result<bool, StorageError> {
        let before = self.current(shape, key)?;
        if before.as_ref() == after {
            return Ok(false);
        }
        match after {
            Some(row) => self.insert(shape, row, "INSERT OR REPLACE")?,
            None => self.delete(shape, key)?,
        }
        self.journal(shape, key, before.as_ref(), after)?;
        Ok(true)
    }

    fn journal(
        &mut self,
        shape: &Shape,
        key: &[Value],
        before: Option<&Row>,
        after: Option<&Row>,
    ) -> Result<(), StorageError> {
        let record = json!(key).to_string();
        let last = match self.chain.take() {
            Some(last) => last,
            None => last_link(&self.transaction)?,
        };
        let entry = Entry { operation: self.operation, table: shape.table, record: &record, before, after };
        self.chain = Some(append(&self.transaction, &last, &entry)?);
        self.changes += 1;
        Ok(())
    }

    fn insert(&self, shape: &Shape, row: &Row, verb: &str) -> Result<(), StorageError> {
        let mut sql = format!("{verb} INTO {} (", shape.table);
        for (at, column) in row.keys().enumerate() {
            sql.push_str(if at == 0 { "" } else { ", " });
            sql.push_str(column);
        }
        sql.push_str(") VALUES (?");
        sql.push_str(&", ?".repeat(row.len().saturating_sub(1)));
        sql.push(')');
        let values = row.iter().map(|(column, value)| to_sql(shape, column, value));
        let _ = self.transaction.prepare_cached(&sql)?.execute(params_from_iter(values))?;
        Ok(())
    }

    fn delete(&self, shape: &Shape, key: &[Value]) -> Result<(), StorageError> {
        let filter: Vec<String> =
            shape.keys.iter().enumerate().map(|(i, column)| format!("{column} = ?{}", i + 1)).collect();
        let sql = format!("DELETE FROM {} WHERE {}", shape.table, filter.join(" AND "));
        let values = shape.keys.iter().zip(key).map(|(column, value)| to_sql(shape, column, value));
        let _ = self.transaction.prepare_cached(&sql)?.execute(params_from_iter(values))?;
        Ok(())
    }
}

fn key_of(shape: &Shape, row: &Row) -> Vec<Value> {
    shape.keys.iter().map(|key| row.get(*key).cloned().unwrap_or(Value::Null)).collect()
}
