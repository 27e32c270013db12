//! Corrections of sheets whose report had gone out.

use chrono::{NaiveDate, NaiveDateTime};
use rusqlite::OptionalExtension;

use super::{Act, Record, StorageError, Store};
use crate::domain::correction::Correction;
use crate::domain::id::PersonId;

impl Record for Correction {
    const TABLE: &'static str = "correction";
}

impl Store {
    /// Corrections of the sheets of the days `from` to `to`, by day and number.
    pub fn corrections_between(
        &self,
        from: NaiveDate,
        to: NaiveDate,
    ) -> Result<Vec<Correction>, StorageError> {
        self.select("WHERE date BETWEEN ?1 AND ?2 ORDER BY date, number", [from.to_string(), to.to_string()])
    }

    /// Corrections of what sheets said of one person, the newest first.
    pub fn corrections_about(&self, person: PersonId) -> Result<Vec<Correction>, StorageError> {
        self.select("WHERE person = ?1 ORDER BY date DESC, number DESC", [person.to_string()])
    }

    /// When something of a kind was last issued for a day; what stands in it is not read.
    pub fn last_issued_at(&self, kind: &str, date: NaiveDate) -> Result<Option<NaiveDateTime>, StorageError> {
        let mut statement = self.connection.prepare_cached(
            "SELECT made_at FROM issued WHERE kind = ?1 AND date = ?2 ORDER BY number DESC LIMIT 1",
        )?;
        let at: Option<String> =
            statement.query_row([kind, &date.to_string()], |row| row.get(0)).optional()?;
        Ok(at.and_then(|at| at.parse().ok()))
    }
}

impl Act<'_> {
    /// The number of the next correction of a day's sheets.
    pub fn next_correction(&self, date: NaiveDate) -> Result<u32, StorageError> {
        let last: Vec<Correction> =
            self.select("WHERE date = ?1 ORDER BY number DESC LIMIT 1", [date.to_string()])?;
        Ok(last.first().map_or(0, |correction| correction.number) + 1)
    }
}
