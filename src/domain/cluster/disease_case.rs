//! A suspected or diagnosed disease as the engine counts it.

use std::collections::BTreeSet;

use chrono::{NaiveDate, NaiveDateTime};

use crate::domain::id::PersonId;
use crate::domain::scope::Scope;

/// One disease of one person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DiseaseCase {
    /// Who.
    pub person: PersonId,
    /// Id of the disease.
    pub disease: String,
    /// Day of onset.
    pub onset: NaiveDate,
    /// The day from which it is over; `None` while it lasts.
    pub over: Option<NaiveDate>,
    /// When the school learned of it.
    pub known_at: NaiveDateTime,
    /// Everything that the person belonged to on the day of onset.
    pub scopes: BTreeSet<Scope>,
}

impl DiseaseCase {
    /// Whether the person has it on a day.
    pub fn lasts_on(&self, day: NaiveDate) -> bool {
        self.onset <= day && self.over.is_none_or(|over| day < over)
    }
}
