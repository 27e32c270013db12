//! 待办: what must be done, by due time.

use chrono::{NaiveDate, NaiveDateTime};
use serde::Serialize;

use super::book::Book;
use super::error::OpError;

/// One duty.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TodoLine {
    /// Rule id.
    pub rule: String,
    /// When it is due.
    pub due: NaiveDateTime,
    /// `open`, `late`, `done`.
    pub state: &'static str,
    /// What, in words.
    pub subject: String,
}

impl Book {
    /// Duties of a day, by due time.
    pub fn todo(&self, _date: NaiveDate) -> Result<Vec<TodoLine>, OpError> {
        Ok(Vec::new())
    }
}
