//! Rows of staff lists.

use std::collections::{BTreeSet, HashMap};

use serde_json::{Value, json};
use uuid::Uuid;

use super::doubts::doubt_swapped;
use super::field_change::FieldDifference;
use super::import_request::OnMatch;
use super::matcher::{Found, Keys, Matcher};
use super::place_planner::PlacePlanner;
use super::plan_builder::{PlanBuilder, keep_as_is, remember_former_name, settle};
use super::planned_row::{PlannedRow, RoomChange, RowAction};
use super::record_fields;
use super::teacher_planner::{LIST_YEAR, TEACHES, TeacherPlan, without_known_classes};
use crate::domain::id::PersonId;
use crate::domain::person::PersonKind;
use crate::domain::person_name::match_key;
use crate::roster_file::{RowOrigin, StaffRecord};
use crate::storage::Row;

impl PlanBuilder<'_> {
    pub(super) fn staff_rows(
        &self,
        records: &[StaffRecord],
        planner: &mut PlacePlanner,
        teachers: &mut TeacherPlan<'_>,
    ) -> Vec<PlannedRow> {
        let matcher = Matcher::new(self.staff.people.values(), self.imported);
        let mut alike: HashMap<String, usize> = HashMap::new();
        for record in records {
            *alike.entry(match_key(&record.name)).or_default() += 1;
        }
        let mut found: Vec<Found> = records
            .iter()
            .map(|record| {
                let keys = Keys {
                    name: &record.name,
                    birth: record.birth,
                    student_no: None,
                    id_number: record.id_number.as_deref(),
                    alone_in_file: alike.get(&match_key(&record.name)) == Some(&1),
                };
                matcher.find(&keys, |_| true)
            })
            .collect();
        self.single_out(records, &mut found);
        let names: Vec<String> = records.iter().map(|record| match_key(&record.name)).collect();
        doubt_swapped(&names, &mut found, &matcher, |_, _| true);
        let origins: Vec<&RowOrigin> = records.iter().map(|record| &record.origin).collect();
        let _ = self.decide(&origins, &mut found, |at, id| {
            let same = self.staff.people.get(&id).zip(records.get(at));
            (same.is_some_and(|(person, record)| person.name == record.name), true)
        });
        let rows = records.iter().zip(found);
        rows.map(|(record, found)| self.staff_row(record, &found, planner, teachers)).collect()
    }

    /// Staff lists seldom hold what tells namesakes apart. A row that says of one of them exactly what the book knows
    /// is that one's: nothing comes of it but that nobody has to be asked.
    fn single_out(&self, records: &[StaffRecord], found: &mut [Found]) {
        let one = |found: &Found| if let Found::One(id) = found { Some(*id) } else { None };
        let mut taken: BTreeSet<PersonId> = found.iter().filter_map(one).collect();
        for (record, found) in records.iter().zip(found) {
            let Found::Doubt(people) = &*found else { continue };
            let said = record_fields::filled(&record_fields::staff(PersonId(Uuid::nil()), record));
            let same = |id: &&PersonId| {
                let stored = self.staff.people.get(id).map(record_fields::filled);
                stored.is_some_and(|mut stored| {
                    stored.retain(|field, _| !field.starts_with("emergency_"));
                    stored == said
                })
            };
            if let Some(id) = people.iter().filter(|id| !taken.contains(id)).find(same).copied() {
                let _ = taken.insert(id);
                *found = Found::One(id);
            }
        }
    }

    fn staff_row(
        &self,
        record: &StaffRecord,
        found: &Found,
        planner: &mut PlacePlanner,
        teachers: &mut TeacherPlan<'_>,
    ) -> PlannedRow {
        let person = record_fields::staff(PersonId(Uuid::nil()), record);
        let mut row = PlannedRow {
            origin: record.origin.clone(),
            name: record.name.clone(),
            class: None,
            kind: PersonKind::Staff,
            action: RowAction::New,
            same_id: false,
            conflicts: Vec::new(),
            taken: Vec::new(),
            comes_in: false,
            returns: false,
            from: self.as_of,
            fields: Row::new(),
            person: None,
            imported: Row::new(),
            enrol: None,
            class_at: None,
            grade: None,
            regrade: false,
            room: RoomChange::Keep,
        };
        match found {
            Found::Nobody => row.person = Some(Box::new(person)),
            Found::Doubt(people) => {
                row.action = RowAction::Doubtful(
                    people.iter().filter_map(|id| Self::candidate(self.staff, *id)).collect(),
                );
                return row;
            }
            Found::One(id) => {
                let Some(known) = self.staff.people.get(id) else { return row };
                row.comes_in = !self.staff.employments(*id).iter().any(|it| it.lasts_until(self.as_of));
                row.same_id = record.id_number.is_some() && record.id_number == known.id_number;
                if self.options.on_match == OnMatch::Skip {
                    row.comes_in = false;
                    keep_as_is(*id, &mut row);
                    return row;
                }
                row.fields = record_fields::filled(&person);
                let mut last = self.imported.get(id).cloned().unwrap_or_default();
                // Books of before kept the classes as a list beside the person, not as a field of it.
                if last.get(TEACHES).is_some_and(Value::is_array) {
                    let _ = last.remove(TEACHES);
                }
                record_fields::without_derived(&mut row.fields, record.derived, known);
                let places = (self.pupils, &*planner);
                without_known_classes(&mut row.fields, record, known, places, self.school_year);
                let stored = record_fields::filled(known);
                let taken = self.options.taken(&row.origin, Some(*id));
                let mut difference = FieldDifference::of(&row.fields, &stored, &last, taken);
                remember_former_name(known, &row, &last, &mut difference);
                settle(*id, last, difference, &mut row);
            }
        }
        self.take_classes(record, &mut row, planner, teachers);
        if let Found::One(id) = found {
            self.forget_known(*id, &mut row, planner);
        }
        row
    }

    /// The 班主任 whom a row gives its classes, and the year that these are of.
    fn take_classes(
        &self,
        record: &StaffRecord,
        row: &mut PlannedRow,
        planner: &mut PlacePlanner,
        teachers: &mut TeacherPlan<'_>,
    ) {
        if !record.classes.is_empty() {
            let _ = row.imported.insert(LIST_YEAR.to_owned(), json!(self.school_year));
        }
        let taken = self.options.taken(&row.origin, row.action.person());
        row.takes_class(teachers.take(record, taken, (self.pupils, planner)));
    }
}
