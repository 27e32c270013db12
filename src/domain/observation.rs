//! Findings as alerts and reports count them: with groups, derived fever and day of onset.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::finding::{Attendance, Finding};
use super::group::{Group, GroupKind};
use super::id::{FreeGroupId, PersonId};
use super::membership::Membership;
use super::rule_book::{RuleBook, Who};
use super::scope::Scope;
use super::sheet::{Sheet, SheetKey};
use super::symptom::{SevereSign, SymptomCode};
use super::temperature::Temperature;

/// One finding of illness on one sheet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Observation {
    /// Who.
    pub person: PersonId,
    /// The sheet that holds it; its date is the day on which it was seen.
    pub sheet: SheetKey,
    /// Whether that sheet is confirmed.
    pub confirmed: bool,
    /// Class and dormitory on that day, and the group of the sheet.
    pub groups: BTreeSet<Group>,
    /// Grade on that day.
    pub grade: Option<u8>,
    /// Meal groups on that day.
    pub meals: BTreeSet<FreeGroupId>,
    /// Attendance.
    pub attendance: Attendance,
    /// Whether a diagnosis stands beside it.
    #[serde(default)]
    pub diagnosed: bool,
    /// Symptoms, fever derived from the temperature among them.
    pub codes: BTreeSet<SymptomCode>,
    /// Temperature.
    pub temperature: Option<Temperature>,
    /// Severe signs.
    pub severe: BTreeSet<SevereSign>,
    /// Day of onset as written down, else the first day of the episode; never after the sheet's day.
    pub onset: NaiveDate,
    /// Symptoms that joined others of the episode later, each with the day on which it was first seen.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub joined: BTreeMap<SymptomCode, NaiveDate>,
}

impl Observation {
    /// The day on which a symptom began: that of onset, unless it joined other symptoms later. Who coughs since
    /// yesterday and vomits today vomits since today.
    pub fn began(&self, code: &SymptomCode) -> NaiveDate {
        self.joined.get(code).copied().unwrap_or(self.onset)
    }

    /// Everything that the person belongs to on that day, the school last.
    pub fn scopes(&self) -> impl Iterator<Item = Scope> {
        let groups = self.groups.iter().copied().map(Scope::Group);
        let wider =
            self.grade.map(Scope::Grade).into_iter().chain(self.meals.iter().copied().map(Scope::Meal));
        groups.chain(wider).chain([Scope::School])
    }
}

/// All findings of illness on these sheets, drafts too, by person and moment.
///
/// An episode is broken by a day on which a confirmed sheet of the person's class could have shown an
/// illness and no sheet did; days without such a sheet do not break it. A finding without an onset of its
/// own takes the last one that was written down in its episode, unless that lies after the finding.
pub fn observations(rules: &RuleBook, sheets: &[Sheet], membership: &Membership) -> Vec<Observation> {
    let confirmed = sheets.iter().filter(|sheet| sheet.confirmed_at.is_some()).map(|sheet| sheet.key);
    let findings = sheets
        .iter()
        .flat_map(|sheet| sheet.findings.iter().map(move |(person, finding)| (sheet.key, *person, finding)));
    observations_of(&|_| rules, &confirmed.collect(), findings, membership)
}

