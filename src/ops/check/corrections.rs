//! The list of corrections: what was changed on sheets after their report had gone out.

use chrono::{NaiveDate, NaiveDateTime};
use serde::Serialize;

use crate::domain::correction::Correction;
use crate::domain::finding::Finding;
use crate::domain::id::PersonId;
use crate::domain::session::Session;
use crate::ops::book::Book;
use crate::ops::error::OpError;

/// One correction as lists show it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CorrectionLine {
    /// Day of the sheet.
    pub date: NaiveDate,
    /// Its number within the day.
    pub number: u32,
    /// Class, dormitory or staff as the school writes it.
    pub class: String,
    /// The group's key.
    pub class_key: String,
    /// Session.
    pub session: Session,
    /// Key of the person.
    pub key: PersonId,
    /// Name.
    pub name: String,
    /// What the sheet said.
    pub before: Finding,
    /// What it says now.
    pub after: Finding,
    /// The same in words; 到校 where the sheet says nothing.
    pub before_words: String,
    /// The same in words.
    pub after_words: String,
    /// Why.
    pub reason: String,
    /// Who corrected it.
    pub by: String,
    /// When.
    pub at: NaiveDateTime,
}

impl Book {
    /// Corrections of the sheets of the days `from` to `to`, by day and number.
    pub fn corrections(&self, from: NaiveDate, to: NaiveDate) -> Result<Vec<CorrectionLine>, OpError> {
        let rows = self.store.corrections_between(from, to)?;
        rows.into_iter().map(|row| self.correction_line(row)).collect()
    }

    /// The days of the term that a day lies in, until that day; the day alone outside terms.
    pub fn term_until(&self, date: NaiveDate) -> Result<(NaiveDate, NaiveDate), OpError> {
        let first = self.calendar(date)?.term_of(date).map_or(date, |term| term.first);
        Ok((first, date))
    }

    pub(in crate::ops) fn correction_line(&self, row: Correction) -> Result<CorrectionLine, OpError> {
        let group = self.group_info(row.grp)?;
        let words = |finding: &Finding| match self.finding_words(finding) {
            nothing if nothing.is_empty() && finding.is_empty() => self.tr.sheet_present(),
            words => words,
        };
        Ok(CorrectionLine {
            date: row.date,
            number: row.number,
            class: group.label,
            class_key: row.grp.to_string(),
            session: row.session,
            key: row.person,
            name: self.store.person(row.person)?.map(|person| person.name).unwrap_or_default(),
            before_words: words(&row.body.before),
            after_words: words(&row.body.after),
            before: row.body.before,
            after: row.body.after,
            reason: row.body.reason,
            by: self.name_or_post(&row.body.by),
            at: row.body.at,
        })
    }
}
