//! Who counts by day for one rule, scope and subject, and whether that is enough.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Days, NaiveDate};

use super::case::Case;
use super::{Alert, AlertSubject, DiseaseCase, HeadCounts};
use crate::domain::chosen_rules::ChosenRules;
use crate::domain::finding::Attendance;
use crate::domain::group::GroupKind;
use crate::domain::id::PersonId;
use crate::domain::observation::Observation;
use crate::domain::rule_book::{
    CaseDefinition, ClusterEntry, CountedBy, EditionEntry, SevereEntry, UnknownEntry,
};
use crate::domain::scope::Scope;

/// The persons of each day.
type ByDay = BTreeMap<NaiveDate, BTreeSet<PersonId>>;
/// The same by scope and subject.
type Found = BTreeMap<(Scope, AlertSubject), ByDay>;

/// What raises an alert.
#[derive(Debug, Clone, Copy)]
pub(super) struct Threshold<'a> {
    id: &'a str,
    version: &'a str,
    days: u32,
    count: usize,
    /// The rule and its edition, where it belongs to one.
    cluster: Option<(&'a ClusterEntry, &'a EditionEntry)>,
}

impl<'a> Threshold<'a> {
    pub fn of_cluster(rule: &'a ClusterEntry, edition: &'a EditionEntry) -> Self {
        let (id, version) = (&rule.id, &rule.version);
        Self { id, version, days: rule.days, count: rule.count, cluster: Some((rule, edition)) }
    }

    fn holds(&self, chosen: &[ChosenRules], day: NaiveDate) -> bool {
        self.cluster.is_none_or(|(_, edition)| ChosenRules::holds(chosen, edition, day))
    }

    /// The head-count of which a share is asked.
    fn head_count(&self, heads: &HeadCounts, scope: Scope, day: NaiveDate) -> Option<usize> {
        self.cluster.filter(|(rule, _)| rule.share.is_some()).map(|_| heads.on(scope, day))
    }

    /// How many are needed; `None` where nobody can say what the share is of.
    fn needed(&self, head_count: Option<usize>) -> Option<usize> {
        match (self.cluster, head_count) {
            (_, Some(0)) => None,
            (Some((rule, _)), Some(heads)) => Some(rule.needed(heads)),
            _ => Some(self.count),
        }
    }
}

/// The cases of one rule, scope and subject by day.
#[derive(Debug, Clone)]
pub(super) struct Tally<'a> {
    threshold: Threshold<'a>,
    pub scope: Scope,
    subject: AlertSubject,
    by_day: ByDay,
}

impl Tally<'_> {
    /// Whether a share is asked, and enough people are there to ask for the head-count.
    pub fn asks_heads(&self) -> bool {
        let share = self.threshold.cluster.is_some_and(|(rule, _)| rule.share.is_some());
        share && self.by_day.keys().any(|day| self.window(*day).1.len() >= self.threshold.count)
    }

    fn window(&self, day: NaiveDate) -> (NaiveDate, BTreeSet<PersonId>) {
        let back = Days::new(u64::from(self.threshold.days.saturating_sub(1)));
        let from = day.checked_sub_days(back).unwrap_or(day);
        (from, self.by_day.range(from..=day).flat_map(|(_, persons)| persons).copied().collect())
    }

    /// Whether both count for the same rule, scope and subject, and person where the rule looks at one.
    pub fn is_same(&self, other: &Self) -> bool {
        let who = |tally: &Self| {
            matches!(tally.subject, AlertSubject::Severe(_))
                .then(|| tally.by_day.values().flatten().next().copied())
        };
        (self.threshold.id, self.scope, &self.subject) == (other.threshold.id, other.scope, &other.subject)
            && who(self) == who(other)
    }

    /// Whether the threshold is reached on a day.
    pub fn is_reached(&self, chosen: &[ChosenRules], heads: &HeadCounts, day: NaiveDate) -> bool {
        let persons = self.window(day).1.len();
        persons >= self.threshold.count
            && self.threshold.holds(chosen, day)
            && self
                .threshold
                .needed(self.threshold.head_count(heads, self.scope, day))
                .is_some_and(|needed| persons >= needed)
    }

    /// The alert of a day on which the threshold is reached, in a run that began on `raised_on`.
    pub fn alert(&self, heads: &HeadCounts, day: NaiveDate, raised_on: NaiveDate) -> Option<Alert> {
        let (from, persons) = self.window(day);
        let head_count = self.threshold.head_count(heads, self.scope, day);
        Some(Alert {
            rule: self.threshold.id.to_owned(),
            version: self.threshold.version.to_owned(),
            scope: self.scope,
            subject: self.subject.clone(),
            from,
            to: day,
            raised_on,
            count: persons.len(),
            needed: self.threshold.needed(head_count)?,
            head_count,
            persons: persons.into_iter().collect(),
        })
    }
}

