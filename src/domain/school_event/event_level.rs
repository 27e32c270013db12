//! How grave an event is.

use serde::{Deserialize, Serialize};

/// Level of a public-health event, as health units grade it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EventLevel {
    /// 未定级
    #[default]
    Ungraded,
    /// Ⅳ级, 一般
    Iv,
    /// Ⅲ级, 较大
    Iii,
    /// Ⅱ级, 重大
    Ii,
    /// Ⅰ级, 特别重大
    I,
}

impl EventLevel {
    /// All levels, the least grave first.
    pub const ALL: [Self; 5] = [Self::Ungraded, Self::Iv, Self::Iii, Self::Ii, Self::I];

    /// Stable name.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Ungraded => "ungraded",
            Self::Iv => "iv",
            Self::Iii => "iii",
            Self::Ii => "ii",
            Self::I => "i",
        }
    }

    /// The level of that name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|level| level.name() == name)
    }
}
