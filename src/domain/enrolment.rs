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
impl Dormitory {
    /// What lists are ordered by: the name with its numbers read as numbers, so that the houses stay together and 2 comes
    /// before 10.
    pub fn order(&self) -> Vec<(u64, String)> {
        let digits = |c: char| c.is_ascii_digit();
        let mut parts = Vec::new();
        let mut rest = self.label.as_str();
        while let Some(first) = rest.chars().next() {
            let end = rest.find(|c| digits(c) != digits(first)).unwrap_or(rest.len());
            let (part, after) = rest.split_at(end);
            parts.push(match part.parse() {
                Ok(number) => (number, String::new()),
                Err(_) => (u64::MAX, part.to_owned()),
            });
            rest = after;
        }
        parts
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    #[test]
    fn rooms_stand_by_house_and_number() {
        let room =
            |label: &str| Dormitory { id: DormitoryId(Uuid::nil()), label: label.to_owned(), sort_order: 1 };
        let mut rooms = ["2舍101", "1舍101", "1舍1002", "1舍201", "10舍101", "女生楼3"].map(room);
        rooms.sort_by_cached_key(Dormitory::order);
        let labels = rooms.each_ref().map(|room| room.label.as_str());
        assert_eq!(labels, ["1舍101", "1舍201", "1舍1002", "2舍101", "10舍101", "女生楼3"]);
    }
}
