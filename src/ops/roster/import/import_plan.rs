//! What an import will do, before it does it.

use chrono::NaiveDate;

use super::import_summary::MissingPerson;
use super::{ImportOptions, ImportSummary, Leaver, PlannedRow, RowAction, TeacherChange};
use crate::domain::calendar::Calendar;
use crate::domain::class_label::ClassLabel;
use crate::domain::id::{ClassId, PersonId};
use crate::roster_file::RosterDocument;

/// A class that the file names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct PlannedClass {
    /// Its key, if the school year has it.
    pub id: Option<ClassId>,
    /// As the file or the book writes it.
    pub written: String,
    /// What the name says.
    pub label: Option<ClassLabel>,
    /// A 班主任 to set.
    pub teacher: Option<String>,
}

/// The comparison of a file with the book.
#[derive(Debug, Clone, PartialEq)]
pub struct ImportPlan {
    /// What the file holds.
    pub document: RosterDocument,
    /// The day on which memberships begin and end.
    pub as_of: NaiveDate,
    /// Year of the school year's 1 September.
    pub school_year: i32,
    /// Pupils, then staff, in the order of the file.
    pub rows: Vec<PlannedRow>,
    /// Pupils of the file's classes and staff beside a list of staff who are not in it; they stay.
    pub not_in_file: Vec<MissingPerson>,
    /// Of those, who is marked as left.
    pub leavers: Vec<Leaver>,
    /// The first day without the leavers as it was asked for; some leave later.
    pub left_on: NaiveDate,
    /// Pupils of the book who are still in classes of an earlier school year on that day.
    pub behind: usize,
    /// Name of the file; empty where only a document was compared.
    pub file: String,
    /// SHA-256 of the file; empty where only a document was compared.
    pub file_digest: String,
    pub(super) classes: Vec<PlannedClass>,
    /// Classes of the book that get another 班主任.
    pub teachers: Vec<TeacherChange>,
}

impl ImportPlan {
    /// Names of the classes that will be made.
    pub fn new_classes(&self) -> Vec<&str> {
        self.classes.iter().filter(|class| class.id.is_none()).map(|class| class.written.as_str()).collect()
    }

    /// The school year of the file if `today` is in another one: nothing of it would be seen today, and nobody
    /// would know why.
    pub fn other_year(&self, today: NaiveDate) -> Option<i32> {
        self.document.first_year.filter(|year| *year != Calendar::school_year_of(today))
    }

    /// A row that was decided to be somebody whom another row was decided to be too.
    pub(super) fn decided_twice(&self, options: &ImportOptions) -> Option<u32> {
        let decided = |row: &&PlannedRow| {
            matches!(row.action, RowAction::Doubtful(_))
                && options.decisions.iter().any(|(of, _)| of.means(&row.origin))
        };
        self.rows.iter().find(decided).map(|row| row.origin.row)
    }

    /// Whether all of it stands in the book already.
    pub(super) fn writes_nothing(&self) -> bool {
        let known = self.classes.iter().all(|class| class.id.is_some());
        let idle = known && self.teachers.is_empty() && self.leavers.is_empty();
        idle && self.rows.iter().all(PlannedRow::writes_nothing)
    }

    /// Whether the school year is a proposal: nothing says it, and it is not that of `today`.
    pub fn proposes_year(&self, today: NaiveDate) -> bool {
        !self.document.year_told && self.other_year(today).is_some()
    }

    /// The first day without somebody who is marked as left.
    pub fn leaves_on(&self, person: PersonId) -> Option<NaiveDate> {
        self.leavers.iter().find(|leaver| leaver.pupil.key == person).map(|leaver| leaver.on)
    }

    /// Counts and lists.
    pub fn summary(&self) -> ImportSummary {
        ImportSummary::of(self)
    }
}
