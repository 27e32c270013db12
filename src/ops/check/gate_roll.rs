//! Everybody of a day, to be found at the gate by number, sound, name or class.

use chrono::NaiveDate;
use serde::Serialize;

use crate::domain::calendar::Calendar;
use crate::domain::class_lookup::{self, ClassName};
use crate::domain::id::{ClassId, PersonId};
use crate::domain::person::PersonKind;
use crate::domain::person_search::{PersonKey, Wanted};
use crate::ops::book::Book;
use crate::ops::error::OpError;
use crate::ops::roster::RosterFilter;

use super::group::GroupInfo;

/// Somebody of the school as the gate shows them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct GatePerson {
    /// Key.
    pub key: PersonId,
    /// Name.
    pub name: String,
    /// Class as lists show it, or the staff.
    pub class: String,
    /// Number in the class or among the staff.
    pub number: u32,
}

/// Everybody of a day, prepared for searching: no key press asks the book.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GateRoll {
    people: Vec<(GatePerson, PersonKey, Option<ClassId>)>,
    classes: Vec<(ClassId, ClassName)>,
    school_year: i32,
}

impl GateRoll {
    /// Who fits what was typed: the best first, then pupils by class and number, then the staff. Nothing typed finds
    /// nobody.
    pub fn find(&self, typed: &str) -> Vec<&GatePerson> {
        if typed.trim().is_empty() {
            return Vec::new();
        }
        let names: Vec<ClassName> = self.classes.iter().map(|(_, name)| name.clone()).collect();
        let wanted = Wanted::new(typed, |word| {
            let places = class_lookup::named(&names, word, self.school_year).into_iter();
            places.filter_map(|at| self.classes.get(at).map(|(id, _)| *id)).collect()
        });
        let fits = self.people.iter().filter_map(|(person, key, class)| {
            wanted.rank(key, Some(person.number), *class).map(|rank| (rank, person))
        });
        let mut found: Vec<(u8, &GatePerson)> = fits.collect();
        found.sort_by_key(|(rank, _)| *rank);
        found.into_iter().map(|(_, person)| person).collect()
    }

    /// The person of that key.
    pub fn person(&self, key: PersonId) -> Option<&GatePerson> {
        self.people.iter().map(|(person, ..)| person).find(|person| person.key == key)
    }
}

impl Book {
    /// Everybody of a day.
    pub fn gate_roll(&self, date: NaiveDate) -> Result<GateRoll, OpError> {
        let groups = self.class_groups(date)?;
        let short =
            |class: &str| groups.iter().find(|group| group.label == class).map(|group| group.short.clone());
        let pupils = self.roster_snapshot(PersonKind::Pupil)?;
        let mut people = Vec::new();
        for line in self.roster_list(date, &RosterFilter::default())? {
            let Some(key) = pupils.keys().get(&line.key) else { continue };
            let class = short(&line.class).unwrap_or(line.class);
            let person = GatePerson { key: line.key, name: line.name, class, number: line.seat_no };
            people.push((person, key.clone(), Some(line.class_key)));
        }
        let staff = self.roster_snapshot(PersonKind::Staff)?;
        let mut employed: Vec<_> = staff
            .people
            .values()
            .filter_map(|person| {
                let there = staff.employments(person.id).iter().find(|it| it.covers(date))?;
                let key = staff.keys().get(&person.id)?.clone();
                let (name, class, number) = (person.name.clone(), self.tr.ops_staff(), there.number);
                Some((GatePerson { key: person.id, name, class, number }, key, None))
            })
            .collect();
        employed.sort_by_key(|(person, ..)| person.number);
        people.extend(employed);
        let school_year = Calendar::school_year_of(date);
        let classes = self.store.classes(school_year)?;
        let name = |class: &crate::domain::school_class::SchoolClass| ClassName {
            label: class.label.clone(),
            short: GroupInfo::of_class(class).short,
            grade: class.grade,
            class_no: class.class_no,
        };
        let classes = classes.iter().map(|class| (class.id, name(class))).collect();
        Ok(GateRoll { people, classes, school_year })
    }
}
