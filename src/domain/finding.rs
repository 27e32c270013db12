//! What a check sheet saw of one person.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::measurement::{Instrument, Measurement};
use super::symptom::{SevereSign, SymptomCode};
use super::temperature::Temperature;

/// Attendance of one person at one session.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Attendance {
    /// 到校
    #[default]
    Present,
    /// 因病缺勤
    Ill,
    /// 事假
    Leave,
    /// 迟到: came, so counted among the present
    Late,
    /// 缺勤，原因不明
    Unknown,
}

impl Attendance {
    /// All kinds.
    pub const ALL: [Self; 5] = [Self::Present, Self::Ill, Self::Leave, Self::Late, Self::Unknown];

    /// Stable name.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Present => "present",
            Self::Ill => "ill",
            Self::Leave => "leave",
            Self::Late => "late",
            Self::Unknown => "unknown",
        }
    }

    /// The kind of that name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|a| a.name() == name)
    }

    /// Whether the person is not in school.
    pub fn is_absent(self) -> bool {
        matches!(self, Self::Ill | Self::Leave | Self::Unknown)
    }
}

/// One person on one sheet. A finding that says nothing is no finding: see [`Finding::is_empty`].
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Finding {
    /// Attendance.
    pub attendance: Attendance,
    /// Symptoms that were ticked; fever derived from the temperature is not among them.
    pub symptoms: BTreeSet<SymptomCode>,
    /// Temperature.
    pub temperature: Option<Temperature>,
    /// Day of onset, where known.
    pub onset: Option<NaiveDate>,
    /// Severe signs.
    pub severe: BTreeSet<SevereSign>,
    /// 是否就诊
    pub seen_doctor: Option<bool>,
    /// 初步诊断
    pub diagnosis: Option<String>,
    /// Sent home from this session.
    pub sent_home: bool,
    /// 说明
    pub note: Option<String>,
    /// What the temperature was taken with, where it was said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub instrument: Option<Instrument>,
    /// Every measurement in its order, where one was taken with its hour: the last one decides and is the
    /// temperature.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub retests: Vec<Measurement>,
}

impl Finding {
    /// Whether nothing is said at all: present, no symptom, no temperature, no word.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// The `illness` flag that decides 零报告/非零: a symptom, a severe sign, fever by the limit, or an
    /// ill or unknown absence. `fever` is whether the temperature reaches the limit of its site.
    pub fn is_illness(&self, fever: bool) -> bool {
        fever
            || !self.symptoms.is_empty()
            || !self.severe.is_empty()
            || matches!(self.attendance, Attendance::Ill | Attendance::Unknown)
    }
}
