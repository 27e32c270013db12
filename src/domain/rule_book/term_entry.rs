//! Default terms of `assets/rules/calendar.toml`.

use chrono::Weekday;
use serde::{Deserialize, Serialize};

use super::bilingual::Bilingual;
use crate::domain::calendar::Season;

/// A term that a new book starts from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TermEntry {
    /// Which term of the school year.
    pub season: Season,
    /// Name.
    pub name: Bilingual,
    /// Month and day on which it begins.
    pub first: (u32, u32),
    /// Month and day on which it ends.
    pub last: (u32, u32),
    /// Id of the source.
    pub source: String,
}

/// The whole file.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct CalendarFile {
    #[serde(rename = "version")]
    _version: String,
    pub weekdays: Vec<Weekday>,
    pub source: String,
    pub terms: Vec<TermEntry>,
}
