//! Classes, dormitories and dated membership.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::boarding::BOARDED;
use super::store::key_list;
use super::{Act, Record, StorageError, Store};
use crate::domain::cluster::Span;
use crate::domain::enrolment::{Dormitory, DormitoryStay, Enrolment};
use crate::domain::id::{ClassId, DormitoryId, PersonId};
use crate::domain::school_class::SchoolClass;

/// A class as stored.
pub type ClassRow = SchoolClass;
/// A dormitory room as stored.
pub type DormitoryRow = Dormitory;

impl Record for SchoolClass {
    const TABLE: &'static str = "school_class";
}

impl Record for Dormitory {
    const TABLE: &'static str = "dormitory";
}

/// An enrolment as stored.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct EnrolmentRow {
    /// The pupil.
    pub person: PersonId,
    /// The class.
    pub class: ClassId,
    /// Grade of the pupil.
    pub grade: Option<u8>,
    /// 班内学号
    pub seat_no: u32,
    /// First day.
    pub from_day: NaiveDate,
    /// Last day; `None` while it goes on.
    pub to_day: Option<NaiveDate>,
}

impl Record for EnrolmentRow {
    const TABLE: &'static str = "enrolment";
}

impl From<EnrolmentRow> for Enrolment {
    fn from(row: EnrolmentRow) -> Self {
        Self {
            person: row.person,
            class: row.class,
            grade: row.grade,
            seat_no: row.seat_no,
            from: row.from_day,
            to: row.to_day,
        }
    }
}

impl From<Enrolment> for EnrolmentRow {
    fn from(it: Enrolment) -> Self {
        Self {
            person: it.person,
            class: it.class,
            grade: it.grade,
            seat_no: it.seat_no,
            from_day: it.from,
            to_day: it.to,
        }
    }
}

/// A dormitory stay as stored.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StayRow {
    /// The boarder.
    pub person: PersonId,
    /// The room.
    pub dormitory: DormitoryId,
    /// First day.
    pub from_day: NaiveDate,
    /// Last day; `None` while it goes on.
    pub to_day: Option<NaiveDate>,
}

impl Record for StayRow {
    const TABLE: &'static str = "dormitory_stay";
}

impl From<StayRow> for DormitoryStay {
    fn from(row: StayRow) -> Self {
        Self { person: row.person, dormitory: row.dormitory, from: row.from_day, to: row.to_day }
    }
}

impl Store {
    /// Classes of a school year in list order.
    pub fn classes(&self, school_year: i32) -> Result<Vec<SchoolClass>, StorageError> {
        self.select("WHERE school_year = ?1 ORDER BY sort_order, id", [school_year])
    }

    /// Classes of all school years, the earliest first.
    pub fn all_classes(&self) -> Result<Vec<SchoolClass>, StorageError> {
        self.select("ORDER BY school_year, sort_order, id", [])
    }

    /// One class.
    pub fn class(&self, id: ClassId) -> Result<Option<SchoolClass>, StorageError> {
        Ok(self.select("WHERE id = ?1", [id.to_string()])?.pop())
    }

    /// Dormitory rooms in list order.
    pub fn dormitories(&self) -> Result<Vec<Dormitory>, StorageError> {
        let mut rooms: Vec<Dormitory> = self.select("ORDER BY sort_order, id", [])?;
        rooms.sort_by_cached_key(Dormitory::order);
        Ok(rooms)
    }

    /// Head-count and number of boarders of each class on a day.
    pub fn head_counts(&self, day: NaiveDate) -> Result<Vec<(ClassId, usize, usize)>, StorageError> {
        let mut statement = self.connection.prepare_cached(&format!(
            "SELECT e.class, count(*), count(*) FILTER (WHERE {BOARDED})
             FROM enrolment e JOIN person p ON p.id = e.person
             WHERE e.from_day <= ?1 AND (e.to_day IS NULL OR e.to_day >= ?1) GROUP BY e.class"
        ))?;
        let mut rows = statement.query([day.to_string()])?;
        let mut counts = Vec::new();
        while let Some(row) = rows.next()? {
            let class: String = row.get(0)?;
            if let Ok(class) = class.parse() {
                let (all, boarders): (u32, u32) = (row.get(1)?, row.get(2)?);
                counts.push((class, all as usize, boarders as usize));
            }
        }
        Ok(counts)
    }

