//! What is known of a case.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::domain::temperature::Temperature;

/// How sure the disease is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Certainty {
    /// 疑似
    #[default]
    Suspected,
    /// 确诊
    Diagnosed,
    /// 排除
    RuledOut,
}

impl Certainty {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Suspected, Self::Diagnosed, Self::RuledOut];

    /// Stable name.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Suspected => "suspected",
            Self::Diagnosed => "diagnosed",
            Self::RuledOut => "ruled_out",
        }
    }

    /// The one of that name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|certainty| certainty.name() == name)
    }
}

/// 报告依据
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Basis {
    /// 诊断证明
    Certificate,
    /// 家长自述
    Parents,
}

impl Basis {
    /// All of them.
    pub const ALL: [Self; 2] = [Self::Certificate, Self::Parents];

    /// Stable name.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Certificate => "certificate",
            Self::Parents => "parents",
        }
    }

    /// The one of that name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|basis| basis.name() == name)
    }
}

/// What is known of a case, as the school's case form asks for it. What nobody has asked is `None`.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct CaseFacts {
    /// How sure the disease is.
    pub certainty: Certainty,
    /// 报告依据
    pub basis: Option<Basis>,
    /// 发病日期
    pub onset: Option<NaiveDate>,
    /// 缺勤首日
    pub absent_from: Option<NaiveDate>,
    /// Highest temperature.
    pub temperature: Option<Temperature>,
    /// 就诊日期
    pub seen_on: Option<NaiveDate>,
    /// 就诊医院
    pub hospital: Option<String>,
    /// What the doctor said first.
    pub first_diagnosis: Option<String>,
    /// 确诊日期
    pub diagnosed_on: Option<NaiveDate>,
    /// 确诊医院
    pub diagnosed_at: Option<String>,
    /// 接触史
    pub contact: Option<bool>,
    /// When and with whom.
    pub contact_note: Option<String>,
    /// 免疫史
    pub vaccinated: Option<bool>,
    /// When.
    pub vaccinated_note: Option<String>,
    /// Pupils of the class who were vaccinated against it.
    pub class_vaccinated: Option<u32>,
    /// Pupils of the class who had it before.
    pub class_infected_before: Option<u32>,
    /// Pupils of the class who can catch it.
    pub class_susceptible: Option<u32>,
    /// Classes on the same floor.
    pub floor_classes: Option<u32>,
    /// 处理措施
    pub measures: Option<String>,
    /// What the clinic or the CDC asked for.
    pub clinic_measures: Option<String>,
    /// 备注
    pub note: Option<String>,
}
