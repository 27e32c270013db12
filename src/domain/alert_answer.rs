//! What a school said of an alert: seen, commented, reported, turned into an event.

use chrono::NaiveDateTime;
use serde::{Deserialize, Serialize};

use super::cluster::Alert;
use super::id::ReportEntryId;

/// One thing that was said.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AlertWord {
    /// Who said it.
    pub by: String,
    /// When.
    pub at: NaiveDateTime,
    /// The comment; empty where it was only acknowledged.
    pub comment: String,
    /// To whom it was reported; `None` where it was not.
    pub reported_to: Option<String>,
    /// The entry of the report log that says so as well.
    #[serde(default)]
    pub entry: Option<ReportEntryId>,
}

/// Everything that was said of one alert.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AlertAnswer {
    /// What was said, the earliest first; at least one.
    pub words: Vec<AlertWord>,
    /// Id of the event that it became.
    pub event: Option<String>,
    /// The alert as it was when it was answered last.
    pub alert: Alert,
}

impl AlertAnswer {
    /// Whether the alert counts nobody of whom the answer did not know: one that grows is open again.
    pub fn covers(&self, alert: &Alert) -> bool {
        alert.persons.iter().all(|person| self.alert.persons.contains(person))
    }

    /// What was said last.
    pub fn last(&self) -> Option<&AlertWord> {
        self.words.last()
    }

    /// Takes back what an entry of the report log said.
    pub fn forget(&mut self, entry: ReportEntryId) {
        self.words.retain(|word| word.entry != Some(entry));
    }

    /// To whom it was reported, and when it was said.
    pub fn reported(&self) -> Option<&AlertWord> {
        self.words.iter().rev().find(|word| word.reported_to.is_some())
    }
}
