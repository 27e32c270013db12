//! The file of an import: its bytes, its name, and how it is to be read.

use super::import_words::COLUMN_FIELDS;
use crate::ops::choice_error::ChoiceError;
use std::io::Read;
use std::path::Path;
use std::time::Duration;

use super::ImportRequest;
use crate::disk::{DiskAction, DiskError, sha256_hex};
use crate::domain::progress::{Cancelled, Progress, TimeLimit};
use crate::ops::book::Book;
use crate::ops::clock::stopwatch;
use crate::ops::error::OpError;
use crate::roster_file::{
    CopiedSheet, Field, KnownColumns, READING_TIME, ReadError, ReadOptions, RosterDocument, RowOrigin,
    TableView, copy_rows, look, read,
};

/// The reader refuses larger files; more is not even read.
const FILE_LIMIT: u64 = 40 * 1024 * 1024 + 1;
/// Settings that remember columns begin so; the header's digest follows.
pub(super) const COLUMNS: &str = "import_columns:";

/// A file to read.
#[derive(Debug)]
pub(super) struct ImportSource {
    bytes: Vec<u8>,
    name: Option<String>,
    pub(super) options: ReadOptions,
}

impl ImportSource {
    /// SHA-256 of the file.
    pub fn digest(&self) -> String {
        sha256_hex(&self.bytes)
    }

    /// Reads it.
    pub fn document(&self, progress: &mut dyn Progress) -> Result<RosterDocument, OpError> {
        read(&self.bytes, self.name.as_deref(), &self.options, progress).map_err(refused)
    }

    /// Its rows as they stand in it.
    pub fn rows(
        &self,
        wanted: &dyn Fn(&RowOrigin) -> bool,
        progress: &mut dyn Progress,
    ) -> Result<Vec<CopiedSheet>, OpError> {
        copy_rows(&self.bytes, self.name.as_deref(), &self.options, wanted, progress).map_err(refused)
    }
}

impl Book {
    /// Opens the file of a request.
    pub(super) fn import_source(&self, request: &ImportRequest) -> Result<ImportSource, OpError> {
        let mut map = Vec::with_capacity(request.map.len());
        for (title, name) in &request.map {
            let field = Field::from_name(name).ok_or_else(|| {
                let allowed = COLUMN_FIELDS.iter().map(|field| field.name()).collect();
                ChoiceError::Unknown { field: "--map", given: name.clone(), allowed }
            })?;
            map.push((title.clone(), field));
        }
        let options = ReadOptions {
            sheet: request.sheet.clone(),
            map,
            tables: request.tables.clone(),
            known: self.store.settings::<KnownColumns>(COLUMNS)?,
            school_year: request.school_year,
            today: self.today(),
        };
        let name = request.path.file_name().map(|name| name.to_string_lossy().into_owned());
        Ok(ImportSource { bytes: bytes_of(&request.path)?, name, options })
    }

    /// Looks at a roster file before it is read: its sheets, their headers, what their columns may mean. Columns
    /// that were set for the same header before mean that again.
    ///
    /// # Errors
    /// [`OpError::Roster`] if the file cannot be opened at all.
    pub fn look_at_roster(
        &self,
        request: &ImportRequest,
        progress: &mut dyn Progress,
    ) -> Result<Vec<TableView>, OpError> {
        let source = self.import_source(request)?;
        in_time(progress, &stopwatch(), |progress| {
            look(&source.bytes, source.name.as_deref(), &source.options, progress).map_err(refused)
        })
    }
}

/// Does work for an import within the time that one may take. `running` tells how long it has been going on.
pub(super) fn in_time<T>(
    progress: &mut dyn Progress,
    running: &dyn Fn() -> Duration,
    work: impl FnOnce(&mut dyn Progress) -> Result<T, OpError>,
) -> Result<T, OpError> {
    let mut limited = TimeLimit::new(progress, running, READING_TIME);
    match work(&mut limited) {
        Err(OpError::Cancelled(_)) if limited.is_over() => Err(OpError::Roster(ReadError::TooSlow)),
        answer => answer,
    }
}

fn refused(error: ReadError) -> OpError {
    match error {
        ReadError::Cancelled => OpError::Cancelled(Cancelled),
        other => OpError::Roster(other),
    }
}

fn bytes_of(path: &Path) -> Result<Vec<u8>, DiskError> {
    let mut bytes = Vec::new();
    let read = std::fs::File::open(path).and_then(|file| file.take(FILE_LIMIT).read_to_end(&mut bytes));
    match read {
        Ok(_) => Ok(bytes),
        Err(error) => Err(DiskError::from_io(DiskAction::Read, path, &error)),
    }
}
