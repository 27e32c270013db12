//! A figure of the rules that the school has set itself: from a day on, with its source and who approved it.

use std::collections::BTreeMap;

use chrono::{NaiveDate, NaiveDateTime};
use serde::{Deserialize, Serialize};

/// One figure from a day on, until the next one of the same path.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OwnRule {
    /// Which figure: `clusters/clusters/cn2006-1d3/count`.
    pub path: String,
    /// First day. What was judged before is not judged anew.
    pub valid_from: NaiveDate,
    /// What holds, and why.
    pub body: OwnRuleBody,
}

/// What holds, and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OwnRuleBody {
    /// The figure as the rule files write it: `3`, `14:00`; `None`: the shipped one again.
    pub value: Option<String>,
    /// Counts the settings of this figure.
    pub version: u32,
    /// The rule in words; empty where nobody wrote any.
    pub text: String,
    /// The notice that it stands in.
    pub source: String,
    /// Who approved it.
    pub approved_by: String,
    /// Who entered it.
    pub by: String,
    /// When.
    pub at: NaiveDateTime,
}

impl OwnRule {
    /// What holds on a day, by path; figures that were withdrawn are not there.
    pub fn in_force(all: &[Self], day: NaiveDate) -> BTreeMap<&str, &Self> {
        let mut held: BTreeMap<&str, &Self> = BTreeMap::new();
        for rule in all.iter().filter(|rule| rule.valid_from <= day) {
            let newer = held.get(rule.path.as_str()).is_none_or(|other| other.valid_from <= rule.valid_from);
            if newer {
                let _ = held.insert(&rule.path, rule);
            }
        }
        held.retain(|_, rule| rule.body.value.is_some());
        held
    }
}
