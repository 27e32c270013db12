//! What an import will do, before it does it.

use chrono::NaiveDate;

use super::import_summary::MissingPupil;
use super::{ImportSummary, PlannedRow};
use crate::domain::class_label::ClassLabel;
use crate::domain::id::ClassId;
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
    /// Pupils of the file's classes who are not in it; they stay.
    pub not_in_file: Vec<MissingPupil>,
    pub(super) classes: Vec<PlannedClass>,
    /// Classes of the book that get a 班主任.
    pub(super) teachers: Vec<(ClassId, String)>,
}

impl ImportPlan {
    /// Names of the classes that will be made.
    pub fn new_classes(&self) -> Vec<&str> {
        self.classes.iter().filter(|class| class.id.is_none()).map(|class| class.written.as_str()).collect()
    }

    /// Counts and lists.
    pub fn summary(&self) -> ImportSummary {
        ImportSummary::of(self)
    }
}
