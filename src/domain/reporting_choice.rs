//! Which scheme of reporting limits a school has chosen, by whom and from when on.

use chrono::NaiveDateTime;
use serde::{Deserialize, Serialize};

/// A choice that holds from its moment on until the next one. What was known earlier keeps the limits that
/// were in force then.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReportingChoice {
    /// When it was made.
    pub at: NaiveDateTime,
    /// By whom.
    pub by: String,
    /// Id of a [`super::rule_book::ReportingEdition`].
    pub edition: String,
    /// Id of a [`super::rule_book::EventEdition`].
    pub events: String,
}

impl ReportingChoice {
    /// The choice in force at a moment; `all` by their moments. `None`: the shipped default.
    pub fn in_force(all: &[Self], moment: NaiveDateTime) -> Option<&Self> {
        all.iter().rfind(|choice| choice.at <= moment)
    }
}
