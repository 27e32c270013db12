//! Alerts: clusters by rule, scope and symptom or disease, single severe signs, and the ill of whom nothing is known.
//!
//! Cases are told into tallies once, and any number of days is judged from them. Typed findings count whether or not
//! their sheet is confirmed; proposals are no findings.

mod alert;
mod case;
mod disease_case;
mod head_counts;
mod tally;
#[cfg(test)]
mod tests;

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::chosen_rules::ChosenRules;
use super::observation::Observation;
use super::rule_book::RuleBook;
use super::scope::Scope;
use case::Case;
use tally::{Tally, Threshold};

pub use alert::{Alert, AlertSubject};
pub use disease_case::DiseaseCase;
pub use head_counts::{HeadCounts, Span};

/// What the alerts are judged by. So that `raised_on` is right, it must reach back to the beginning of each run.
#[derive(Debug, Clone, Copy)]
pub struct Evidence<'a> {
    /// The rules.
    pub rules: &'a RuleBook,
    /// Which editions the school chose, by first day.
    pub chosen: &'a [ChosenRules],
    /// What sheets saw.
    pub observations: &'a [Observation],
    /// Diseases that are suspected or diagnosed.
    pub diseases: &'a [DiseaseCase],
}

/// The cases by rule, scope, subject and day.
#[derive(Debug, Clone)]
pub struct Tallies<'a> {
    chosen: &'a [ChosenRules],
    all: Vec<Tally<'a>>,
    heads: HeadCounts,
}

impl<'a> Tallies<'a> {
    /// Tells the cases by every rule that judges any day at all.
    pub fn of(evidence: &Evidence<'a>) -> Self {
        let Evidence { rules, chosen, observations, diseases } = *evidence;
        let cases = Case::of(observations);
        let mut tallies = Vec::new();
        for rule in rules.clusters() {
            let Some(edition) = rules.edition(&rule.edition) else { continue };
            let days = chosen.iter().map(|choice| choice.from).chain([NaiveDate::MIN]);
            if days.into_iter().any(|day| ChosenRules::holds(chosen, edition, day)) {
                let threshold = Threshold::of_cluster(rule, edition);
                let definition = rule.definition.as_ref().and_then(|id| rules.definition(id));
                tally::tell_cluster(threshold, definition, (observations, &cases, diseases), &mut tallies);
            }
        }
        tally::tell_severe(rules.severe(), observations, &mut tallies);
        tally::tell_unknown(rules.symptoms_unknown(), observations, &mut tallies);
        Self { chosen, all: tallies, heads: HeadCounts::default() }
    }

    /// The scopes whose head-count has a say: a share is asked of them, and it may be reached.
    pub fn asks_heads(&self) -> BTreeSet<Scope> {
        self.all.iter().filter(|tally| tally.asks_heads()).map(|tally| tally.scope).collect()
    }

    /// With the head-counts of those scopes.
    #[must_use]
    pub fn with_heads(self, heads: HeadCounts) -> Self {
        Self { heads, ..self }
    }

    /// The alerts of a day, by rule, then scope, then subject.
    ///
    /// Clusters count distinct persons in a window of calendar days that ends on `day`. Severe signs and unknown
    /// symptoms count who was seen on `day`.
    pub fn on(&self, day: NaiveDate) -> Vec<Alert> {
        self.all.iter().filter_map(|tally| tally.judge(self.chosen, &self.heads, day)).collect()
    }

    /// The alerts of all days from `since` to `day`, each run once as it stood on its last day, latest first.
    /// A cluster whose onset lies before the day on which the school learned of it shows only here.
    pub fn since(&self, since: NaiveDate, day: NaiveDate) -> Vec<Alert> {
        let mut runs: Vec<Alert> = Vec::new();
        for judged in since.iter_days().take_while(|d| *d <= day).collect::<Vec<_>>().into_iter().rev() {
            for alert in self.on(judged) {
                if !runs.iter().any(|later| later.is_same_run(&alert)) {
                    runs.push(alert);
                }
            }
        }
        runs
    }

    /// An alert as it was on the day that raised it.
    pub fn as_raised(&self, alert: &Alert) -> Option<Alert> {
        self.on(alert.raised_on).into_iter().find(|other| other.is_same_run(alert))
    }
}
