//! Reports, packages and prints as they were issued.

use chrono::{NaiveDate, NaiveDateTime};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use uuid::Uuid;

use super::{Record, StorageError, Store};
use crate::domain::id::PersonId;

/// Something issued: it opens and reprints as it was.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct IssuedRow {
    /// Key.
    pub id: Uuid,
    /// `daily_report`, `letter_run`, `usb_package` …
    pub kind: String,
    /// The day it is about.
    pub date: NaiveDate,
    /// Counts within kind and day; for USB packages the device's sequence.
    pub number: u32,
    /// When.
    pub made_at: NaiveDateTime,
    /// By whom.
    pub made_by: String,
    /// Last journal entry it knows.
    pub journal: i64,
    /// Digest of the file or package.
    pub digest: Option<String>,
    /// Figures, rule editions, target.
    pub body: Value,
}

impl Record for IssuedRow {
    const TABLE: &'static str = "issued";
}

/// Something issued without what stands in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IssuedHead {
    /// Key.
    pub id: Uuid,
    /// `letters:winter`, `print:health-file` …
    pub kind: String,
    /// The day it is about.
    pub date: NaiveDate,
    /// Counts within kind and day.
    pub number: u32,
    /// When.
    pub made_at: NaiveDateTime,
    /// By whom.
    pub made_by: String,
}

/// What was issued about a person; the bodies, which may hold a whole school, are not read.
pub(super) const ABOUT: &str = "SELECT i.id, i.kind, i.date, i.number, i.made_at, i.made_by
     FROM issued_person p JOIN issued i ON i.id = p.issued
     WHERE p.person = ?1 ORDER BY i.made_at DESC, i.id DESC LIMIT ?2";

impl Store {
    /// What was issued about a person, the newest first, at most `limit`.
    pub fn issued_about(&self, person: PersonId, limit: u32) -> Result<Vec<IssuedHead>, StorageError> {
        fn parsed<T: std::str::FromStr>(text: &str) -> rusqlite::Result<T> {
            text.parse().map_err(|_| rusqlite::Error::InvalidQuery)
        }
        let mut statement = self.connection.prepare_cached(ABOUT)?;
        let heads = statement.query_map((person.to_string(), limit), |row| {
            let text = |column: &str| row.get::<_, String>(column);
            Ok(IssuedHead {
                id: parsed(&text("id")?)?,
                kind: text("kind")?,
                date: parsed(&text("date")?)?,
                number: row.get("number")?,
                made_at: parsed(&text("made_at")?)?,
                made_by: text("made_by")?,
            })
        })?;
        Ok(heads.collect::<Result<_, _>>()?)
    }

    /// What was issued of a kind, the newest first.
    pub fn issued(&self, kind: &str, limit: u32) -> Result<Vec<IssuedRow>, StorageError> {
        self.select("WHERE kind = ?1 ORDER BY made_at DESC, number DESC LIMIT ?2", (kind, limit))
    }

    /// What was issued about the days until `until`, the newest first; forms printed for use in the house
    /// are not among it.
    pub fn issued_until(&self, until: NaiveDate, limit: u32) -> Result<Vec<IssuedRow>, StorageError> {
        // The far end of the calendar sorts before this century as text.
        let until = until.min(NaiveDate::from_ymd_opt(9999, 12, 31).unwrap_or(until));
        let filter =
            "WHERE kind NOT LIKE 'print:%' AND date <= ?1 ORDER BY made_at DESC, journal DESC LIMIT ?2";
        self.select(filter, (until.to_string(), limit))
    }

    /// What was issued from a moment on and before another, and what was printed again at any time, by time.
    pub fn issued_made_between(
        &self,
        from: NaiveDateTime,
        end: NaiveDateTime,
    ) -> Result<Vec<IssuedRow>, StorageError> {
        // As text, so that a moment with and without fractions of a second compare alike.
        let text = |at: NaiveDateTime| at.format("%Y-%m-%dT%H:%M:%S").to_string();
        let filter = "WHERE (made_at >= ?1 AND made_at < ?2) OR json_array_length(body, '$.reprints') > 0
             ORDER BY made_at, journal";
        self.select(filter, [text(from), text(end)])
    }

    /// One thing issued.
    pub fn issued_row(&self, id: Uuid) -> Result<Option<IssuedRow>, StorageError> {
        Ok(self.select("WHERE id = ?1", [id.to_string()])?.pop())
    }

    /// What was issued of a kind for a day, by number.
    pub fn issued_on(&self, kind: &str, date: NaiveDate) -> Result<Vec<IssuedRow>, StorageError> {
        self.select("WHERE kind = ?1 AND date = ?2 ORDER BY number", [kind, &date.to_string()])
    }

    /// What was issued of a kind for the days `from` to `to`, by day and number.
    pub fn issued_about_days(
        &self,
        kind: &str,
        from: NaiveDate,
        to: NaiveDate,
    ) -> Result<Vec<IssuedRow>, StorageError> {
        self.select(
            "WHERE kind = ?1 AND date BETWEEN ?2 AND ?3 ORDER BY date, number",
            [kind, &from.to_string(), &to.to_string()],
        )
    }
}
