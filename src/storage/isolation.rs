//! Observation and isolation, contacts of cases, and returns to class.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::store::key_list;
use super::{Record, StorageError, Store};
use crate::domain::case_contact::CaseContact;
use crate::domain::id::{CaseId, IsolationId, PersonId};
use crate::domain::isolation::Isolation;
use crate::domain::return_clearance::ReturnClearance;

impl Record for Isolation {
    const TABLE: &'static str = "isolation";
}

impl Record for CaseContact {
    const TABLE: &'static str = "case_contact";
}

/// A return as stored.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReturnRow {
    /// Who came back.
    pub person: PersonId,
    /// On which day.
    pub day: NaiveDate,
    /// What was checked and decided.
    pub body: ReturnClearance,
}

impl Record for ReturnRow {
    const TABLE: &'static str = "return_clearance";
}

impl Store {
    /// Those who are kept apart now, the longest first.
    pub fn open_isolations(&self) -> Result<Vec<Isolation>, StorageError> {
        self.select("WHERE to_at IS NULL ORDER BY from_at, id", [])
    }

    /// Those who were kept apart at some time from `first` to `last`, the earliest first.
    pub fn isolations_between(
        &self,
        first: NaiveDate,
        last: NaiveDate,
    ) -> Result<Vec<Isolation>, StorageError> {
        // Times are text of one shape, so they compare as they stand.
        self.select(
            "WHERE from_at <= ?2 AND (to_at IS NULL OR to_at >= ?1) ORDER BY from_at, id",
            [format!("{first}T00:00:00"), format!("{last}T23:59:59")],
        )
    }

    /// All observations and isolations of a person, the newest first.
    pub fn isolations_of(&self, person: PersonId) -> Result<Vec<Isolation>, StorageError> {
        self.select("WHERE person = ?1 ORDER BY from_at DESC, id", [person.to_string()])
    }

    /// One of them.
    pub fn isolation(&self, id: IsolationId) -> Result<Option<Isolation>, StorageError> {
        Ok(self.select("WHERE id = ?1", [id.to_string()])?.pop())
    }

    /// The contacts of a case.
    pub fn contacts_of(&self, case: CaseId) -> Result<Vec<CaseContact>, StorageError> {
        self.select("WHERE of = ?1", [case.to_string()])
    }

    /// The cases that these people were near.
    pub fn contact_rows_of(&self, people: &BTreeSet<PersonId>) -> Result<Vec<CaseContact>, StorageError> {
        self.select("WHERE person IN (SELECT value FROM json_each(?1))", [key_list(people)])
    }

    /// All returns of a person, the newest first.
    pub fn returns_of(&self, person: PersonId) -> Result<Vec<ReturnRow>, StorageError> {
        self.select("WHERE person = ?1 ORDER BY day DESC", [person.to_string()])
    }

    /// The returns of the days `first` to `last`, the earliest first.
    pub fn returns_between(&self, first: NaiveDate, last: NaiveDate) -> Result<Vec<ReturnRow>, StorageError> {
        self.select("WHERE day BETWEEN ?1 AND ?2 ORDER BY day, person", [first.to_string(), last.to_string()])
    }

    /// The returns of these people since a day.
    pub fn returns_of_all(
        &self,
        people: &BTreeSet<PersonId>,
        since: NaiveDate,
    ) -> Result<Vec<ReturnRow>, StorageError> {
        self.select(
            "WHERE person IN (SELECT value FROM json_each(?1)) AND day >= ?2 ORDER BY day",
            [key_list(people), since.to_string()],
        )
    }
}
