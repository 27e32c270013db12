//! What earlier days still owe: sheets that never came in and reports that were never made. They stay in 待办 until they
//! are there, or until the calendar says that the day owed none.

use std::collections::BTreeSet;

use chrono::{Days, NaiveDate};

use super::book::Book;
use super::error::OpError;
use crate::domain::obligation::{Obligation, ObligationState, ObligationSubject};
use crate::domain::school_event::EventReport;
use crate::domain::session::Session;
use crate::domain::sheet::SheetKey;

/// No day further back is asked about; a term's counts stand in the report log.
const DAYS_BACK: u64 = 31;

impl Book {
    /// One duty per earlier day that lacks sheets or its report, and one per event that lacks progress reports. Days
    /// before the first sheet of all owe nothing: the school did not use the program yet.
    pub(super) fn missed_duties(&self, today: NaiveDate) -> Result<Vec<Obligation>, OpError> {
        let mut missed = self.missed_progress(today)?;
        let (since, yesterday) = (today - Days::new(DAYS_BACK), today - Days::new(1));
        let Some(first) = self.store.first_sheet_between(since, yesterday)? else { return Ok(missed) };
        let confirmed = self.store.confirmed_between(first, yesterday)?;
        let reports = self.report_counts(first, yesterday)?;
        for date in first.iter_days().take_while(|day| *day < today) {
            let sheets = self.missed_sheets(date, &confirmed)?;
            let report = reports.missing.contains(&date);
            if sheets == 0 && !report {
                continue;
            }
            let subject = ObligationSubject::MissedDay { date, sheets, report };
            let due = date.and_time(self.rules.report().deadline);
            let state = ObligationState::Late;
            missed.push(Obligation { rule: "missed-day".to_owned(), due, state, subject });
        }
        Ok(missed)
    }

    /// Sheets of a day that were due and are not confirmed.
    fn missed_sheets(&self, date: NaiveDate, confirmed: &BTreeSet<SheetKey>) -> Result<usize, OpError> {
        let roll = self.roll(date)?;
        let lacking = |session: Session| {
            let due = roll.all(session).filter(|owing| owing.due);
            due.filter(|owing| !confirmed.contains(&SheetKey { group: owing.info.group, date, session }))
                .count()
        };
        Ok(Session::ALL.into_iter().map(lacking).sum())
    }

    /// Open events that lack a progress report of an earlier day.
    fn missed_progress(&self, today: NaiveDate) -> Result<Vec<Obligation>, OpError> {
        let mut missed = Vec::new();
        for (event, days) in self.missed_reports(today)? {
            let Some(day) = days.first() else { continue };
            let rules = self.rules_on(event.known_at.date());
            let Some(edition) = rules.event_edition(&event.body.edition) else { continue };
            let subject = ObligationSubject::MissedReports {
                event: event.id,
                report: EventReport::Progress,
                day: *day,
                days: days.len(),
            };
            let (due, state) = (day.and_time(edition.progress_by), ObligationState::Late);
            missed.push(Obligation { rule: "missed-progress".to_owned(), due, state, subject });
        }
        Ok(missed)
    }
}
