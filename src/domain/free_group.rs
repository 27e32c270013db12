//! Groups beside the classes: lines of the school bus, clubs, who eats at noon. They owe no check sheet.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::id::{FreeGroupId, PersonId};

/// What kind of group it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FreeGroupKind {
    /// 校车线路: a pupil is on one at a time.
    Bus,
    /// 就餐组: those who eat together; a pupil may be in several, one for each meal.
    Meal,
    /// Any other: 兴趣小组. A pupil may be in several.
    #[default]
    Free,
}

/// A group beside the classes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FreeGroup {
    /// Key.
    pub id: FreeGroupId,
    /// Kind.
    pub kind: FreeGroupKind,
    /// Name as the school writes it.
    pub label: String,
    /// Place in every list, from 1.
    pub sort_order: u32,
    /// First day on which it is no longer there.
    pub closed_on: Option<NaiveDate>,
}

impl FreeGroup {
    /// Whether it has not been closed by that day.
    pub fn is_open_on(&self, day: NaiveDate) -> bool {
        self.closed_on.is_none_or(|closed| day < closed)
    }
}

/// A pupil in such a group from a day to a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FreeGroupMember {
    /// The pupil.
    pub person: PersonId,
    /// The group.
    pub free_group: FreeGroupId,
    /// First day.
    #[serde(rename = "from_day")]
    pub from: NaiveDate,
    /// Last day; `None` while it goes on.
    #[serde(rename = "to_day")]
    pub to: Option<NaiveDate>,
}

impl FreeGroupMember {
    /// Whether the pupil belongs to the group on that day.
    pub fn covers(&self, day: NaiveDate) -> bool {
        self.from <= day && self.lasts_until(day)
    }

    /// Whether it has not ended before that day.
    pub fn lasts_until(&self, day: NaiveDate) -> bool {
        self.to.is_none_or(|to| day <= to)
    }
}
