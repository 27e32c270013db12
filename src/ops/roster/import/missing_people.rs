//! People who should be in the file and are not.

use std::collections::BTreeSet;

use serde_json::json;

use super::import_summary::MissingPerson;
use super::place_planner::PlacePlanner;
use super::plan_builder::PlanBuilder;
use super::planned_row::{LEFT, PlannedRow, RowAction};
use crate::domain::id::{ClassId, PersonId};
use crate::domain::person::{Person, PersonKind};
use crate::roster_file::RejectedRow;

impl PlanBuilder<'_> {
    /// Pupils of the file's classes and staff of its list whom no row means, and, when the file means any pupil of the book, those
    /// still in a class of an earlier school year than the file's: they are in no class of today. A rejected row means whoever
    /// has its numbers.
    pub(super) fn not_in_file(
        &self,
        rows: &[PlannedRow],
        rejected: &[RejectedRow],
        planner: &PlacePlanner,
    ) -> Vec<MissingPerson> {
        let mut meant: Vec<PersonId> = Vec::new();
        for row in rows {
            match &row.action {
                RowAction::Doubtful(candidates) => meant.extend(candidates.iter().map(|c| c.key)),
                action => meant.extend(action.person()),
            }
        }
        let numbers: BTreeSet<&str> =
            rejected.iter().flat_map(|row| &row.numbers).map(String::as_str).collect();
        let has = |number: &Option<String>| number.as_deref().is_some_and(|number| numbers.contains(number));
        for person in self.pupils.people.values().chain(self.staff.people.values()) {
            if has(&person.id_number) || has(&person.student_no) {
                meant.push(person.id);
            }
        }
        meant.sort_unstable();
        let mut missing = self.missing_pupils(rows, &meant, planner);
        missing.extend(self.missing_staff(rows, &meant));
        missing
    }

    fn missing_pupils(
        &self,
        rows: &[PlannedRow],
        meant: &[PersonId],
        planner: &PlacePlanner,
    ) -> Vec<MissingPerson> {
        let listed: BTreeSet<ClassId> =
            rows.iter().filter_map(|row| planner.classes.get(row.class_at?)?.id).collect();
        let here = |id: PersonId| {
            let enrolment = self.pupils.enrolments(id).last()?;
            enrolment.to.is_none_or(|to| to >= self.as_of).then_some(enrolment)
        };
        // Whom an earlier import let leave on a day to come is not asked for again.
        let leaves = |id: PersonId| {
            let to = self.pupils.enrolments(id).last().and_then(|enrolment| enrolment.to?.succ_opt());
            let written = self.imported.get(&id).and_then(|row| row.get(LEFT));
            to.is_some() && written == Some(&json!(to))
        };
        let earlier = |id: PersonId| {
            let class = here(id).and_then(|enrolment| self.pupils.classes.get(&enrolment.class));
            class.is_some_and(|class| class.school_year < self.school_year)
        };
        let known = self.pupils.people.keys().any(|id| meant.binary_search(id).is_ok());
        let has_pupils = rows.iter().any(|row| row.kind == PersonKind::Pupil);
        let mut missing: Vec<_> = self
            .pupils
            .people
            .values()
            .filter(|person| meant.binary_search(&person.id).is_err() && !leaves(person.id))
            .filter_map(|person| Some((person, here(person.id)?)))
            .filter(|(person, e)| listed.contains(&e.class) || (known && earlier(person.id)))
            .filter(|_| has_pupils)
            .collect();
        missing.sort_by_key(|(person, e)| (self.pupils.class_order(e.class), e.seat_no, person.id));
        missing
            .into_iter()
            .map(|(person, e)| MissingPerson {
                kind: PersonKind::Pupil,
                key: person.id,
                name: person.name.clone(),
                class: self.pupils.classes.get(&e.class).map(|c| c.label.clone()).unwrap_or_default(),
                earliest: self.counted.first_away(self.pupils, person.id, self.as_of).0,
            })
            .collect()
    }

    /// Staff of the day whom no row of a staff list means. A list that means nobody of the book is of another school
    /// or the first one.
    fn missing_staff(&self, rows: &[PlannedRow], meant: &[PersonId]) -> Vec<MissingPerson> {
        if !self.staff.people.keys().any(|id| meant.binary_search(id).is_ok()) {
            return Vec::new();
        }
        let last = |id: PersonId| self.staff.employments(id).last();
        let leaves = |id: PersonId| {
            let to = last(id).and_then(|employment| employment.to?.succ_opt());
            let written = self.imported.get(&id).and_then(|row| row.get(LEFT));
            to.is_some() && written == Some(&json!(to))
        };
        let here = |id: PersonId| last(id).filter(|it| it.to.is_none_or(|to| to >= self.as_of));
        let listed = rows.iter().any(|row| row.kind == PersonKind::Staff);
        let missing = self
            .staff
            .people
            .values()
            .filter(|person| listed && meant.binary_search(&person.id).is_err() && !leaves(person.id));
        let mut missing: Vec<_> =
            missing.filter_map(|person| Some((here(person.id)?.number, person))).collect();
        missing.sort_by_key(|(number, person)| (*number, person.id));
        let line = |(_, person): (u32, &Person)| MissingPerson {
            kind: PersonKind::Staff,
            key: person.id,
            name: person.name.clone(),
            class: person.post.clone().unwrap_or_default(),
            earliest: self.counted.first_away(self.staff, person.id, self.as_of).0,
        };
        missing.into_iter().map(line).collect()
    }
}
