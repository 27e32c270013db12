//! What a talk says of the day's finding, so that alerts and reports count what was told.

use crate::domain::absence::Absence;
use crate::domain::finding::{Attendance, Finding};
use crate::domain::sheet::{Sheet, SheetKey};
use crate::domain::trace::{Closing, Trace};
use crate::ops::book::Book;
use crate::ops::error::OpError;

impl Book {
    /// The sheets of the last day of an absence as they are after a talk. Of a talk on another day, such as a weekend, only
    /// what nobody knew yet is written.
    pub(super) fn told_sheets(&self, absence: &Absence, trace: &Trace) -> Result<Vec<Sheet>, OpError> {
        let Some(last) = absence.sheets.last().map(|key| key.date) else { return Ok(Vec::new()) };
        let mut changed = Vec::new();
        for key in absence.sheets.iter().filter(|key| key.date == last) {
            let mut sheet = self.store.sheet(*key)?;
            let Some(finding) = sheet.findings.get_mut(&trace.person) else { continue };
            let told = self.finding_after(finding, trace, *key);
            if *finding != told {
                *finding = told;
                changed.push(sheet);
            }
        }
        Ok(changed)
    }

    fn finding_after(&self, finding: &Finding, trace: &Trace, key: SheetKey) -> Finding {
        let (talk, mut told) = (&trace.talk, finding.clone());
        let same_day = key.date == trace.at.date();
        if let Some(codes) = &talk.symptoms
            && (same_day || self.rules.codes(finding).is_empty())
        {
            told.symptoms.clone_from(codes);
            if !codes.is_empty() && told.attendance == Attendance::Unknown {
                told.attendance = Attendance::Ill;
            }
        }
        told.onset = talk.onset.filter(|onset| *onset <= key.date).or(told.onset);
        if same_day || told.seen_doctor.is_none() {
            told.seen_doctor = talk.seen_doctor.or(told.seen_doctor);
        }
        if let Some(diagnosis) = &talk.diagnosis
            && (same_day || told.diagnosis.is_none())
        {
            told.diagnosis = Some(diagnosis.name.clone());
            if told.attendance == Attendance::Unknown {
                told.attendance = Attendance::Ill;
            }
        }
        if talk.closing == Some(Closing::OtherReason) {
            told = Finding { attendance: Attendance::Leave, note: told.note, ..Finding::default() };
        }
        told
    }
}
