//! What a school chose to check in another way than the rules say, and from which day on.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::rule_book::CheckChoice;

/// The choices that hold from a day on, until the next ones. Dated, so that a choice of today never changes
/// which sheets were due yesterday.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChosenChecks {
    /// First day.
    pub from: NaiveDate,
    /// Ids of [`super::rule_book::CheckChoice`]: of those that are done as a rule the ones put aside, of the others the ones
    /// chosen.
    pub choices: BTreeSet<String>,
}

impl ChosenChecks {
    /// Whether a choice holds on a day; `all` by their first day.
    pub fn holds(all: &[Self], choice: &CheckChoice, day: NaiveDate) -> bool {
        let named = all.iter().rfind(|chosen| chosen.from <= day);
        named.is_some_and(|chosen| chosen.choices.contains(&choice.id)) != choice.usual
    }
}
