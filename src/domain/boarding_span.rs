//! Day pupil or boarder, by date. Head-counts of boarders of any day come from here and from nothing else.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::id::PersonId;
use super::person::Boarding;

/// How a pupil goes to school from a day to a day. [`super::person::Person::boarding`] is what was said last; a day
/// without a span is a day of which nothing is known.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BoardingSpan {
    /// The pupil.
    pub person: PersonId,
    /// 走读 or 住校.
    pub kind: Boarding,
    /// First day.
    #[serde(rename = "from_day")]
    pub from: NaiveDate,
    /// Last day; `None` while it goes on.
    #[serde(rename = "to_day")]
    pub to: Option<NaiveDate>,
}

impl BoardingSpan {
    /// Whether it holds on that day.
    pub fn covers(&self, day: NaiveDate) -> bool {
        self.from <= day && self.lasts_until(day)
    }

    /// Whether it has not ended before that day.
    pub fn lasts_until(&self, day: NaiveDate) -> bool {
        self.to.is_none_or(|to| day <= to)
    }
}
