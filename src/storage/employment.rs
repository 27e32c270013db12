//! The staff by date.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::store::{key_list, read};
use super::{Act, Record, StorageError, Store};
use crate::domain::employment::Employment;
use crate::domain::id::PersonId;
use crate::domain::person::Person;

impl Record for Employment {
    const TABLE: &'static str = "employment";
}

impl Store {
    /// The staff of a day with their numbers, by number.
    pub fn staff_on(&self, day: NaiveDate) -> Result<Vec<(u32, Person)>, StorageError> {
        read(
            &self.connection,
            "SELECT person.*, number FROM employment JOIN person ON id = employment.person
             WHERE from_day <= ?1 AND (to_day IS NULL OR to_day >= ?1) ORDER BY number, id",
            [day.to_string()],
            |person, row| Ok((row.get("number")?, person)),
        )
    }

    /// How many belong to the staff on a day.
    pub fn staff_count(&self, day: NaiveDate) -> Result<usize, StorageError> {
        let mut statement = self.connection.prepare_cached(
            "SELECT count(*) FROM employment WHERE from_day <= ?1 AND (to_day IS NULL OR to_day >= ?1)",
        )?;
        let count: u32 = statement.query_row([day.to_string()], |row| row.get(0))?;
        Ok(count as usize)
    }

    /// Everyone's employments, ended ones too, by person and first day.
    pub fn employments(&self) -> Result<Vec<Employment>, StorageError> {
        self.select("ORDER BY person, from_day", [])
    }

    /// Employments of one person, by first day.
    pub fn employments_of(&self, person: PersonId) -> Result<Vec<Employment>, StorageError> {
        self.select("WHERE person = ?1 ORDER BY from_day", [person.to_string()])
    }

    /// Employments of these people, by person and first day.
    pub fn employments_of_all(&self, people: &BTreeSet<PersonId>) -> Result<Vec<Employment>, StorageError> {
        self.select(
            "WHERE person IN (SELECT value FROM json_each(?1)) ORDER BY person, from_day",
            [key_list(people)],
        )
    }
}

impl Act<'_> {
    /// Employments of one person as this act sees them, by first day.
    pub fn employments_of(&self, person: PersonId) -> Result<Vec<Employment>, StorageError> {
        self.select("WHERE person = ?1 ORDER BY from_day", [person.to_string()])
    }

    /// The highest number ever given on the staff's sheet.
    pub fn highest_staff_number(&self) -> Result<u32, StorageError> {
        let rows: Vec<Employment> = self.select("ORDER BY number DESC LIMIT 1", [])?;
        Ok(rows.first().map_or(0, |row| row.number))
    }
}
