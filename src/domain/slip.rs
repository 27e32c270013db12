//! 回执: the slips of a run of letters and those that have come back.

use chrono::{NaiveDate, NaiveDateTime};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::id::PersonId;
use super::slip_code::SlipCode;

/// A run of letters whose slips are awaited.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SlipRun {
    /// Key of what was issued; the copies stand there.
    pub id: Uuid,
    /// Number within the book, from 1.
    pub run: u32,
    /// Day by which the slips come back.
    pub due: NaiveDate,
    /// Day from which on no more are awaited.
    pub closed_on: Option<NaiveDate>,
    /// The rest.
    pub body: SlipRunBody,
}

/// What a run of slips is about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SlipRunBody {
    /// Id of the letter.
    pub letter: String,
    /// Date of the letter.
    pub date: NaiveDate,
    /// Number of the run as something issued.
    pub number: String,
    /// How many slips went out.
    pub copies: u32,
}

/// A slip that has come back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Slip {
    /// The child whose guardian signed.
    pub person: PersonId,
    /// The run.
    pub run: u32,
    /// The copy within the run.
    pub number: u32,
    /// When it was ticked.
    pub at: NaiveDateTime,
    /// The rest.
    pub body: SlipBody,
}

impl Slip {
    /// Its number on paper.
    pub const fn code(&self) -> SlipCode {
        SlipCode { run: self.run, number: self.number }
    }
}

/// How a slip was ticked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SlipBody {
    /// By whom.
    pub by: String,
    /// How.
    pub how: SlipTick,
}

/// Ways to tick a slip.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SlipTick {
    /// Its number was typed or scanned.
    Code,
    /// Chosen from the list of a class.
    List,
}
