//! Why a whole file was refused.

use super::budget::READING_TIME;
use crate::domain::progress::Cancelled;
use crate::i18n::{Explain, Explanation, Tr};

/// A file that was not imported at all.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ReadError {
    /// 0 bytes.
    #[error("the file is empty")]
    EmptyFile,
    /// Cut off or not readable.
    #[error("the file is damaged")]
    Damaged,
    /// Unpacks to far too much.
    #[error("the file unpacks to too much")]
    TooLarge,
    /// Reading it takes longer than any roster.
    #[error("reading the file takes too long")]
    TooSlow,
    /// Encrypted workbook.
    #[error("the file is locked with a password")]
    Password,
    /// Known, but no spreadsheet; holds what it is, such as `pdf`.
    #[error("the file is a {0}")]
    UnsupportedType(&'static str),
    /// No table of people, or one without rows.
    #[error("no people found in the file")]
    NoPupils,
    /// The sheet asked for is not in the file.
    #[error("no such sheet")]
    NoSuchSheet(String),
    /// The column to map is in no table of the file.
    #[error("no such column")]
    NoSuchColumn(String),
    /// Cancelled by the user.
    #[error("cancelled")]
    Cancelled,
}

impl From<Cancelled> for ReadError {
    fn from(_: Cancelled) -> Self {
        Self::Cancelled
    }
}

impl ReadError {
    /// Stable reason code.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::EmptyFile => "empty_file",
            Self::Damaged => "damaged",
            Self::TooLarge => "too_large",
            Self::TooSlow => "too_slow",
            Self::Password => "password",
            Self::UnsupportedType(_) => "unsupported_type",
            Self::NoPupils => "no_pupils",
            Self::NoSuchSheet(_) => "no_such_sheet",
            Self::NoSuchColumn(_) => "no_such_column",
            Self::Cancelled => "cancelled",
        }
    }
}

impl Explain for ReadError {
    fn explain(&self, tr: &Tr) -> Explanation {
        let (happened, remedy) = match self {
            Self::EmptyFile => (tr.roster_file_empty(), tr.roster_file_empty_remedy()),
            Self::Damaged => (tr.roster_file_damaged(), tr.roster_file_damaged_remedy()),
            Self::TooLarge => (tr.roster_file_too_large(), tr.roster_file_too_large_remedy()),
            Self::TooSlow => (
                tr.roster_file_too_slow(&READING_TIME.as_secs().to_string()),
                tr.roster_file_too_large_remedy(),
            ),
            Self::Password => (tr.roster_file_password(), tr.roster_file_password_remedy()),
            Self::UnsupportedType(kind) => {
                (tr.roster_file_unsupported(kind), tr.roster_file_unsupported_remedy())
            }
            Self::NoPupils => (tr.roster_file_no_pupils(), tr.roster_file_no_pupils_remedy()),
            Self::NoSuchSheet(sheet) => (tr.roster_file_no_sheet(sheet), tr.roster_file_no_sheet_remedy()),
            Self::NoSuchColumn(column) => {
                (tr.roster_file_no_column(column), tr.roster_file_no_column_remedy())
            }
            Self::Cancelled => (tr.roster_file_cancelled(), tr.roster_file_cancelled_remedy()),
        };
        Explanation { happened, meaning: tr.roster_file_unchanged(), remedy, code: self.code().to_owned() }
    }
}
