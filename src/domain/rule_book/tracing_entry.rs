//! When homes are called: `assets/rules/tracing.toml`.

use chrono::NaiveTime;
use serde::{Deserialize, Serialize};

use super::RuleBook;
use super::bilingual::Bilingual;

/// When the home of somebody who is absent ill or for an unknown reason is called.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TracingDuty {
    /// Edition.
    pub version: String,
    /// Hour of the first call, on the day on which the absence became known.
    pub first_by: NaiveTime,
    /// Minutes that there are for it at least, however late the sheet came in.
    pub first_minutes: u32,
    /// Hour of the next call on the next school day, where nothing was agreed.
    pub next_by: NaiveTime,
    /// Minutes after which the home is called again where nobody answered.
    pub again_minutes: u32,
    /// After this hour it is called on the next school day instead.
    pub last_hour: NaiveTime,
    /// Days before today in which the last sheet of somebody who is absent may lie: longer than a summer.
    pub look_back_days: u32,
    /// What the rule says.
    pub text: Bilingual,
    /// Id of the source.
    pub source: String,
}

impl RuleBook {
    /// When homes are called.
    pub fn tracing(&self) -> &TracingDuty {
        &self.tracing
    }
}
