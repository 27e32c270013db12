//! Numbers that an import would give to a second person of the book.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::import_request::OnMatch;
use super::plan_builder::PlanBuilder;
use super::planned_row::{PlannedRow, RowAction};
use crate::domain::id::PersonId;
use crate::domain::person::{Person, PersonKind};
use crate::roster_file::{RosterDocument, RowOrigin, WarnedRow, Warning};

/// Which number, and what is said of a second one.
const NUMBERS: [(&str, Warning); 2] =
    [("id_number", Warning::IdDuplicate), ("student_no", Warning::StudentNoDuplicate)];

impl PlanBuilder<'_> {
    /// Warns of rows that give their person a number which somebody else keeps. What two rows of the file share was
    /// said when it was read.
    pub(super) fn warn_of_shared_numbers(&self, document: &mut RosterDocument, rows: &[PlannedRow]) {
        let mut found = Vec::new();
        for (field, reason) in NUMBERS {
            let mut holders: BTreeMap<&str, BTreeSet<PersonId>> = BTreeMap::new();
            for person in self.pupils.people.values() {
                if let Some(number) = number(person, field) {
                    let _ = holders.entry(number).or_default().insert(person.id);
                }
            }
            // Who gets another number by this file no longer has the old one.
            for row in rows {
                if let (Some(id), Some(_)) = (row.action.person(), row.fields.get(field)) {
                    let old = self.pupils.people.get(&id).and_then(|person| number(person, field));
                    let _ = old.and_then(|old| holders.get_mut(old)).map(|people| people.remove(&id));
                }
            }
            for row in rows.iter().filter(|row| row.kind == PersonKind::Pupil) {
                let given = match &row.action {
                    RowAction::Changed(..) => row.fields.get(field).and_then(|value| value.as_str()),
                    RowAction::New => row.person.as_ref().and_then(|person| number(person, field)),
                    RowAction::Unchanged(_) | RowAction::Doubtful(_) => None,
                };
                let others = given.and_then(|given| holders.get(given));
                if others.is_some_and(|others| others.iter().any(|id| Some(*id) != row.action.person())) {
                    let (origin, name) = (row.origin.clone(), row.name.clone());
                    found.push(WarnedRow { origin, name, reason });
                }
            }
        }
        found.retain(|warned| {
            self.options.on_match != OnMatch::Skip && !document.rows_warned.contains(warned)
        });
        if found.is_empty() {
            return;
        }
        document.rows_warned.extend(found);
        let order: HashMap<RowOrigin, usize> =
            rows.iter().enumerate().map(|(at, row)| (row.origin.clone(), at)).collect();
        document.rows_warned.sort_by_key(|warned| order.get(&warned.origin).copied());
    }
}

fn number<'p>(person: &'p Person, field: &str) -> Option<&'p str> {
    if field == "id_number" { person.id_number.as_deref() } else { person.student_no.as_deref() }
}
