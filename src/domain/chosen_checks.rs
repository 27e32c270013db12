//! What a school chose to check in another way than the rules say, and from which day on.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// The choices that hold from a day on, until the next ones. Dated, so that a choice of today never changes
/// which sheets were due yesterday.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChosenChecks {
    /// First day.
    pub from: NaiveDate,
    /// Ids of [`super::rule_book::CheckChoice`].
    pub choices: BTreeSet<String>,
}

impl ChosenChecks {
    /// Whether a choice holds on a day; `all` by their first day.
    pub fn holds(all: &[Self], choice: &str, day: NaiveDate) -> bool {
        all.iter().rfind(|chosen| chosen.from <= day).is_some_and(|chosen| chosen.choices.contains(choice))
    }
}
