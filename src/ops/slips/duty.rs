//! Slips that are owed.

use chrono::{NaiveDate, NaiveDateTime};

use crate::domain::obligation::{Obligation, ObligationState, ObligationSubject};
use crate::ops::book::Book;
use crate::ops::error::OpError;

impl Book {
    /// The runs of which slips are still out on a day, judged at a moment.
    pub(in crate::ops) fn slip_duties(
        &self,
        date: NaiveDate,
        moment: NaiveDateTime,
    ) -> Result<Vec<Obligation>, OpError> {
        let deadline = self.rules.slips().deadline;
        let mut duties = Vec::new();
        for run in self.store.slip_runs_open_on(date)? {
            let missing = run.body.copies.saturating_sub(self.store.slips_returned(run.run)?) as usize;
            if missing == 0 || run.body.date > date {
                continue;
            }
            let due = run.due.and_time(deadline);
            let state = if moment > due { ObligationState::Late } else { ObligationState::Open };
            let subject = ObligationSubject::Slips { run: run.run, missing };
            duties.push(Obligation { rule: "slips".to_owned(), due, state, subject });
        }
        Ok(duties)
    }

    /// What is owed, in words.
    pub(in crate::ops) fn slip_duty_words(&self, run: u32, missing: usize) -> Result<String, OpError> {
        let line = self.slip_run_line(&self.known_slip_run(run)?)?;
        Ok(self.tr.slip_todo(missing, &line.title))
    }
}
