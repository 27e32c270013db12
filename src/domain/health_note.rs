//! What is known of somebody's health: 身体状况, 疾病史, 过敏, each from a day on.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::id::PersonId;

/// What a note is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum HealthKind {
    /// 身体状况
    Condition,
    /// 疾病史
    History,
    /// 过敏
    Allergy,
}

impl HealthKind {
    /// All kinds in the order of the form.
    pub const ALL: [Self; 3] = [Self::Condition, Self::History, Self::Allergy];

    /// Stable name.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Condition => "condition",
            Self::History => "history",
            Self::Allergy => "allergy",
        }
    }

    /// The kind of that name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }
}

/// One note. The latest of a kind holds; `无` is a note too, while no note means that nobody has asked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HealthNote {
    /// Whose health.
    pub person: PersonId,
    /// What it is about.
    pub kind: HealthKind,
    /// From when on it holds.
    pub day: NaiveDate,
    /// What is known.
    pub text: String,
}
