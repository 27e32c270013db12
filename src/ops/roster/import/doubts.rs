//! Doubts that only the whole file shows, and what was decided about them: a decision stands above every doubt.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use chrono::NaiveDate;

use super::import_request::Decision;
use super::matcher::{Found, Matcher, other_numbers};
use super::plan_builder::PlanBuilder;
use crate::domain::id::PersonId;
use crate::domain::person::Person;
use crate::domain::person_name::match_key;
use crate::roster_file::{PupilRecord, RowOrigin};

impl PlanBuilder<'_> {
    /// What somebody has decided about a row; `None` where nothing was.
    pub(super) fn decided(&self, origin: &RowOrigin) -> Option<Found> {
        let (_, decision) = self.options.decisions.iter().find(|(row, _)| row.means(origin))?;
        Some(match decision {
            Decision::New => Found::Nobody,
            Decision::Person(id) => Found::One(*id),
        })
    }

    /// Decides the doubtful rows and lets each person be meant by one row alone, until no decision is left over.
    /// Answers which rows were decided.
    pub(super) fn decide(
        &self,
        origins: &[&RowOrigin],
        found: &mut [Found],
        fits: impl Fn(usize, PersonId) -> (bool, bool),
    ) -> Vec<bool> {
        let mut decided = vec![false; found.len()];
        loop {
            let mut more = false;
            for ((found, origin), decided) in found.iter_mut().zip(origins).zip(&mut decided) {
                let doubtful = matches!(found, Found::Doubt(_)) && !*decided;
                if let Some(decision) = doubtful.then(|| self.decided(origin)).flatten() {
                    (*found, *decided, more) = (decision, true, true);
                }
            }
            let before: Vec<Found> = found.to_vec();
            settle_shared(found, &decided, &fits);
            if !more && before == *found {
                return decided;
            }
        }
    }

    /// A corrected name without a known number looks like somebody new: where the class lacks just one pupil of that
    /// birth date, the row may mean that one.
    pub(super) fn doubt_renamed(
        &self,
        records: &[PupilRecord],
        found: &mut [Found],
        near: impl Fn(usize, PersonId) -> bool,
    ) {
        let mut born: HashMap<NaiveDate, Vec<&Person>> = HashMap::new();
        for person in self.pupils.people.values() {
            if let Some(birth) = person.birth {
                born.entry(birth).or_default().push(person);
            }
        }
        let mut meant: BTreeSet<PersonId> = BTreeSet::new();
        for found in found.iter() {
            match found {
                Found::Nobody => {}
                Found::One(id) => meant.extend([*id]),
                Found::Doubt(people) => meant.extend(people),
            }
        }
        let here = |id: PersonId| {
            let last = self.pupils.enrolments(id).last();
            last.is_some_and(|enrolment| enrolment.to.is_none_or(|to| to >= self.as_of))
        };
        for (at, (record, found)) in records.iter().zip(found).enumerate() {
            let open = *found == Found::Nobody && record.class.is_some();
            let Some(people) = record.birth.filter(|_| open).and_then(|birth| born.get(&birth)) else {
                continue;
            };
            let (id_number, student_no) = (record.id_number.as_deref(), record.student_no.as_deref());
            let fits = people.iter().filter(|person| !meant.contains(&person.id) && here(person.id));
            let fits =
                fits.filter(|person| near(at, person.id) && !other_numbers(person, id_number, student_no));
            let fits: Vec<PersonId> = fits.map(|person| person.id).collect();
            if let [_] = fits.as_slice() {
                *found = Found::Doubt(fits);
            }
        }
    }
}

/// Where several rows mean one person, the one that was decided is taken, else the one whose name fits, of several
/// such the one whose class fits too; the others are doubtful. `fits` answers both for a row and a person.
fn settle_shared(found: &mut [Found], decided: &[bool], fits: impl Fn(usize, PersonId) -> (bool, bool)) {
    let mut rows: BTreeMap<PersonId, Vec<usize>> = BTreeMap::new();
    for (at, found) in found.iter().enumerate() {
        if let Found::One(id) = found {
            rows.entry(*id).or_default().push(at);
        }
    }
    for (id, rows) in rows.into_iter().filter(|(_, rows)| rows.len() > 1) {
        let by_choice = rows.iter().copied().find(|at| decided.get(*at) == Some(&true));
        let named: Vec<usize> = rows.iter().copied().filter(|at| fits(*at, id).0).collect();
        let placed: Vec<usize> = named.iter().copied().filter(|at| fits(*at, id).1).collect();
        let taken = match (named.as_slice(), placed.as_slice()) {
            ([one], _) | (_, [one]) => Some(*one),
            _ => None,
        };
        let taken = by_choice.or(taken);
        for at in rows.into_iter().filter(|at| Some(*at) != taken) {
            if let Some(place) = found.get_mut(at) {
                *place = Found::Doubt(vec![id]);
            }
        }
    }
}

/// A name column that was sorted apart gives everybody the name of somebody else: where the number says one
/// person and the name another of the same class or the same file, nobody is renamed unasked.
pub(super) fn doubt_swapped(
    names: &[String],
    found: &mut [Found],
    matcher: &Matcher<'_>,
    near: impl Fn(usize, PersonId) -> bool,
) {
    let one = |found: &Found| if let Found::One(id) = found { Some(*id) } else { None };
    let mut meant: Vec<PersonId> = found.iter().filter_map(one).collect();
    meant.sort_unstable();
    for (at, (found, name)) in found.iter_mut().zip(names).enumerate() {
        let Found::One(id) = *found else { continue };
        let namesakes = matcher.named(name);
        // Former names and those of the last import are no names of somebody else.
        if namesakes.iter().any(|person| person.id == id) {
            continue;
        }
        let other = |id: &PersonId| meant.binary_search(id).is_ok() || near(at, *id);
        let so_called = namesakes.iter().filter(|person| match_key(&person.name) == *name);
        let others: Vec<PersonId> = so_called.map(|person| person.id).filter(other).collect();
        if !others.is_empty() {
            *found = Found::Doubt(std::iter::once(id).chain(others).collect());
        }
    }
}