/// The same where only the findings and the keys of the confirmed sheets are at hand, each day judged by its own rules.
pub fn observations_of<'a, 'r>(
    rules: &impl Fn(NaiveDate) -> &'r RuleBook,
    confirmed: &BTreeSet<SheetKey>,
    findings: impl Iterator<Item = (SheetKey, PersonId, &'a Finding)>,
    membership: &Membership,
) -> Vec<Observation> {
    let clear_days = fully_checked_days(rules, confirmed);
    let mut by_person: BTreeMap<PersonId, Vec<(SheetKey, bool, &Finding)>> = BTreeMap::new();
    for (key, person, finding) in findings.filter(|(key, _, finding)| rules(key.date).is_illness(finding)) {
        by_person.entry(person).or_default().push((key, confirmed.contains(&key), finding));
    }
    let mut found = Vec::new();
    for (person, mut seen) in by_person {
        seen.sort_by_key(|(key, ..)| (key.date, key.session, key.group));
        let breaks = |a: NaiveDate, b: NaiveDate| {
            let mut between = clear_days.range(a..b).filter(|(day, _)| **day != a);
            between.any(|(day, checked)| {
                membership.groups_on(person, *day).iter().any(|group| checked.contains(group))
            })
        };
        for episode in seen.chunk_by(|(a, ..), (b, ..)| !breaks(a.date, b.date)) {
            let first = episode.first().map(|(key, ..)| key.date);
            let joined = joined(rules, episode);
            for (key, confirmed, finding) in episode {
                let stated = || episode.iter().rev().filter_map(|(.., f)| f.onset).find(|d| *d <= key.date);
                let onset = finding.onset.or_else(stated).or(first).unwrap_or(key.date).min(key.date);
                let mut groups: BTreeSet<Group> =
                    membership.groups_on(person, key.date).into_iter().collect();
                groups.insert(key.group);
                let codes = rules(key.date).codes(finding);
                let later = |(code, day): (&SymptomCode, &NaiveDate)| {
                    codes.contains(code).then(|| (code.clone(), *day))
                };
                found.push(Observation {
                    person,
                    sheet: *key,
                    confirmed: *confirmed,
                    groups,
                    grade: membership.grade_on(person, key.date),
                    meals: membership.meals_on(person, key.date).collect(),
                    attendance: finding.attendance,
                    diagnosed: finding.diagnosis.is_some(),
                    joined: joined.iter().filter_map(later).collect(),
                    codes,
                    temperature: finding.temperature,
                    severe: finding.severe.clone(),
                    onset,
                });
            }
        }
    }
    found
}

/// The symptoms of an episode that were first seen after others were, with that day. An onset that is written down
/// with such a symptom or later, and was not before, is about it: it counts by that onset.
fn joined<'r>(
    rules: &impl Fn(NaiveDate) -> &'r RuleBook,
    episode: &[(SheetKey, bool, &Finding)],
) -> BTreeMap<SymptomCode, NaiveDate> {
    let mut known: BTreeMap<SymptomCode, NaiveDate> = BTreeMap::new();
    let mut joined = BTreeMap::new();
    for (at, (key, _, finding)) in episode.iter().enumerate() {
        let (before, since) = episode.split_at(at);
        let others = known.values().any(|day| *day < key.date);
        let told = since.iter().filter_map(|(.., f)| f.onset);
        let told = told.into_iter().any(|day| !before.iter().any(|(.., f)| f.onset == Some(day)));
        for code in rules(key.date).codes(finding) {
            if !known.contains_key(&code) && others && !told {
                joined.insert(code.clone(), key.date);
            }
            known.entry(code).or_insert(key.date);
        }
    }
    joined
}

/// Those whose illness may have begun before `first`, the first day of what was read: nothing that was read breaks their
/// episode between that day and the first finding.
pub fn begun_before<'a, 'r>(
    rules: &impl Fn(NaiveDate) -> &'r RuleBook,
    confirmed: &BTreeSet<SheetKey>,
    findings: impl Iterator<Item = (SheetKey, PersonId, &'a Finding)>,
    membership: &Membership,
    first: NaiveDate,
) -> BTreeSet<PersonId> {
    let clear_days = fully_checked_days(rules, confirmed);
    let mut earliest: BTreeMap<PersonId, NaiveDate> = BTreeMap::new();
    for (key, person, _) in findings.filter(|(key, _, finding)| rules(key.date).is_illness(finding)) {
        let day = earliest.entry(person).or_insert(key.date);
        *day = key.date.min(*day);
    }
    let open = |(person, day): &(PersonId, NaiveDate)| {
        let mut between = clear_days.range(first..*day);
        !between.any(|(day, checked)| {
            membership.groups_on(*person, *day).iter().any(|group| checked.contains(group))
        })
    };
    earliest.into_iter().filter(open).map(|(person, _)| person).collect()
}

/// Whether a sheet would show any illness of everybody in its group.
pub fn shows_everyone(rules: &RuleBook, key: SheetKey) -> bool {
    key.group.kind() != GroupKind::Dormitory
        && rules.session(key.session).is_some_and(|session| session.closes && session.who == Who::Everyone)
}

/// By day the groups whose confirmed sheets would have shown any illness.
fn fully_checked_days<'r>(
    rules: &impl Fn(NaiveDate) -> &'r RuleBook,
    confirmed: &BTreeSet<SheetKey>,
) -> BTreeMap<NaiveDate, BTreeSet<Group>> {
    let mut days: BTreeMap<NaiveDate, BTreeSet<Group>> = BTreeMap::new();
    for key in confirmed.iter().filter(|key| shows_everyone(rules(key.date), **key)) {
        days.entry(key.date).or_default().insert(key.group);
    }
    days
}
