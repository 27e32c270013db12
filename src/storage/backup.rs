//! Verified backups of the book.

use std::fs;
use std::path::{Path, PathBuf};

use chrono::NaiveDateTime;
use rusqlite::{Connection, OpenFlags};

use super::{StorageError, Store};
use crate::disk::{RealFiles, publish};

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
        let file = |action, path: &Path| {
            let path = path.to_owned();
            move |source| StorageError::File { action, path, source }
        };
        fs::create_dir_all(folder).map_err(file("create", folder))?;
        let name = format!("chenjian-{}-{reason}.db", at.format("%Y%m%d-%H%M%S"));
        let target = folder.join(&name);
        let partial = folder.join(format!("{name}.partial"));
        if let Err(error) = self.copy_to(&partial) {
            let _ = fs::remove_file(&partial);
            return Err(error);
        }
        publish(&RealFiles, &partial, &target)?;
        thin(folder)?;
        let bytes = fs::metadata(&target).map_err(file("read", &target))?.len();
        Ok(BackupInfo { path: target, bytes })
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
        let word: String = copy.query_row("PRAGMA integrity_check", [], |row| row.get(0))?;
        let head = "SELECT coalesce((SELECT chain FROM journal ORDER BY seq DESC LIMIT 1), '')";
        let theirs: String = copy.query_row(head, [], |row| row.get(0))?;
        let ours: String = self.connection.query_row(head, [], |row| row.get(0))?;
        if word == "ok" && theirs == ours {
            Ok(())
        } else {
            Err(StorageError::BackupDiffers { path: partial.to_owned() })
        }
    }
}

/// The backups in a folder, the newest first.
pub(crate) fn list(folder: &Path) -> Vec<BackupInfo> {
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let mut found: Vec<BackupInfo> = entries
        .flatten()
        .filter(|entry| {
            let name = entry.file_name().to_string_lossy().into_owned();
            name.starts_with("chenjian-") && Path::new(&name).extension().is_some_and(|e| e == "db")
        })
        .map(|entry| BackupInfo { bytes: entry.metadata().map_or(0, |m| m.len()), path: entry.path() })
        .collect();
    found.sort_by(|a, b| b.path.cmp(&a.path));
    found
}

impl BackupInfo {
    /// The backups in a folder, the newest first.
    pub fn list(folder: &Path) -> Vec<Self> {
        list(folder)
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

fn thin(folder: &Path) -> Result<(), StorageError> {
    for old in list(folder).into_iter().skip(KEEP) {
        fs::remove_file(&old.path).map_err(|source| StorageError::File {
            action: "remove",
            path: old.path.clone(),
            source,
        })?;
    }
    Ok(())
}
