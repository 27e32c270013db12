//! 更正: a change of a confirmed sheet after the report that counted it had gone out.

use chrono::{NaiveDate, NaiveDateTime};
use serde::{Deserialize, Serialize};

use super::finding::Finding;
use super::group::Group;
use super::id::PersonId;
use super::session::Session;
use super::sheet::SheetKey;

/// One corrected finding.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Correction {
    /// Day of the sheet.
    pub date: NaiveDate,
    /// Counts within the day.
    pub number: u32,
    /// The group of the sheet.
    pub grp: Group,
    /// Its session.
    pub session: Session,
    /// Whose finding was changed.
    pub person: PersonId,
    /// What and why.
    pub body: CorrectionBody,
}

/// What was changed, and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CorrectionBody {
    /// Why, in the clerk's words.
    pub reason: String,
    /// Who corrected it.
    pub by: String,
    /// When.
    pub at: NaiveDateTime,
    /// What the sheet said; empty where it said nothing.
    pub before: Finding,
    /// What it says now; empty where it says nothing.
    pub after: Finding,
}

impl Correction {
    /// The sheet that was changed.
    pub fn sheet(&self) -> SheetKey {
        SheetKey { group: self.grp, date: self.date, session: self.session }
    }
}
