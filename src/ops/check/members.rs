//! Who is counted on a sheet.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use crate::domain::group::{Group, GroupKind};
use crate::domain::id::PersonId;
use crate::domain::member::Member;
use crate::domain::person::{Boarding, Person};
use crate::domain::rule_book::Who;
use crate::domain::session::Session;
use crate::domain::sheet::SheetKey;
use crate::ops::book::Book;
use crate::ops::error::OpError;

/// A person on a sheet with the number printed before the name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::ops) struct Seat {
    pub seat_no: u32,
    pub person: Person,
}

impl Seat {
    /// The person as the rules see a member.
    pub fn member(&self) -> Member {
        Member { person: self.person.id, boarder: self.person.boarding == Some(Boarding::Boarder) }
    }
}

impl Book {
    /// Everyone of the group on that day, by seat.
    pub(in crate::ops) fn everyone(&self, group: Group, date: NaiveDate) -> Result<Vec<Seat>, OpError> {
        let seated = |people: Vec<(u32, Person)>| -> Vec<Seat> {
            people.into_iter().map(|(seat_no, person)| Seat { seat_no, person }).collect()
        };
        let seats = match group {
            Group::Class(class) => seated(self.store.pupils_in(class, date)?),
            Group::Dormitory(room) => seated((1_u32..).zip(self.store.boarders_in(room, date)?).collect()),
            Group::Staff => seated(self.store.staff_on(date)?),
        };
        self.boarding_then(seats, group, date)
    }

    /// A person whom a session counts in the group, found without reading the others. The number is not told.
    pub(in crate::ops) fn counted_one(
        &self,
        key: SheetKey,
        person: PersonId,
    ) -> Result<Option<Seat>, OpError> {
        let SheetKey { group, date, session } = key;
        let there = match group {
            Group::Class(class) => {
                self.store.enrolments_of(person)?.iter().any(|it| it.class == class && it.covers(date))
            }
            Group::Dormitory(room) => {
                self.store.stays_of(person)?.iter().any(|it| it.dormitory == room && it.covers(date))
            }
            Group::Staff => self.store.employments_of(person)?.iter().any(|it| it.covers(date)),
        };
        let Some(person) = self.store.person(person)?.filter(|_| there) else { return Ok(None) };
        let seat = self.boarding_then(vec![Seat { seat_no: 0, person }], group, date)?;
        Ok(self.counted(seat, group, date, session)?.pop())
    }

    /// Who boards today may not have done so then.
    fn boarding_then(
        &self,
        mut seats: Vec<Seat>,
        group: Group,
        date: NaiveDate,
    ) -> Result<Vec<Seat>, OpError> {
        if group != Group::Staff {
            let then = self.store.boarding_on(date, &seats.iter().map(|seat| seat.person.id).collect())?;
            for seat in &mut seats {
                seat.person.boarding = then.get(&seat.person.id).copied();
            }
        }
        Ok(seats)
    }

    /// Those of the group who are counted at a session: boarders only in the evening, and in a class only
    /// those without a room where the evening is checked by dormitory.
    pub(in crate::ops) fn members(
        &self,
        group: Group,
        date: NaiveDate,
        session: Session,
    ) -> Result<Vec<Seat>, OpError> {
        self.counted(self.everyone(group, date)?, group, date, session)
    }

    /// The same of everyone of a group.
    pub(in crate::ops) fn counted(
        &self,
        mut everyone: Vec<Seat>,
        group: Group,
        date: NaiveDate,
        session: Session,
    ) -> Result<Vec<Seat>, OpError> {
        if self.counts_boarders_only(session) {
            everyone.retain(|seat| seat.person.boarding == Some(Boarding::Boarder));
        }
        if group.kind() == GroupKind::Class
            && self.calendar(date)?.rooms_come_first(session, date, &self.rules)
        {
            let housed: BTreeSet<PersonId> =
                self.store.stays_between(date, date)?.into_iter().map(|stay| stay.person).collect();
            everyone.retain(|seat| !housed.contains(&seat.person.id));
        }
        Ok(everyone)
    }

    /// Whether only boarders are counted at a session.
    pub(in crate::ops) fn counts_boarders_only(&self, session: Session) -> bool {
        self.rules.session(session).is_some_and(|entry| entry.who == Who::Boarders)
    }

    /// Head-count and number of boarders of every class on a day.
    pub(in crate::ops) fn head_counts(
        &self,
        date: NaiveDate,
    ) -> Result<BTreeMap<Group, (usize, usize)>, OpError> {
        let counts = self.store.head_counts(date)?;
        Ok(counts.into_iter().map(|(class, all, boarders)| (Group::Class(class), (all, boarders))).collect())
    }
}
