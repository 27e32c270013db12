//! Whether a sheet stands in a report that has gone out, so that a change of it is a 更正 with a reason.

use std::collections::BTreeSet;

use chrono::{NaiveDate, NaiveDateTime};

use crate::domain::daily_report::GroupFigures;
use crate::domain::group::Group;
use crate::domain::id::PersonId;
use crate::domain::report_entry::ReportSubject;
use crate::domain::session::Session;
use crate::domain::sheet::{Sheet, SheetKey, SheetState};
use crate::ops::book::Book;
use crate::ops::daily_report::{DAILY_REPORT, ReportBody};
use crate::ops::error::OpError;

/// What of a confirmed sheet stands in a report that has gone out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::ops) enum Reported {
    /// Nothing.
    Nothing,
    /// The sheet: counted, or named as unchecked. What it says now is asked for by whoever has that report.
    Sheet,
    /// These people of the register of the whole day. It grows all day, and who is new on it corrects nothing.
    People(BTreeSet<PersonId>),
}

impl Reported {
    /// Whether a change of one person's finding changes what was reported.
    pub fn covers(&self, person: PersonId) -> bool {
        match self {
            Self::Nothing => false,
            Self::Sheet => true,
            Self::People(people) => people.contains(&person),
        }
    }
}

impl Book {
    /// What of a sheet stands in any report of its day that was issued, or was told by telephone and written down in the
    /// report log. What the reports say decides, and not their hour: a clock that was set back in between hides nothing.
    pub(in crate::ops) fn reported(&self, sheet: &Sheet) -> Result<Reported, OpError> {
        let (key, Some(confirmed)) = (sheet.key, sheet.confirmed_at) else { return Ok(Reported::Nothing) };
        let mut people = BTreeSet::new();
        // Most sheets are changed before any report: what stands in one is read only if there is one.
        if self.store.last_issued_at(DAILY_REPORT, key.date)?.is_some() {
            for body in self.issued_reports(key.date)? {
                match named(&body, key) {
                    Reported::Nothing => {}
                    Reported::Sheet => return Ok(Reported::Sheet),
                    Reported::People(more) => people.extend(more),
                }
            }
        }
        if self.calendar(key.date)?.report_session(key.date) == Some(key.session) {
            let told = self.store.entries_about(&[ReportSubject::Day(key.date)].into())?;
            if told.iter().any(|entry| entry.at >= confirmed) {
                return Ok(Reported::Sheet);
            }
        }
        Ok(if people.is_empty() { Reported::Nothing } else { Reported::People(people) })
    }
}

impl Book {
    /// Whether a report that has gone out counted a confirmed sheet, and did not name it as unchecked.
    pub(in crate::ops) fn counted_as_checked(&self, key: SheetKey) -> Result<bool, OpError> {
        let bodies = self.issued_reports(key.date)?;
        if bodies.iter().any(|body| rows(body, key).any(|row| row.state != SheetState::Unchecked)) {
            return Ok(true);
        }
        let confirmed = self.store.sheet(key)?.confirmed_at;
        Ok(match confirmed {
            Some(confirmed) if self.calendar(key.date)?.report_session(key.date) == Some(key.session) => {
                let told = self.store.entries_about(&[ReportSubject::Day(key.date)].into())?;
                told.iter().any(|entry| entry.at >= confirmed)
            }
            _ => false,
        })
    }

    /// Whether a report of a day went out, or was told, after a moment.
    pub(in crate::ops) fn report_since(&self, date: NaiveDate, at: NaiveDateTime) -> Result<bool, OpError> {
        let issued = self.store.last_issued_at(DAILY_REPORT, date)?;
        let told = self.store.entries_about(&[ReportSubject::Day(date)].into())?;
        Ok(issued.is_some_and(|issued| issued > at) || told.iter().any(|entry| entry.at > at))
    }
}

/// The rows of a report about a sheet that is no register of the whole day.
fn rows(body: &ReportBody, key: SheetKey) -> impl Iterator<Item = &GroupFigures> {
    let report = &body.report;
    let main = report.main.session == key.session && key.group == Group::Staff;
    let sessions = std::iter::once(&report.main).chain(&report.later);
    let rows = sessions.filter(move |it| it.session == key.session).flat_map(|it| &it.groups);
    rows.chain(report.staff.as_ref().filter(move |_| main)).filter(move |row| row.group == key.group)
}

/// What a report says of a sheet.
fn named(body: &ReportBody, key: SheetKey) -> Reported {
    let report = &body.report;
    if key.session == Session::AllDay {
        let register = report.later.iter().filter(|it| it.session == key.session).flat_map(|it| &it.groups);
        let rows = register.chain(&report.staff_all_day);
        let counted = rows.filter(|row| row.group == key.group && row.state != SheetState::Unchecked);
        return Reported::People(counted.flat_map(|row| row.figures.named()).collect());
    }
    if rows(body, key).next().is_some() { Reported::Sheet } else { Reported::Nothing }
}
