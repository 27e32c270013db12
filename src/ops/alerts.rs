//! Alerts of a day, with rows, rule text and source.

use std::collections::BTreeSet;

use chrono::{Days, NaiveDate};
use serde::Serialize;

use super::book::Book;
use super::check::Seat;
use super::error::OpError;
use crate::domain::cluster::{self, Alert, AlertSubject};
use crate::domain::enrolment::Enrolment;
use crate::domain::group::Group;
use crate::domain::id::PersonId;
use crate::domain::membership::Membership;
use crate::domain::observation::{Observation, observations_of};
use crate::domain::person::Person;
use crate::storage::FindingRow;

/// How many days before the judged one are read: a run of days rarely lasts longer, and findings are few.
pub(super) const LOOK_BACK: u64 = 13;

/// An alert with everything that stands on the banner.
#[derive(Debug, Clone, PartialEq)]
pub struct AlertView {
    /// The alert.
    pub alert: Alert,
    /// Name of the class or dormitory as lists show it.
    pub scope: String,
    /// Name of the symptom or sign; `None` where the symptoms are not known.
    pub subject: Option<String>,
    /// The people counted.
    pub people: Vec<AlertPerson>,
    /// Short name of the rule.
    pub rule_name: String,
    /// The rule in words.
    pub rule_text: String,
    /// Where the rule stands.
    pub source: String,
    /// Hours within which it has to be reported.
    pub report_hours: Option<u32>,
}

/// A person counted by an alert.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AlertPerson {
    /// Key.
    pub person: PersonId,
    /// 班内学号
    pub seat_no: Option<u32>,
    /// Name.
    pub name: String,
    /// The sheet to open.
    pub group: Group,
    /// Symptoms in words, temperature among them.
    pub words: String,
}

/// `alert list`: one line per alert.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct AlertLine {
    /// Rule id.
    pub rule: String,
    /// Edition.
    pub version: String,
    /// `class`, `dormitory`, `staff`.
    pub scope: &'static str,
    /// Name of the group as the school writes it.
    pub scope_name: String,
    /// Symptom code or sign; `None` where symptoms are unknown.
    pub symptom_or_disease: Option<String>,
    /// Its name.
    pub subject: Option<String>,
    /// Short name of the rule.
    pub rule_name: String,
    /// First day of the window.
    pub from: NaiveDate,
    /// Last day of the window.
    pub to: NaiveDate,
    /// First day of the run.
    pub raised_on: NaiveDate,
    /// Persons.
    pub count: usize,
    /// Their keys.
    pub persons: Vec<String>,
    /// The rule in words.
    pub text: String,
    /// Its source.
    pub source: String,
}

/// What is known of the people whom the alerts of a day count.
struct Known {
    people: Vec<Person>,
    enrolments: Vec<Enrolment>,
    /// The earliest first.
    findings: Vec<FindingRow>,
}

impl Book {
    /// Alerts of a day.
    pub(super) fn alerts_on(&self, date: NaiveDate) -> Result<Vec<Alert>, OpError> {
        Ok(cluster::judge(&self.rules, &self.observations_to(date)?, date))
    }

    /// Alerts that still ask for something on a day: those judged on it and on the days since the school day
    /// before. Onset decides when a cluster counts, so three who fell ill on Sunday and are entered on
    /// Monday alert for Sunday; the banner must say so on Monday.
    pub(super) fn alerts_open_on(&self, date: NaiveDate) -> Result<Vec<Alert>, OpError> {
        let since = self.calendar(date)?.previous_school_day(date).map_or(date, |day| day + Days::new(1));
        let since = since.max(date - Days::new(LOOK_BACK)).min(date);
        // Onset may lie on the school day before and be entered today.
        let first = since.pred_opt().unwrap_or(since);
        Ok(cluster::judge_since(&self.rules, &self.observations_to(date)?, first, date))
    }

    /// What the sheets of a day and of the days before it have seen.
    pub(super) fn observations_to(&self, date: NaiveDate) -> Result<Vec<Observation>, OpError> {
        let first = date - Days::new(LOOK_BACK);
        let findings = self.store.findings_between(first, date)?;
        let confirmed = self.store.confirmed_between(first, date)?;
        let people: BTreeSet<PersonId> = findings.iter().map(|row| row.person).collect();
        let (enrolments, stays) = (self.store.enrolments_of_all(&people)?, self.store.stays_of_all(&people)?);
        let staff = self.store.employments_of_all(&people)?;
        let membership = Membership::new(&enrolments, &stays).with_staff(&staff);
        let findings = findings.iter().map(|row| (row.sheet(), row.person, &row.body));
        Ok(observations_of(&self.rules, &confirmed, findings, &membership))
    }

