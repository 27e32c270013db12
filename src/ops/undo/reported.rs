//! What an undo may not take back unsaid: sheets that stand in a report that has gone out.

use std::collections::BTreeMap;

use chrono::NaiveDateTime;

use crate::domain::correction::{Correction, CorrectionBody};
use crate::domain::session::Session;
use crate::domain::sheet::SheetKey;
use crate::ops::book::Book;
use crate::ops::check::Reported;
use crate::ops::error::OpError;
use crate::storage::{Act, OperationRow, UndoReport};

/// What the reports say of one sheet.
struct SheetReports {
    class: String,
    named: Reported,
    /// Whether a report counted the sheet as checked.
    counted: bool,
    /// Whether a report went out after the operation.
    since: bool,
}

/// The sheets of an operation that stand in reports, and why they are changed.
pub(super) struct ReportedSheets {
    sheets: BTreeMap<SheetKey, SheetReports>,
    reason: String,
    by: String,
    at: NaiveDateTime,
}

impl Book {
    /// What the reports say of the sheets that an operation has changed.
    pub(super) fn reported_by(
        &self,
        target: &OperationRow,
        reason: Option<&str>,
    ) -> Result<ReportedSheets, OpError> {
        let mut sheets = BTreeMap::new();
        for key in self.store.sheets_of_operation(target.seq)? {
            let named = self.reported(&self.store.sheet(key)?)?;
            if named == Reported::Nothing {
                continue;
            }
            let reports = SheetReports {
                class: self.group_info(key.group)?.label,
                named,
                counted: self.counted_as_checked(key)?,
                since: self.report_since(key.date, target.at)?,
            };
            let _ = sheets.insert(key, reports);
        }
        let reason = reason.map(str::trim).unwrap_or_default().to_owned();
        Ok(ReportedSheets { sheets, reason, by: self.operator()?, at: self.now() })
    }
}

impl ReportedSheets {
    /// Writes the corrections that go with an undo. One that takes a correction back before any report has told of it
    /// says again what the report says, and corrects nothing.
    pub fn correct(&self, act: &mut Act<'_>, report: &UndoReport) -> Result<(), OpError> {
        let of = |key: &SheetKey| self.sheets.get(key);
        let open = report.opened.iter().filter(|key| key.session != Session::AllDay);
        if let Some(sheet) = open.filter_map(of).find(|sheet| sheet.counted) {
            return Err(OpError::SheetReported { class: sheet.class.clone() });
        }
        for told in &report.corrections {
            if of(&told.sheet()).is_some_and(|sheet| sheet.since) {
                act.put_new(told)?;
            }
        }
        for found in report.findings.iter().filter(|found| found.before != found.after) {
            let Some(sheet) = of(&found.sheet).filter(|sheet| sheet.named.covers(found.person)) else {
                continue;
            };
            let corrected = |told: &Correction| (told.sheet(), told.person) == (found.sheet, found.person);
            if !sheet.since && report.corrections.iter().any(corrected) {
                continue;
            }
            if self.reason.is_empty() {
                return Err(OpError::ReasonNeeded { class: sheet.class.clone() });
            }
            act.put_new(&Correction {
                date: found.sheet.date,
                number: act.next_correction(found.sheet.date)?,
                grp: found.sheet.group,
                session: found.sheet.session,
                person: found.person,
                body: CorrectionBody {
                    reason: self.reason.clone(),
                    by: self.by.clone(),
                    at: self.at,
                    before: found.before.clone(),
                    after: found.after.clone(),
                },
            })?;
        }
        Ok(())
    }
}
