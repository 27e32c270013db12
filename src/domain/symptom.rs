//! Symptom codes. The list with names, keys and form columns is data: `assets/rules/symptoms.toml`.

use std::fmt;

use serde::{Deserialize, Serialize};

/// Code of a symptom: `fever`, `vomiting`. Whether a code exists is asked of the rule book.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct SymptomCode(pub String);

impl SymptomCode {
    /// A code from its text.
    pub fn new(code: &str) -> Self {
        Self(code.to_owned())
    }

    /// The code's text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for SymptomCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A sign that alerts on one person (学校和托幼机构传染病疫情报告工作规范(试行) 2006).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SevereSign {
    /// 不明原因高热
    HighFever,
    /// 呼吸急促
    Breathless,
    /// 剧烈呕吐、腹泻
    SevereGi,
}

impl SevereSign {
    /// All signs in form order.
    pub const ALL: [Self; 3] = [Self::HighFever, Self::Breathless, Self::SevereGi];

    /// Stable name: `high_fever`, `breathless`, `severe_gi`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::HighFever => "high_fever",
            Self::Breathless => "breathless",
            Self::SevereGi => "severe_gi",
        }
    }

    /// The sign of that name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|s| s.name() == name)
    }
}
