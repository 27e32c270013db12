//! Who is counted on a sheet.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::domain::group::Group;
use crate::domain::id::PersonId;
use crate::domain::member::Member;
use crate::domain::person::{Boarding, Person, PersonKind};
use crate::domain::rule_book::Who;
use crate::domain::session::Session;
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
        let with_seats = |ids: Vec<(u32, PersonId)>| -> Result<Vec<Seat>, OpError> {
            let mut members = Vec::with_capacity(ids.len());
            for (seat_no, id) in ids {
                if let Some(person) = self.store.person(id)? {
                    members.push(Seat { seat_no, person });
                }
            }
            Ok(members)
        };
        match group {
            Group::Class(class) => with_seats(
                self.store.enrolments_in(class, date)?.into_iter().map(|e| (e.seat_no, e.person)).collect(),
            ),
            Group::Dormitory(room) => with_seats(
                self.store
                    .stays_between(date, date)?
                    .into_iter()
                    .filter(|stay| stay.dormitory == room)
                    .zip(1_u32..)
                    .map(|(stay, number)| (number, stay.person))
                    .collect(),
            ),
            Group::Staff => Ok(self
                .store
                .people(PersonKind::Staff)?
                .into_iter()
                .zip(1_u32..)
                .map(|(person, seat_no)| Seat { seat_no, person })
                .collect()),
        }
    }

    /// Those of the group who are counted at a session: boarders only in the evening.
    pub(in crate::ops) fn members(
        &self,
        group: Group,
        date: NaiveDate,
        session: Session,
    ) -> Result<Vec<Seat>, OpError> {
        let mut members = self.everyone(group, date)?;
        if self.counts_boarders_only(session) {
            members.retain(|member| member.person.boarding == Some(Boarding::Boarder));
        }
        Ok(members)
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
