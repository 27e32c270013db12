//! Cases.

use chrono::{NaiveDate, NaiveDateTime};

use super::{Record, StorageError, Store};
use crate::domain::id::{CaseId, PersonId};
use crate::domain::illness_case::IllnessCase;

impl Record for IllnessCase {
    const TABLE: &'static str = "illness_case";
}

impl Store {
    /// The case of that key.
    pub fn illness_case(&self, id: CaseId) -> Result<Option<IllnessCase>, StorageError> {
        Ok(self.select("WHERE id = ?1", [id.to_string()])?.pop())
    }

    /// All cases that are not closed, the one known first first.
    pub fn open_cases(&self) -> Result<Vec<IllnessCase>, StorageError> {
        self.select("WHERE closed_on IS NULL ORDER BY known_at, id", [])
    }

    /// How many cases are not closed.
    pub fn open_case_count(&self) -> Result<usize, StorageError> {
        let mut statement =
            self.connection.prepare_cached("SELECT count(*) FROM illness_case WHERE closed_on IS NULL")?;
        let count: u32 = statement.query_row([], |row| row.get(0))?;
        Ok(count as usize)
    }

    /// The cases known from `from` on and before `until`, the one known first first.
    pub fn cases_between(
        &self,
        from: NaiveDateTime,
        until: NaiveDateTime,
    ) -> Result<Vec<IllnessCase>, StorageError> {
        self.select(
            "WHERE known_at >= ?1 AND known_at < ?2 ORDER BY known_at, id",
            [moment(from), moment(until)],
        )
    }

    /// The cases closed on a day or later, the one closed last first.
    pub fn cases_closed_since(&self, day: NaiveDate) -> Result<Vec<IllnessCase>, StorageError> {
        self.select("WHERE closed_on >= ?1 ORDER BY closed_on DESC, known_at DESC", [day.to_string()])
    }

    /// All cases of a person, the one known last first.
    pub fn cases_of(&self, person: PersonId) -> Result<Vec<IllnessCase>, StorageError> {
        self.select("WHERE person = ?1 ORDER BY known_at DESC, id", [person.to_string()])
    }
}

/// A moment as the tables hold it.
pub(super) fn moment(at: NaiveDateTime) -> String {
    at.format("%Y-%m-%dT%H:%M:%S").to_string()
}
