//! Cases as cluster rules count them.

use std::collections::BTreeSet;

use chrono::{Days, NaiveDate, NaiveTime};

use crate::domain::cluster::DiseaseCase;
use crate::domain::group::Group;
use crate::domain::id::PersonId;
use crate::domain::illness_case::{Certainty, IllnessCase};
use crate::domain::membership::Membership;
use crate::domain::scope::Scope;
use crate::ops::book::Book;
use crate::ops::error::OpError;

/// Days by which a school may learn of a disease after its onset.
const LEARNED_LATE: u64 = 60;

impl Book {
    /// The cases with an onset in these days that are not ruled out, with what each person belonged to.
    pub(in crate::ops) fn disease_cases(
        &self,
        first: NaiveDate,
        date: NaiveDate,
    ) -> Result<Vec<DiseaseCase>, OpError> {
        let until = date.checked_add_days(Days::new(LEARNED_LATE)).unwrap_or(date);
        let mut cases =
            self.store.cases_between(first.and_time(NaiveTime::MIN), until.and_time(NaiveTime::MIN))?;
        cases.retain(|case| {
            case.body.facts.certainty != Certainty::RuledOut && (first..=date).contains(&case.began_on())
        });
        let people: BTreeSet<PersonId> = cases.iter().map(|case| case.person).collect();
        let membership = self.membership_of(&people)?;
        Ok(cases.into_iter().map(|case| disease_case(case, &membership)).collect())
    }
}

fn disease_case(case: IllnessCase, membership: &Membership) -> DiseaseCase {
    let onset = case.began_on();
    let groups: BTreeSet<Group> = membership.groups_on(case.person, onset).into_iter().collect();
    let mut scopes: BTreeSet<Scope> = groups.into_iter().map(Scope::Group).collect();
    scopes.extend(membership.grade_on(case.person, onset).map(Scope::Grade));
    scopes.extend(membership.meals_on(case.person, onset).map(Scope::Meal));
    let _ = scopes.insert(Scope::School);
    DiseaseCase {
        person: case.person,
        disease: case.disease,
        onset,
        over: case.closed_on,
        known_at: case.known_at,
        scopes,
    }
}
