//! Which editions of alert rules a school chose, by whom, and from which day on.

use std::collections::BTreeMap;

use chrono::{NaiveDate, NaiveDateTime};
use serde::{Deserialize, Serialize};

use super::rule_book::{EditionEntry, InForce};

/// What was chosen of one edition.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RuleChoice {
    /// Whether it judges.
    pub on: bool,
    /// Who chose.
    pub by: String,
    /// When.
    pub at: NaiveDateTime,
}

/// The choices that hold from a day on, until the next ones. Dated, so that a choice of today never changes
/// what yesterday was judged by.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChosenRules {
    /// First day.
    pub from: NaiveDate,
    /// By id of the edition; those that nobody chose are not there.
    pub editions: BTreeMap<String, RuleChoice>,
}

impl ChosenRules {
    /// What was chosen of an edition by a day; `all` by their first day.
    pub fn choice<'a>(all: &'a [Self], edition: &str, day: NaiveDate) -> Option<&'a RuleChoice> {
        all.iter().rfind(|chosen| chosen.from <= day).and_then(|chosen| chosen.editions.get(edition))
    }

    /// Whether an edition judges a day.
    pub fn holds(all: &[Self], edition: &EditionEntry, day: NaiveDate) -> bool {
        let chosen = || Self::choice(all, &edition.id, day).map(|choice| choice.on);
        match edition.in_force {
            InForce::Always => true,
            InForce::UnlessDeclined => chosen().unwrap_or(true),
            InForce::IfChosen | InForce::IfConfirmed => chosen().unwrap_or(false),
        }
    }

    /// The choices with one more, which holds from `day` on.
    #[must_use]
    pub fn with(mut all: Vec<Self>, edition: &str, choice: &RuleChoice, day: NaiveDate) -> Vec<Self> {
        let at = all.partition_point(|chosen| chosen.from < day);
        if all.get(at).is_none_or(|chosen| chosen.from != day) {
            let before = at.checked_sub(1).and_then(|at| all.get(at));
            let editions = before.map(|chosen| chosen.editions.clone()).unwrap_or_default();
            all.insert(at, Self { from: day, editions });
        }
        for later in all.iter_mut().filter(|chosen| chosen.from >= day) {
            let _ = later.editions.insert(edition.to_owned(), choice.clone());
        }
        all
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::rule_book::RuleBook;

    #[test]
    fn a_choice_holds_from_its_day_on_and_changes_no_day_before() {
        let rules = RuleBook::shipped().unwrap();
        let day = |n| NaiveDate::from_ymd_opt(2026, 11, n).unwrap();
        let said = |on| RuleChoice { on, by: "王秀兰".into(), at: day(1).and_hms_opt(8, 0, 0).unwrap() };
        let holds =
            |all: &[ChosenRules], id: &str, n| ChosenRules::holds(all, rules.edition(id).unwrap(), day(n));
        assert!(holds(&[], "cn2006", 1) && holds(&[], "ili-guide", 1) && !holds(&[], "huzhou-2023", 1));
        let all = ChosenRules::with(Vec::new(), "huzhou-2023", &said(true), day(3));
        let all = ChosenRules::with(all, "ili-guide", &said(false), day(5));
        let all = ChosenRules::with(all, "huzhou-2023", &said(false), day(5));
        let all = ChosenRules::with(all, "huzhou-2023", &said(true), day(5));
        assert_eq!([2, 3, 4, 5].map(|n| holds(&all, "huzhou-2023", n)), [false, true, true, true]);
        assert_eq!([4, 5].map(|n| holds(&all, "ili-guide", n)), [true, false]);
        assert!(!holds(&all, "norovirus-guide", 5), "what is not confirmed judges nothing");
        let all = ChosenRules::with(all, "cn2006", &said(false), day(5));
        assert!(holds(&all, "cn2006", 6), "the national standard cannot be put aside");
    }
}
