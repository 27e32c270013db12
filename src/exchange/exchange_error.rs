//! What can go wrong with a package.

use std::path::PathBuf;

use super::Level;
use crate::disk::{DiskError, DiskFault};
use crate::domain::progress::Cancelled;
use crate::i18n::{Explain, Explanation, Tr};

/// What can go wrong with writing or reading a package. After a failed export nothing of it is left behind.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ExchangeError {
    /// The stick refused.
    #[error(transparent)]
    Disk(DiskError),
    /// The user stopped the work.
    #[error("cancelled")]
    Cancelled,
    /// A level with data of persons must be sealed, which is not possible yet.
    #[error("level {level:?} must be sealed")]
    NeedsSeal {
        /// The level asked for.
        level: Level,
    },
    /// What was to be packed contradicts itself: a fault of the program.
    #[error("inconsistent content: {part}")]
    Content {
        /// Table, attachment or file.
        part: String,
    },
    /// No manifest of a package is there.
    #[error("not a package: {}", path.display())]
    NotAPackage {
        /// The folder.
        path: PathBuf,
    },
    /// A newer program wrote it.
    #[error("format {found} is newer than {known}")]
    Newer {
        /// Its format.
        found: u32,
        /// The newest format known here.
        known: u32,
    },
    /// A file of the package is not there.
    #[error("lacking: {path}")]
    Lacking {
        /// Path inside the package.
        path: String,
    },
    /// A file is not as the manifest says, or the manifest contradicts itself.
    #[error("changed: {path}")]
    Changed {
        /// Path inside the package.
        path: String,
    },
    /// A path leads out of the package, is a link, or is no name for a stick.
    #[error("unsafe path: {path}")]
    UnsafePath {
        /// The path as the manifest has it.
        path: String,
    },
    /// Larger than any package of this program.
    #[error("too large: {path}")]
    TooLarge {
        /// Path inside the package.
        path: String,
    },
    /// A table has more or fewer rows than stated.
    #[error("{table}: {found} rows, {stated} stated")]
    RowCount {
        /// The table's name.
        table: String,
        /// Rows that the manifest states.
        stated: u64,
        /// Rows found.
        found: u64,
    },
    /// A row does not fit the described columns.
    #[error("{table}: row {line}")]
    BadRow {
        /// The table's name.
        table: String,
        /// Row of the file; 1 is the head.
        line: u64,
    },
}

impl From<DiskError> for ExchangeError {
    fn from(error: DiskError) -> Self {
        match error.fault {
            DiskFault::Cancelled => Self::Cancelled,
            _ => Self::Disk(error),
        }
    }
}

impl From<Cancelled> for ExchangeError {
    fn from(_: Cancelled) -> Self {
        Self::Cancelled
    }
}

impl ExchangeError {
    /// Stable name of the error.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Disk(error) => error.fault.code(),
            Self::Cancelled => "cancelled",
            Self::NeedsSeal { .. } => "package_needs_seal",
            Self::Content { .. } => "package_content",
            Self::NotAPackage { .. } => "not_a_package",
            Self::Newer { .. } => "package_newer",
            Self::Lacking { .. } => "package_lacking",
            Self::Changed { .. } => "package_changed",
            Self::UnsafePath { .. } => "package_unsafe_path",
            Self::TooLarge { .. } => "package_too_large",
            Self::RowCount { .. } => "package_row_count",
            Self::BadRow { .. } => "package_bad_row",
        }
    }
}

impl Explain for ExchangeError {
    fn explain(&self, tr: &Tr) -> Explanation {
        let happened = match self {
            Self::Disk(error) => return error.explain(tr),
            Self::Cancelled => tr.exchange_cancelled_happened(),
            Self::NeedsSeal { .. } => tr.exchange_needs_seal_happened(),
            Self::Content { part } => tr.exchange_content_happened(part),
            Self::NotAPackage { path } => tr.exchange_not_a_package_happened(&path.display().to_string()),
            Self::Newer { found, known } => tr.exchange_newer_happened(*found, *known),
            Self::Lacking { path } => tr.exchange_lacking_happened(path),
            Self::Changed { path } => tr.exchange_changed_happened(path),
            Self::UnsafePath { path } => tr.exchange_unsafe_path_happened(path),
            Self::TooLarge { path } => tr.exchange_too_large_happened(path),
            Self::RowCount { table, stated, found } => tr.exchange_row_count_happened(*found, *stated, table),
            Self::BadRow { table, line } => tr.exchange_bad_row_happened(*line, table),
        };
        let (meaning, remedy) = match self {
            Self::Disk(_) | Self::Cancelled => {
                (tr.exchange_cancelled_meaning(), tr.exchange_cancelled_remedy())
            }
            Self::NeedsSeal { .. } => (tr.exchange_needs_seal_meaning(), tr.exchange_needs_seal_remedy()),
            Self::Content { .. } => (tr.exchange_content_meaning(), tr.exchange_content_remedy()),
            Self::NotAPackage { .. } => {
                (tr.exchange_not_a_package_meaning(), tr.exchange_not_a_package_remedy())
            }
            Self::Newer { .. } => (tr.exchange_newer_meaning(), tr.exchange_newer_remedy()),
            Self::UnsafePath { .. } | Self::TooLarge { .. } => {
                (tr.exchange_foreign_meaning(), tr.exchange_foreign_remedy())
            }
            Self::Lacking { .. } | Self::Changed { .. } | Self::RowCount { .. } | Self::BadRow { .. } => {
                (tr.exchange_damaged_meaning(), tr.exchange_damaged_remedy())
            }
        };
        Explanation { happened, meaning, remedy, code: self.code().to_owned() }
    }
}
