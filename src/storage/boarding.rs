//! Day pupils and boarders by date.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::store::key_list;
use super::{Act, Record, StorageError, Store};
use crate::domain::boarding_span::BoardingSpan;
use crate::domain::id::PersonId;
use crate::domain::person::Boarding;

impl Record for BoardingSpan {
    const TABLE: &'static str = "boarding";
}

/// Whether person `p` boards on day `?1`.
pub(super) const BOARDED: &str =
    "EXISTS (SELECT 1 FROM boarding b WHERE b.person = p.id AND b.kind = 'boarder'
    AND b.from_day <= ?1 AND (b.to_day IS NULL OR b.to_day >= ?1))";

impl Store {
    /// How these people go to school on a day, as far as it is known.
    pub fn boarding_on(
        &self,
        day: NaiveDate,
        people: &BTreeSet<PersonId>,
    ) -> Result<BTreeMap<PersonId, Boarding>, StorageError> {
        let spans: Vec<BoardingSpan> = self.select(
            "WHERE person IN (SELECT value FROM json_each(?1))
               AND from_day <= ?2 AND (to_day IS NULL OR to_day >= ?2)",
            [key_list(people), day.to_string()],
        )?;
        Ok(spans.into_iter().map(|span| (span.person, span.kind)).collect())
    }

    /// The spans of these people, by person and first day.
    pub fn boarding_of_all(&self, people: &BTreeSet<PersonId>) -> Result<Vec<BoardingSpan>, StorageError> {
        self.select(
            "WHERE person IN (SELECT value FROM json_each(?1)) ORDER BY person, from_day",
            [key_list(people)],
        )
    }

    /// Everyone's spans, ended ones too, by person and first day.
    pub fn boarding_spans(&self) -> Result<Vec<BoardingSpan>, StorageError> {
        self.select("ORDER BY person, from_day", [])
    }

    /// The spans of one person, by first day.
    pub fn boarding_of(&self, person: PersonId) -> Result<Vec<BoardingSpan>, StorageError> {
        self.select("WHERE person = ?1 ORDER BY from_day", [person.to_string()])
    }
}

impl Act<'_> {
    /// The spans of one person as this act sees them, by first day.
    pub fn boarding_of(&self, person: PersonId) -> Result<Vec<BoardingSpan>, StorageError> {
        self.select("WHERE person = ?1 ORDER BY from_day", [person.to_string()])
    }
}
