//! The reporting clock of a case.

use chrono::{NaiveDateTime, TimeDelta, Timelike};
use serde::{Deserialize, Serialize};

use crate::domain::rule_book::{DiseaseEntry, ReportingEdition};

/// A moment without its seconds: clocks, calls and reports are told by the minute.
pub fn to_minute(moment: NaiveDateTime) -> NaiveDateTime {
    moment.with_second(0).and_then(|it| it.with_nanosecond(0)).unwrap_or(moment)
}

/// A clock with the limit that it was started with.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CaseClock {
    /// Id of the disease.
    pub disease: String,
    /// When the school learned of this disease.
    pub from: NaiveDateTime,
    /// By when everybody has to be told.
    pub due: NaiveDateTime,
    /// Hours of the limit.
    pub hours: u32,
    /// Id of the scheme that gave them.
    pub edition: String,
}

impl CaseClock {
    /// The clock of a disease that the school learned of at a moment; `None` where the disease starts none.
    pub fn start(disease: &DiseaseEntry, edition: &ReportingEdition, from: NaiveDateTime) -> Option<Self> {
        let hours = edition.hours_of(disease)?;
        let from = to_minute(from);
        Some(Self {
            disease: disease.id.clone(),
            from,
            due: from + TimeDelta::hours(i64::from(hours)),
            hours,
            edition: edition.id.clone(),
        })
    }

    /// What part of the time has gone by, 0 to 1.
    pub fn gone(&self, now: NaiveDateTime) -> f32 {
        let whole = (self.due - self.from).num_seconds().max(1) as f32;
        ((now - self.from).num_seconds() as f32 / whole).clamp(0.0, 1.0)
    }
}

/// What a change of the disease does to the clocks of a case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ClockChange {
    /// The same disease: the clock goes on.
    Same,
    /// Another disease: this clock runs from now on.
    Another(CaseClock),
    /// Ruled out, or a disease that starts no clock.
    Stop,
}

impl ClockChange {
    /// What it does that a case is said to be of `disease`, as was learned at `learned`. `running` is the clock in force,
    /// with whether anything of it is still owed.
    pub fn of(
        disease: &DiseaseEntry,
        ruled_out: bool,
        edition: &ReportingEdition,
        learned: NaiveDateTime,
        running: Option<(&CaseClock, bool)>,
    ) -> Self {
        if ruled_out {
            return Self::Stop;
        }
        if running.is_some_and(|(clock, _)| clock.disease == disease.id) {
            return Self::Same;
        }
        let Some(mut clock) = CaseClock::start(disease, edition, learned) else { return Self::Stop };
        if let Some((before, true)) = running {
            clock.due = clock.due.min(before.due);
        }
        Self::Another(clock)
    }
}
