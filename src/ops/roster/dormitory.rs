//! Dormitory rooms and who sleeps where.

use chrono::NaiveDate;
use serde::Serialize;
use serde_json::json;

use super::membership;
use crate::domain::enrolment::Dormitory;
use crate::domain::id::{DormitoryId, IdSource, PersonId};
use crate::domain::person::{Boarding, PersonKind};
use crate::domain::person_name::half_width;
use crate::ops::book::Book;
use crate::ops::error::OpError;
use crate::storage::Act;

/// A room with its boarders.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RoomLine {
    /// Key.
    pub key: DormitoryId,
    /// Name.
    pub dormitory: String,
    /// Boarders on that day.
    pub count: usize,
    /// Their keys.
    pub persons: Vec<PersonId>,
}

/// The room of that name, whatever the spaces in it; made if there is none.
pub(super) fn room(
    act: &mut Act<'_>,
    ids: &mut dyn IdSource,
    rooms: &mut Vec<Dormitory>,
    label: &str,
) -> Result<DormitoryId, OpError> {
    if let Some(room) = rooms.iter().find(|room| same_room(&room.label, label)) {
        return Ok(room.id);
    }
    let sort_order = rooms.iter().map(|room| room.sort_order).max().unwrap_or_default() + 1;
    let made = Dormitory { id: DormitoryId(ids.next()), label: label.trim().to_owned(), sort_order };
    let _ = act.put(&made)?;
    let id = made.id;
    rooms.push(made);
    Ok(id)
}

/// Whether two spellings mean one room.
pub(in crate::ops) fn same_room(a: &str, b: &str) -> bool {
    let plain = |text: &str| -> String { half_width(text).chars().filter(|c| !c.is_whitespace()).collect() };
    plain(a) == plain(b)
}

impl Book {
    /// Puts a boarder into a room from a day on; `None` ends the stay. A new name makes the room; who gets a
    /// room is a boarder.
    ///
    /// # Errors
    /// [`NotEnrolled`](super::MembershipError::NotEnrolled),
    /// [`AlreadyChecked`](super::MembershipError::AlreadyChecked); nothing is changed.
    pub fn set_dormitory(
        &mut self,
        person: PersonId,
        label: Option<&str>,
        from: NaiveDate,
    ) -> Result<(), OpError> {
        let mut pupil = self.store.person(person)?.ok_or(OpError::NoSuchPerson)?;
        if pupil.kind != PersonKind::Pupil {
            return Err(OpError::NotAMember);
        }
        let mut rooms = self.store.dormitories()?;
        let label = label.map(str::trim).filter(|label| !label.is_empty());
        if label.is_some() {
            self.is_enrolled(person, from)?;
        }
        let sheets = self.counted_sheets(person, from)?;
        self.act("dormitory", json!({ "room": label }), |act, ids| {
            let room = label.map(|label| room(act, ids, &mut rooms, label)).transpose()?;
            sheets.keep(act, |act| {
                membership::house(act, person, room, from)?;
                if room.is_some() {
                    membership::board(act, person, Some(Boarding::Boarder), from)?;
                }
                Ok(())
            })?;
            if room.is_some() && pupil.boarding != Some(Boarding::Boarder) {
                pupil.boarding = Some(Boarding::Boarder);
                let _ = act.put(&pupil)?;
            }
            Ok(())
        })
    }

    /// The rooms with their boarders on a day.
    pub fn room_list(&self, date: NaiveDate) -> Result<Vec<RoomLine>, OpError> {
        let stays = self.store.stays_between(date, date)?;
        let line = |room: Dormitory| {
            let persons: Vec<PersonId> =
                stays.iter().filter(|stay| stay.dormitory == room.id).map(|stay| stay.person).collect();
            RoomLine { key: room.id, dormitory: room.label, count: persons.len(), persons }
        };
        Ok(self.store.dormitories()?.into_iter().map(line).collect())
    }
}
