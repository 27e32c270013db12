//! What can go wrong with the book's file.

use std::path::PathBuf;

use crate::disk::DiskError;
use crate::i18n::{Explain, Explanation, Tr};

/// An error of the storage layer. Holds no values of records.
#[derive(Debug, thiserror::Error)]
pub enum StorageError {
    /// The file is no book of ours.
    #[error("not a book: {path}")]
    NotABook {
        /// The file.
        path: PathBuf,
    },
    /// The book was written by a newer program; it was not touched.
    #[error("book has format {found}, this program knows {known}")]
    TooNew {
        /// Format of the file.
        found: i64,
        /// Newest format this program knows.
        known: i64,
    },
    /// The file is damaged.
    #[error("damaged: {path}")]
    Damaged {
        /// The file.
        path: PathBuf,
    },
    /// Another program holds the book.
    #[error("busy: {path}")]
    Busy {
        /// The file.
        path: PathBuf,
    },
    /// The disk is full.
    #[error("disk full: {path}")]
    Full {
        /// The file.
        path: PathBuf,
    },
    /// The file or its folder cannot be written.
    #[error("cannot write: {path}")]
    ReadOnly {
        /// The file.
        path: PathBuf,
    },
    /// A folder could not be made, or a finished copy not be put in its place.
    #[error(transparent)]
    Disk(#[from] DiskError),
    /// A copy of the book was not equal to it.
    #[error("backup differs: {path}")]
    BackupDiffers {
        /// The copy.
        path: PathBuf,
    },
    /// A record could not be read as what it should be.
    #[error("record of {table}: {source}")]
    Record {
        /// The table.
        table: &'static str,
        /// What did not fit.
        source: serde_json::Error,
    },
    /// There is no such operation, or it has been taken back already, or it cannot be.
    #[error("nothing to undo")]
    NothingToUndo,
    /// The database said no.
    #[error("database: {0}")]
    Database(#[from] rusqlite::Error),
}

impl StorageError {
    /// Sorts a database error by what it means to a person.
    pub(super) fn sort(error: rusqlite::Error, path: &std::path::Path) -> Self {
        use rusqlite::ErrorCode;
        let path = path.to_owned();
        match error.sqlite_error_code() {
            Some(ErrorCode::NotADatabase) => Self::NotABook { path },
            Some(ErrorCode::DatabaseCorrupt) => Self::Damaged { path },
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Self::Busy { path },
            Some(ErrorCode::DiskFull) => Self::Full { path },
            Some(ErrorCode::ReadOnly | ErrorCode::CannotOpen | ErrorCode::PermissionDenied) => {
                Self::ReadOnly { path }
            }
            _ => Self::Database(error),
        }
    }

    /// Whether the data themselves are damaged, so that the program must not go on with them.
    pub fn is_damage(&self) -> bool {
        match self {
            Self::NotABook { .. } | Self::Damaged { .. } | Self::Record { .. } => true,
            Self::Database(error) => is_corrupt(error),
            _ => false,
        }
    }
}

/// Whether the file does not hold what was written: a broken page, or one whose values are of another kind.
pub(super) fn is_corrupt(error: &rusqlite::Error) -> bool {
    use rusqlite::{Error, ErrorCode};
    match error {
        Error::FromSqlConversionFailure(..)
        | Error::IntegralValueOutOfRange(..)
        | Error::InvalidColumnType(..)
        | Error::Utf8Error(..) => true,
        other => {
            matches!(other.sqlite_error_code(), Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase))
        }
    }
}

impl Explain for StorageError {
    fn explain(&self, tr: &Tr) -> Explanation {
        let shown = |path: &std::path::Path| path.display().to_string();
        let unchanged = tr.storage_nothing_changed();
        let (code, happened, meaning, remedy) = match self {
            Self::NotABook { path } => (
                "storage_not_a_book",
                tr.storage_not_a_book(&shown(path)),
                tr.storage_untouched(),
                tr.storage_not_a_book_remedy(),
            ),
            Self::TooNew { found, known } => (
                "storage_too_new",
                tr.storage_too_new(*found, *known),
                tr.storage_untouched(),
                tr.storage_too_new_remedy(),
            ),
            Self::Damaged { .. } | Self::Record { .. } => return self.explain_damage(tr),
            Self::Database(error) if is_corrupt(error) => return self.explain_damage(tr),
            Self::Disk(error) => return error.explain(tr),
            Self::Busy { .. } => ("storage_busy", tr.storage_busy(), unchanged, tr.storage_busy_remedy()),
            Self::Full { path } => {
                ("storage_full", tr.storage_full(&shown(path)), unchanged, tr.storage_full_remedy())
            }
            Self::ReadOnly { path } => (
                "storage_read_only",
                tr.storage_read_only(&shown(path)),
                unchanged,
                tr.storage_read_only_remedy(),
            ),
            Self::BackupDiffers { path } => (
                "storage_backup_differs",
                tr.storage_backup_differs(&shown(path)),
                tr.storage_backup_differs_meaning(),
                tr.storage_backup_differs_remedy(),
            ),
            Self::NothingToUndo => (
                "nothing_to_undo",
                tr.storage_nothing_to_undo(),
                unchanged,
                tr.storage_nothing_to_undo_remedy(),
            ),
            Self::Database(error) => (
                "storage_database",
                tr.storage_database(&error.to_string()),
                unchanged,
                tr.storage_database_remedy(),
            ),
        };
        Explanation::new(code, happened, meaning, remedy)
    }
}

impl StorageError {
    fn explain_damage(&self, tr: &Tr) -> Explanation {
        let (code, happened) = match self {
            Self::Damaged { path } => ("storage_damaged", tr.storage_damaged(&path.display().to_string())),
            Self::Record { table, .. } => ("storage_record", tr.storage_damaged(table)),
            _ => ("storage_damaged", tr.storage_unreadable()),
        };
        Explanation::new(code, happened, tr.storage_damaged_meaning(), tr.storage_damaged_remedy())
    }
}
