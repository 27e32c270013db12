//! The list of what was issued.

use chrono::{Days, NaiveDate};
use serde_json::Value;

use super::kept_letters::KeptLetters;
use super::{IssuedKind, IssuedLine, IssuedState};
use crate::ops::book::Book;
use crate::ops::daily_report::{DAILY_REPORT, ReportBody};
use crate::ops::error::OpError;
use crate::ops::print::LETTERS;
use crate::ops::usb::USB_PACKAGE;
use crate::paper::form::FormTemplate;
use crate::paper::letter::LetterTemplate;
use crate::storage::IssuedRow;

/// A change of a sheet so long before a report's day can still change its figures.
const REACH: u64 = 60;
/// Most rows that a search by number looks through.
const ALL: u32 = 10_000;

impl Book {
    /// What was issued about the days until `until`, the newest first, at most `limit`.
    pub fn issued(&self, until: NaiveDate, limit: u32) -> Result<Vec<IssuedLine>, OpError> {
        self.store.issued_until(until, limit)?.iter().map(|row| self.issued_line(row)).collect()
    }

    /// What carries a number.
    ///
    /// # Errors
    /// [`OpError::NoSuchIssue`] if nothing does.
    pub fn issued_by_number(&self, number: &str) -> Result<IssuedLine, OpError> {
        let rows = self.store.issued_until(NaiveDate::MAX, ALL)?;
        let row = rows.iter().find(|row| number_of(row).eq_ignore_ascii_case(number.trim()));
        let row = row.ok_or_else(|| OpError::NoSuchIssue { given: number.to_owned() })?;
        self.issued_line(row)
    }

    /// A row as lists show it.
    pub(in crate::ops) fn issued_line(&self, row: &IssuedRow) -> Result<IssuedLine, OpError> {
        let body = |key: &str| row.body.get(key);
        let text = |key: &str| body(key).and_then(Value::as_str).map(ToOwned::to_owned);
        let mut line = IssuedLine {
            key: row.id,
            kind: kind_of(row),
            number: number_of(row),
            title: String::new(),
            class: None,
            date: row.date,
            made_at: row.made_at,
            made_by: self.name_or_post(&row.made_by),
            state: None,
            corrects: text("corrects"),
            corrected_by: None,
            letters: 0,
            printed: 1 + body("reprints").and_then(Value::as_array).map_or(0, Vec::len),
            opens: true,
        };
        match line.kind {
            IssuedKind::DailyReport => {
                let form = FormTemplate::shipped("school-day")?;
                form.name.get(self.tr.language()).clone_into(&mut line.title);
                line.corrected_by = self.correction_of(row)?;
                let changed = line.corrected_by.is_none() && self.report_changed(row)?;
                line.state = Some(match (&line.corrected_by, changed) {
                    (Some(_), _) => IssuedState::Corrected,
                    (None, true) => IssuedState::Changed,
                    (None, false) => IssuedState::AsIssued,
                });
            }
            IssuedKind::Letters => {
                let id = letter_of(row);
                line.title = match LetterTemplate::shipped(id) {
                    Ok(template) => template.text(self.tr.language()).name.clone(),
                    Err(_) => id.to_owned(),
                };
                let kept = KeptLetters::of(row);
                line.letters = body("letters").and_then(Value::as_u64).unwrap_or_default() as usize;
                line.class = text("class").and_then(|id| self.class_name(&id));
                line.opens = kept.is_some();
                let changed = match kept {
                    Some(kept) => self.letters_changed(row, &kept)?,
                    None => false,
                };
                line.state = Some(if changed { IssuedState::Changed } else { IssuedState::AsIssued });
            }
            IssuedKind::Package => {
                line.title = text("folder").unwrap_or_default();
                line.opens = false;
            }
        }
        Ok(line)
    }

    fn class_name(&self, id: &str) -> Option<String> {
        let group = crate::domain::group::Group::Class(id.parse().ok()?);
        self.group_info(group).ok().map(|info| info.short)
    }

    /// Number of the report that followed one on the same day.
    fn correction_of(&self, row: &IssuedRow) -> Result<Option<String>, OpError> {
        let rows = self.store.issued_on(DAILY_REPORT, row.date)?;
        Ok(rows.iter().find(|other| other.number > row.number).map(number_of))
    }

    /// Number of the last report of a day if the records no longer say what it says. What later sessions
    /// add is no change: the report is of the morning.
    pub(in crate::ops) fn report_to_correct(&self, date: NaiveDate) -> Result<Option<String>, OpError> {
        let Some(last) = self.store.issued_on(DAILY_REPORT, date)?.pop() else { return Ok(None) };
        Ok(self.report_changed(&last)?.then(|| number_of(&last)))
    }

    fn report_changed(&self, row: &IssuedRow) -> Result<bool, OpError> {
        let from = row.date - Days::new(REACH);
        if !self.store.touched_since(row.journal, from, row.date)? {
            return Ok(false);
        }
        let issued = ReportBody::kept_in(row)?;
        let now = self.daily_report_figures(row.date, &self.report_membership()?)?;
        Ok((&issued.report.main, &issued.report.staff) != (&now.main, &now.staff))
    }

    /// Whether some letter would be another one now: its pupil has left, or is called otherwise.
    fn letters_changed(&self, row: &IssuedRow, kept: &KeptLetters) -> Result<bool, OpError> {
        // Sheets do not matter here, so the days are none.
        if !self.store.touched_since(row.journal, NaiveDate::MAX, NaiveDate::MIN)? {
            return Ok(false);
        }
        let now = self.addressed_now(row)?;
        Ok(kept.copies.iter().any(|copy| {
            let same = |now: &crate::paper::letter::Recipient| {
                let was = &copy.recipient;
                (&now.name, &now.class, &now.teacher, &now.phone)
                    == (&was.name, &was.class, &was.teacher, &was.phone)
            };
            // A name that no font draws was printed as a space.
            let Some(person) = copy.person else { return false };
            !now.get(&person).is_some_and(|now| copy.recipient.name.is_empty() || same(now))
        }))
    }
}

fn kind_of(row: &IssuedRow) -> IssuedKind {
    match row.kind.as_str() {
        DAILY_REPORT => IssuedKind::DailyReport,
        USB_PACKAGE => IssuedKind::Package,
        _ => IssuedKind::Letters,
    }
}

/// Id of the letter of a run.
pub(super) fn letter_of(row: &IssuedRow) -> &str {
    row.kind.strip_prefix(LETTERS).map_or("", |rest| rest.trim_start_matches(':'))
}

/// The number by which something issued is asked for.
pub(in crate::ops) fn number_of(row: &IssuedRow) -> String {
    match kind_of(row) {
        IssuedKind::DailyReport => {
            row.body.get("number").and_then(Value::as_str).unwrap_or_default().to_owned()
        }
        IssuedKind::Letters => {
            format!("{}-{}-{:02}", letter_of(row), row.date.format("%Y%m%d"), row.number)
        }
        IssuedKind::Package => format!("{:04}", row.number),
    }
}
