//! Days at home, batches, reviews and screenings.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use rusqlite::params;
use serde::{Deserialize, Serialize};

use super::store::key_list;
use super::{Record, StorageError, Store};
use crate::domain::home::{HomeDay, ReturnBatch, ReturnReview, ReviewDecision, ReviewFacts, Screening};
use crate::domain::id::{BatchId, ClassId, PersonId, ScreeningId};

/// A day at home as stored.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HomeDayRow {
    /// Who.
    pub person: PersonId,
    /// The day.
    pub day: NaiveDate,
    /// 1: it has all that the rules want of a day.
    pub complete: u8,
    /// What the sheet says.
    pub body: HomeDay,
}

impl Record for HomeDayRow {
    const TABLE: &'static str = "home_day";
}

impl Record for ReturnBatch {
    const TABLE: &'static str = "return_batch";
}

impl Record for Screening {
    const TABLE: &'static str = "screening";
}

/// What the JSON of a review holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReviewBody {
    #[serde(flatten)]
    facts: ReviewFacts,
    #[serde(default)]
    decision: Option<ReviewDecision>,
}

/// A review as stored.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReviewRow {
    /// Who.
    pub person: PersonId,
    /// The batch.
    pub batch: BatchId,
    /// 1: approved, 0: refused, `None`: open.
    pub approved: Option<u8>,
    /// The rest.
    pub body: ReviewBody,
}

impl Record for ReviewRow {
    const TABLE: &'static str = "return_review";
}

impl From<ReturnReview> for ReviewRow {
    fn from(review: ReturnReview) -> Self {
        let ReturnReview { person, batch, facts, decision } = review;
        let approved = decision.as_ref().map(|decision| u8::from(decision.approved));
        Self { person, batch, approved, body: ReviewBody { facts, decision } }
    }
}

impl From<ReviewRow> for ReturnReview {
    fn from(row: ReviewRow) -> Self {
        let ReviewRow { person, batch, body: ReviewBody { facts, decision }, .. } = row;
        Self { person, batch, facts, decision }
    }
}

/// People of a group in figures: decided and lacking days.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct HomeCounts {
    /// Everybody.
    pub people: usize,
    /// Approved.
    pub approved: usize,
    /// Refused.
    pub refused: usize,
    /// With a day that is not recorded whole.
    pub unrecorded: usize,
}

/// Who counts on a day, by what group. `{of}` is a table with spans.
const COUNTED: &str = "SELECT {group} AS grp, count(*),
        count(*) FILTER (WHERE r.approved = 1), count(*) FILTER (WHERE r.approved = 0),
        count(*) FILTER (WHERE (SELECT count(*) FROM home_day h
            WHERE h.person = e.person AND h.day BETWEEN ?3 AND ?4 AND h.complete) < ?5)
     FROM {of} e LEFT JOIN return_review r ON r.person = e.person AND r.batch = ?1
     WHERE e.from_day <= ?2 AND (e.to_day IS NULL OR e.to_day >= ?2) GROUP BY grp";

impl Store {
    /// The days `first` to `last` of these people.
    pub fn home_days(
        &self,
        people: &BTreeSet<PersonId>,
        first: NaiveDate,
        last: NaiveDate,
    ) -> Result<BTreeMap<PersonId, BTreeMap<NaiveDate, HomeDay>>, StorageError> {
        let rows: Vec<HomeDayRow> = self.select(
            "WHERE person IN (SELECT value FROM json_each(?1)) AND day BETWEEN ?2 AND ?3",
            [key_list(people), first.to_string(), last.to_string()],
        )?;
        let mut days: BTreeMap<PersonId, BTreeMap<NaiveDate, HomeDay>> = BTreeMap::new();
        for row in rows {
            let _ = days.entry(row.person).or_default().insert(row.day, row.body);
        }
        Ok(days)
    }

    /// The last days at home of one person, the newest first.
    pub fn home_days_about(&self, person: PersonId, limit: u32) -> Result<Vec<HomeDayRow>, StorageError> {
        self.select("WHERE person = ?1 ORDER BY day DESC LIMIT ?2", (person.to_string(), limit))
    }

    /// How many days at home of one person are known.
    pub fn home_days_count(&self, person: PersonId) -> Result<usize, StorageError> {
        let mut statement =
            self.connection.prepare_cached("SELECT count(*) FROM home_day WHERE person = ?1")?;
        let count: u32 = statement.query_row([person.to_string()], |row| row.get(0))?;
        Ok(count as usize)
    }

