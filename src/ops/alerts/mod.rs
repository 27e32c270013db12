//! Alerts with rows, rule text and source; what was said of them.

mod alert_line;
mod answer;
mod judged;
mod known;
#[cfg(test)]
pub(crate) mod outbreaks;
#[cfg(test)]
mod tests;

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::book::Book;
use super::check::Seat;
use super::error::OpError;
use crate::domain::class_label::grade_name;
use crate::domain::cluster::{Alert, AlertSubject};
use crate::domain::enrolment::Enrolment;
use crate::domain::group::{Group, GroupKind};
use crate::domain::id::PersonId;
use crate::domain::person::Person;
use crate::domain::rule_book::InForce;
use crate::domain::scope::Scope;
use crate::domain::session::Session;
use crate::domain::sheet::SheetKey;
use crate::i18n::Language;
use crate::storage::FindingRow;

pub use alert_line::{AlertLine, AnswerLine, AnswerWord};
pub use answer::AnswerRequest;
pub(in crate::ops) use known::HeldAlerts;

/// An alert with everything that stands on the banner.
#[derive(Debug, Clone, PartialEq)]
pub struct AlertView {
    /// Its key.
    pub key: String,
    /// The alert.
    pub alert: Alert,
    /// Name of the class, dormitory or wider circle as lists show it.
    pub scope: String,
    /// The same inside a sentence.
    pub scope_words: String,
    /// Name of the symptom, sign or disease; `None` where the symptoms are not known.
    pub subject: Option<String>,
    /// The people counted.
    pub people: Vec<AlertPerson>,
    /// What is said of the rule.
    pub rule: RuleWords,
    /// What was said of it; `None` while nobody has.
    pub answer: Option<AnswerLine>,
}

/// What is said of a rule.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct RuleWords {
    /// Short name.
    pub name: String,
    /// The rule in words.
    pub text: String,
    /// Where the rule stands.
    pub source: String,
    /// Hours within which it has to be reported.
    pub report_hours: Option<u32>,
    /// Name of its edition, other than the national standard.
    pub edition: Option<String>,
    /// Whether the edition holds in one place only.
    pub local: bool,
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
    /// Class, dormitory or staff.
    pub group: Group,
    /// The sheet that shows it, on the day when it was seen.
    pub sheet: SheetKey,
    /// Its name as lists show it.
    pub group_name: String,
    /// Symptoms in words, temperature among them.
    pub words: String,
}

/// Names of a scope.
pub(in crate::ops) struct ScopeName {
    /// As the school writes it.
    pub label: String,
    /// As lists show it.
    pub short: String,
    /// Inside a sentence.
    pub words: String,
}

/// What is known of the people whom the alerts of a day count.
struct Known {
    people: Vec<Person>,
    enrolments: Vec<Enrolment>,
    /// The earliest first.
    findings: Vec<FindingRow>,
}

impl Known {
    /// What was seen of a person in the days of an alert; of an illness that began before anybody was told of it, what
    /// was seen first. Of several sheets the last one counts, one of the alert's own group before others.
    fn seen(&self, alert: &Alert, person: PersonId) -> Option<&FindingRow> {
        let own = |row: &&FindingRow| row.person == person && row.date >= alert.from;
        let within = || self.findings.iter().rev().filter(own).filter(|row| row.date <= alert.to);
        let of_group = || within().find(|row| Some(row.grp) == alert.scope.group());
        of_group().or_else(|| within().next()).or_else(|| self.findings.iter().find(own))
    }
}

impl Book {
    /// Alerts around a day that concern a group or, for a class, dormitories and wider circles of its people.
    pub(super) fn alerts_of_group(
        &self,
        group: Group,
        everyone: &[Seat],
        date: NaiveDate,
    ) -> Result<Vec<Alert>, OpError> {
        let people: BTreeSet<PersonId> = everyone.iter().map(|seat| seat.person.id).collect();
        let concerns = |alert: &Alert| {
            alert.scope == Scope::Group(group) || alert.persons.iter().any(|person| people.contains(person))
        };
        Ok(self.alerts_around(date)?.into_iter().filter(concerns).collect())
    }

    /// An alert with names, rule text, source and what was said of it.
    ///
    /// # Errors
    /// [`OpError::NoSuchAlert`].
    pub fn alert_view_of(&self, key: &str) -> Result<AlertView, OpError> {
        let alert = self.alert_of_key(key)?;
        let date = alert.to;
        let nothing = || OpError::NoSuchAlert { given: key.to_owned() };
        self.alert_views(vec![alert], date)?.pop().ok_or_else(nothing)
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
        let answers = self.answers_of(&alerts)?;
        let view = |alert: Alert| {
            let key = alert.key();
            let answer = answers.get(&key).map(|row| self.answer_line(row, &alert));
            let name = self.scope_name(alert.scope)?;
            Ok(AlertView {
                key,
                scope: name.short,
                scope_words: name.words,
                subject: self.subject_name(&alert.subject),
                people: self.alert_people(&alert, &known, date)?,
                rule: self.alert_rule_words(&alert.rule, alert.to),
                answer,
                alert,
            })
        };
        alerts.into_iter().map(view).collect()
    }

