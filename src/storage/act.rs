//! An act: one operation in one IMMEDIATE transaction, journalled record by record.

use std::collections::BTreeMap;

use chrono::NaiveDateTime;
use rusqlite::{
    CachedStatement, Connection, OptionalExtension, Transaction, TransactionBehavior, params,
    params_from_iter,
};
use serde_json::{Value, json};

use super::journal::{Entry, JournalWriter};
use super::record::{Record, Row, Shape, read_row, shape_of, to_row, to_sql};
use super::store::select;
use super::written_row::WrittenRow;
use super::{ImportedValue, StorageError, Store};
use crate::domain::id::OperationId;
use crate::domain::person::Person;

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
pub struct Act<'a> {
    /// What the transaction is on; statements that are kept borrow from here.
    connection: &'a Connection,
    pub(super) transaction: Transaction<'a>,
    operation: i64,
    changes: usize,
    journal: Option<JournalWriter<'a>>,
    /// How new records come into each table.
    inserts: Vec<(&'static str, CachedStatement<'a>)>,
}

impl std::fmt::Debug for Act<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Act").field("operation", &self.operation).finish_non_exhaustive()
    }
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
        let connection = &self.connection;
        let transaction =
            Transaction::new_unchecked(connection, TransactionBehavior::Immediate).map_err(sort)?;
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
        let mut act =
            Act { connection, transaction, operation, changes: 0, journal: None, inserts: Vec::new() };
        let value = run(&mut act)?;
        let Act { transaction, changes, .. } = act;
        if changes == 0 && meta.undoes.is_none() {
            transaction.rollback().map_err(sort)?;
        } else {
            transaction.commit().map_err(sort)?;
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
        let Some(shape) = shape_of(R::TABLE) else { return Ok(()) };
        let wrong = |source| StorageError::Record { table: R::TABLE, source };
        self.put_row(&WrittenRow::of(shape, record).map_err(wrong)?)
    }

    /// Writes somebody new whom an import brings, and remembers all that it says of the person: the fields and
    /// `more`, which stands elsewhere.
    ///
    /// # Errors
    /// As for [`Self::put_new`].
    pub fn put_imported(&mut self, person: &Person, more: &Row) -> Result<(), StorageError> {
        let shapes = (shape_of(Person::TABLE), shape_of(ImportedValue::TABLE));
        let (Some(shape), Some(remembered)) = shapes else { return Ok(()) };
        let wrong = |source| StorageError::Record { table: shape.table, source };
        let row = WrittenRow::of(shape, person).map_err(wrong)?;
        self.put_row(&row)?;
        let fields: BTreeMap<&str, &Value> = row
            .filled()
            .filter(|(name, _)| !["id", "kind"].contains(name))
            .chain(more.iter().map(|(name, value)| (name.as_str(), value)))
            .collect();
        let fields = serde_json::to_string(&fields).map_err(wrong)?;
        self.put_row(&WrittenRow::remembered(remembered, person.id, fields))
    }

    fn put_row(&mut self, row: &WrittenRow<'_>) -> Result<(), StorageError> {
        let shape = row.shape;
        let wrong = |source| StorageError::Record { table: shape.table, source };
        if !self.inserts.iter().any(|(table, _)| *table == shape.table) {
            let statement = self.connection.prepare_cached(&insert("INSERT", shape, row.names()))?;
            self.inserts.push((shape.table, statement));
        }
        if let Some((_, statement)) = self.inserts.iter_mut().find(|(table, _)| *table == shape.table) {
            let _ = statement.execute(params_from_iter(row.values()))?;
        }
        self.journal(shape, &row.key().map_err(wrong)?, None, Some(&row.text().map_err(wrong)?))
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
            Some(row) => {
                let sql = insert("INSERT OR REPLACE", shape, row.keys().map(String::as_str));
                let values = row.iter().map(|(column, value)| to_sql(shape, column, value));
                let _ = self.transaction.prepare_cached(&sql)?.execute(params_from_iter(values))?;
            }
            None => self.delete(shape, key)?,
        }
        let text = |row: Option<&Row>| row.map(serde_json::to_string).transpose();
        let wrong = |source| StorageError::Record { table: shape.table, source };
        let (before, after) = (text(before.as_ref()).map_err(wrong)?, text(after).map_err(wrong)?);
        self.journal(shape, &json!(key).to_string(), before.as_deref(), after.as_deref())?;
        Ok(true)
    }

    fn journal(
        &mut self,
        shape: &Shape,
        record: &str,
        before: Option<&str>,
        after: Option<&str>,
    ) -> Result<(), StorageError> {
        let journal = match &mut self.journal {
            Some(journal) => journal,
            None => self.journal.insert(JournalWriter::new(self.connection, self.operation)?),
        };
        journal.append(&Entry { table: shape.table, record, before, after })?;
        self.changes += 1;
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

/// The statement that takes these columns.
fn insert<'c>(verb: &str, shape: &Shape, columns: impl Iterator<Item = &'c str>) -> String {
    let columns: Vec<&str> = columns.collect();
    let places = vec!["?"; columns.len()].join(", ");
    format!("{verb} INTO {} ({}) VALUES ({places})", shape.table, columns.join(", "))
}

fn key_of(shape: &Shape, row: &Row) -> Vec<Value> {
    shape.keys.iter().map(|key| row.get(*key).cloned().unwrap_or(Value::Null)).collect()
}
