//! How absences are counted in half days: editions of `assets/rules/sessions.toml`, of which a school chooses one.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{Bilingual, RuleBook};
use crate::domain::session::Session;

/// One way of counting.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CountingEdition {
    /// Id: `half-days`.
    pub id: String,
    /// Short name.
    pub name: Bilingual,
    /// What it means.
    pub text: Bilingual,
    /// What an absence at a session counts, in the units of the steps: half days or lessons.
    pub units: BTreeMap<Session, u32>,
    /// From how many units within a day on an absence is how many half days.
    pub steps: Vec<CountingStep>,
    /// Id of the source.
    pub source: String,
}

/// One step.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CountingStep {
    /// Units within a day.
    pub from: u32,
    /// Half days.
    pub half_days: u32,
}

impl CountingEdition {
    /// What an absence at a session counts, in units.
    pub fn units(&self, session: Session) -> u32 {
        self.units.get(&session).copied().unwrap_or_default()
    }

    /// The half days of so many units within one day.
    pub fn half_days(&self, units: u32) -> u32 {
        self.steps.iter().rfind(|step| step.from <= units).map_or(0, |step| step.half_days)
    }
}

/// The edition that a school counts by from a day on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChosenCounting {
    /// First day.
    pub from: NaiveDate,
    /// Id of the edition.
    pub id: String,
}

impl RuleBook {
    /// The ways of counting, the usual one first.
    pub fn countings(&self) -> &[CountingEdition] {
        &self.sessions.counting
    }

    /// The school counts by these editions, by their first day.
    pub fn choose_counting(&mut self, chosen: Vec<ChosenCounting>) {
        self.chosen_counting = chosen;
    }

    /// The edition that holds on a day: the school's, else the usual one.
    pub fn counting_on(&self, day: NaiveDate) -> Option<&CountingEdition> {
        let chosen = self.chosen_counting.iter().rfind(|chosen| chosen.from <= day);
        let of_school = chosen.and_then(|chosen| self.countings().iter().find(|one| one.id == chosen.id));
        of_school.or_else(|| self.countings().first())
    }
}
