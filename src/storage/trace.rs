//! Follow-ups of absences.

use std::collections::BTreeSet;

use chrono::{NaiveDate, NaiveDateTime};
use serde::{Deserialize, Serialize};

use super::store::key_list;
use super::{Record, StorageError, Store};
use crate::domain::id::{PersonId, TraceId};
use crate::domain::trace::{Talk, Trace};

/// A follow-up as stored.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TraceRow {
    /// The person.
    pub person: PersonId,
    /// Key.
    pub id: TraceId,
    /// A day of the absence.
    pub absent_on: NaiveDate,
    /// When it was made.
    pub at: NaiveDateTime,
    /// When to call again.
    pub next_call: Option<NaiveDateTime>,
    /// 1: it ended the tracing.
    pub closes: u8,
    /// What was learned.
    pub body: Talk,
}

impl Record for TraceRow {
    const TABLE: &'static str = "trace";
}

impl From<Trace> for TraceRow {
    fn from(trace: Trace) -> Self {
        let Trace { person, id, absent_on, at, next_call, talk } = trace;
        let closes = u8::from(talk.closing.is_some());
        Self { person, id, absent_on, at, next_call, closes, body: talk }
    }
}

impl From<TraceRow> for Trace {
    fn from(row: TraceRow) -> Self {
        let TraceRow { person, id, absent_on, at, next_call, body, .. } = row;
        Self { person, id, absent_on, at, next_call, talk: body }
    }
}

impl Store {
    /// All follow-ups of a person, oldest first.
    pub fn traces_of(&self, person: PersonId) -> Result<Vec<Trace>, StorageError> {
        let rows: Vec<TraceRow> = self.select("WHERE person = ?1 ORDER BY at, id", [person.to_string()])?;
        Ok(rows.into_iter().map(Into::into).collect())
    }

    /// All follow-ups of these people, by person, oldest first.
    pub fn traces_of_all(&self, people: &BTreeSet<PersonId>) -> Result<Vec<Trace>, StorageError> {
        let rows: Vec<TraceRow> = self.select(
            "WHERE person IN (SELECT value FROM json_each(?1)) ORDER BY person, at, id",
            [key_list(people)],
        )?;
        Ok(rows.into_iter().map(Into::into).collect())
    }
}