    /// Where, of what and by which rule, in one line.
    pub(in crate::ops) fn alert_words(&self, alert: &Alert) -> Result<String, OpError> {
        let subject = self.subject_name(&alert.subject);
        let subject = subject.unwrap_or_else(|| self.tr.trace_symptoms_unknown());
        let scope = self.scope_name(alert.scope)?.short;
        Ok([scope, subject, self.alert_rule_words(&alert.rule, alert.to).name].join(" "))
    }

    fn alert_people(
        &self,
        alert: &Alert,
        known: &Known,
        date: NaiveDate,
    ) -> Result<Vec<AlertPerson>, OpError> {
        let mut names: Vec<(Group, String)> = Vec::new();
        let mut people = Vec::with_capacity(alert.persons.len());
        for person in known.people.iter().filter(|person| alert.persons.contains(&person.id)) {
            let seen = known.seen(alert, person.id);
            let enrolment = known.enrolments.iter().find(|e| e.person == person.id && e.covers(date));
            let group = enrolment.map(|e| Group::Class(e.class)).or(alert.scope.group());
            let group = group.or(seen.map(|row| row.grp)).unwrap_or(Group::Staff);
            if !names.iter().any(|(known, _)| *known == group) {
                names.push((group, self.group_info(group)?.short));
            }
            let group_name = names.iter().find(|(known, _)| *known == group).map(|(_, name)| name.clone());
            let of_class = || SheetKey { group, date: alert.to, session: Session::usual_of(group.kind()) };
            people.push(AlertPerson {
                person: person.id,
                seat_no: enrolment.map(|e| e.seat_no),
                name: person.name.clone(),
                group,
                sheet: seen.map_or_else(of_class, FindingRow::sheet),
                group_name: group_name.unwrap_or_default(),
                words: seen.map(|row| self.finding_words(&row.body)).unwrap_or_default(),
            });
        }
        people.sort_by_key(|person| (person.group, person.seat_no));
        Ok(people)
    }

    /// Names of a scope.
    pub(in crate::ops) fn scope_name(&self, scope: Scope) -> Result<ScopeName, OpError> {
        let tr = &self.tr;
        let one = |label: String| ScopeName { short: label.clone(), words: label.clone(), label };
        Ok(match scope {
            Scope::Group(group) => {
                let info = self.group_info(group)?;
                let class = group.kind() == GroupKind::Class;
                let words = if class { tr.alert_class(&tr.class(&info.short)) } else { info.short.clone() };
                ScopeName { label: info.label, short: info.short, words }
            }
            Scope::Grade(grade) => {
                let chinese = tr.language() == Language::Chinese;
                one(tr.alert_grade(&if chinese { grade_name(grade) } else { grade.to_string() }))
            }
            Scope::School => one(tr.alert_school()),
            Scope::Meal(id) => {
                let group = self.store.free_groups()?.into_iter().find(|group| group.id == id);
                one(group.map(|group| group.label).unwrap_or_default())
            }
        })
    }

    fn subject_name(&self, subject: &AlertSubject) -> Option<String> {
        let tag = self.tr.language().tag();
        match subject {
            AlertSubject::Symptom(code) => Some(self.rules.name(code, tag).to_owned()),
            AlertSubject::Severe(sign) => Some(self.rules.sign_name(*sign, tag).to_owned()),
            AlertSubject::Definition(id) => self.rules.definition(id).map(|it| it.name.get(tag).to_owned()),
            AlertSubject::Disease(id) => Some(self.rules.disease_name(id, tag).to_owned()),
            AlertSubject::SymptomsUnknown => None,
        }
    }

    /// A rule as it was in force on a day.
    fn alert_rule_words(&self, id: &str, day: NaiveDate) -> RuleWords {
        let (tag, rules) = (self.tr.language().tag(), self.rules_on(day));
        let Some(rule) = rules.alert_rule(id) else { return RuleWords::default() };
        let end = day.and_hms_opt(23, 59, 59).unwrap_or_default().min(self.now());
        let scheme = self.case_edition(end).ok();
        let source = rules.source(rule.source).map(|source| source.name.get(tag).to_owned());
        RuleWords {
            name: rule.name.get(tag).to_owned(),
            text: rule.text.get(tag).to_owned(),
            source: source.unwrap_or_default(),
            report_hours: rule
                .report_hours
                .map(|own| scheme.map_or(own, |it| rule.hours_by(&it.hours).unwrap_or(own))),
            edition: rule
                .edition
                .filter(|edition| edition.in_force != InForce::Always)
                .map(|edition| edition.name.get(tag).to_owned()),
            local: rule.edition.is_some_and(|edition| edition.local),
        }
    }

    /// A rule's source as it is named to a school.
    pub(super) fn source_words(&self, id: &str) -> String {
        let tag = self.tr.language().tag();
        self.rules.source(id).map(|source| source.name.get(tag).to_owned()).unwrap_or_default()
    }
}
