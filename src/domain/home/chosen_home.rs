//! Whether the module is on and which conditions hold, as the school chose it, from a day on.

use std::collections::BTreeMap;

use chrono::{NaiveDate, NaiveDateTime};
use serde::{Deserialize, Serialize};

use crate::domain::rule_book::ConditionEntry;

/// What was chosen of one condition.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ConditionChoice {
    /// Whether it is asked for.
    pub on: bool,
    /// Its number; `None`: that of the rules.
    #[serde(default)]
    pub number: Option<u32>,
    /// Who chose.
    pub by: String,
    /// When.
    pub at: NaiveDateTime,
}

/// What holds from a day on, until the next choice. Dated, so that a choice of today never changes an earlier day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChosenHome {
    /// First day.
    pub from: NaiveDate,
    /// Whether the module is on.
    pub on: bool,
    /// By id of the condition; those that nobody chose are not there.
    #[serde(default)]
    pub conditions: BTreeMap<String, ConditionChoice>,
}

impl ChosenHome {
    /// What holds on a day; `all` by their first day.
    pub fn on_day(all: &[Self], day: NaiveDate) -> Option<&Self> {
        all.iter().rfind(|chosen| chosen.from <= day)
    }

    /// Whether the module is on, on a day.
    pub fn is_on(all: &[Self], day: NaiveDate) -> bool {
        Self::on_day(all, day).is_some_and(|chosen| chosen.on)
    }

    /// What was chosen of a condition by a day.
    pub fn choice<'a>(all: &'a [Self], condition: &str, day: NaiveDate) -> Option<&'a ConditionChoice> {
        Self::on_day(all, day)?.conditions.get(condition)
    }

    /// Whether a condition is asked for on a day, and its number.
    pub fn held(all: &[Self], entry: &ConditionEntry, day: NaiveDate) -> (bool, Option<u32>) {
        let choice = Self::choice(all, &entry.id, day);
        let number = entry.number.map(|number| {
            let chosen = choice.and_then(|choice| choice.number).unwrap_or(number.value);
            chosen.clamp(number.least, number.most)
        });
        (choice.map_or(entry.on, |choice| choice.on), number)
    }

    /// The choices with one more, which holds from `day` on.
    #[must_use]
    pub fn with(mut all: Vec<Self>, day: NaiveDate, change: impl Fn(&mut Self)) -> Vec<Self> {
        let at = all.partition_point(|chosen| chosen.from < day);
        if all.get(at).is_none_or(|chosen| chosen.from != day) {
            let before = at.checked_sub(1).and_then(|at| all.get(at)).cloned();
            let fresh = Self { from: day, on: false, conditions: BTreeMap::new() };
            all.insert(at, before.map_or(fresh, |before| Self { from: day, ..before }));
        }
        all.iter_mut().filter(|chosen| chosen.from >= day).for_each(change);
        all
    }
}
