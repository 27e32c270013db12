//! What was said of alerts.

use chrono::{NaiveDate, NaiveDateTime};
use serde::{Deserialize, Serialize};

use super::{Record, StorageError, Store};
use crate::domain::alert_answer::AlertAnswer;

/// What was said of an alert, as stored.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AlertAnswerRow {
    /// Key of the alert.
    pub key: String,
    /// First day of its run.
    pub raised_on: NaiveDate,
    /// When it was answered last.
    pub at: NaiveDateTime,
    /// What was said.
    pub body: AlertAnswer,
}

impl Record for AlertAnswerRow {
    const TABLE: &'static str = "alert_answer";
}

impl Store {
    /// What was said of alerts that were raised on these days, the first and the last included, by key.
    pub fn alert_answers(&self, from: NaiveDate, to: NaiveDate) -> Result<Vec<AlertAnswerRow>, StorageError> {
        self.select("WHERE raised_on BETWEEN ?1 AND ?2 ORDER BY key", [from.to_string(), to.to_string()])
    }

    /// What was said of one alert.
    pub fn alert_answer(&self, key: &str) -> Result<Option<AlertAnswerRow>, StorageError> {
        Ok(self.select("WHERE key = ?1", [key])?.pop())
    }
}
