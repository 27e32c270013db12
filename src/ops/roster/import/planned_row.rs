//! What an import will do with one row.

use chrono::NaiveDate;
use serde::Serialize;

use super::FieldChange;
use super::field_change::FieldDifference;
use crate::domain::id::PersonId;
use crate::domain::person::{Person, PersonKind};
use crate::roster_file::RowOrigin;
use crate::storage::Row;

/// Somebody in the book whom a doubtful row may mean.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Candidate {
    /// Key.
    pub key: PersonId,
    /// Name.
    pub name: String,
    /// Class, the last one of a pupil who left.
    pub class: Option<String>,
    /// Date of birth.
    pub birth: Option<NaiveDate>,
    /// 学籍号
    pub student_no: Option<String>,
    /// 身份证件号, to be laid beside the file's.
    #[serde(skip)]
    pub id_number: Option<String>,
    /// The guardian's telephone, the own one of staff.
    #[serde(skip)]
    pub phone: Option<String>,
}

/// Name of the field of a pupil's grade among changes, where the class has none.
pub(super) const GRADE: &str = "grade";
/// What is remembered of a pupil whom an import marked as left: the first day without.
pub(super) const LEFT: &str = "left";

/// What happens to a stay in a dormitory.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) enum RoomChange {
    /// Nothing.
    #[default]
    Keep,
    /// It begins in this room.
    Into(String),
    /// It ends.
    Out,
}

/// What happens to a row.
#[derive(Debug, Clone, PartialEq)]
pub enum RowAction {
    /// Somebody new comes in.
    New,
    /// A person takes over these values.
    Changed(PersonId, Vec<FieldChange>),
    /// The book holds it all already.
    Unchanged(PersonId),
    /// It is not certain whom the row means; it stays out until somebody decides.
    Doubtful(Vec<Candidate>),
}

impl PlannedRow {
    /// Whether the book stays as it is.
    pub(super) fn writes_nothing(&self) -> bool {
        let known =
            matches!(self.action, RowAction::Unchanged(_)) && self.imported.is_empty() && !self.comes_in;
        known || matches!(self.action, RowAction::Doubtful(_))
    }
}

impl PlannedRow {
    /// What a list of staff changes in the classes whose 班主任 it names changes with the row of that person.
    pub(super) fn takes_class(&mut self, difference: FieldDifference) {
        self.conflicts.extend(difference.conflicts);
        self.taken.extend(difference.by_file);
        match &mut self.action {
            RowAction::Unchanged(id) if !difference.changes.is_empty() => {
                self.action = RowAction::Changed(*id, difference.changes);
            }
            RowAction::Changed(_, changes) => changes.extend(difference.changes),
            _ => {}
        }
    }
}

impl RowAction {
    /// The person in the book.
    pub const fn person(&self) -> Option<PersonId> {
        match self {
            Self::Changed(person, _) | Self::Unchanged(person) => Some(*person),
            Self::New | Self::Doubtful(_) => None,
        }
    }
}

/// One row and what happens to it.
#[derive(Debug, Clone, PartialEq)]
pub struct PlannedRow {
    /// Where it stands.
    pub origin: RowOrigin,
    /// Name in the file.
    pub name: String,
    /// Class as the file writes it.
    pub class: Option<String>,
    /// Pupil or staff.
    pub kind: PersonKind,
    /// What happens.
    pub action: RowAction,
    /// Whether book and file have the same identity number.
    pub same_id: bool,
    /// Values changed by hand since the last import; the book's are kept.
    pub conflicts: Vec<FieldChange>,
    /// Values changed by hand that take the file's value all the same, as was chosen.
    pub taken: Vec<FieldChange>,
    /// Whether one pupil more is enrolled on the day: somebody new, back again or in a new school year; of staff,
    /// whether somebody who had left is back.
    pub comes_in: bool,
    /// Whether it is a pupil whom an earlier import marked as left and the file holds again.
    pub returns: bool,
    /// The day on which memberships begin and end: the import's, unless sheets have counted the person since.
    pub from: NaiveDate,
    /// Who is new, still without a key.
    pub(super) person: Option<Box<Person>>,
    /// The changed fields of a known person.
    pub(super) fields: Row,
    /// What the book remembers as imported, the class is added while writing; of somebody new only what is no field
    /// of the person. Empty where the book remembers that already.
    pub(super) imported: Row,
    /// Index among the plan's classes and seat, where an enrolment begins.
    pub(super) enrol: Option<(usize, Option<u32>)>,
    /// Index of the class that the file gives, whether or not an enrolment begins.
    pub(super) class_at: Option<usize>,
    /// The grade that the file gives the pupil, for a class that has none itself.
    pub(super) grade: Option<u8>,
    /// Whether the enrolment of now takes that grade.
    pub(super) regrade: bool,
    /// What happens to the room.
    pub(super) room: RoomChange,
}
