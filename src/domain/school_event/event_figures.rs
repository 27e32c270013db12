//! How many are ill in an event.

use chrono::NaiveDateTime;
use serde::{Deserialize, Serialize};

use crate::domain::id::PersonId;

/// The ill of a class.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClassIll {
    /// Name of the class, or of the staff.
    pub group: String,
    /// Ill.
    pub ill: usize,
    /// Enrolled.
    pub heads: usize,
}

/// The figures of an event at a moment, each with the people behind it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct EventFigures {
    /// When they were counted.
    pub at: NaiveDateTime,
    /// Everyone who fell ill since the event began.
    pub ill: Vec<PersonId>,
    /// Of them, those with onset on the day of the count.
    pub new: Vec<PersonId>,
    /// Of them, those with a suspected disease.
    pub suspected: Vec<PersonId>,
    /// Of them, those with a diagnosed disease.
    pub diagnosed: Vec<PersonId>,
    /// Of them, those who were absent on the last confirmed sheet.
    pub absent: Vec<PersonId>,
    /// Of them, those who are well again: a case closed as recovered, or back on a confirmed sheet.
    pub recovered: Vec<PersonId>,
    /// By class.
    pub classes: Vec<ClassIll>,
}
