//! What the clerk chose for an import.

use std::path::PathBuf;

use chrono::NaiveDate;

use crate::domain::id::PersonId;
use crate::roster_file::{RowOrigin, TableChoice};

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

impl RowRef {
    /// Whether it is that row.
    pub(super) fn means(&self, origin: &RowOrigin) -> bool {
        self.row == origin.row && (self.sheet.is_none() || self.sheet == origin.sheet)
    }
}

/// Whom a doubtful row means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Decision {
    /// Somebody new.
    New,
    /// This person.
    Person(PersonId),
}

/// Values changed by hand that take the file's value all the same.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TakeFile {
    /// All of them.
    All,
    /// Those of one person.
    Person(PersonId),
    /// One of a person; the field is called as in the list of conflicts.
    Value(PersonId, String),
    /// One of a row.
    Row(RowRef, String),
}

/// The fields of one person that take the file's value.
#[derive(Debug, Default)]
pub(super) struct Taken {
    all: bool,
    fields: Vec<String>,
}

impl Taken {
    /// Whether a field does.
    pub fn has(&self, field: &str) -> bool {
        self.all || self.fields.iter().any(|taken| taken == field)
    }
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
    /// Values changed by hand that take the file's value all the same.
    pub take_file: Vec<TakeFile>,
    /// Pupils who are not in the file and have left. Others than those are not touched.
    pub leavers: Vec<PersonId>,
    /// Everybody who is not in the file has left.
    pub all_left: bool,
    /// The first day without the leavers; if absent, [`Self::as_of`].
    pub left_on: Option<NaiveDate>,
}

impl ImportOptions {
    /// Fields of a row that take the file's value although they were changed by hand; of somebody new no value was,
    /// but the 班主任 of a class may have been.
    pub(super) fn taken(&self, origin: &RowOrigin, person: Option<PersonId>) -> Taken {
        let mut taken = Taken::default();
        for wanted in &self.take_file {
            match wanted {
                TakeFile::All => taken.all = true,
                TakeFile::Person(of) => taken.all |= Some(*of) == person,
                TakeFile::Value(of, field) if Some(*of) == person => taken.fields.push(field.clone()),
                TakeFile::Row(row, field) if row.means(origin) => taken.fields.push(field.clone()),
                TakeFile::Value(..) | TakeFile::Row(..) => {}
            }
        }
        taken
    }
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
    /// What was set for single sheets: which are read, where the header stands, what the columns mean.
    pub tables: Vec<TableChoice>,
    /// Year of the school year's 1 September, before what the file says.
    pub school_year: Option<i32>,
    /// Choices of the comparison.
    pub options: ImportOptions,
}

impl ImportRequest {
    /// Name of the file without its folder.
    pub fn file_name(&self) -> String {
        self.path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
    }
}
