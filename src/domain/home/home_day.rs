//! One day of one person at home.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::domain::symptom::SymptomCode;
use crate::domain::temperature::Temperature;

/// When on a day a temperature is taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum HomeSlot {
    /// 早
    Morning,
    /// 晚
    Evening,
}

impl HomeSlot {
    /// Both, in the order of the day.
    pub const ALL: [Self; 2] = [Self::Morning, Self::Evening];

    /// Stable name.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Morning => "morning",
            Self::Evening => "evening",
        }
    }
}

/// What the sheet says of a day. What was not said is absent, and is never taken for 'nothing'.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct HomeDay {
    /// What was measured.
    #[serde(default)]
    pub temperatures: BTreeMap<HomeSlot, Temperature>,
    /// Symptoms; empty: there were none, `None`: nobody has said.
    #[serde(default)]
    pub symptoms: Option<BTreeSet<SymptomCode>>,
    /// Outings and contacts by the ids of the rule book; empty: there were none, `None`: nobody has said.
    #[serde(default)]
    pub marks: Option<BTreeSet<String>>,
    /// Who signed for the day.
    #[serde(default)]
    pub signed_by: Option<String>,
    /// 备注
    #[serde(default)]
    pub note: Option<String>,
}

impl HomeDay {
    /// Whether nothing at all is known of the day.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Whether everything that is measured on a day was.
    pub fn is_measured(&self, wanted: &[HomeSlot]) -> bool {
        wanted.iter().all(|slot| self.temperatures.contains_key(slot))
    }

    /// Whether everything that the rules want of a day is known.
    pub fn is_complete(&self, wanted: &[HomeSlot]) -> bool {
        self.is_measured(wanted) && self.symptoms.is_some() && self.marks.is_some()
    }

    /// Neither symptoms nor outings, where nothing was said of them; what was said stays.
    pub fn say_nil(&mut self) {
        self.symptoms.get_or_insert_default();
        self.marks.get_or_insert_default();
    }

    /// Marks a symptom, or takes it away again.
    pub fn toggle_symptom(&mut self, code: &SymptomCode) {
        let said = self.symptoms.get_or_insert_default();
        if !said.remove(code) {
            let _ = said.insert(code.clone());
        }
    }

    /// Marks an outing or contact, or takes it away again.
    pub fn toggle_mark(&mut self, id: &str) {
        let said = self.marks.get_or_insert_default();
        if !said.remove(id) {
            let _ = said.insert(id.to_owned());
        }
    }
}
