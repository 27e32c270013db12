//! What 追踪 asks for now: homes to call, clocks that run, people to look at or to check. Asked with every key.

use std::collections::BTreeSet;

use chrono::{NaiveDate, NaiveDateTime};

use crate::domain::id::PersonId;
use crate::domain::illness_case::CaseDuty;
use crate::domain::obligation::ObligationSubject;
use crate::domain::school_event::EventDuty;
use crate::domain::trace::TracingState;
use crate::ops::book::Book;
use crate::ops::error::OpError;

/// How much is due in 追踪.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct TraceDue {
    /// Absent people whose home is to be called.
    pub calls: usize,
    /// Cases of which somebody has still to be told, and reports that events owe.
    pub clocks: usize,
    /// People who are kept apart and not looked at today, or back and not checked.
    pub care: usize,
}

impl TraceDue {
    /// All together.
    pub const fn sum(self) -> usize {
        self.calls + self.clocks + self.care
    }
}

/// The clock that ends first among those that run.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NextClock {
    /// Whose case it is; `None`: it is a report of an event.
    pub person: Option<PersonId>,
    /// The case or the report in words without a name: 七（1）班疑似流行性腮腺炎：还要报告校长.
    pub words: String,
    /// When it ends.
    pub due: NaiveDateTime,
}

impl Book {
    /// What is due now, with the clock that ends first.
    pub(in crate::ops) fn trace_due(&self) -> Result<(TraceDue, Option<NextClock>), OpError> {
        let (now, today) = (self.now(), self.today());
        let mut running = self.case_duties(now)?;
        running.retain(|duty| !duty.open.is_empty());
        let mut reports = self.event_duties(now)?;
        reports.retain(|duty| duty.done_at.is_none());
        let soonest = running.iter().min_by_key(|duty| (duty.due, duty.case));
        let report = reports.iter().min_by_key(|duty| (duty.due, duty.event));
        let next = match (soonest, report) {
            (Some(case), Some(report)) if report.due < case.due => Some(self.clock_of_event(report)),
            (Some(case), _) => Some(self.clock_of_case(case)),
            (None, report) => report.map(|report| self.clock_of_event(report)),
        };
        let people = |subject: &ObligationSubject| match subject {
            ObligationSubject::Looks { people } | ObligationSubject::Returns { people } => *people,
            _ => 0,
        };
        let care = self.care_duties(today, now)?.iter().map(|duty| people(&duty.subject)).sum();
        let due = TraceDue { calls: self.calls_due(today)?, clocks: running.len() + reports.len(), care };
        Ok((due, next.transpose()?))
    }

    fn clock_of_case(&self, duty: &CaseDuty) -> Result<NextClock, OpError> {
        let words = self.case_duty_words(duty.case, &duty.open)?;
        Ok(NextClock { person: Some(duty.person), words, due: duty.due })
    }

    fn clock_of_event(&self, duty: &EventDuty) -> Result<NextClock, OpError> {
        let words = self.event_duty_words(duty.event, duty.report)?;
        Ok(NextClock { person: None, words, due: duty.due })
    }

    /// How many homes are to be called. Only of those whose tracing somebody has ended before is more read than that they
    /// are absent.
    fn calls_due(&self, date: NaiveDate) -> Result<usize, OpError> {
        let absent = self.absent_now(date)?;
        let traces = self.store.traces_of_all(&absent)?;
        let told = traces.iter().filter(|trace| trace.talk.closing.is_some()).map(|trace| trace.person);
        let told: BTreeSet<PersonId> = told.collect();
        let mut calls = absent.len() - told.len();
        let calendar = self.calendar(date)?;
        for open in self.followed_of(told, date)? {
            calls += usize::from(matches!(open.state(self, &calendar), TracingState::Open { .. }));
        }
        Ok(calls)
    }
}
