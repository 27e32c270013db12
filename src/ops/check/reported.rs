//! Whether a sheet stands in a report that has gone out, so that a change of it is a 更正 with a reason.

use std::collections::BTreeSet;

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

/// What a report says of a sheet.
fn named(body: &ReportBody, key: SheetKey) -> Reported {
    let report = &body.report;
    if key.session == Session::AllDay {
        let register = report.later.iter().filter(|it| it.session == key.session).flat_map(|it| &it.groups);
        let rows = register.chain(&report.staff_all_day);
        let counted = rows.filter(|row| row.group == key.group && row.state != SheetState::Unchecked);
        return Reported::People(counted.flat_map(|row| row.figures.named()).collect());
    }
    let sessions = std::iter::once(&report.main).chain(&report.later);
    let mut rows = sessions.filter(|it| it.session == key.session).flat_map(|it| &it.groups);
    let staff = |row: &GroupFigures| key.group == Group::Staff && row.group == key.group;
    let main = report.main.session == key.session && report.staff.as_ref().is_some_and(staff);
    if main || rows.any(|row| row.group == key.group) { Reported::Sheet } else { Reported::Nothing }
}