    /// All reviews of one person.
    pub fn reviews_about(&self, person: PersonId) -> Result<Vec<ReturnReview>, StorageError> {
        let rows: Vec<ReviewRow> = self.select("WHERE person = ?1", [person.to_string()])?;
        Ok(rows.into_iter().map(Into::into).collect())
    }

    /// All batches, the one that comes back first first.
    pub fn batches(&self) -> Result<Vec<ReturnBatch>, StorageError> {
        self.select("ORDER BY day, id", [])
    }

    /// The batch of that key.
    pub fn batch(&self, id: BatchId) -> Result<Option<ReturnBatch>, StorageError> {
        Ok(self.select("WHERE id = ?1", [id.to_string()])?.pop())
    }

    /// All reviews of a batch, by person.
    pub fn reviews_of(&self, batch: BatchId) -> Result<BTreeMap<PersonId, ReturnReview>, StorageError> {
        let rows: Vec<ReviewRow> = self.select("WHERE batch = ?1", [batch.to_string()])?;
        Ok(rows.into_iter().map(|row| (row.person, row.into())).collect())
    }

    /// The review of one person.
    pub fn review(&self, batch: BatchId, person: PersonId) -> Result<Option<ReturnReview>, StorageError> {
        let filter = "WHERE person = ?1 AND batch = ?2";
        let rows: Vec<ReviewRow> = self.select(filter, [person.to_string(), batch.to_string()])?;
        Ok(rows.into_iter().next().map(Into::into))
    }

    /// The classes of a day in figures: who is decided for a batch, and who lacks one of the days `first` to `last`.
    pub fn home_counts(
        &self,
        batch: BatchId,
        day: NaiveDate,
        window: (NaiveDate, NaiveDate),
    ) -> Result<BTreeMap<ClassId, HomeCounts>, StorageError> {
        let found = self.home_counted("enrolment", "e.class", batch, day, window)?;
        Ok(found.into_iter().filter_map(|(class, counts)| Some((class.parse().ok()?, counts))).collect())
    }

    /// The staff of a day in the same figures.
    pub fn home_staff_counts(
        &self,
        batch: BatchId,
        day: NaiveDate,
        window: (NaiveDate, NaiveDate),
    ) -> Result<HomeCounts, StorageError> {
        let found = self.home_counted("employment", "'staff'", batch, day, window)?;
        Ok(found.into_iter().next().map(|(_, counts)| counts).unwrap_or_default())
    }

    fn home_counted(
        &self,
        of: &str,
        group: &str,
        batch: BatchId,
        day: NaiveDate,
        (first, last): (NaiveDate, NaiveDate),
    ) -> Result<Vec<(String, HomeCounts)>, StorageError> {
        let sql = COUNTED.replace("{of}", of).replace("{group}", group);
        let mut statement = self.connection.prepare_cached(&sql)?;
        let days = (last - first).num_days() + 1;
        let mut rows = statement.query(params![
            batch.to_string(),
            day.to_string(),
            first.to_string(),
            last.to_string(),
            days.max(0)
        ])?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            let count = |at: usize| row.get::<_, u32>(at).map(|count| count as usize);
            let (people, approved, refused, unrecorded) = (count(1)?, count(2)?, count(3)?, count(4)?);
            found.push((row.get(0)?, HomeCounts { people, approved, refused, unrecorded }));
        }
        Ok(found)
    }

    /// The screening of that key.
    pub fn screening(&self, id: ScreeningId) -> Result<Option<Screening>, StorageError> {
        Ok(self.select("WHERE id = ?1", [id.to_string()])?.pop())
    }

    /// The screenings that are open, the one listed first first.
    pub fn open_screenings(&self) -> Result<Vec<Screening>, StorageError> {
        self.select("WHERE closed_on IS NULL ORDER BY listed_on, id", [])
    }

    /// All screenings, the newest first.
    pub fn screenings(&self) -> Result<Vec<Screening>, StorageError> {
        self.select("ORDER BY closed_on IS NOT NULL, listed_on DESC, id", [])
    }

    /// The screenings of these people.
    pub fn screenings_of(
        &self,
        people: &BTreeSet<PersonId>,
    ) -> Result<BTreeMap<PersonId, Vec<Screening>>, StorageError> {
        let filter = "WHERE person IN (SELECT value FROM json_each(?1)) ORDER BY listed_on, id";
        let rows: Vec<Screening> = self.select(filter, [key_list(people)])?;
        let mut of: BTreeMap<PersonId, Vec<Screening>> = BTreeMap::new();
        for row in rows {
            of.entry(row.person).or_default().push(row);
        }
        Ok(of)
    }
}
