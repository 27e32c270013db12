//! Dated membership. Head-counts of any day come from here and from nothing else.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::id::{ClassId, DormitoryId, PersonId};

/// A person in a class from a day to a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Enrolment {
    /// The pupil.
    pub person: PersonId,
    /// The class.
    pub class: ClassId,
    /// Grade of the pupil; differs from the class's in 复式 classes.
    pub grade: Option<u8>,
    /// 班内学号, never reused or renumbered within the year.
    pub seat_no: u32,
    /// First day.
    pub from: NaiveDate,
    /// Last day; `None` while it goes on.
    pub to: Option<NaiveDate>,
}

impl Enrolment {
    /// Whether the person belongs to the class on that day.
    pub fn covers(&self, day: NaiveDate) -> bool {
        self.from <= day && self.to.is_none_or(|to| day <= to)
    }
}

/// A boarder in a dormitory room from a day to a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DormitoryStay {
    /// The boarder.
    pub person: PersonId,
    /// The room.
    pub dormitory: DormitoryId,
    /// First day.
    pub from: NaiveDate,
    /// Last day; `None` while it goes on.
    pub to: Option<NaiveDate>,
}

impl DormitoryStay {
    /// Whether the person lives there on that day.
    pub fn covers(&self, day: NaiveDate) -> bool {
        self.from <= day && self.to.is_none_or(|to| day <= to)
    }
}

/// A dormitory room.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Dormitory {
    /// Key.
    pub id: DormitoryId,
    /// Name as the school writes it: `2 舍 203`.
    pub label: String,
    /// Place in every list, from 1.
    pub sort_order: u32,
}
