//! The open book: one connection, opened by one function.

use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags, OptionalExtension, Params};

use super::error::is_corrupt;
use super::migrate::{APPLICATION, application_of, format_of, migrate};
use super::record::{Record, shape_of};
use super::row_reader;
use super::{StorageError, migrate};
use crate::disk::{DiskAction, DiskError};

/// The key of an encrypted book. Not used yet: books are plain until encryption comes.
#[derive(Clone)]
pub struct StoreKey(pub String);

impl std::fmt::Debug for StoreKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("StoreKey")
    }
}

/// An open book.
#[derive(Debug)]
pub struct Store {
    pub(super) connection: Connection,
    pub(super) path: PathBuf,
}

impl Store {
    /// Opens the book at `path`, creating it if there is none. Every other function gets its
    /// connection from here, so that encryption has one place to come to.
    ///
    /// # Errors
    /// The file is no book, newer than this program, damaged, busy, or cannot be written.
    pub fn open(path: &Path, _key: Option<&StoreKey>) -> Result<Self, StorageError> {
        let sort = |error| StorageError::sort(error, path);
        if let Some(folder) = path.parent() {
            std::fs::create_dir_all(folder)
                .map_err(|error| DiskError::from_io(DiskAction::MakeFolder, folder, &error))?;
        }
        let new = !path.exists() || std::fs::metadata(path).is_ok_and(|m| m.len() == 0);
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE
            | OpenFlags::SQLITE_OPEN_CREATE
            | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let connection = Connection::open_with_flags(path, flags).map_err(sort)?;
        connection.busy_timeout(Duration::from_secs(5)).map_err(sort)?;
        if !new {
            let application = application_of(&connection).map_err(sort)?;
            let format = format_of(&connection).map_err(sort)?;
            // Format 0 without a mark: the file was made and the power went before the first format.
            let empty = application == 0 && format == 0 && Self::is_empty(&connection).map_err(sort)?;
            if application != APPLICATION && !empty {
                return Err(StorageError::NotABook { path: path.to_owned() });
            }
            if format > migrate::FORMAT {
                return Err(StorageError::TooNew { found: format, known: migrate::FORMAT });
            }
        }
        // Acknowledged means on the disk: FULL flushes the log at every commit.
        let _: String =
            connection.query_row("PRAGMA journal_mode = WAL", [], |row| row.get(0)).map_err(sort)?;
        connection.pragma_update(None, "synchronous", "FULL").map_err(sort)?;
        connection.pragma_update(None, "foreign_keys", "ON").map_err(sort)?;
        // A whole roster with its journal fits (16 MiB): pages are written once, at the end.
        connection.pragma_update(None, "cache_size", -16384).map_err(sort)?;
        connection.set_prepared_statement_cache_capacity(64);
        // A kept statement is not planned anew for every value that it is asked with.
        let _ = connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true).map_err(sort)?;
        let mut store = Self { connection, path: path.to_owned() };
        let found = format_of(&store.connection).map_err(sort)?;
        if (1..migrate::FORMAT).contains(&found) {
            store.keep_format(found)?;
        }
        migrate(&mut store.connection).map_err(|error| match error {
            StorageError::Database(error) => sort(error),
            other => other,
        })?;
        Ok(store)
    }

    fn is_empty(connection: &Connection) -> rusqlite::Result<bool> {
        connection.query_row("SELECT count(*) = 0 FROM sqlite_schema", [], |row| row.get(0))
    }

    /// From here on everything is read as it is at this moment, whoever else writes, and the file is locked once
    /// instead of at every question. Nothing can be written until [`Self::end_reading`].
    pub fn begin_reading(&self) -> Result<(), StorageError> {
        let _ = self.connection.prepare_cached("BEGIN")?.execute([])?;
        Ok(())
    }

    /// Ends what [`Self::begin_reading`] began.
    pub fn end_reading(&self) -> Result<(), StorageError> {
        let _ = self.connection.prepare_cached("COMMIT")?.execute([])?;
        Ok(())
    }

    /// The book's file.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Whether the whole file is sound. Reads everything: for `doctor` and backups.
    pub fn is_sound(&self) -> Result<bool, StorageError> {
        is_whole(&self.connection)
    }

    /// A number that changes when another program writes to the book.
    pub fn data_version(&self) -> Result<i64, StorageError> {
        Ok(self.connection.query_row("PRAGMA data_version", [], |row| row.get(0))?)
    }

    /// Reads records: `filter` is what follows the table name, such as `WHERE date = ?1 ORDER BY session`.
    pub(super) fn select<R: Record>(
        &self,
        filter: &str,
        params: impl Params,
    ) -> Result<Vec<R>, StorageError> {
        select(&self.connection, filter, params)
    }

    /// Tells a test of every statement that has run, with the steps that its program has taken so far.
    #[cfg(test)]
    pub(crate) fn watch(&mut self, mut seen: impl FnMut(&str, i32) + Send + 'static) {
        use rusqlite::StatementStatus::VmStep;
        use rusqlite::trace::{TraceEvent, TraceEventCodes};
        let told = move |event: TraceEvent<'_>| {
            if let TraceEvent::Profile(statement, _) = event {
                seen(&statement.sql(), statement.get_status(VmStep));
            }
        };
        self.connection.trace_v2(TraceEventCodes::SQLITE_TRACE_PROFILE, Some(told)).unwrap();
    }

    /// A fact about this copy of the book.
    pub fn meta(&self, key: &str) -> Result<Option<String>, StorageError> {
        Ok(self
            .connection
            .prepare_cached("SELECT value FROM meta WHERE key = ?1")?
            .query_row([key], |row| row.get(0))
            .optional()?)
    }

    /// Sets a fact about this copy of the book. Not journalled.
    pub fn set_meta(&self, key: &str, value: &str) -> Result<(), StorageError> {
        let _ = self.connection.execute(
            "INSERT INTO meta VALUES (?1, ?2) ON CONFLICT (key) DO UPDATE SET value = ?2",
            [key, value],
        )?;
        Ok(())
    }
}

