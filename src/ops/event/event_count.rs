//! Who is ill in an event, from findings and cases.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{NaiveDate, NaiveDateTime};

use crate::domain::finding::Attendance;
use crate::domain::group::{Group, GroupKind};
use crate::domain::id::PersonId;
use crate::domain::illness_case::{Certainty, IllnessCase, Outcome};
use crate::domain::observation::Observation;
use crate::domain::picture::Onset;
use crate::domain::school_event::{ClassIll, EventFigures, SchoolEvent};
use crate::ops::book::Book;
use crate::ops::error::OpError;

impl Book {
    /// The figures of an event now: whoever was seen with one of its symptoms (or absent ill, where it names none) in its
    /// groups with an onset since its first day, and the cases of its disease that are not ruled out.
    ///
    /// # Errors
    /// Those of the storage.
    pub(in crate::ops) fn event_figures(&self, event: &SchoolEvent) -> Result<EventFigures, OpError> {
        let now = self.now();
        let until = event.closed_on.unwrap_or_else(|| now.date()).min(now.date());
        let seen = self.observations_between(event.body.scope.from, until)?;
        let cases = self.event_cases(event, now)?;
        let ill = ill_of(event, &seen, &cases);
        let people = |wanted: &dyn Fn(&PersonId, &Onset) -> bool| -> Vec<PersonId> {
            ill.iter()
                .filter(|(person, patient)| wanted(person, patient))
                .map(|(person, _)| *person)
                .collect()
        };
        let sure = |person: &PersonId, certainty| {
            cases.iter().any(|case| case.person == *person && case.body.facts.certainty == certainty)
        };
        let last = last_seen(&seen);
        let absent = |person: &PersonId| {
            last.get(person).is_some_and(|(day, attendance)| {
                *day == until && matches!(attendance, Attendance::Ill | Attendance::Unknown)
            })
        };
        let well = |person: &PersonId| cases.iter().any(|case| case.person == *person && recovered(case));
        Ok(EventFigures {
            at: now,
            ill: people(&|_, _| true),
            new: people(&|_, patient| patient.day == until),
            suspected: people(&|person, _| sure(person, Certainty::Suspected)),
            diagnosed: people(&|person, _| sure(person, Certainty::Diagnosed)),
            absent: people(&|person, _| absent(person)),
            recovered: people(&|person, _| well(person)),
            classes: self.ill_by_class(&ill, until)?,
        })
    }

    /// When whoever counts in an event fell ill.
    ///
    /// # Errors
    /// Those of the storage.
    pub(in crate::ops) fn event_onsets(&self, event: &SchoolEvent) -> Result<Vec<Onset>, OpError> {
        let now = self.now();
        let until = event.closed_on.unwrap_or_else(|| now.date()).min(now.date());
        let seen = self.observations_between(event.body.scope.from, until)?;
        Ok(ill_of(event, &seen, &self.event_cases(event, now)?).into_values().collect())
    }

    /// The cases of an event's disease.
    fn event_cases(&self, event: &SchoolEvent, now: NaiveDateTime) -> Result<Vec<IllnessCase>, OpError> {
        let Some(disease) = &event.body.scope.disease else { return Ok(Vec::new()) };
        let from = event.body.scope.from.and_time(chrono::NaiveTime::MIN);
        let mut cases = self.store.cases_between(from, now + chrono::TimeDelta::seconds(1))?;
        let groups = &event.body.scope.groups;
        let within = |case: &IllnessCase| {
            groups.is_empty()
                || case.body.place.class.is_some_and(|class| groups.contains(&Group::Class(class)))
                || case.body.place.class.is_none() && groups.contains(&Group::Staff)
        };
        cases.retain(|case| {
            case.disease == *disease && case.body.facts.certainty != Certainty::RuledOut && within(case)
        });
        Ok(cases)
    }

    fn ill_by_class(
        &self,
        ill: &BTreeMap<PersonId, Onset>,
        day: NaiveDate,
    ) -> Result<Vec<ClassIll>, OpError> {
        let counts = self.head_counts(day)?;
        let mut groups = self.class_groups(day)?;
        groups.push(self.group_info(Group::Staff)?);
        let mut lines = Vec::new();
        for info in groups {
            let of_group = ill.values().filter(|patient| patient.group == Some(info.group)).count();
            if of_group == 0 {
                continue;
            }
            let heads = match info.group {
                Group::Staff => self.store.staff_count(day)?,
                group => counts.get(&group).map_or(0, |(all, _)| *all),
            };
            lines.push(ClassIll { group: info.short, ill: of_group, heads });
        }
        Ok(lines)
    }
}

/// Whoever counts in an event, with the first onset that was seen.
fn ill_of(event: &SchoolEvent, seen: &[Observation], cases: &[IllnessCase]) -> BTreeMap<PersonId, Onset> {
    let mut ill: BTreeMap<PersonId, Onset> = BTreeMap::new();
    for observation in seen.iter().filter(|observation| counts(event, observation)) {
        let group = observation.groups.iter().find(|group| group.kind() != GroupKind::Dormitory).copied();
        let (person, day, codes) = (observation.person, observation.onset, observation.codes.clone());
        let onset = Onset { person, day, group, codes };
        ill.entry(person).or_insert(onset).codes.extend(observation.codes.iter().cloned());
    }
    for case in cases {
        let (person, day, group) = (case.person, case.began_on(), case.body.place.class.map(Group::Class));
        let _ = ill.entry(person).or_insert(Onset { person, day, group, codes: BTreeSet::new() });
    }
    ill
}

fn counts(event: &SchoolEvent, seen: &Observation) -> bool {
    let scope = &event.body.scope;
    let there = scope.groups.is_empty() || scope.groups.iter().any(|group| seen.groups.contains(group));
    let like = if scope.symptoms.is_empty() {
        seen.attendance == Attendance::Ill
    } else {
        scope.symptoms.intersection(&seen.codes).next().is_some()
    };
    there && like && seen.onset >= scope.from
}

/// The last day on which each person was seen ill, and how.
fn last_seen(seen: &[Observation]) -> BTreeMap<PersonId, (NaiveDate, Attendance)> {
    let mut last = BTreeMap::new();
    let people: BTreeSet<PersonId> = seen.iter().map(|observation| observation.person).collect();
    for person in people {
        let own = seen.iter().filter(|observation| observation.person == person);
        if let Some(latest) =
            own.max_by_key(|observation| (observation.sheet.date, observation.sheet.session))
        {
            let _ = last.insert(person, (latest.sheet.date, latest.attendance));
        }
    }
    last
}

fn recovered(case: &IllnessCase) -> bool {
    case.body.closing.as_ref().is_some_and(|closing| closing.outcome == Outcome::Recovered)
}
