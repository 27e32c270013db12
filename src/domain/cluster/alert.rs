//! A threshold that was reached.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::domain::id::PersonId;
use crate::domain::scope::Scope;
use crate::domain::symptom::{SevereSign, SymptomCode};

/// What an alert is about.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AlertSubject {
    /// Several people with one symptom.
    Symptom(SymptomCode),
    /// Several people who meet a case definition, by its id.
    Definition(String),
    /// Several people with one disease, by its id.
    Disease(String),
    /// One person with a severe sign.
    Severe(SevereSign),
    /// Several people ill without a symptom written down.
    SymptomsUnknown,
}

impl AlertSubject {
    /// The code of the symptom or sign, the id of the definition or disease; `None` where the symptoms are not known.
    pub fn code(&self) -> Option<&str> {
        match self {
            Self::Symptom(code) => Some(code.as_str()),
            Self::Definition(id) | Self::Disease(id) => Some(id),
            Self::Severe(sign) => Some(sign.name()),
            Self::SymptomsUnknown => None,
        }
    }

    /// Whether people were counted by a cluster rule.
    pub const fn is_cluster(&self) -> bool {
        matches!(self, Self::Symptom(_) | Self::Definition(_) | Self::Disease(_))
    }
}

/// A threshold that is reached on the day judged.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Alert {
    /// Id of the rule: `cn2006-1d3`. Name, text and source: [`alert_rule`](crate::domain::rule_book::RuleBook::alert_rule).
    pub rule: String,
    /// Version of the rule.
    pub version: String,
    /// Among whom it was reached.
    pub scope: Scope,
    /// What it is about.
    pub subject: AlertSubject,
    /// First day of the window.
    pub from: NaiveDate,
    /// Last day of the window: the day judged.
    pub to: NaiveDate,
    /// First day on which the threshold was reached in the unbroken run of days that ends on `to`.
    pub raised_on: NaiveDate,
    /// Number of persons.
    pub count: usize,
    /// How many raise it.
    pub needed: usize,
    /// Head-count on `to`, where the rule asks for a share of it.
    pub head_count: Option<usize>,
    /// The persons, sorted by key.
    pub persons: Vec<PersonId>,
}

impl Alert {
    /// Its natural key: rule, scope, subject, first day of the run, and the person where the rule looks at one.
    pub fn key(&self) -> String {
        let subject = self.subject.code().unwrap_or("-");
        let key = format!("{}/{}/{subject}/{}", self.rule, self.scope, self.raised_on);
        match (&self.subject, self.persons.first()) {
            (AlertSubject::Severe(_), Some(person)) => format!("{key}/{person}"),
            _ => key,
        }
    }

    /// Whether two alerts are one: the same rule, scope, subject and run of days (and person, where the rule looks at
    /// one person).
    pub fn is_same_run(&self, other: &Self) -> bool {
        (&self.rule, self.scope, &self.subject, self.raised_on)
            == (&other.rule, other.scope, &other.subject, other.raised_on)
            && (!matches!(self.subject, AlertSubject::Severe(_)) || self.persons == other.persons)
    }

    /// The first day whose cases can have part in the run.
    pub fn begins_after(&self) -> NaiveDate {
        self.raised_on - (self.to - self.from)
    }
}
