//! What alerts are judged by, read from the book: no more than the windows of the rules ask for.

use std::collections::BTreeSet;

use chrono::{Days, NaiveDate};

use crate::domain::chosen_rules::ChosenRules;
use crate::domain::cluster::{Alert, DiseaseCase, Evidence, HeadCounts, Tallies};
use crate::domain::finding::{Attendance, Finding};
use crate::domain::group::Group;
use crate::domain::id::PersonId;
use crate::domain::membership::Membership;
use crate::domain::observation::{Observation, begun_before, observations_of};
use crate::domain::rule_book::ClusterEntry;
use crate::domain::scope::Scope;
use crate::domain::sheet::SheetKey;
use crate::ops::book::Book;
use crate::ops::error::OpError;
use crate::ops::rule_choices::RULES;
use crate::storage::FindingRow;

/// No run of days is followed back further than this.
const FURTHEST: u64 = 200;
/// How many days before are read first where an illness may have begun before what was read.
const STEP: u64 = 8;

/// What the sheets saw, which diseases are known, and what the school chose to judge by.
pub(in crate::ops) struct Sightings {
    pub observations: Vec<Observation>,
    pub diseases: Vec<DiseaseCase>,
    /// Of those of whom no sheet tells a symptom: a day of each absence whose tracing was ended.
    traced: Vec<(PersonId, NaiveDate)>,
    chosen: Vec<ChosenRules>,
}

impl Book {
    /// Alerts of a day.
    pub(in crate::ops) fn alerts_on(&self, date: NaiveDate) -> Result<Vec<Alert>, OpError> {
        self.judged((date, date), |_, tallies| tallies.on(date), |alert| alert)
    }

    /// Alerts that a day's sheets raise: those judged on the day itself, and those of days before that nobody could know
    /// without these sheets, because an onset typed on them lies earlier.
    pub(in crate::ops) fn alerts_of_day(&self, date: NaiveDate) -> Result<Vec<Alert>, OpError> {
        let alerts = self.alerts_on(date)?;
        self.with_late(alerts, date, date)
    }

    /// Alerts that concern a day: those that its sheets raise and those judged since the school day before. Onset decides
    /// when a cluster counts, so three who fell ill on Sunday and are entered on Monday alert for Sunday; the banner must
    /// say so on Monday.
    pub(in crate::ops) fn alerts_around(&self, date: NaiveDate) -> Result<Vec<Alert>, OpError> {
        let since = self.calendar(date)?.previous_school_day(date).unwrap_or(date);
        let since = since.max(date - Days::new(self.longest_window(date, date))).min(date);
        let alerts = self.alerts_between(since, date)?;
        self.with_late(alerts, since, date)
    }

    /// These alerts, judged since a day, with those of the days before it that a day's sheets brought to light.
    fn with_late(
        &self,
        mut alerts: Vec<Alert>,
        since: NaiveDate,
        date: NaiveDate,
    ) -> Result<Vec<Alert>, OpError> {
        let (Some(first), Some(before)) =
            (self.earliest_onset(date)?.filter(|day| *day < since), date.pred_opt())
        else {
            return Ok(alerts);
        };
        let known = self.alerts_between(first, before)?;
        let told = |alert: &Alert| {
            known.iter().any(|other| {
                (&other.rule, other.scope, &other.subject) == (&alert.rule, alert.scope, &alert.subject)
                    && alert.persons.iter().all(|person| other.persons.contains(person))
            })
        };
        let late = self.judged((first, date), |_, tallies| tallies.since(first, before), |alert| alert)?;
        let late = late.into_iter().filter(|alert| !told(alert));
        let late: Vec<Alert> = late.filter(|it| alerts.iter().all(|other| !other.is_same_run(it))).collect();
        alerts.extend(late);
        Ok(alerts)
    }

    /// The earliest onset that was written on a day's sheets, as far back as one is not doubtful.
    fn earliest_onset(&self, date: NaiveDate) -> Result<Option<NaiveDate>, OpError> {
        let rules = self.rules_on(date);
        let furthest = date - Days::new(u64::from(rules.doubtful_days()));
        let found = self.store.findings_between(date, date)?;
        let onsets = found.iter().filter(|row| rules.is_illness(&row.body)).filter_map(|row| row.body.onset);
        Ok(onsets.min().map(|onset| onset.max(furthest)))
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
        let mut back = self.longest_window(since, date) + 1;
        loop {
            let first = since - Days::new(back);
            let ill_since = since - Days::new(self.longest_of_diseases(since, date) + 1);
            let known = self.sightings(first, ill_since, date)?;
            let evidence = Evidence {
                rules: self.rules_on(date),
                chosen: &known.chosen,
                observations: &known.observations,
                diseases: &known.diseases,
                traced: &known.traced,
            };
            let tallies = Tallies::by_eras(&evidence, &self.rules_between(first, date));
            let heads = self.heads(&tallies.asks_heads())?;
            let answer = ask(&known, &tallies.with_heads(heads));
            if back >= FURTHEST || answer.iter().all(|one| alert(one).begins_after() > first) {
                return Ok(answer);
            }
            back *= 2;
        }
    }

