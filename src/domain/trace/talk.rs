//! What a follow-up learned.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::domain::symptom::SymptomCode;

/// What a diagnosis stands on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Basis {
    /// 诊断证明: a paper of the hospital was seen.
    Certificate,
    /// 家长自述: the guardian says so.
    Guardian,
}

impl Basis {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Guardian, Self::Certificate];

    /// Stable name: `certificate`, `guardian`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Certificate => "certificate",
            Self::Guardian => "guardian",
        }
    }

    /// The basis of that name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|basis| basis.name() == name)
    }
}

/// A named diagnosis.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Diagnosis {
    /// As it was told.
    pub name: String,
    /// What it stands on.
    pub basis: Basis,
}

/// How the tracing of an absence ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "how", rename_all = "snake_case")]
pub enum Closing {
    /// There is a named diagnosis.
    Diagnosed,
    /// Back in school in good health.
    Returned {
        /// The day.
        on: NaiveDate,
    },
    /// No doctor was seen and the symptoms have ended.
    SymptomsEnded {
        /// The last day with symptoms.
        on: NaiveDate,
    },
    /// Absent for another reason than illness.
    OtherReason,
    /// No longer a pupil or a member of staff of the school: said by the roster alone.
    Left {
        /// The last day.
        on: NaiveDate,
    },
}

impl Closing {
    /// Stable name: `diagnosed`, `returned`, `symptoms_ended`, `other_reason`, `left`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Diagnosed => "diagnosed",
            Self::Returned { .. } => "returned",
            Self::SymptomsEnded { .. } => "symptoms_ended",
            Self::OtherReason => "other_reason",
            Self::Left { .. } => "left",
        }
    }
}

/// What was asked and answered, in the order of the talk. What is absent was not asked.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Talk {
    /// Who called.
    pub by: String,
    /// Whether anybody answered.
    pub reached: bool,
    /// Who answered, or was called.
    pub with: Option<String>,
    /// How that person is related: 祖母.
    pub relation: Option<String>,
    /// The number that was dialled.
    pub phone: Option<String>,
    /// Symptoms of the day; an empty set says that there are none any more.
    pub symptoms: Option<BTreeSet<SymptomCode>>,
    /// Day of onset.
    pub onset: Option<NaiveDate>,
    /// Whether a doctor was seen.
    pub seen_doctor: Option<bool>,
    /// Where.
    pub hospital: Option<String>,
    /// What the illness is.
    pub diagnosis: Option<Diagnosis>,
    /// Whether anybody at home is ill in the same way.
    pub similar_at_home: Option<bool>,
    /// Where the person is: at home, in hospital.
    pub sent_where: Option<String>,
    /// 备注
    pub note: Option<String>,
    /// How it ended the tracing, if it did.
    pub closing: Option<Closing>,
}