/// Reads records through any connection, a transaction's too.
pub(super) fn select<R: Record>(
    connection: &Connection,
    filter: &str,
    params: impl Params,
) -> Result<Vec<R>, StorageError> {
    read(connection, &format!("SELECT * FROM {} {filter}", R::TABLE), params, |record, _| Ok(record))
}

/// Reads records with what else the query holds of each.
pub(super) fn read<R: Record, T>(
    connection: &Connection,
    sql: &str,
    params: impl Params,
    with: impl Fn(R, &rusqlite::Row<'_>) -> rusqlite::Result<T>,
) -> Result<Vec<T>, StorageError> {
    let Some(shape) = shape_of(R::TABLE) else { return Ok(Vec::new()) };
    let mut statement = connection.prepare_cached(sql)?;
    let names: Vec<String> = statement.column_names().map(ToOwned::to_owned).collect();
    let mut rows = statement.query(params)?;
    let mut records = Vec::new();
    while let Some(row) = rows.next()? {
        let record = row_reader::read(shape, &names, row);
        let record = record.map_err(|source| StorageError::Record { table: R::TABLE, source })?;
        records.push(with(record, row)?);
    }
    Ok(records)
}

/// Keys as one parameter: `IN (SELECT value FROM json_each(?1))`.
pub(super) fn key_list<K: serde::Serialize>(keys: impl IntoIterator<Item = K>) -> String {
    let keys: Vec<K> = keys.into_iter().collect();
    serde_json::to_string(&keys).unwrap_or_else(|_| "[]".to_owned())
}

/// Whether a file passes the database's own check.
pub(super) fn is_whole(connection: &Connection) -> Result<bool, StorageError> {
    match connection.query_row("PRAGMA integrity_check", [], |row| row.get::<_, String>(0)) {
        Ok(word) => Ok(word == "ok"),
        Err(error) if is_corrupt(&error) => Ok(false),
        Err(error) => Err(error.into()),
    }
}
