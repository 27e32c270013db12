//! Terms and the days that differ.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{Record, StorageError, Store};

/// A term as stored.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TermRow {
    /// First day.
    pub first: NaiveDate,
    /// Last day.
    pub last: NaiveDate,
    /// `autumn` or `spring`.
    pub season: String,
}

impl Record for TermRow {
    const TABLE: &'static str = "term";
}

/// A day that differs from the weekday rule.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DayExceptionRow {
    /// The day.
    pub date: NaiveDate,
    /// `school_day` or `day_off`.
    pub kind: String,
    /// Why, in the clerk's words.
    pub note: Option<String>,
}

impl Record for DayExceptionRow {
    const TABLE: &'static str = "day_exception";
}

impl Store {
    /// All terms by first day.
    pub fn terms(&self) -> Result<Vec<TermRow>, StorageError> {
        self.select("ORDER BY first", [])
    }

    /// Exceptions of the days `from` to `to`, by date.
    pub fn day_exceptions(
        &self,
        from: NaiveDate,
        to: NaiveDate,
    ) -> Result<Vec<DayExceptionRow>, StorageError> {
        self.select("WHERE date BETWEEN ?1 AND ?2 ORDER BY date", [from.to_string(), to.to_string()])
    }
}
