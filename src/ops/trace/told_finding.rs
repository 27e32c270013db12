//! What a talk says of the day's finding, so that alerts and reports count what was told.

use chrono::NaiveDateTime;

use crate::domain::absence::Absence;
use crate::domain::correction::{Correction, CorrectionBody};
use crate::domain::finding::{Attendance, Finding};
use crate::domain::id::PersonId;
use crate::domain::sheet::{Sheet, SheetKey};
use crate::domain::trace::{Closing, Trace};
use crate::ops::book::Book;
use crate::ops::error::OpError;
use crate::storage::Act;

/// A sheet on which a talk changes what was found.
pub(super) struct ToldSheet {
    pub sheet: Sheet,
    person: PersonId,
    before: Finding,
    /// A report that counted it has gone out: the change is a 更正.
    reported: bool,
}

impl ToldSheet {
    /// Writes the sheet, and the 更正 where there is one.
    pub fn put(self, act: &mut Act<'_>, reason: &str, by: &str, at: NaiveDateTime) -> Result<(), OpError> {
        let key = self.sheet.key;
        let _ = act.put_sheet(&self.sheet)?;
        let Some(after) = self.sheet.findings.get(&self.person).filter(|_| self.reported) else {
            return Ok(());
        };
        let (reason, by) = (reason.to_owned(), by.to_owned());
        let body = CorrectionBody { reason, by, at, before: self.before, after: after.clone() };
        act.put_new(&Correction {
            date: key.date,
            number: act.next_correction(key.date)?,
            grp: key.group,
            session: key.session,
            person: self.person,
            body,
        })?;
        Ok(())
    }
}

impl Book {
    /// The sheets of the last day of an absence as they are after a talk. Of a talk on another day, such as a weekend, only
    /// what nobody knew yet is written.
    pub(super) fn told_sheets(&self, absence: &Absence, trace: &Trace) -> Result<Vec<ToldSheet>, OpError> {
        let Some(last) = absence.sheets.last().map(|key| key.date) else { return Ok(Vec::new()) };
        let mut changed = Vec::new();
        for key in absence.sheets.iter().filter(|key| key.date == last) {
            let mut sheet = self.store.sheet(*key)?;
            let Some(finding) = sheet.findings.get_mut(&trace.person) else { continue };
            let told = self.finding_after(finding, trace, *key);
            if *finding != told {
                let before = std::mem::replace(finding, told);
                let reported = self.reported(&sheet)?.covers(trace.person);
                changed.push(ToldSheet { sheet, person: trace.person, before, reported });
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
