//! A suspected or diagnosed disease of one person, with its reporting clock.
//!
//! **When a clock starts.** It starts once, at the minute when the school learned of the disease (`known_at`), with the
//! hours of the scheme in force at that minute; due time and scheme are kept, so that no restart, undo, later choice of a
//! scheme or change of the computer's clock moves them. What is confirmed afterwards (suspected → diagnosed, the same
//! disease) changes neither. Where the disease turns out to be **another one**, a second clock starts at the minute when
//! the school learned that, with the hours of the new disease; while anything of the first clock was still owed, it is
//! due at the earlier of both, so that a change of name never gives time. Whoever is marked `again` in the rules is told
//! once more. Ruled out, or a disease that starts no clock, stops the clock: nothing more is owed, and what was late
//! stays late. Closing a case stops nothing.

mod case_clock;
mod case_facts;
mod case_step;
#[cfg(test)]
mod properties;
#[cfg(test)]
mod tests;

use chrono::{NaiveDate, NaiveDateTime};
use serde::{Deserialize, Serialize};

use super::id::{CaseId, ClassId, PersonId};
use super::person::Boarding;
use super::return_clearance::ReturnPlan;

pub use case_clock::{CaseClock, ClockChange, to_minute};
pub use case_facts::{Basis, CaseFacts, Certainty};
pub use case_step::{CaseDuty, CaseStep, StepState, case_duty, case_steps};

/// The class of a case as it was on the day on which the school learned of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct ClassFigures {
    /// Pupils enrolled.
    pub pupils: usize,
    /// Boys among them.
    pub boys: usize,
    /// Girls among them.
    pub girls: usize,
    /// Boarders among them.
    pub boarders: usize,
    /// Absent on that day, by the confirmed sheets; `None` while none is confirmed.
    pub absent: Option<usize>,
}

/// Where the person belonged on that day.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct CasePlace {
    /// The class; `None` for staff and for whoever was in none.
    pub class: Option<ClassId>,
    /// 就读方式
    pub boarding: Option<Boarding>,
    /// Name of the room.
    pub room: Option<String>,
    /// The class in figures.
    pub figures: ClassFigures,
}

/// How a case ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// 痊愈
    Recovered,
    /// 排除
    RuledOut,
    /// 转走: left the school before it ended
    Left,
    /// 死亡
    Died,
    /// Something else, told in words.
    Other,
}

impl Outcome {
    /// All outcomes.
    pub const ALL: [Self; 5] = [Self::Recovered, Self::RuledOut, Self::Left, Self::Died, Self::Other];

    /// Stable name.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Recovered => "recovered",
            Self::RuledOut => "ruled_out",
            Self::Left => "left",
            Self::Died => "died",
            Self::Other => "other",
        }
    }

    /// The outcome of that name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|outcome| outcome.name() == name)
    }
}

/// The end of a case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CaseClosing {
    /// How it ended.
    pub outcome: Outcome,
    /// More of it in words.
    pub note: Option<String>,
    /// Who wrote it down.
    pub by: String,
}

/// What is kept of a case beside its key.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CaseBody {
    /// What is known, as it can be changed.
    pub facts: CaseFacts,
    /// Where the person belonged.
    pub place: CasePlace,
    /// The clocks that ran, the one in force last. Empty: the disease starts none.
    pub clocks: Vec<CaseClock>,
    /// Since when nothing more is owed.
    pub stopped_at: Option<NaiveDateTime>,
    /// What it was opened from: `trace:ID`, `alert:KEY`, `finding:SHEET`; `None`: by hand.
    pub origin: Option<String>,
    /// Who opened it.
    pub opened_by: String,
    /// How it ended.
    pub closing: Option<CaseClosing>,
    /// On what terms the person comes back.
    #[serde(default)]
    pub way_back: ReturnPlan,
}

/// A case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct IllnessCase {
    /// Who is ill.
    pub person: PersonId,
    /// Key.
    pub id: CaseId,
    /// Id of the disease.
    pub disease: String,
    /// When the school learned of it, to the minute.
    pub known_at: NaiveDateTime,
    /// Last day; `None` while it is open.
    pub closed_on: Option<NaiveDate>,
    /// All else.
    pub body: CaseBody,
}

impl IllnessCase {
    /// The clock in force; `None` where the disease starts none or the clock was stopped.
    pub fn clock(&self) -> Option<&CaseClock> {
        self.body.clocks.last().filter(|_| self.body.stopped_at.is_none())
    }

    /// Whether it counts as a case on a day: known by then, not ruled out, not closed before.
    pub fn counts_on(&self, day: NaiveDate) -> bool {
        self.known_at.date() <= day
            && self.body.facts.certainty != Certainty::RuledOut
            && self.closed_on.is_none_or(|closed| day <= closed)
    }

    /// Day of onset, else the day on which the school learned of it.
    pub fn began_on(&self) -> NaiveDate {
        self.body.facts.onset.unwrap_or_else(|| self.known_at.date())
    }
}
