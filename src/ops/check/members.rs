//! Who is counted on a sheet.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::domain::group::Group;
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
        let numbered = |people: Vec<Person>| -> Vec<Seat> {
            people.into_iter().zip(1_u32..).map(|(person, seat_no)| Seat { seat_no, person }).collect()
        };
        Ok(match group {
            Group::Class(class) => {
                let pupils = self.store.pupils_in(class, date)?;
                pupils.into_iter().map(|(seat_no, person)| Seat { seat_no, person }).collect()
            }
            Group::Dormitory(room) => numbered(self.store.boarders_in(room, date)?),
            Group::Staff => numbered(self.store.people(PersonKind::Staff)?),
        })
    }

    /// Those of the group who are counted at a session: boarders only in the evening.
    pub(in crate::ops) fn members(
        &self,
        group: Group,
        date: NaiveDate,
        session: Session,
    ) -> Result<Vec<Seat>, OpError> {
        Ok(self.counted(self.everyone(group, date)?, session))
    }

    /// Those of a group who are counted at a session.
    pub(in crate::ops) fn counted(&self, mut everyone: Vec<Seat>, session: Session) -> Vec<Seat> {
        if self.counts_boarders_only(session) {
            everyone.retain(|seat| seat.person.boarding == Some(Boarding::Boarder));
        }
        everyone
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
