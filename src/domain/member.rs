//! Someone who belongs to a group on a day.

use serde::{Deserialize, Serialize};

use super::id::PersonId;
use super::rule_book::Who;

/// A person in a group on a day, with what decides which sessions count the person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Member {
    /// The person.
    pub person: PersonId,
    /// Whether the person sleeps in school on that day.
    pub boarder: bool,
}

impl Member {
    /// Whether a session for `who` counts this person.
    pub fn is_counted(self, who: Who) -> bool {
        who == Who::Everyone || self.boarder
    }
}