    /// Days of the longest window over what sheets saw, by the rules of these days.
    fn longest_window(&self, since: NaiveDate, date: NaiveDate) -> u64 {
        self.longest(since, date, |rule| rule.diseases.is_empty())
    }

    /// Days of the longest window over diseases.
    pub(super) fn longest_of_diseases(&self, since: NaiveDate, date: NaiveDate) -> u64 {
        self.longest(since, date, |_| true)
    }

    fn longest(&self, since: NaiveDate, date: NaiveDate, of: impl Fn(&ClusterEntry) -> bool) -> u64 {
        let books = self.rules_between(since, date);
        let rules = books.iter().flat_map(|(_, rules)| rules.clusters()).filter(|rule| of(rule));
        u64::from(rules.map(|rule| rule.days).max().unwrap_or(1))
    }

    /// What sheets saw from `first` to `date`, of the ill among them from where their illness began, and the diseases that
    /// began since `ill_since` if that is earlier.
    fn sightings(
        &self,
        first: NaiveDate,
        ill_since: NaiveDate,
        date: NaiveDate,
    ) -> Result<Sightings, OpError> {
        let observations = self.episodes_between(first, date)?;
        let silent = |seen: &&Observation| {
            seen.attendance == Attendance::Ill && seen.codes.is_empty() && !seen.diagnosed
        };
        let silent: BTreeSet<PersonId> = observations.iter().filter(silent).map(|seen| seen.person).collect();
        let mut traced = Vec::new();
        if !silent.is_empty() {
            let talks = self.store.traces_of_all(&silent)?.into_iter();
            let ended = talks.filter(|trace| trace.talk.closing.is_some() && trace.at.date() <= date);
            traced.extend(ended.map(|trace| (trace.person, trace.absent_on)));
        }
        Ok(Sightings {
            observations,
            diseases: self.disease_cases(first.min(ill_since), date)?,
            traced,
            chosen: self.store.setting(RULES)?.unwrap_or_default(),
        })
    }

    /// What the sheets of these days have seen.
    pub(in crate::ops) fn observations_between(
        &self,
        first: NaiveDate,
        date: NaiveDate,
    ) -> Result<Vec<Observation>, OpError> {
        let mut seen = self.episodes_between(first, date)?;
        seen.retain(|seen| seen.sheet.date >= first);
        Ok(seen)
    }

    /// The same, with what was seen before of those whose illness began before the first day: its day of onset is that of the
    /// episode, however long the holidays were.
    fn episodes_between(&self, first: NaiveDate, date: NaiveDate) -> Result<Vec<Observation>, OpError> {
        let mut findings = self.store.findings_between(first, date)?;
        let mut confirmed = self.store.confirmed_between(first, date)?;
        let people: BTreeSet<PersonId> = findings.iter().map(|row| row.person).collect();
        let membership = self.membership_of(&people)?;
        let rules = |day: NaiveDate| self.rules_on(day);
        let (mut reached, mut back) = (first, STEP);
        let mut open = begun_before(&rules, &confirmed, seen(&findings), &membership, first);
        while !open.is_empty() && (first - reached).num_days() < FURTHEST as i64 {
            let (from, to) = (reached - Days::new(back), reached - Days::new(1));
            let groups: BTreeSet<Group> =
                open.iter().flat_map(|person| membership.groups_between(*person, from, to)).collect();
            for group in groups {
                confirmed.extend(self.store.confirmed_keys(group, from, to)?);
            }
            let before = self.store.findings_of(&open, from, to)?;
            findings.extend(before);
            (reached, back) = (from, back * 2);
            let still = begun_before(&rules, &confirmed, seen(&findings), &membership, reached);
            open.retain(|person| still.contains(person));
        }
        Ok(observations_of(&rules, &confirmed, seen(&findings), &membership))
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

fn seen(findings: &[FindingRow]) -> impl Iterator<Item = (SheetKey, PersonId, &Finding)> {
    findings.iter().map(|row| (row.sheet(), row.person, &row.body))
}
