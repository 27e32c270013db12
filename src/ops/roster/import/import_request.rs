//! What the clerk chose for an import.

use std::path::PathBuf;

use chrono::NaiveDate;

use crate::domain::id::PersonId;

/// What happens to people who are in the roster already.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum OnMatch {
    /// They take over what the file says.
    #[default]
    Update,
    /// They stay as they are; only new people come in.
    Skip,
}

/// A row of the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RowRef {
    /// Sheet; `None` means any, for files with one table.
    pub sheet: Option<String>,
    /// Row as the clerk sees it.
    pub row: u32,
}

/// Whom a doubtful row means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Decision {
    /// Somebody new.
    New,
    /// This person.
    Person(PersonId),
}

/// Choices of the comparison.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ImportOptions {
    /// The day on which memberships begin and end. If absent: the start of the file's term; today where the
    /// roster holds pupils and the file is not of a later school year.
    pub as_of: Option<NaiveDate>,
    /// What happens to people who are there already.
    pub on_match: OnMatch,
    /// Doubtful rows that were decided.
    pub decisions: Vec<(RowRef, Decision)>,
}

/// A file to import with everything that was chosen.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ImportRequest {
    /// The file.
    pub path: PathBuf,
    /// Only this sheet.
    pub sheet: Option<String>,
    /// Column titles and the fields that they mean, such as `联系方式` and `guardian_phone`.
    pub map: Vec<(String, String)>,
    /// Year of the school year's 1 September, before what the file says.
    pub school_year: Option<i32>,
    /// Choices of the comparison.
    pub options: ImportOptions,
}
