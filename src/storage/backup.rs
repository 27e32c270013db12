//! Verified backups of the book.

use std::fs;
use std::path::{Path, PathBuf};

use chrono::NaiveDateTime;
use rusqlite::{Connection, OpenFlags};

use super::store::is_whole;
use super::{StorageError, Store};
use crate::disk::{DiskAction, DiskError, RealFiles, publish};

/// How many backups a folder keeps; the oldest go first.
const KEEP: usize = 30;

/// A backup that exists.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct BackupInfo {
    /// The file.
    pub path: PathBuf,
    /// Size in bytes.
    pub bytes: u64,
}

impl Store {
    /// Copies the book into `folder` as `chenjian-20261123-080500-REASON.db`, checks the copy whole and
    /// equal in its journal, flushes and renames it. Old copies beyond thirty are removed.
    pub fn back_up(
        &self,
        folder: &Path,
        at: NaiveDateTime,
        reason: &str,
    ) -> Result<BackupInfo, StorageError> {
        let failed = |action, path: &Path| {
            let path = path.to_owned();
            move |error: std::io::Error| DiskError::from_io(action, &path, &error)
        };
        fs::create_dir_all(folder).map_err(failed(DiskAction::MakeFolder, folder))?;
        clear_leftovers(folder, at);
        let name = format!("chenjian-{}-{reason}.db", at.format("%Y%m%d-%H%M%S"));
        let target = folder.join(&name);
        let partial = folder.join(format!("{name}.partial"));
        if let Err(error) = self.copy_to(&partial) {
            let _ = fs::remove_file(&partial);
            return Err(error);
        }
        publish(&RealFiles, &partial, &target)?;
        thin(folder)?;
        let bytes = fs::metadata(&target).map_err(failed(DiskAction::Read, &target))?.len();
        Ok(BackupInfo { path: target, bytes })
    }

    /// Keeps a checked copy of a book of an older format beside it, before it is brought to the newest one.
    pub(super) fn keep_format(&self, format: i64) -> Result<(), StorageError> {
        let name = self.path.file_name().unwrap_or_default().to_string_lossy();
        let target = self.path.with_file_name(format!("{name}.format-{format}"));
        if target.exists() {
            return Ok(());
        }
        let partial = self.path.with_file_name(format!("{name}.format-{format}.partial"));
        if let Err(error) = self.copy_to(&partial) {
            let _ = fs::remove_file(&partial);
            return Err(error);
        }
        Ok(publish(&RealFiles, &partial, &target)?)
    }

    fn copy_to(&self, partial: &Path) -> Result<(), StorageError> {
        let _ = fs::remove_file(partial);
        {
            let mut copy = Connection::open(partial).map_err(|e| StorageError::sort(e, partial))?;
            let backup = rusqlite::backup::Backup::new(&self.connection, &mut copy)
                .map_err(|e| StorageError::sort(e, partial))?;
            backup
                .run_to_completion(1000, std::time::Duration::ZERO, None)
                .map_err(|e| StorageError::sort(e, partial))?;
            drop(backup);
            // One file that stands for itself: reading it back must leave no log beside it.
            let _: String = copy.query_row("PRAGMA journal_mode = DELETE", [], |row| row.get(0))?;
        }
        let copy = Connection::open_with_flags(partial, OpenFlags::SQLITE_OPEN_READ_ONLY)
            .map_err(|e| StorageError::sort(e, partial))?;
        let differs = || StorageError::BackupDiffers { path: partial.to_owned() };
        if !is_whole(&copy)? {
            // A faithful copy of a damaged book is no fault of the copy's place.
            let damaged = || StorageError::Damaged { path: self.path.clone() };
            return Err(if self.is_sound()? { differs() } else { damaged() });
        }
        let head = "SELECT coalesce((SELECT chain FROM journal ORDER BY seq DESC LIMIT 1), '')";
        let theirs: String = copy.query_row(head, [], |row| row.get(0))?;
        let ours: String = self.connection.query_row(head, [], |row| row.get(0))?;
        if theirs == ours { Ok(()) } else { Err(differs()) }
    }
}

impl BackupInfo {
    /// The backups in a folder, the newest first.
    pub fn list(folder: &Path) -> Vec<Self> {
        let mut paths = paths(folder);
        paths.sort_unstable_by(|a, b| b.cmp(a));
        paths.into_iter().map(Self::of).collect()
    }

    /// The newest backup in a folder.
    pub fn newest(folder: &Path) -> Option<Self> {
        paths(folder).into_iter().max().map(Self::of)
    }

    fn of(path: PathBuf) -> Self {
        Self { bytes: fs::metadata(&path).map_or(0, |file| file.len()), path }
    }

    /// When it was taken, by its name.
    pub fn taken_at(&self) -> Option<NaiveDateTime> {
        NaiveDateTime::parse_from_str(self.stamp()?.get(..15)?, "%Y%m%d-%H%M%S").ok()
    }

    /// Why it was taken, by its name: `daily`, `manual`, `import` …
    pub fn reason(&self) -> Option<&str> {
        self.stamp()?.get(16..)
    }

    /// `20261123-080500-REASON`
    fn stamp(&self) -> Option<&str> {
        self.path.file_stem()?.to_str()?.strip_prefix("chenjian-")
    }
}

/// The files that are backups by their names.
fn paths(folder: &Path) -> Vec<PathBuf> {
    ours(folder).filter(|path| path.extension().is_some_and(|ending| ending == "db")).collect()
}

/// Every file of a backup, finished or not.
fn ours(folder: &Path) -> impl Iterator<Item = PathBuf> {
    let paths = fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
    paths.filter(|path| path.file_name().is_some_and(|n| n.to_string_lossy().starts_with("chenjian-")))
}

/// Removes half copies that a power cut left; those of this hour may be another program's at work.
fn clear_leftovers(folder: &Path, at: NaiveDateTime) {
    let hour = format!("chenjian-{}", at.format("%Y%m%d-%H"));
    for path in ours(folder) {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        if name.contains(".db.partial") && !name.starts_with(&hour) {
            // What cannot be removed now is found again next time.
            let _ = fs::remove_file(&path);
        }
    }
}

fn thin(folder: &Path) -> Result<(), StorageError> {
    for old in BackupInfo::list(folder).into_iter().skip(KEEP) {
        fs::remove_file(&old.path)
            .map_err(|error| DiskError::from_io(DiskAction::Remove, &old.path, &error))?;
    }
    Ok(())
}