    /// Alerts of a day that concern a group or, for a class, dormitories of its people.
    pub(super) fn alerts_of_group(
        &self,
        group: Group,
        everyone: &[Seat],
        date: NaiveDate,
    ) -> Result<Vec<Alert>, OpError> {
        let people: BTreeSet<PersonId> = everyone.iter().map(|seat| seat.person.id).collect();
        let concerns = |alert: &Alert| {
            alert.group == group || alert.persons.iter().any(|person| people.contains(person))
        };
        Ok(self.alerts_open_on(date)?.into_iter().filter(concerns).collect())
    }

    /// Alerts of a day with names, rule text and source.
    pub fn alert_views(&self, alerts: Vec<Alert>, date: NaiveDate) -> Result<Vec<AlertView>, OpError> {
        let Some(first) = alerts.iter().map(|alert| alert.from).min() else { return Ok(Vec::new()) };
        let people: BTreeSet<PersonId> = alerts.iter().flat_map(|a| a.persons.iter().copied()).collect();
        let known = Known {
            findings: self.store.findings_of(&people, first, date)?,
            enrolments: self.store.enrolments_of_all(&people)?,
            people: self.store.persons(people)?,
        };
        alerts.into_iter().map(|alert| self.alert_view(alert, &known, date)).collect()
    }

    fn alert_view(&self, alert: Alert, known: &Known, date: NaiveDate) -> Result<AlertView, OpError> {
        let tag = self.tr.language().tag();
        let subject = self.subject_name(&alert.subject);
        let counted = known.people.iter().filter(|person| alert.persons.contains(&person.id));
        let mut people: Vec<AlertPerson> = counted
            .map(|person| {
                let seen = known.findings.iter().rev().find(|row| row.person == person.id);
                let seen = seen.filter(|row| row.date >= alert.from);
                let enrolment = known.enrolments.iter().find(|e| e.person == person.id && e.covers(date));
                AlertPerson {
                    person: person.id,
                    seat_no: enrolment.map(|e| e.seat_no),
                    name: person.name.clone(),
                    group: enrolment.map_or(alert.group, |e| Group::Class(e.class)),
                    words: seen.map(|row| self.finding_words(&row.body)).unwrap_or_default(),
                }
            })
            .collect();
        people.sort_by_key(|person| (person.group, person.seat_no));
        let rule = self.rules.alert_rule(&alert.rule);
        Ok(AlertView {
            scope: self.group_info(alert.group)?.short,
            subject,
            people,
            rule_name: rule.as_ref().map(|r| r.name.get(tag).to_owned()).unwrap_or_default(),
            rule_text: rule.as_ref().map(|r| r.text.get(tag).to_owned()).unwrap_or_default(),
            source: rule.as_ref().map(|r| self.source_words(r.source)).unwrap_or_default(),
            report_hours: rule.and_then(|r| r.report_hours),
            alert,
        })
    }

    fn subject_name(&self, subject: &AlertSubject) -> Option<String> {
        let tag = self.tr.language().tag();
        match subject {
            AlertSubject::Symptom(code) => Some(self.rules.name(code, tag).to_owned()),
            AlertSubject::Severe(sign) => Some(self.rules.sign_name(*sign, tag).to_owned()),
            AlertSubject::SymptomsUnknown => None,
        }
    }

    /// A rule's source as it is named to a school.
    pub(super) fn source_words(&self, id: &str) -> String {
        let tag = self.tr.language().tag();
        self.rules.source(id).map(|source| source.name.get(tag).to_owned()).unwrap_or_default()
    }

    /// `alert list`.
    pub fn alert_lines(&self, date: NaiveDate) -> Result<Vec<AlertLine>, OpError> {
        let tag = self.tr.language().tag();
        self.alerts_on(date)?
            .into_iter()
            .map(|alert| {
                let rule = self.rules.alert_rule(&alert.rule);
                Ok(AlertLine {
                    scope: alert.group.kind().name(),
                    scope_name: self.group_info(alert.group)?.label,
                    symptom_or_disease: alert.subject.code().map(ToOwned::to_owned),
                    subject: self.subject_name(&alert.subject),
                    rule_name: rule.as_ref().map(|r| r.name.get(tag).to_owned()).unwrap_or_default(),
                    from: alert.from,
                    to: alert.to,
                    raised_on: alert.raised_on,
                    count: alert.count,
                    persons: alert.persons.iter().map(ToString::to_string).collect(),
                    text: rule.as_ref().map(|r| r.text.get(tag).to_owned()).unwrap_or_default(),
                    source: rule.as_ref().map(|r| self.source_words(r.source)).unwrap_or_default(),
                    rule: alert.rule,
                    version: alert.version,
                })
            })
            .collect()
    }
}