/// Tells the cases of a cluster rule.
pub(super) fn tell_cluster<'a>(
    threshold: Threshold<'a>,
    definition: Option<&CaseDefinition>,
    (observations, cases, diseases): (&[Observation], &[Case<'_>], &[DiseaseCase]),
    tallies: &mut Vec<Tally<'a>>,
) {
    let Some((rule, _)) = threshold.cluster else { return };
    let mut found = Found::new();
    let mut count = |scope: Scope, subject: AlertSubject, day: NaiveDate, person: PersonId| {
        if rule.scopes.contains(&scope.kind()) {
            found.entry((scope, subject)).or_default().entry(day).or_default().insert(person);
        }
    };
    for seen in observations {
        for code in rule.symptoms.iter().filter(|code| seen.codes.contains(code)) {
            let day = if rule.counted_by == CountedBy::Seen { seen.sheet.date } else { seen.began(code) };
            for scope in seen.scopes() {
                count(scope, AlertSubject::Symptom(code.clone()), day, seen.person);
            }
        }
    }
    for case in diseases.iter().filter(|case| rule.diseases.contains(&case.disease)) {
        for scope in &case.scopes {
            count(*scope, AlertSubject::Disease(case.disease.clone()), case.onset, case.person);
        }
    }
    if let Some(definition) = definition {
        let subject = AlertSubject::Definition(definition.id.clone());
        for (scope, day, person) in defined(rule.counted_by, definition, cases, diseases) {
            count(scope, subject.clone(), day, person);
        }
    }
    let tally = |((scope, subject), by_day)| Tally { threshold, scope, subject, by_day };
    tallies.extend(found.into_iter().map(tally));
}

/// Who meets a definition, in which scope, on which day.
fn defined(
    counted_by: CountedBy,
    definition: &CaseDefinition,
    cases: &[Case<'_>],
    diseases: &[DiseaseCase],
) -> Vec<(Scope, NaiveDate, PersonId)> {
    let ill: Vec<&DiseaseCase> =
        diseases.iter().filter(|case| definition.diseases.contains(&case.disease)).collect();
    let mut found = Vec::new();
    match counted_by {
        CountedBy::Onset => {
            for case in cases.iter().filter(|case| case.meets(definition)) {
                let scopes = case.seen.iter().flat_map(|seen| seen.scopes());
                found.extend(scopes.map(|scope| (scope, case.onset, case.person)));
            }
            for case in ill {
                found.extend(case.scopes.iter().map(|scope| (*scope, case.onset, case.person)));
            }
        }
        CountedBy::Seen => {
            for case in cases {
                for seen in &case.seen {
                    let day = seen.sheet.date;
                    let diagnosed = || ill.iter().any(|ill| ill.person == case.person && ill.lasts_on(day));
                    if case.meets_by(definition, day) || diagnosed() {
                        found.extend(seen.scopes().map(|scope| (scope, day, case.person)));
                    }
                }
            }
        }
    }
    found
}

/// Tells each person with each sign, once, in the class where there is one.
pub(super) fn tell_severe<'a>(
    rule: &'a SevereEntry,
    observations: &[Observation],
    tallies: &mut Vec<Tally<'a>>,
) {
    let mut found: BTreeMap<(Scope, AlertSubject, PersonId), ByDay> = BTreeMap::new();
    for seen in observations {
        let class = seen.groups.iter().find(|g| g.kind() == GroupKind::Class);
        let scope = Scope::Group(class.copied().unwrap_or(seen.sheet.group));
        for sign in &seen.severe {
            let by_day = found.entry((scope, AlertSubject::Severe(*sign), seen.person)).or_default();
            by_day.entry(seen.sheet.date).or_default().insert(seen.person);
        }
    }
    let threshold = Threshold { id: &rule.id, version: &rule.version, days: 1, count: 1, cluster: None };
    let tally = |((scope, subject, _), by_day)| Tally { threshold, scope, subject, by_day };
    tallies.extend(found.into_iter().map(tally));
}

/// Tells who was absent ill on a day and of whom nothing is known: no symptom on any sheet of that day, no diagnosis, no case,
/// no tracing that somebody has ended since the illness began.
pub(super) fn tell_unknown<'a>(
    rule: &'a UnknownEntry,
    (observations, diseases, traced): (&[Observation], &[DiseaseCase], &[(PersonId, NaiveDate)]),
    tallies: &mut Vec<Tally<'a>>,
) {
    let told: BTreeSet<_> = observations
        .iter()
        .filter(|seen| !seen.codes.is_empty() || seen.diagnosed)
        .map(|seen| (seen.person, seen.sheet.date))
        .collect();
    let named = |seen: &Observation| {
        let ill = |case: &DiseaseCase| case.person == seen.person && case.lasts_on(seen.sheet.date);
        diseases.iter().any(ill)
            || traced.iter().any(|(person, on)| *person == seen.person && seen.onset <= *on)
    };
    let mut found = Found::new();
    for seen in observations {
        let known = told.contains(&(seen.person, seen.sheet.date));
        if seen.attendance != Attendance::Ill || known || named(seen) {
            continue;
        }
        for scope in seen.scopes().filter(|scope| rule.scopes.contains(&scope.kind())) {
            let by_day = found.entry((scope, AlertSubject::SymptomsUnknown)).or_default();
            by_day.entry(seen.sheet.date).or_default().insert(seen.person);
        }
    }
    let (id, version, count) = (&rule.id, &rule.version, rule.count);
    let threshold = Threshold { id, version, days: 1, count, cluster: None };
    let tally = |((scope, subject), by_day)| Tally { threshold, scope, subject, by_day };
    tallies.extend(found.into_iter().map(tally));
}
