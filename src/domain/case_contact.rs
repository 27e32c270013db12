//! 接触者: who was near a case, drawn from class, room and seat, and what follows for each.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::id::{CaseId, PersonId};

/// How somebody was near a case, the nearest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Nearness {
    /// 同宿舍
    Room,
    /// 邻座: the numbers before and after in the class
    Seat,
    /// 同班
    Class,
    /// 其他, as somebody said
    Other,
}

impl Nearness {
    /// All kinds, the nearest first.
    pub const ALL: [Self; 4] = [Self::Room, Self::Seat, Self::Class, Self::Other];

    /// Stable name.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Room => "room",
            Self::Seat => "seat",
            Self::Class => "class",
            Self::Other => "other",
        }
    }

    /// The kind of that name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }
}

/// What is written down of a contact.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ContactBody {
    /// How near.
    pub nearness: Nearness,
    /// Last day on which the two met.
    pub last_met: NaiveDate,
    /// Last day on which the contact is watched.
    pub watched_until: NaiveDate,
    /// 备注
    #[serde(default)]
    pub note: Option<String>,
}

/// Somebody who was near a case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CaseContact {
    /// Who.
    pub person: PersonId,
    /// Near which case.
    pub of: CaseId,
    /// The rest.
    pub body: ContactBody,
}

/// A person of the class or room of a case.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Near {
    /// Who.
    pub person: PersonId,
    /// 班内学号, where the two are in one class.
    pub seat_no: Option<u32>,
    /// Whether the two share a room.
    pub same_room: bool,
}

/// The contacts of a case among those who share its class or room, each with the nearest way, the nearest first,
/// within that by number.
///
/// `own_seat` is the number of the case itself. Numbers beside it count as neighbours: schools seat by number, and
/// where a school does not, the clerk changes what is proposed.
pub fn contacts(patient: PersonId, own_seat: Option<u32>, near: &[Near]) -> Vec<(PersonId, Nearness)> {
    let mut found: BTreeMap<PersonId, (Nearness, Option<u32>)> = BTreeMap::new();
    let mut seen = BTreeSet::new();
    for other in near.iter().filter(|other| other.person != patient) {
        let beside = match (own_seat, other.seat_no) {
            (Some(own), Some(theirs)) => own.abs_diff(theirs) == 1,
            _ => false,
        };
        let nearness = match (other.same_room, beside) {
            (true, _) => Nearness::Room,
            (false, true) => Nearness::Seat,
            (false, false) => Nearness::Class,
        };
        let fresh = seen.insert(other.person);
        let known = found.entry(other.person).or_insert((nearness, other.seat_no));
        if !fresh {
            known.0 = known.0.min(nearness);
            known.1 = known.1.or(other.seat_no);
        }
    }
    let mut all: Vec<_> = found.into_iter().collect();
    all.sort_by_key(|(person, (nearness, seat))| (*nearness, *seat, *person));
    all.into_iter().map(|(person, (nearness, _))| (person, nearness)).collect()
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    fn person(n: u128) -> PersonId {
        PersonId(Uuid::from_u128(n))
    }

    fn near(n: u128, seat_no: Option<u32>, same_room: bool) -> Near {
        Near { person: person(n), seat_no, same_room }
    }

    #[test]
    fn the_nearest_way_counts_and_the_nearest_come_first() {
        let around = [
            near(1, Some(7), false),
            near(2, Some(8), false),
            near(3, Some(6), false),
            near(4, Some(20), false),
            near(4, None, true),
            near(5, None, true),
        ];
        let found = contacts(person(1), Some(7), &around);
        let expected = [
            (person(5), Nearness::Room),
            (person(4), Nearness::Room),
            (person(3), Nearness::Seat),
            (person(2), Nearness::Seat),
        ];
        assert_eq!(found, expected);
    }

    #[test]
    fn without_a_number_nobody_is_a_neighbour() {
        let around = [near(2, Some(1), false), near(3, None, false)];
        let ways: Vec<_> = contacts(person(1), None, &around).into_iter().map(|(_, near)| near).collect();
        assert_eq!(ways, [Nearness::Class, Nearness::Class]);
        assert!(Nearness::ALL.into_iter().all(|kind| Nearness::from_name(kind.name()) == Some(kind)));
    }
}
