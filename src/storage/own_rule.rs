//! Figures of the rules that the school has set itself.

use super::{Record, StorageError, Store};
use crate::domain::own_rule::OwnRule;

impl Record for OwnRule {
    const TABLE: &'static str = "own_rule";
}

impl Store {
    /// All of them, by path and first day.
    pub fn own_rules(&self) -> Result<Vec<OwnRule>, StorageError> {
        self.select("ORDER BY path, valid_from", [])
    }
}
