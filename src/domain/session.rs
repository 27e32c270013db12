//! Check sessions of a day.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use super::group::GroupKind;

/// A check session. When it is due and who is counted stands in the rule book.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Session {
    /// 晨检
    Morning,
    /// 午检
    Noon,
    /// 晚检, boarders only
    Evening,
    /// 假期登记: the register of days off
    Holiday,
    /// 全日健康观察: never due, takes findings at any hour
    AllDay,
}

impl Session {
    /// All sessions in the order of the day.
    pub const ALL: [Self; 5] = [Self::Morning, Self::Noon, Self::Evening, Self::Holiday, Self::AllDay];

    /// Stable name: `morning`, `noon`, `evening`, `holiday`, `all-day`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Morning => "morning",
            Self::Noon => "noon",
            Self::Evening => "evening",
            Self::Holiday => "holiday",
            Self::AllDay => "all-day",
        }
    }
}

impl Session {
    /// When a kind of group is checked as a rule: dormitories in the evening, everybody else in the morning.
    pub const fn usual_of(kind: GroupKind) -> Self {
        match kind {
            GroupKind::Dormitory => Self::Evening,
            GroupKind::Class | GroupKind::Staff => Self::Morning,
        }
    }
}

impl fmt::Display for Session {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// The text names no session.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("no session of that name")]
pub struct NoSuchSession;

impl FromStr for Session {
    type Err = NoSuchSession;
    fn from_str(text: &str) -> Result<Self, NoSuchSession> {
        Self::ALL.into_iter().find(|s| s.name() == text).ok_or(NoSuchSession)
    }
}
