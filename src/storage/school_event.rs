//! Events of the school.

use super::{Record, StorageError, Store};
use crate::domain::id::EventId;
use crate::domain::school_event::SchoolEvent;

impl Record for SchoolEvent {
    const TABLE: &'static str = "event";
}

impl Store {
    /// The event of that key.
    pub fn event(&self, id: EventId) -> Result<Option<SchoolEvent>, StorageError> {
        Ok(self.select("WHERE id = ?1", [id.to_string()])?.pop())
    }

    /// All events, the one known last first.
    pub fn events(&self) -> Result<Vec<SchoolEvent>, StorageError> {
        self.select("ORDER BY known_at DESC, id DESC", [])
    }
}
