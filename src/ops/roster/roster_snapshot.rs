//! The whole roster in memory, for lists and comparisons: a school has at most a few thousand people.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::domain::employment::Employment;
use crate::domain::enrolment::{Dormitory, DormitoryStay, Enrolment};
use crate::domain::id::{ClassId, DormitoryId, PersonId};
use crate::domain::person::{Person, PersonKind};
use crate::domain::school_class::SchoolClass;
use crate::storage::{StorageError, Store};

/// People of one kind with their classes and rooms, past ones too.
#[derive(Debug, Default)]
pub(in crate::ops) struct RosterSnapshot {
    pub people: BTreeMap<PersonId, Person>,
    pub classes: BTreeMap<ClassId, SchoolClass>,
    pub rooms: BTreeMap<DormitoryId, Dormitory>,
    enrolments: BTreeMap<PersonId, Vec<Enrolment>>,
    stays: BTreeMap<PersonId, Vec<DormitoryStay>>,
    employments: BTreeMap<PersonId, Vec<Employment>>,
}

impl RosterSnapshot {
    /// Reads the pupils or the staff.
    pub fn read(store: &Store, kind: PersonKind) -> Result<Self, StorageError> {
        let mut snapshot = Self {
            people: store.people(kind)?.into_iter().map(|person| (person.id, person)).collect(),
            classes: store.all_classes()?.into_iter().map(|class| (class.id, class)).collect(),
            rooms: store.dormitories()?.into_iter().map(|room| (room.id, room)).collect(),
            ..Self::default()
        };
        if kind == PersonKind::Pupil {
            for enrolment in store.enrolments()? {
                snapshot.enrolments.entry(enrolment.person).or_default().push(enrolment);
            }
            for stay in store.stays()? {
                snapshot.stays.entry(stay.person).or_default().push(stay);
            }
        } else {
            for it in store.employments()? {
                snapshot.employments.entry(it.person).or_default().push(it);
            }
        }
        Ok(snapshot)
    }

    /// All enrolments of a person by first day.
    pub fn enrolments(&self, person: PersonId) -> &[Enrolment] {
        self.enrolments.get(&person).map_or(&[], Vec::as_slice)
    }

    /// The enrolment that covers a day.
    pub fn enrolment_on(&self, person: PersonId, day: NaiveDate) -> Option<&Enrolment> {
        self.enrolments(person).iter().rev().find(|e| e.covers(day))
    }

    /// The enrolment that a person had last where none covers the day, else the first one to come. `None` for
    /// whoever is in a class on that day or never was in one.
    pub fn away_on(&self, person: PersonId, day: NaiveDate) -> Option<&Enrolment> {
        let all = self.enrolments(person);
        if all.iter().any(|e| e.covers(day)) {
            return None;
        }
        all.iter().rev().find(|e| e.from <= day).or(all.first())
    }

    /// All stays of a person by first day.
    pub fn stays(&self, person: PersonId) -> &[DormitoryStay] {
        self.stays.get(&person).map_or(&[], Vec::as_slice)
    }

    /// The stay that covers a day.
    pub fn stay_on(&self, person: PersonId, day: NaiveDate) -> Option<&DormitoryStay> {
        self.stays(person).iter().rev().find(|s| s.covers(day))
    }

    /// Name of the room on a day.
    pub fn room_on(&self, person: PersonId, day: NaiveDate) -> Option<&str> {
        let stay = self.stay_on(person, day)?;
        self.rooms.get(&stay.dormitory).map(|room| room.label.as_str())
    }

    /// All employments of a member of staff by first day.
    pub fn employments(&self, person: PersonId) -> &[Employment] {
        self.employments.get(&person).map_or(&[], Vec::as_slice)
    }

    /// Place of a class in every list: by school year, then the order within it.
    pub fn class_order(&self, class: ClassId) -> (i32, u32, ClassId) {
        self.classes.get(&class).map_or((i32::MAX, u32::MAX, class), |c| (c.school_year, c.sort_order, c.id))
    }
}
