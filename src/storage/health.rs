//! Health notes and checks of vaccination certificates.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::store::key_list;
use super::{Record, StorageError, Store};
use crate::domain::health_note::{HealthKind, HealthNote};
use crate::domain::id::PersonId;
use crate::domain::vaccination_check::VaccinationCheck;

impl Record for HealthNote {
    const TABLE: &'static str = "health_note";
}

/// A check of a certificate as stored.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct VaccinationRow {
    /// The pupil.
    pub person: PersonId,
    /// When it was checked.
    pub day: NaiveDate,
    /// What was seen.
    pub body: VaccinationCheck,
}

impl Record for VaccinationRow {
    const TABLE: &'static str = "vaccination_check";
}

impl From<VaccinationCheck> for VaccinationRow {
    fn from(body: VaccinationCheck) -> Self {
        Self { person: body.person, day: body.day, body }
    }
}

impl Store {
    /// All health notes of a person, the newest first.
    pub fn health_notes(&self, person: PersonId) -> Result<Vec<HealthNote>, StorageError> {
        self.select("WHERE person = ?1 ORDER BY day DESC, kind", [person.to_string()])
    }

    /// The notes of one kind of these people that held on a day or before, the latest last.
    pub fn health_notes_of_all(
        &self,
        people: &BTreeSet<PersonId>,
        kind: HealthKind,
        day: NaiveDate,
    ) -> Result<Vec<HealthNote>, StorageError> {
        self.select(
            "WHERE person IN (SELECT value FROM json_each(?1)) AND kind = ?2 AND day <= ?3 ORDER BY person, day",
            [key_list(people), kind.name().to_owned(), day.to_string()],
        )
    }

    /// All checks of a person's vaccination certificate, the newest first.
    pub fn vaccination_checks(&self, person: PersonId) -> Result<Vec<VaccinationCheck>, StorageError> {
        let rows: Vec<VaccinationRow> =
            self.select("WHERE person = ?1 ORDER BY day DESC", [person.to_string()])?;
        Ok(rows.into_iter().map(|row| row.body).collect())
    }
}
