//! Alerts: clusters in a class or dormitory, single severe signs, and the ill of whom nothing is known.

#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Days, NaiveDate};
use serde::{Deserialize, Serialize};

use super::finding::Attendance;
use super::group::{Group, GroupKind};
use super::id::PersonId;
use super::observation::Observation;
use super::rule_book::{ClusterEntry, RuleBook};
use super::symptom::{SevereSign, SymptomCode};

/// What an alert is about.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AlertSubject {
    /// Several people with one symptom.
    Symptom(SymptomCode),
    /// One person with a severe sign.
    Severe(SevereSign),
    /// Several people ill without a symptom written down.
    SymptomsUnknown,
}

impl AlertSubject {
    /// The symptom code or the name of the sign; `None` where the symptoms are not known.
    pub fn code(&self) -> Option<&str> {
        match self {
            Self::Symptom(code) => Some(code.as_str()),
            Self::Severe(sign) => Some(sign.name()),
            Self::SymptomsUnknown => None,
        }
    }
}

/// A threshold that is reached on the day judged.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Alert {
    /// Id of the rule: `cn2006-1d3`. Name, text and source: [`RuleBook::alert_rule`].
    pub rule: String,
    /// Edition of the rule.
    pub version: String,
    /// The class, dormitory or staff in which it was reached.
    pub group: Group,
    /// What it is about.
    pub subject: AlertSubject,
    /// First day of the window.
    pub from: NaiveDate,
    /// Last day of the window: the day judged.
    pub to: NaiveDate,
    /// First day on which the threshold was reached in the unbroken run of days that ends on `to`.
    pub raised_on: NaiveDate,
    /// Number of persons.
    pub count: usize,
    /// The persons, sorted by key.
    pub persons: Vec<PersonId>,
}

impl Alert {
    /// Whether two alerts are one: the same rule, group, subject and run of days (and person, where the
    /// rule looks at one person).
    pub fn is_same_run(&self, other: &Self) -> bool {
        (&self.rule, self.group, &self.subject, self.raised_on)
            == (&other.rule, other.group, &other.subject, other.raised_on)
            && (!matches!(self.subject, AlertSubject::Severe(_)) || self.persons == other.persons)
    }
}

/// The persons of each day who count for one rule, group and subject.
type ByDay = BTreeMap<NaiveDate, BTreeSet<PersonId>>;

/// The alerts of a day, by rule, then group, then subject.
///
/// Clusters (2006 standard) count distinct persons by day of onset in a window of calendar days that ends
/// on `day`, each symptom for itself. Severe signs and unknown symptoms count who was seen on `day`.
/// Typed findings count whether or not their sheet is confirmed; proposals are no findings. So that
/// `raised_on` is right, `observations` must reach back to the beginning of the run.
pub fn judge(rules: &RuleBook, observations: &[Observation], day: NaiveDate) -> Vec<Alert> {
    let mut alerts = Vec::new();
    for rule in rules.clusters() {
        for ((group, code), by_day) in by_onset(rule, observations) {
            let threshold =
                Threshold { id: &rule.id, version: &rule.version, days: rule.days, count: rule.count };
            alerts.extend(threshold.judge(&by_day, day, group, AlertSubject::Symptom(code.clone())));
        }
    }
    let severe = rules.severe();
    let threshold = Threshold { id: &severe.id, version: &severe.version, days: 1, count: 1 };
    for ((group, sign, _), by_day) in severe_signs(observations) {
        alerts.extend(threshold.judge(&by_day, day, group, AlertSubject::Severe(sign)));
    }
    let unknown = rules.symptoms_unknown();
    let threshold = Threshold { id: &unknown.id, version: &unknown.version, days: 1, count: unknown.count };
    for (group, by_day) in without_symptoms(&unknown.scopes, observations) {
        alerts.extend(threshold.judge(&by_day, day, group, AlertSubject::SymptomsUnknown));
    }
    alerts
}

