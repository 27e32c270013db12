//! Findings as alerts and reports count them: with groups, derived fever and day of onset.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::finding::{Attendance, Finding};
use super::group::{Group, GroupKind};
use super::id::PersonId;
use super::membership::Membership;
use super::rule_book::{RuleBook, Who};
use super::sheet::{Sheet, SheetKey};
use super::symptom::{SevereSign, SymptomCode};

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
    /// Attendance.
    pub attendance: Attendance,
    /// Symptoms, fever derived from the temperature among them.
    pub codes: BTreeSet<SymptomCode>,
    /// Severe signs.
    pub severe: BTreeSet<SevereSign>,
    /// Day of onset as written down, else the first day of the episode; never after the sheet's day.
    pub onset: NaiveDate,
}

/// All findings of illness on these sheets, drafts too, by person and moment.
///
/// An episode is broken by a day on which a confirmed sheet of the person's class could have shown an
/// illness and no sheet did; days without such a sheet do not break it. A finding without an onset of its
/// own takes the last one that was written down in its episode, unless that lies after the finding.
pub fn observations(rules: &RuleBook, sheets: &[Sheet], membership: &Membership) -> Vec<Observation> {
    let clear_days = fully_checked_days(rules, sheets);
    let mut by_person: BTreeMap<PersonId, Vec<(SheetKey, bool, &Finding)>> = BTreeMap::new();
    for sheet in sheets {
        for (person, finding) in sheet.findings.iter().filter(|(_, f)| rules.is_illness(f)) {
            let entry = (sheet.key, sheet.confirmed_at.is_some(), finding);
            by_person.entry(*person).or_default().push(entry);
        }
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
            for (key, confirmed, finding) in episode {
                let stated = || episode.iter().rev().filter_map(|(.., f)| f.onset).find(|d| *d <= key.date);
                let onset = finding.onset.or_else(stated).or(first).unwrap_or(key.date).min(key.date);
                let mut groups: BTreeSet<Group> =
                    membership.groups_on(person, key.date).into_iter().collect();
                groups.insert(key.group);
                found.push(Observation {
                    person,
                    sheet: *key,
                    confirmed: *confirmed,
                    groups,
                    attendance: finding.attendance,
                    codes: rules.codes(finding),
                    severe: finding.severe.clone(),
                    onset,
                });
            }
        }
    }
    found
}

/// By day the groups whose confirmed sheets would have shown any illness.
fn fully_checked_days(rules: &RuleBook, sheets: &[Sheet]) -> BTreeMap<NaiveDate, BTreeSet<Group>> {
    let shows_all = |sheet: &&Sheet| {
        sheet.confirmed_at.is_some()
            && sheet.key.group.kind() != GroupKind::Dormitory
            && rules.session(sheet.key.session).is_some_and(|s| s.closes && s.who == Who::Everyone)
    };
    let mut days: BTreeMap<NaiveDate, BTreeSet<Group>> = BTreeMap::new();
    for sheet in sheets.iter().filter(shows_all) {
        days.entry(sheet.key.date).or_default().insert(sheet.key.group);
    }
    days
}
