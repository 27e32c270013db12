//! The whole roster in memory, for lists and comparisons: a school has at most a few thousand people.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

use chrono::NaiveDate;

use crate::domain::boarding_span::BoardingSpan;
use crate::domain::employment::Employment;
use crate::domain::enrolment::{Dormitory, DormitoryStay, Enrolment};
use crate::domain::free_group::FreeGroupMember;
use crate::domain::id::{ClassId, DormitoryId, FreeGroupId, PersonId};
use crate::domain::person::{Boarding, Person, PersonKind};
use crate::domain::person_search::PersonKey;
use crate::domain::school_class::SchoolClass;
use crate::ops::book::Book;
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
    boarding: BTreeMap<PersonId, Vec<BoardingSpan>>,
    free_groups: BTreeMap<PersonId, Vec<FreeGroupMember>>,
    keys: OnceLock<BTreeMap<PersonId, PersonKey>>,
}

/// The pupils and the staff as they were read last, with the last journal entry of then: while somebody types, no
/// key reads the roster again or prepares its names.
#[derive(Debug, Default)]
pub(in crate::ops) struct HeldRoster {
    pupils: RefCell<Held>,
    staff: RefCell<Held>,
}

type Held = Option<(String, Arc<RosterSnapshot>)>;

impl Book {
    /// The pupils or the staff as they are.
    pub(in crate::ops) fn roster_snapshot(
        &self,
        kind: PersonKind,
    ) -> Result<Arc<RosterSnapshot>, StorageError> {
        let head = self.store.journal_link()?;
        let place = if kind == PersonKind::Pupil { &self.held.pupils } else { &self.held.staff };
        if let Some((_, held)) = place.borrow().as_ref().filter(|(then, _)| *then == head) {
            return Ok(Arc::clone(held));
        }
        let read = Arc::new(RosterSnapshot::read(&self.store, kind)?);
        *place.borrow_mut() = Some((head, Arc::clone(&read)));
        Ok(read)
    }
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
            for span in store.boarding_spans()? {
                snapshot.boarding.entry(span.person).or_default().push(span);
            }
            for it in store.free_group_members()? {
                snapshot.free_groups.entry(it.person).or_default().push(it);
            }
        } else {
            for it in store.employments()? {
                snapshot.employments.entry(it.person).or_default().push(it);
            }
        }
        Ok(snapshot)
    }

    /// The same with how each pupil goes to school on a day, whatever was said for later ones.
    pub fn with_boarding_of(mut self, day: NaiveDate) -> Self {
        let then: BTreeMap<_, _> = self.people.keys().map(|id| (*id, self.boarding_on(*id, day))).collect();
        for (id, person) in &mut self.people {
            person.boarding = then.get(id).copied().flatten();
        }
        self
    }

    /// The people prepared for searching, made when it is first asked for.
    pub fn keys(&self) -> &BTreeMap<PersonId, PersonKey> {
        let prepared = || self.people.values().map(|person| (person.id, PersonKey::new(person))).collect();
        self.keys.get_or_init(prepared)
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

    /// Day pupil or boarder on a day, as far as it is known.
    pub fn boarding_on(&self, person: PersonId, day: NaiveDate) -> Option<Boarding> {
        self.boarding.get(&person)?.iter().rev().find(|span| span.covers(day)).map(|span| span.kind)
    }

    /// All spans of how a person goes to school, by first day.
    pub fn boarding(&self, person: PersonId) -> &[BoardingSpan] {
        self.boarding.get(&person).map_or(&[], Vec::as_slice)
    }

    /// Whether a pupil is in a group beside the classes on a day.
    pub fn is_in_group(&self, person: PersonId, group: FreeGroupId, day: NaiveDate) -> bool {
        let own = self.free_groups.get(&person).map_or(&[][..], Vec::as_slice);
        own.iter().any(|it| it.free_group == group && it.covers(day))
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
