//! Room, way of going to school and 留守 of several pupils, each in one act.

use chrono::NaiveDate;
use serde_json::json;

use super::add_person::go_to_school;
use super::counted_sheets::CountedSheets;
use super::{dormitory, membership};
use crate::domain::id::PersonId;
use crate::domain::person::{Boarding, LeftBehind, Person};
use crate::ops::book::Book;
use crate::ops::error::OpError;

/// A change of several pupils.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PupilsOp {
    /// Into a room from a day on, or out of theirs.
    Dormitory {
        /// The pupils.
        persons: Vec<PersonId>,
        /// Name of the room; a new one makes it.
        room: Option<String>,
        /// First night there.
        from: NaiveDate,
    },
    /// Day pupils or boarders from a day on.
    Boarding {
        /// The pupils.
        persons: Vec<PersonId>,
        /// Which; `None`: not known.
        boarding: Option<Boarding>,
        /// First day.
        from: NaiveDate,
    },
    /// 留守
    LeftBehind {
        /// The pupils.
        persons: Vec<PersonId>,
        /// Which; `None`: not known.
        left_behind: Option<LeftBehind>,
    },
}

impl Book {
    /// Changes several pupils in one act; answers how many.
    ///
    /// # Errors
    /// [`OpError::NoSuchPerson`] where nobody or somebody unknown is meant, [`OpError::NotAMember`] for staff, and those of
    /// [`Book::set_dormitory`] and [`Book::set_boarding`]; then no pupil is changed.
    pub fn change_pupils(&mut self, op: &PupilsOp) -> Result<usize, OpError> {
        match op {
            PupilsOp::Dormitory { persons, room, from } => self.house_pupils(persons, room.as_deref(), *from),
            PupilsOp::Boarding { persons, boarding, from } => self.board_pupils(persons, *boarding, *from),
            PupilsOp::LeftBehind { persons, left_behind } => {
                let pupils = self.these_pupils(persons)?;
                let detail = json!({ "count": pupils.len() });
                self.act("left_behind", detail, |act, _| {
                    for mut pupil in pupils {
                        pupil.left_behind = *left_behind;
                        let _ = act.put(&pupil)?;
                    }
                    Ok(persons.len())
                })
            }
        }
    }

    fn house_pupils(
        &mut self,
        persons: &[PersonId],
        room: Option<&str>,
        from: NaiveDate,
    ) -> Result<usize, OpError> {
        let room = room.map(str::trim).filter(|room| !room.is_empty());
        let pupils = self.pupils_with_sheets(persons, from, room.is_some())?;
        let mut rooms = self.store.dormitories()?;
        let detail = json!({ "room": room, "count": pupils.len() });
        self.act("dormitories", detail, |act, ids| {
            let room = room.map(|label| dormitory::room(act, ids, &mut rooms, label)).transpose()?;
            for (mut pupil, sheets) in pupils {
                sheets.keep(act, |act| {
                    membership::house(act, pupil.id, room, from)?;
                    if room.is_some() {
                        membership::board(act, pupil.id, Some(Boarding::Boarder), from)?;
                    }
                    Ok(())
                })?;
                if room.is_some() && pupil.boarding != Some(Boarding::Boarder) {
                    pupil.boarding = Some(Boarding::Boarder);
                    let _ = act.put(&pupil)?;
                }
            }
            Ok(persons.len())
        })
    }

    fn board_pupils(
        &mut self,
        persons: &[PersonId],
        boarding: Option<Boarding>,
        from: NaiveDate,
    ) -> Result<usize, OpError> {
        let pupils = self.pupils_with_sheets(persons, from, true)?;
        let detail = json!({ "boarding": boarding, "count": pupils.len() });
        self.act("boardings", detail, |act, _| {
            for (mut pupil, sheets) in pupils {
                pupil.boarding = boarding;
                let _ = act.put(&pupil)?;
                sheets.keep(act, |act| go_to_school(act, pupil.id, boarding, from))?;
            }
            Ok(persons.len())
        })
    }

    /// These pupils, each with the sheets that have counted the pupil from a day on.
    fn pupils_with_sheets(
        &self,
        persons: &[PersonId],
        from: NaiveDate,
        enrolled: bool,
    ) -> Result<Vec<(Person, CountedSheets)>, OpError> {
        let mut found = Vec::new();
        for pupil in self.these_pupils(persons)? {
            if enrolled {
                self.is_enrolled(pupil.id, from)?;
            }
            let sheets = self.counted_sheets(pupil.id, from)?;
            found.push((pupil, sheets));
        }
        Ok(found)
    }

    fn these_pupils(&self, persons: &[PersonId]) -> Result<Vec<Person>, OpError> {
        self.are_pupils(persons)?;
        Ok(self.store.persons(persons.iter().copied())?)
    }
}
