//! Pupils who should be in the file and are not.

use std::collections::BTreeSet;

use serde_json::json;

use super::import_summary::MissingPupil;
use super::place_planner::PlacePlanner;
use super::plan_builder::PlanBuilder;
use super::planned_row::{LEFT, PlannedRow, RowAction};
use crate::domain::id::{ClassId, PersonId};
use crate::domain::person::PersonKind;

impl PlanBuilder<'_> {
    /// Pupils of the file's classes whom no row means, and, when the file means any pupil of the book, those
    /// still in a class of an earlier school year than the file's: they are in no class of today.
    pub(super) fn not_in_file(&self, rows: &[PlannedRow], planner: &PlacePlanner) -> Vec<MissingPupil> {
        let mut meant: Vec<PersonId> = Vec::new();
        for row in rows {
            match &row.action {
                RowAction::Doubtful(candidates) => meant.extend(candidates.iter().map(|c| c.key)),
                action => meant.extend(action.person()),
            }
        }
        meant.sort_unstable();
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
            .map(|(person, e)| MissingPupil {
                key: person.id,
                name: person.name.clone(),
                class: self.pupils.classes.get(&e.class).map(|c| c.label.clone()).unwrap_or_default(),
                earliest: self.counted.first_away(self.pupils, person.id, self.as_of).0,
            })
            .collect()
    }
}
