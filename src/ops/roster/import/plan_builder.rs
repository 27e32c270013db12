//! The comparison of a file with the book: pure, no key is drawn and nothing is written.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde_json::json;

use super::field_change::FieldDifference;
use super::import_plan::ImportPlan;
use super::import_request::ImportOptions;
use super::place_planner::PlacePlanner;
use super::planned_row::{Candidate, GRADE, PlannedRow, RoomChange, RowAction};
use super::teacher_planner::TeacherPlan;
use crate::domain::id::{ClassId, PersonId};
use crate::domain::person::Person;
use crate::domain::person_name::match_key;
use crate::domain::progress::{Cancelled, Progress, Stage};
use crate::domain::rule_book::SchoolSystem;
use crate::ops::roster::{CountedDays, RosterSnapshot};
use crate::roster_file::RosterDocument;
use crate::storage::Row;

/// What the file is compared with.
#[derive(Debug)]
pub(super) struct PlanBuilder<'a> {
    pub pupils: &'a RosterSnapshot,
    pub staff: &'a RosterSnapshot,
    /// What the last import wrote into each person.
    pub imported: &'a BTreeMap<PersonId, Row>,
    /// The 班主任 that imports gave the classes.
    pub given: &'a BTreeMap<ClassId, String>,
    pub options: &'a ImportOptions,
    /// What sheets have counted since that day.
    pub counted: &'a CountedDays,
    pub as_of: NaiveDate,
    /// The day whose rooms and boarding are compared: the same, or tomorrow where sheets have counted somebody since,
    /// for an earlier import may have written a later day.
    pub known_on: NaiveDate,
    pub school_year: i32,
    /// The system that was set for the school.
    pub system: Option<&'a SchoolSystem>,
}

impl PlanBuilder<'_> {
    /// Compares.
    ///
    /// # Errors
    /// [`Cancelled`] if it was stopped, or took longer than it may.
    pub fn build(
        &self,
        mut document: RosterDocument,
        progress: &mut dyn Progress,
    ) -> Result<ImportPlan, Cancelled> {
        let mut planner = PlacePlanner::new(self.pupils, self.school_year, self.system);
        let mut rows = self.pupil_rows(&document.pupils, &mut planner, progress)?;
        TeacherPlan::remember((self.pupils, self.staff), self.imported, &mut planner, self.school_year);
        let mut teachers =
            TeacherPlan::new(&document.staff, &planner, self.given, self.imported, self.school_year);
        rows.extend(self.staff_rows(&document.staff, &mut planner, &mut teachers));
        progress.report(Stage::Comparing, rows.len(), rows.len())?;
        let teachers = teachers.known;
        self.warn_of_shared_numbers(&mut document, &rows);
        self.date(&mut rows, &planner);
        let not_in_file = self.not_in_file(&rows, &document.rows_rejected, &planner);
        let left_on = self.options.left_on.unwrap_or(self.as_of);
        let leavers = self.leavers(&not_in_file, left_on);
        progress.report(Stage::Comparing, 1, 1)?;
        Ok(ImportPlan {
            as_of: self.as_of,
            school_year: self.school_year,
            rows,
            not_in_file,
            leavers,
            left_on,
            behind: 0,
            file: String::new(),
            file_digest: String::new(),
            classes: planner.classes,
            teachers,
            document,
        })
    }

    /// What the book remembers of a person already is not remembered once more.
    pub(super) fn forget_known(&self, id: PersonId, row: &mut PlannedRow, planner: &PlacePlanner) {
        let Some(last) = self.imported.get(&id) else { return };
        let kept = row.conflicts.iter().any(|conflict| conflict.field == "class");
        let class =
            row.class_at.filter(|_| !kept).map(|at| planner.classes.get(at).and_then(|class| class.id));
        let same_class =
            class.is_none_or(|class| class.is_some() && last.get("class") == Some(&json!(class)));
        if same_class && row.imported == *last {
            row.imported = Row::new();
        }
    }

    pub(super) fn candidate(people: &RosterSnapshot, id: PersonId) -> Option<Candidate> {
        let person = people.people.get(&id)?;
        let class = people.enrolments(id).last().and_then(|e| people.classes.get(&e.class));
        Some(Candidate {
            key: id,
            name: person.name.clone(),
            class: class.map(|class| class.label.clone()),
            birth: person.birth,
            student_no: person.student_no.clone(),
            id_number: person.id_number.clone(),
            phone: person.guardian_phone.clone().or_else(|| person.phone.clone()),
        })
    }
}

/// The person stays as it is and nothing is remembered as imported; the class of the row stays known, for those
/// who are missing from it.
pub(super) fn keep_as_is(id: PersonId, row: &mut PlannedRow) {
    row.action = RowAction::Unchanged(id);
    row.fields = Row::new();
    row.room = RoomChange::Keep;
}

/// Turns what differs into what happens. Class, grade and room are no fields of the person.
pub(super) fn settle(id: PersonId, last: Row, difference: FieldDifference, row: &mut PlannedRow) {
    let said = std::mem::take(&mut row.fields);
    row.imported = last;
    row.imported.extend(said.into_iter().filter(|(field, _)| !difference.is_kept(field)));
    if row.room == RoomChange::Out {
        let _ = row.imported.remove("dormitory");
    }
    row.fields = difference
        .changes
        .iter()
        .filter(|change| !matches!(change.field.as_str(), "class" | "dormitory" | GRADE))
        .map(|change| (change.field.clone(), change.new.clone()))
        .collect();
    row.conflicts = difference.conflicts;
    row.taken = difference.by_file;
    row.action = if difference.changes.is_empty() {
        RowAction::Unchanged(id)
    } else {
        RowAction::Changed(id, difference.changes)
    };
}

/// Who is renamed keeps the old name as 曾用名 unless the file gives one. A name that the last import gave already
/// renames nobody: it takes a change by hand back.
pub(super) fn remember_former_name(
    person: &Person,
    row: &PlannedRow,
    last: &Row,
    difference: &mut FieldDifference,
) {
    let name = match_key(&row.name);
    let before = last.get("name").and_then(serde_json::Value::as_str).map(match_key);
    let renamed =
        match_key(&person.name) != name && before.as_ref() != Some(&name) && !difference.is_kept("name");
    if renamed && person.former_name.is_none() && !row.fields.contains_key("former_name") {
        let _ = difference.add(false, "former_name", serde_json::Value::Null, json!(person.name));
    }
}
