//! Illness absences of the person: derived from the sheets, so that they never differ from them.

use chrono::NaiveDate;
use serde::Serialize;

use crate::domain::absence::Absence;
use crate::domain::finding::Attendance;
use crate::domain::person::Person;
use crate::domain::trace::{Trace, attached};
use crate::ops::book::Book;
use crate::ops::error::OpError;
use crate::ops::trace::TraceLine;

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
    /// The follow-ups, oldest first.
    pub traces: Vec<TraceLine>,
}

impl Book {
    /// All absences of a person, the newest first.
    pub(super) fn file_absences(&self, person: &Person) -> Result<Vec<FileAbsence>, OpError> {
        let chain = self.chain(person, self.today())?;
        let traces = attached(&chain.absences, &self.store.traces_of(person.id)?);
        let line = |(absence, traces): (&Absence, &Vec<Trace>)| FileAbsence {
            words: chain.last_finding(absence).map(|row| self.finding_words(&row.body)).unwrap_or_default(),
            traces: traces.iter().map(|trace| self.trace_line(trace)).collect(),
            from: absence.from,
            to: absence.to,
            onset: absence.onset,
            kind: absence.kind,
            half_days: absence.half_days,
        };
        Ok(chain.absences.iter().zip(&traces).rev().map(line).collect())
    }
}
