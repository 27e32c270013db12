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
use super::id::PersonId;
use super::observation::Observation;
use super::rule_book::RuleBook;
use super::scope::Scope;
use case::Case;
use tally::{Tally, Threshold};

pub use alert::{Alert, AlertSubject};
pub use case::who_meets;
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
    /// On which days the tracing of somebody was ended.
    pub traced: &'a [(PersonId, NaiveDate)],
}

/// The cases by rule, scope, subject and day, told by the rules of each time.
#[derive(Debug, Clone)]
pub struct Tallies<'a> {
    chosen: &'a [ChosenRules],
    /// By first day; the first one is of all days before it, too.
    eras: Vec<Era<'a>>,
    heads: HeadCounts,
}

/// What one rule book tells, from its first day on.
#[derive(Debug, Clone)]
struct Era<'a> {
    from: NaiveDate,
    all: Vec<Tally<'a>>,
}

impl<'a> Tallies<'a> {
    /// Tells the cases by one rule book.
    pub fn of(evidence: &Evidence<'a>) -> Self {
        Self::by_eras(evidence, &[(NaiveDate::MIN, evidence.rules)])
    }

    /// Tells the cases by the rule books of several times, each from its first day on: a day is judged by the rules that were
    /// in force on it, so that a figure set today changes nothing of yesterday.
    pub fn by_eras(evidence: &Evidence<'a>, eras: &[(NaiveDate, &'a RuleBook)]) -> Self {
        let era = |&(from, rules): &(NaiveDate, &'a RuleBook)| Era {
            from,
            all: Self::told(&Evidence { rules, ..*evidence }),
        };
        Self { chosen: evidence.chosen, eras: eras.iter().map(era).collect(), heads: HeadCounts::default() }
    }

    /// Tells the cases by every rule that judges any day at all.
    fn told(evidence: &Evidence<'a>) -> Vec<Tally<'a>> {
        let Evidence { rules, chosen, observations, diseases, traced } = *evidence;
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
        tally::tell_unknown(rules.symptoms_unknown(), (observations, diseases, traced), &mut tallies);
        tallies
    }

    fn era_of(&self, day: NaiveDate) -> Option<&Era<'a>> {
        self.eras.iter().rfind(|era| era.from <= day).or(self.eras.first())
    }

    fn is_reached(&self, tally: &Tally<'_>, day: NaiveDate) -> bool {
        tally.is_reached(self.chosen, &self.heads, day)
    }

    /// The first day of the unbroken run of days, each judged by its own rules, that ends on a day on which a tally is
    /// reached.
    fn run_begins<'t>(&'t self, era: &'t Era<'a>, tally: &'t Tally<'a>, day: NaiveDate) -> NaiveDate {
        let (mut era, mut tally, mut first) = (era, tally, day);
        while let Some(before) = first.pred_opt() {
            if before < era.from {
                let earlier = self.era_of(before).filter(|earlier| earlier.from < era.from);
                let same =
                    earlier.and_then(|it| Some((it, it.all.iter().find(|other| other.is_same(tally))?)));
                let Some((earlier, same)) = same else { break };
                (era, tally) = (earlier, same);
            }
            if !self.is_reached(tally, before) {
                break;
            }
            first = before;
        }
        first
    }

    /// The scopes whose head-count has a say: a share is asked of them, and it may be reached.
    pub fn asks_heads(&self) -> BTreeSet<Scope> {
        let all = self.eras.iter().flat_map(|era| &era.all);
        all.filter(|tally| tally.asks_heads()).map(|tally| tally.scope).collect()
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
        let Some(era) = self.era_of(day) else { return Vec::new() };
        let reached = era.all.iter().filter(|tally| self.is_reached(tally, day));
        reached.filter_map(|tally| tally.alert(&self.heads, day, self.run_begins(era, tally, day))).collect()
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