    /// Pupils who are in a class of an earlier school year on a day.
    pub fn pupils_behind(&self, school_year: i32, day: NaiveDate) -> Result<usize, StorageError> {
        let mut statement = self.connection.prepare_cached(
            "SELECT count(DISTINCT e.person) FROM enrolment e JOIN school_class c ON c.id = e.class
             WHERE c.school_year < ?1 AND e.from_day <= ?2 AND (e.to_day IS NULL OR e.to_day >= ?2)",
        )?;
        let count: u32 = statement.query_row((school_year, day.to_string()), |row| row.get(0))?;
        Ok(count as usize)
    }

    /// Boarders of each room on a day.
    pub fn room_counts(&self, day: NaiveDate) -> Result<Vec<(DormitoryId, usize)>, StorageError> {
        self.counts(
            &format!(
                "SELECT s.dormitory, count(DISTINCT s.person)
                 FROM dormitory_stay s JOIN person p ON p.id = s.person
                 WHERE {BOARDED} AND s.from_day <= ?1 AND (s.to_day IS NULL OR s.to_day >= ?1)
                 GROUP BY s.dormitory"
            ),
            day,
        )
    }

    /// Boarders of each class who have a room on a day.
    pub fn housed_counts(&self, day: NaiveDate) -> Result<Vec<(ClassId, usize)>, StorageError> {
        self.counts(
            &format!(
                "SELECT e.class, count(DISTINCT e.person)
                 FROM enrolment e JOIN person p ON p.id = e.person JOIN dormitory_stay s ON s.person = e.person
                    
                 WHERE {BOARDED}
                   AND e.from_day <= ?1 AND (e.to_day IS NULL OR e.to_day >= ?1)
                   AND s.from_day <= ?1 AND (s.to_day IS NULL OR s.to_day >= ?1)
                 GROUP BY e.class"
            ),
            day,
        )
    }

    fn counts<Id: std::str::FromStr>(
        &self,
        sql: &str,
        day: NaiveDate,
    ) -> Result<Vec<(Id, usize)>, StorageError> {
        let mut statement = self.connection.prepare_cached(sql)?;
        let mut rows = statement.query([day.to_string()])?;
        let mut counts = Vec::new();
        while let Some(row) = rows.next()? {
            let (id, count): (String, u32) = (row.get(0)?, row.get(1)?);
            counts.extend(id.parse().ok().map(|id| (id, count as usize)));
        }
        Ok(counts)
    }

    /// All enrolments, ended ones too, by person and first day.
    pub fn enrolments(&self) -> Result<Vec<Enrolment>, StorageError> {
        let rows: Vec<EnrolmentRow> = self.select("ORDER BY person, from_day", [])?;
        Ok(rows.into_iter().map(Into::into).collect())
    }

    /// Enrolments of one person, by first day.
    pub fn enrolments_of(&self, person: PersonId) -> Result<Vec<Enrolment>, StorageError> {
        let rows: Vec<EnrolmentRow> =
            self.select("WHERE person = ?1 ORDER BY from_day", [person.to_string()])?;
        Ok(rows.into_iter().map(Into::into).collect())
    }

    /// Enrolments that touch the days `from` to `to`.
    pub fn enrolled_between(&self, from: NaiveDate, to: NaiveDate) -> Result<Vec<Enrolment>, StorageError> {
        let rows: Vec<EnrolmentRow> = self.select(
            "WHERE from_day <= ?2 AND (to_day IS NULL OR to_day >= ?1)",
            [from.to_string(), to.to_string()],
        )?;
        Ok(rows.into_iter().map(Into::into).collect())
    }

