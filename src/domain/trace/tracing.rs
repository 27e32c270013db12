//! How far the tracing of an absence is.

use chrono::{NaiveDate, NaiveDateTime};
use serde::{Deserialize, Serialize};

use super::{Closing, Trace, call_after, first_call};
use crate::domain::absence::Absence;
use crate::domain::calendar::Calendar;
use crate::domain::rule_book::RuleBook;

/// How many days beside its absence a trace may lie and still belong to it: sheets are corrected, and an absence may
/// become shorter than it was when the home was called.
const BESIDE: i64 = 7;

/// Whether the tracing has ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "state", rename_all = "snake_case")]
pub enum TracingState {
    /// It goes on.
    Open {
        /// By when the home is to be called.
        due: NaiveDateTime,
    },
    /// It has ended.
    Closed {
        /// How.
        closing: Closing,
        /// On which day.
        on: NaiveDate,
    },
}

/// An absence with what is known of its tracing.
#[derive(Debug, Clone, Copy)]
pub struct Tracing<'a> {
    /// The absence.
    pub absence: &'a Absence,
    /// Its follow-ups, oldest first.
    pub traces: &'a [Trace],
    /// When its first sheet came in.
    pub known_at: NaiveDateTime,
    /// Whether the person was absent again since: then the later absence is the one that is traced.
    pub followed: bool,
}

impl Tracing<'_> {
    /// Whether it goes on. A diagnosis or another ending closes it unless another call was agreed then or later;
    /// whoever is back in good health need not be called.
    pub fn state(&self, rules: &RuleBook, calendar: &Calendar) -> TracingState {
        match (self.told(), self.seen(), self.traces.last()) {
            // Whoever is back need not be called, whatever was agreed.
            (told, Some((seen, on)), _) => {
                TracingState::Closed { closing: told.map_or(seen, |(told, _)| told), on }
            }
            (Some((closing, at)), None, _) => TracingState::Closed { closing, on: at.date() },
            (None, None, Some(last)) => TracingState::Open { due: call_after(rules, calendar, last) },
            (None, None, None) => {
                TracingState::Open { due: first_call(rules, self.absence.from, self.known_at) }
            }
        }
    }

    /// Number of the next call, from 1.
    pub fn next_number(&self) -> usize {
        self.traces.len() + 1
    }

    /// What the sheets and the roster say of its end: somebody who is back with a sign of illness is not well yet.
    fn seen(&self) -> Option<(Closing, NaiveDate)> {
        if let Some(on) = self.absence.left_on {
            return Some((Closing::Left { on }, on));
        }
        let (key, instead) = self.absence.closed_by?;
        match self.absence.well_on {
            _ if instead.is_absent() => Some((Closing::OtherReason, key.date)),
            Some(on) => Some((Closing::Returned { on }, on)),
            None => self.followed.then_some((Closing::Returned { on: key.date }, key.date)),
        }
    }

    /// The follow-up that ended it, if no call was agreed then or later.
    fn told(&self) -> Option<(Closing, NaiveDateTime)> {
        let at = self.traces.iter().rposition(|trace| trace.talk.closing.is_some())?;
        let (_, since) = self.traces.split_at_checked(at)?;
        let agreed = since.iter().any(|trace| trace.next_call.is_some());
        let closing = since.first()?.talk.closing?;
        (!agreed).then_some((closing, since.first()?.at))
    }
}

/// For each absence its traces, oldest first: a trace belongs to the absence that has its day, else to the nearest within
/// a few days, of two equally near ones to the later. `absences` are one person's, oldest first.
pub fn attached(absences: &[Absence], traces: &[Trace]) -> Vec<Vec<Trace>> {
    let mut found: Vec<Vec<Trace>> = absences.iter().map(|_| Vec::new()).collect();
    for trace in traces {
        let near = absences
            .iter()
            .enumerate()
            .map(|(at, absence)| (absence.distance(trace.absent_on), at))
            .min_by_key(|(distance, at)| (*distance, std::cmp::Reverse(*at)));
        if let Some(place) =
            near.filter(|(distance, _)| *distance <= BESIDE).and_then(|(_, at)| found.get_mut(at))
        {
            place.push(trace.clone());
        }
    }
    for traces in &mut found {
        traces.sort_by_key(|trace| (trace.at, trace.id));
    }
    found
}
