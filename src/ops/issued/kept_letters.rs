//! What is kept of a run of letters: everything that stands on them.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::domain::id::PersonId;
use crate::i18n::Language;
use crate::paper::letter::{LetterFacts, LetterTemplate, Recipient};
use crate::storage::IssuedRow;

/// Where it lies in the body of an issued row.
pub(in crate::ops) const KEPT: &str = "kept";

/// A letter with its number, and the pupil it is about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(in crate::ops) struct KeptCopy {
    /// The pupil; an undo looks here before it removes one. A copy for a class is of nobody.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub person: Option<PersonId>,
    /// What stands on the letter.
    #[serde(flatten)]
    pub recipient: Recipient,
}

/// A run of letters as it was printed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(in crate::ops) struct KeptLetters {
    /// The text of that time.
    pub template: LetterTemplate,
    /// Its language.
    pub language: Language,
    /// What all letters share.
    pub facts: LetterFacts,
    /// The letters in their order.
    pub copies: Vec<KeptCopy>,
    /// Number of the run in the codes of its slips; none where no slip is awaited.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub run: Option<u32>,
    /// Day by which the slips come back.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due: Option<NaiveDate>,
}

impl KeptLetters {
    /// What a row keeps; `None` for a run of before anything was kept.
    pub fn of(row: &IssuedRow) -> Option<Self> {
        row.body.get(KEPT).cloned().and_then(|kept: Value| serde_json::from_value(kept).ok())
    }

    /// What stands on the letters, in their order.
    pub fn recipients(&self) -> Vec<Recipient> {
        self.copies.iter().map(|copy| copy.recipient.clone()).collect()
    }
}