    /// Enrolments of these people, by person and first day.
    pub fn enrolments_of_all(&self, people: &BTreeSet<PersonId>) -> Result<Vec<Enrolment>, StorageError> {
        let rows: Vec<EnrolmentRow> = self.select(
            "WHERE person IN (SELECT value FROM json_each(?1)) ORDER BY person, from_day",
            [key_list(people)],
        )?;
        Ok(rows.into_iter().map(Into::into).collect())
    }

    /// Dormitory stays of these people, by person and first day.
    pub fn stays_of_all(&self, people: &BTreeSet<PersonId>) -> Result<Vec<DormitoryStay>, StorageError> {
        let rows: Vec<StayRow> = self.select(
            "WHERE person IN (SELECT value FROM json_each(?1)) ORDER BY person, from_day",
            [key_list(people)],
        )?;
        Ok(rows.into_iter().map(Into::into).collect())
    }

    /// First and last day of everyone who was ever in a class.
    pub fn class_spans(&self, class: ClassId) -> Result<Vec<Span>, StorageError> {
        self.spans("SELECT from_day, to_day FROM enrolment WHERE class = ?1", &class.to_string())
    }

    /// First and last day of everyone who ever lived in a dormitory room.
    pub fn room_spans(&self, room: DormitoryId) -> Result<Vec<Span>, StorageError> {
        self.spans("SELECT from_day, to_day FROM dormitory_stay WHERE dormitory = ?1", &room.to_string())
    }

    fn spans(&self, sql: &str, of: &str) -> Result<Vec<Span>, StorageError> {
        let mut statement = self.connection.prepare_cached(sql)?;
        let mut rows = statement.query([of])?;
        let mut spans = Vec::new();
        while let Some(row) = rows.next()? {
            let (from, to): (String, Option<String>) = (row.get(0)?, row.get(1)?);
            if let Ok(from) = from.parse() {
                spans.push((from, to.and_then(|to| to.parse().ok())));
            }
        }
        Ok(spans)
    }

    /// Dormitory stays that touch the days `from` to `to`.
    pub fn stays_between(&self, from: NaiveDate, to: NaiveDate) -> Result<Vec<DormitoryStay>, StorageError> {
        let rows: Vec<StayRow> = self.select(
            "WHERE from_day <= ?2 AND (to_day IS NULL OR to_day >= ?1) ORDER BY person, from_day",
            [from.to_string(), to.to_string()],
        )?;
        Ok(rows.into_iter().map(Into::into).collect())
    }

    /// All dormitory stays, ended ones too, by person and first day.
    pub fn stays(&self) -> Result<Vec<DormitoryStay>, StorageError> {
        let rows: Vec<StayRow> = self.select("ORDER BY person, from_day", [])?;
        Ok(rows.into_iter().map(Into::into).collect())
    }

    /// Dormitory stays of one person, by first day.
    pub fn stays_of(&self, person: PersonId) -> Result<Vec<DormitoryStay>, StorageError> {
        let rows: Vec<StayRow> = self.select("WHERE person = ?1 ORDER BY from_day", [person.to_string()])?;
        Ok(rows.into_iter().map(Into::into).collect())
    }
}

impl Act<'_> {
    /// Enrolments of one person as this act sees them, by first day.
    pub fn enrolments_of(&self, person: PersonId) -> Result<Vec<EnrolmentRow>, StorageError> {
        self.select("WHERE person = ?1 ORDER BY from_day", [person.to_string()])
    }

    /// Dormitory stays of one person as this act sees them, by first day.
    pub fn stays_of(&self, person: PersonId) -> Result<Vec<StayRow>, StorageError> {
        self.select("WHERE person = ?1 ORDER BY from_day", [person.to_string()])
    }

    /// The highest seat number ever given in a class; seats are never reused.
    pub fn highest_seat(&self, class: ClassId) -> Result<u32, StorageError> {
        let rows: Vec<EnrolmentRow> =
            self.select("WHERE class = ?1 ORDER BY seat_no DESC LIMIT 1", [class.to_string()])?;
        Ok(rows.first().map_or(0, |row| row.seat_no))
    }
}
