//! Illness absences of the person: derived from the sheets, so that they never differ from them.

use chrono::NaiveDate;
use serde::Serialize;

use crate::domain::absence::Absence;
use crate::domain::finding::Attendance;
use crate::domain::person::Person;
use crate::ops::book::Book;
use crate::ops::error::OpError;

/// One absence because of illness or for an unknown reason.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FileAbsence {
    /// First day.
    pub from: NaiveDate,
    /// Last day; `None` while it goes on.
    pub to: Option<NaiveDate>,
    /// Day of onset.
    pub onset: Option<NaiveDate>,
    /// Ill or unknown, as last written down.
    pub kind: Attendance,
    /// Half days lost.
    pub half_days: u32,
    /// What was found, in words, as last written down.
    pub words: String,
}

impl Book {
    /// All absences of a person, the newest first.
    pub(super) fn file_absences(&self, person: &Person) -> Result<Vec<FileAbsence>, OpError> {
        let chain = self.chain(person, self.today())?;
        let line = |absence: &Absence| FileAbsence {
            words: chain.last_finding(absence).map(|row| self.finding_words(&row.body)).unwrap_or_default(),
            from: absence.from,
            to: absence.to,
            onset: absence.onset,
            kind: absence.kind,
            half_days: absence.half_days,
        };
        Ok(chain.absences.iter().rev().map(line).collect())
    }
}
