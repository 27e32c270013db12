//! People.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::store::{key_list, read};
use super::{Act, Record, StorageError, Store};
use crate::domain::id::{ClassId, DormitoryId, PersonId};
use crate::domain::person::{Person, PersonKind};

impl Record for Person {
    const TABLE: &'static str = "person";
}

/// What the last import wrote into a person, field → value.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ImportedValue {
    /// The person.
    pub person: PersonId,
    /// Field → value as imported.
    pub fields: Map<String, Value>,
}

impl Record for ImportedValue {
    const TABLE: &'static str = "imported_value";
}

impl Store {
    /// One person.
    pub fn person(&self, id: PersonId) -> Result<Option<Person>, StorageError> {
        Ok(self.select("WHERE id = ?1", [id.to_string()])?.pop())
    }

    /// These people, in the order of their keys.
    pub fn persons(&self, ids: impl IntoIterator<Item = PersonId>) -> Result<Vec<Person>, StorageError> {
        self.select("WHERE id IN (SELECT value FROM json_each(?1)) ORDER BY id", [key_list(ids)])
    }

    /// The pupils of a class on a day with their seats, by seat.
    pub fn pupils_in(&self, class: ClassId, day: NaiveDate) -> Result<Vec<(u32, Person)>, StorageError> {
        read(
            &self.connection,
            "SELECT person.*, seat_no FROM enrolment JOIN person ON id = enrolment.person
             WHERE class = ?1 AND from_day <= ?2 AND (to_day IS NULL OR to_day >= ?2)
             ORDER BY seat_no, id",
            [class.to_string(), day.to_string()],
            |person, row| Ok((row.get("seat_no")?, person)),
        )
    }

    /// The boarders of a room on a day, by class and number in it.
    pub fn boarders_in(&self, room: DormitoryId, day: NaiveDate) -> Result<Vec<Person>, StorageError> {
        read(
            &self.connection,
            "SELECT person.* FROM dormitory_stay s JOIN person ON person.id = s.person
             LEFT JOIN enrolment e ON e.person = s.person
               AND e.from_day <= ?2 AND (e.to_day IS NULL OR e.to_day >= ?2)
             LEFT JOIN school_class c ON c.id = e.class
             WHERE s.dormitory = ?1 AND s.from_day <= ?2 AND (s.to_day IS NULL OR s.to_day >= ?2)
             ORDER BY c.sort_order, e.seat_no, person.id",
            [room.to_string(), day.to_string()],
            |person, _| Ok(person),
        )
    }

    /// All pupils or all staff, in the order of their keys.
    pub fn people(&self, kind: PersonKind) -> Result<Vec<Person>, StorageError> {
        let kind = match kind {
            PersonKind::Pupil => "pupil",
            PersonKind::Staff => "staff",
        };
        self.select("WHERE kind = ?1 ORDER BY id", [kind])
    }

    /// What the last import wrote into each person.
    pub fn imported_values(&self) -> Result<Vec<ImportedValue>, StorageError> {
        self.select("", [])
    }
}

impl Act<'_> {
    /// One person as this act sees it.
    pub fn person(&self, id: PersonId) -> Result<Option<Person>, StorageError> {
        Ok(self.select("WHERE id = ?1", [id.to_string()])?.pop())
    }
}
