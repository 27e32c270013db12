//! What alerts are judged by, read from the book: no more than the windows of the rules ask for.

use std::collections::BTreeSet;

use chrono::{Days, NaiveDate};

use crate::domain::chosen_rules::ChosenRules;
use crate::domain::cluster::{Alert, DiseaseCase, Evidence, HeadCounts, Tallies};
use crate::domain::group::Group;
use crate::domain::id::PersonId;
use crate::domain::membership::Membership;
use crate::domain::observation::{Observation, observations_of};
use crate::domain::scope::Scope;
use crate::ops::book::Book;
use crate::ops::error::OpError;
use crate::ops::rule_choices::RULES;

/// No run of days is followed back further than this.
const FURTHEST: u64 = 200;

/// What the sheets saw, which diseases are known, and what the school chose to judge by.
pub(in crate::ops) struct Sightings {
    pub observations: Vec<Observation>,
    pub diseases: Vec<DiseaseCase>,
    chosen: Vec<ChosenRules>,
}

impl Book {
    /// Alerts of a day.
    pub(in crate::ops) fn alerts_on(&self, date: NaiveDate) -> Result<Vec<Alert>, OpError> {
        self.judged((date, date), |_, tallies| tallies.on(date), |alert| alert)
    }

    /// Alerts that concern a day: those judged on it and on the days since the school day before. Onset decides when
    /// a cluster counts, so three who fell ill on Sunday and are entered on Monday alert for Sunday; the banner must
    /// say so on Monday.
    pub(in crate::ops) fn alerts_around(&self, date: NaiveDate) -> Result<Vec<Alert>, OpError> {
        let since = self.calendar(date)?.previous_school_day(date).unwrap_or(date);
        let since = since.max(date - Days::new(self.longest_window(date))).min(date);
        self.alerts_between(since, date)
    }

    /// Alerts of the days `since` to `date`, each run once as it stood on its last day, latest first.
    pub(in crate::ops) fn alerts_between(
        &self,
        since: NaiveDate,
        date: NaiveDate,
    ) -> Result<Vec<Alert>, OpError> {
        self.judged((since, date), |_, tallies| tallies.since(since, date), |alert| alert)
    }

    /// Asks of the days `since` to `date`. Where a run may have begun before what was read, more is read, so that its
    /// first day, and with it the alert's key, is the same on every day of a long outbreak.
    pub(in crate::ops) fn judged<T>(
        &self,
        (since, date): (NaiveDate, NaiveDate),
        ask: impl Fn(&Sightings, &Tallies<'_>) -> Vec<T>,
        alert: impl Fn(&T) -> &Alert,
    ) -> Result<Vec<T>, OpError> {
        let mut back = self.longest_window(date) + 1;
        loop {
            let first = since - Days::new(back);
            let known = self.sightings(first, since - Days::new(self.longest_of_diseases(date) + 1), date)?;
            let evidence = Evidence {
                rules: self.rules_on(date),
                chosen: &known.chosen,
                observations: &known.observations,
                diseases: &known.diseases,
            };
            let tallies = Tallies::of(&evidence);
            let heads = self.heads(&tallies.asks_heads())?;
            let answer = ask(&known, &tallies.with_heads(heads));
            if back >= FURTHEST || answer.iter().all(|one| alert(one).begins_after() > first) {
                return Ok(answer);
            }
            back *= 2;
        }
    }

    /// Days of the longest window over what sheets saw.
    fn longest_window(&self, date: NaiveDate) -> u64 {
        let of_sheets = self.rules_on(date).clusters().iter().filter(|rule| rule.diseases.is_empty());
        u64::from(of_sheets.map(|rule| rule.days).max().unwrap_or(1))
    }

    /// Days of the longest window over diseases.
    fn longest_of_diseases(&self, date: NaiveDate) -> u64 {
        u64::from(self.rules_on(date).clusters().iter().map(|rule| rule.days).max().unwrap_or(1))
    }

    /// What sheets saw from `first` to `date`, and the diseases that began since `ill_since` if that is earlier.
    fn sightings(
        &self,
        first: NaiveDate,
        ill_since: NaiveDate,
        date: NaiveDate,
    ) -> Result<Sightings, OpError> {
        Ok(Sightings {
            observations: self.observations_between(first, date)?,
            diseases: self.disease_cases(first.min(ill_since), date)?,
            chosen: self.store.setting(RULES)?.unwrap_or_default(),
        })
    }

    /// What the sheets of these days have seen.
    pub(in crate::ops) fn observations_between(
        &self,
        first: NaiveDate,
        date: NaiveDate,
    ) -> Result<Vec<Observation>, OpError> {
        let findings = self.store.findings_between(first, date)?;
        let confirmed = self.store.confirmed_between(first, date)?;
        let people: BTreeSet<PersonId> = findings.iter().map(|row| row.person).collect();
        let membership = self.membership_of(&people)?;
        let findings = findings.iter().map(|row| (row.sheet(), row.person, &row.body));
        Ok(observations_of(self.rules_on(date), &confirmed, findings, &membership))
    }

    /// Where these people belong, by day.
    pub(in crate::ops) fn membership_of(&self, people: &BTreeSet<PersonId>) -> Result<Membership, OpError> {
        let (enrolments, stays) = (self.store.enrolments_of_all(people)?, self.store.stays_of_all(people)?);
        let (staff, meals) = (self.store.employments_of_all(people)?, self.store.meals_of_all(people)?);
        Ok(Membership::new(&enrolments, &stays).with_staff(&staff).with_meals(&meals))
    }

    fn heads(&self, asked: &BTreeSet<Scope>) -> Result<HeadCounts, OpError> {
        let mut heads = HeadCounts::default();
        for scope in asked {
            let spans = match scope {
                Scope::Group(Group::Class(class)) => self.store.class_spans(*class)?,
                Scope::Group(Group::Dormitory(room)) => self.store.room_spans(*room)?,
                _ => continue,
            };
            heads.insert(*scope, spans);
        }
        Ok(heads)
    }
}
