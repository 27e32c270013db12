//! What was set for the school.

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::{Record, StorageError, Store};

/// One setting: a JSON value under a name.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Setting {
    /// Name.
    pub key: String,
    /// Value.
    pub value: Value,
}

impl Record for Setting {
    const TABLE: &'static str = "setting";
}

impl Setting {
    /// A setting of any serialisable value.
    pub fn new(key: &str, value: &impl Serialize) -> Result<Self, StorageError> {
        let value = serde_json::to_value(value)
            .map_err(|source| StorageError::Record { table: Self::TABLE, source })?;
        Ok(Self { key: key.to_owned(), value })
    }
}

impl Store {
    /// The value of a setting, if it was ever set.
    pub fn setting<T: DeserializeOwned>(&self, key: &str) -> Result<Option<T>, StorageError> {
        let Some(setting) = self.select::<Setting>("WHERE key = ?1", [key])?.pop() else { return Ok(None) };
        // Taken back again: nothing is set.
        if setting.value.is_null() {
            return Ok(None);
        }
        serde_json::from_value(setting.value)
            .map(Some)
            .map_err(|source| StorageError::Record { table: Setting::TABLE, source })
    }

    /// The values of all settings whose names begin so, in the order of their names.
    pub fn settings<T: DeserializeOwned>(&self, beginning: &str) -> Result<Vec<T>, StorageError> {
        let found =
            self.select::<Setting>("WHERE substr(key, 1, length(?1)) = ?1 ORDER BY key", [beginning])?;
        let values = found.into_iter().filter(|setting| !setting.value.is_null());
        values
            .map(|setting| serde_json::from_value(setting.value))
            .collect::<Result<_, _>>()
            .map_err(|source| StorageError::Record { table: Setting::TABLE, source })
    }
}
