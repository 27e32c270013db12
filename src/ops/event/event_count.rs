//! Who is ill in an event, from findings and cases.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Days, NaiveDate, NaiveDateTime};

use crate::domain::absence::Absence;
use crate::domain::cluster::who_meets;
use crate::domain::group::{Group, GroupKind};
use crate::domain::id::PersonId;
use crate::domain::illness_case::{Certainty, IllnessCase, Outcome};
use crate::domain::membership::Membership;
use crate::domain::observation::{Observation, observations_of, shows_everyone};
use crate::domain::picture::Onset;
use crate::domain::rule_book::RuleBook;
use crate::domain::school_event::{ClassIll, EventFigures, SchoolEvent};
use crate::domain::sheet::SheetKey;
use crate::domain::symptom::SymptomCode;
use crate::ops::book::Book;
use crate::ops::error::OpError;
use crate::storage::FindingRow;

/// No illness is followed back further than so many days before the first day of an event.
const LONGEST: u64 = 200;

/// Which sheets are counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::ops) enum Counted {
    /// What was typed, as alerts do.
    Typed,
    /// Confirmed sheets alone, as reports do.
    Confirmed,
}

impl Book {
    /// The figures of an event now: whoever makes a case by its scope with an onset since its first day, and the cases of
    /// its disease that are not ruled out. Who is absent or well is said by the last confirmed sheet that counts a person.
    ///
    /// # Errors
    /// Those of the storage.
    pub(in crate::ops) fn event_figures(
        &self,
        event: &SchoolEvent,
        counted: Counted,
    ) -> Result<EventFigures, OpError> {
        let now = self.now();
        let until = event.closed_on.unwrap_or_else(|| now.date()).min(now.date());
        let seen = self.event_sightings(event, until, counted)?;
        let cases = self.event_cases(event, now)?;
        let ill = self.ill_of(event, &seen, &cases);
        let people = |wanted: &dyn Fn(&PersonId, &Onset) -> bool| -> Vec<PersonId> {
            ill.iter()
                .filter(|(person, patient)| wanted(person, patient))
                .map(|(person, _)| *person)
                .collect()
        };
        let sure = |person: &PersonId, certainty| {
            cases.iter().any(|case| case.person == *person && case.body.facts.certainty == certainty)
        };
        let (mut absent, mut well) = (BTreeSet::new(), BTreeSet::new());
        let checked = self.store.confirmed_between(event.body.scope.from, until)?;
        let membership = self.membership_of(&ill.keys().copied().collect())?;
        for person in ill.keys() {
            let last = self.last_absence(*person, event.body.scope.from, until)?;
            if last.as_ref().is_some_and(|absence| absence.to.is_none()) {
                let _ = absent.insert(*person);
                continue;
            }
            let own = seen.iter().filter(|it| it.person == *person && it.confirmed).map(|it| it.sheet);
            let unwell = own.max_by_key(|key| (key.date, key.session));
            let back = last.is_none_or(|absence| absence.well_on.is_some());
            if back
                && unwell.is_some_and(|key| looked_later(&self.rules, &checked, &membership, *person, key))
            {
                let _ = well.insert(*person);
            }
        }
        well.extend(cases.iter().filter(|case| recovered(case)).map(|case| case.person));
        Ok(EventFigures {
            at: now,
            ill: people(&|_, _| true),
            new: people(&|_, patient| patient.day == until),
            suspected: people(&|person, _| sure(person, Certainty::Suspected)),
            diagnosed: people(&|person, _| sure(person, Certainty::Diagnosed)),
            absent: people(&|person, _| absent.contains(person)),
            recovered: people(&|person, _| well.contains(person) && !absent.contains(person)),
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
        let seen = self.event_sightings(event, until, Counted::Typed)?;
        Ok(self.ill_of(event, &seen, &self.event_cases(event, now)?).into_values().collect())
    }

    /// When an event began: the first onset of those whom its figures count.
    ///
    /// # Errors
    /// Those of the storage.
    pub(in crate::ops) fn event_began(
        &self,
        event: &SchoolEvent,
        figures: &EventFigures,
    ) -> Result<NaiveDate, OpError> {
        let onsets = self.event_onsets(event)?;
        let counted = onsets.iter().filter(|onset| figures.ill.contains(&onset.person));
        Ok(counted.map(|onset| onset.day).min().unwrap_or(event.body.scope.from))
    }

    /// What sheets saw since the first day of an event, the illnesses read back to where they began, so that who was ill
    /// before it is not taken for somebody who fell ill then.
    fn event_sightings(
        &self,
        event: &SchoolEvent,
        until: NaiveDate,
        counted: Counted,
    ) -> Result<Vec<Observation>, OpError> {
        let from = event.body.scope.from;
        let illness = |row: &FindingRow| self.rules.is_illness(&row.body);
        let found = self.store.findings_between(from, until)?;
        let people: BTreeSet<PersonId> =
            found.iter().filter(|row| illness(row)).map(|row| row.person).collect();
        let mut found = self.store.findings_of(&people, from - Days::new(LONGEST), until)?;
        found.retain(illness);
        let first = found.iter().map(|row| row.date).min().unwrap_or(from);
        let checked = self.store.confirmed_between(first, until)?;
        let found = found.iter().filter(|row| counted == Counted::Typed || checked.contains(&row.sheet()));
        let found = found.map(|row| (row.sheet(), row.person, &row.body));
        let membership = self.membership_of(&people)?;
        let mut seen = observations_of(&|day| self.rules_on(day), &checked, found, &membership);
        seen.retain(|it| it.sheet.date >= from);
        Ok(seen)
    }

    /// The last absence of a person that touches the days since `since`, by the confirmed sheets until a day.
    fn last_absence(
        &self,
        person: PersonId,
        since: NaiveDate,
        until: NaiveDate,
    ) -> Result<Option<Absence>, OpError> {
        let Some(person) = self.store.person(person)? else { return Ok(None) };
        let mut absences = self.recent_chain(&person, since, until)?.absences;
        absences.retain(|absence| absence.to.is_none_or(|to| to >= since));
        Ok(absences.pop())
    }

    /// Whoever counts in an event, with the first onset that was seen.
    fn ill_of(
        &self,
        event: &SchoolEvent,
        seen: &[Observation],
        cases: &[IllnessCase],
    ) -> BTreeMap<PersonId, Onset> {
        let scope = &event.body.scope;
        let class = |groups: &BTreeSet<Group>| {
            groups.iter().find(|group| group.kind() != GroupKind::Dormitory).copied()
        };
        let mut ill: BTreeMap<PersonId, Onset> = BTreeMap::new();
        let mut count = |person: PersonId, day: NaiveDate, group, codes: &BTreeSet<SymptomCode>| {
            let first = ill.entry(person).or_insert(Onset { person, day, group, codes: codes.clone() });
            first.day = first.day.min(day);
        };
        for it in seen.iter().filter(|it| scope.is_among(it) && scope.is_like(it)) {
            let day = scope.began(it);
            if day >= scope.from {
                count(it.person, day, class(&it.groups), &it.codes);
            }
        }
        let definition = scope.counted.definition.as_deref();
        if let Some(definition) = definition.and_then(|id| self.rules_on(scope.from).definition(id)) {
            let met = who_meets(definition, seen, scope.from, |it| scope.is_among(it));
            for (person, day) in met {
                let Some(first) = seen.iter().find(|it| it.person == person) else { continue };
                count(person, day, class(&first.groups), &first.codes);
            }
        }
        for case in cases {
            let (person, day) = (case.person, case.began_on());
            let group = case.body.place.class.map_or(Group::Staff, Group::Class);
            let _ = ill.entry(person).or_insert(Onset {
                person,
                day,
                group: Some(group),
                codes: BTreeSet::new(),
            });
        }
        ill
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

/// Whether a confirmed sheet that would have shown any illness of a person looked after the one that saw it last.
fn looked_later(
    rules: &RuleBook,
    checked: &BTreeSet<SheetKey>,
    membership: &Membership,
    person: PersonId,
    last: SheetKey,
) -> bool {
    checked.iter().any(|key| {
        (key.date, key.session) > (last.date, last.session)
            && shows_everyone(rules, *key)
            && membership.groups_on(person, key.date).contains(&key.group)
    })
}

fn recovered(case: &IllnessCase) -> bool {
    case.body.closing.as_ref().is_some_and(|closing| closing.outcome == Outcome::Recovered)
}
