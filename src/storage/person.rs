//! People.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::{Act, Record, StorageError, Store};
use crate::domain::id::PersonId;
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
