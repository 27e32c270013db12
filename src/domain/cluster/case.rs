//! One illness of one person as definitions look at it.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use crate::domain::id::PersonId;
use crate::domain::observation::Observation;
use crate::domain::rule_book::CaseDefinition;
use crate::domain::symptom::SymptomCode;

/// What was seen of a person with one day of onset, by moment.
#[derive(Debug, Clone)]
pub(super) struct Case<'a> {
    pub person: PersonId,
    pub onset: NaiveDate,
    pub seen: Vec<&'a Observation>,
}

impl<'a> Case<'a> {
    /// The illnesses in these observations.
    pub fn of(observations: &'a [Observation]) -> Vec<Self> {
        let mut cases: BTreeMap<(PersonId, NaiveDate), Vec<&Observation>> = BTreeMap::new();
        for seen in observations {
            cases.entry((seen.person, seen.onset)).or_default().push(seen);
        }
        let in_order = |((person, onset), mut seen): ((PersonId, NaiveDate), Vec<&'a Observation>)| {
            seen.sort_by_key(|o| (o.sheet.date, o.sheet.session, o.sheet.group));
            Self { person, onset, seen }
        };
        cases.into_iter().map(in_order).collect()
    }

    /// Whether all that was seen, taken together, meets a definition.
    pub fn meets(&self, definition: &CaseDefinition) -> bool {
        self.seen.first().is_some_and(|first| self.meets_by(definition, self.last_day(first.sheet.date)))
    }

    /// Whether what was seen until the end of a day meets a definition.
    pub fn meets_by(&self, definition: &CaseDefinition, day: NaiveDate) -> bool {
        let until = || self.seen.iter().take_while(|seen| seen.sheet.date <= day);
        let codes: BTreeSet<SymptomCode> = until().flat_map(|seen| seen.codes.iter().cloned()).collect();
        definition.is_met(&codes, until().filter_map(|seen| seen.temperature))
    }

    /// Whether any of it was seen in a circle.
    fn is_within(&self, within: &impl Fn(&Observation) -> bool) -> bool {
        self.seen.iter().any(|seen| within(seen))
    }

    fn last_day(&self, first: NaiveDate) -> NaiveDate {
        self.seen.last().map_or(first, |seen| seen.sheet.date)
    }
}

/// Who meets a definition in a circle by what was seen, with the first day of onset since `from`.
pub fn who_meets(
    definition: &CaseDefinition,
    observations: &[Observation],
    from: NaiveDate,
    within: impl Fn(&Observation) -> bool,
) -> BTreeMap<PersonId, NaiveDate> {
    let mut found = BTreeMap::new();
    for case in Case::of(observations) {
        if case.onset >= from && case.is_within(&within) && case.meets(definition) {
            let _ = found.entry(case.person).or_insert(case.onset);
        }
    }
    found
}
