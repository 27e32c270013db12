//! Dated membership of the staff. Their head-count of any day comes from here and from nothing else.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::id::PersonId;

/// A member of staff at the school from a day to a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Employment {
    /// The member of staff.
    pub person: PersonId,
    /// Number on the staff's sheet: given on joining, kept on coming back, never another's.
    pub number: u32,
    /// First day.
    #[serde(rename = "from_day")]
    pub from: NaiveDate,
    /// Last day; `None` while it goes on.
    #[serde(rename = "to_day")]
    pub to: Option<NaiveDate>,
}

impl Employment {
    /// Whether the person belongs to the staff on that day.
    pub fn covers(&self, day: NaiveDate) -> bool {
        self.from <= day && self.lasts_until(day)
    }

    /// Whether it has not ended before that day.
    pub fn lasts_until(&self, day: NaiveDate) -> bool {
        self.to.is_none_or(|to| day <= to)
    }
}