/// The alerts of all days from `since` to `day`, each run once as it stood on its last day, latest first.
/// A cluster whose onset lies before the day on which the school learned of it shows only here.
pub fn judge_since(
    rules: &RuleBook,
    observations: &[Observation],
    since: NaiveDate,
    day: NaiveDate,
) -> Vec<Alert> {
    let mut runs: Vec<Alert> = Vec::new();
    for judged in since.iter_days().take_while(|d| *d <= day).collect::<Vec<_>>().into_iter().rev() {
        for alert in judge(rules, observations, judged) {
            if !runs.iter().any(|later| later.is_same_run(&alert)) {
                runs.push(alert);
            }
        }
    }
    runs
}

struct Threshold<'a> {
    id: &'a str,
    version: &'a str,
    days: u32,
    count: usize,
}

impl Threshold<'_> {
    fn window(&self, by_day: &ByDay, day: NaiveDate) -> (NaiveDate, BTreeSet<PersonId>) {
        let back = Days::new(u64::from(self.days.saturating_sub(1)));
        let from = day.checked_sub_days(back).unwrap_or(day);
        (from, by_day.range(from..=day).flat_map(|(_, persons)| persons).copied().collect())
    }

    fn judge(&self, by_day: &ByDay, day: NaiveDate, group: Group, subject: AlertSubject) -> Option<Alert> {
        let (from, persons) = self.window(by_day, day);
        if persons.len() < self.count {
            return None;
        }
        let mut raised_on = day;
        while let Some(before) = raised_on.pred_opt() {
            if self.window(by_day, before).1.len() < self.count {
                break;
            }
            raised_on = before;
        }
        Some(Alert {
            rule: self.id.to_owned(),
            version: self.version.to_owned(),
            group,
            subject,
            from,
            to: day,
            raised_on,
            count: persons.len(),
            persons: persons.into_iter().collect(),
        })
    }
}

fn by_onset<'a>(
    rule: &'a ClusterEntry,
    observations: &[Observation],
) -> BTreeMap<(Group, &'a SymptomCode), ByDay> {
    let mut found: BTreeMap<(Group, &SymptomCode), ByDay> = BTreeMap::new();
    for seen in observations {
        for code in rule.symptoms.iter().filter(|code| seen.codes.contains(code)) {
            for group in seen.groups.iter().filter(|g| rule.scopes.contains(&g.kind())) {
                let by_day = found.entry((*group, code)).or_default();
                by_day.entry(seen.onset).or_default().insert(seen.person);
            }
        }
    }
    found
}

/// Each person with each sign, once, in the class where there is one.
fn severe_signs(observations: &[Observation]) -> BTreeMap<(Group, SevereSign, PersonId), ByDay> {
    let mut found: BTreeMap<(Group, SevereSign, PersonId), ByDay> = BTreeMap::new();
    for seen in observations {
        let class = seen.groups.iter().find(|g| g.kind() == GroupKind::Class);
        let group = class.copied().unwrap_or(seen.sheet.group);
        for sign in &seen.severe {
            let by_day = found.entry((group, *sign, seen.person)).or_default();
            by_day.entry(seen.sheet.date).or_default().insert(seen.person);
        }
    }
    found
}

/// Who was absent ill on a day and has no symptom on any sheet of that day.
fn without_symptoms(scopes: &[GroupKind], observations: &[Observation]) -> BTreeMap<Group, ByDay> {
    let told: BTreeSet<_> = observations
        .iter()
        .filter(|seen| !seen.codes.is_empty())
        .map(|seen| (seen.person, seen.sheet.date))
        .collect();
    let mut found: BTreeMap<Group, ByDay> = BTreeMap::new();
    for seen in observations {
        if seen.attendance != Attendance::Ill || told.contains(&(seen.person, seen.sheet.date)) {
            continue;
        }
        for group in seen.groups.iter().filter(|g| scopes.contains(&g.kind())) {
            let by_day = found.entry(*group).or_default();
            by_day.entry(seen.sheet.date).or_default().insert(seen.person);
        }
    }
    found
}
