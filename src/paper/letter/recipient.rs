//! For whom a letter is and what all letters of a run share.

use std::collections::BTreeMap;

use chrono::NaiveDateTime;
use serde::{Deserialize, Serialize};

use super::{Field, LetterLayout};

/// The child whose guardian receives the letter. An empty text prints as a ruled space.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Recipient {
    /// The child's name as it stands in the roster.
    pub name: String,
    /// Class label, such as 三（2）班.
    pub class: String,
    /// Class teacher, who takes the slip back.
    pub teacher: String,
    /// The teacher's or the school's phone.
    pub phone: String,
    /// Number of this copy.
    pub serial: String,
    /// Digits of the slip's square code; empty where no slip is awaited.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub code: String,
}

/// What all letters of one run share, ready to print.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LetterFacts {
    /// Full name of the school.
    pub school: String,
    /// Date of the letter in words of its language.
    pub date: String,
    /// Day by which the slip comes back, in words.
    pub return_by: String,
    /// Whether the school is the sample school: marks every sheet.
    pub demo: bool,
    /// When the document was made.
    pub made_at: NaiveDateTime,
    /// What only some letters name: a disease, the days of a holiday.
    #[serde(default)]
    pub more: BTreeMap<Field, String>,
    /// The days of a record to be kept at home; empty: to be written by hand.
    #[serde(default)]
    pub days: Vec<String>,
    /// How the letters lie on their sheets.
    #[serde(default)]
    pub layout: LetterLayout,
}
