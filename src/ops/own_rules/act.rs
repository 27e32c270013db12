//! Setting a figure, and taking it back.

use std::path::PathBuf;

use chrono::NaiveDate;
use serde_json::json;

use super::OwnRuleError;
use crate::domain::own_rule::{OwnRule, OwnRuleBody};
use crate::domain::rule_book::{Figure, figures};
use crate::ops::book::Book;
use crate::ops::error::OpError;

/// Most characters of a text: alerts and papers show it.
const LONGEST: usize = 300;

/// Something to do to the school's own figures.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum OwnRuleOp {
    /// Sets a figure.
    Set(Box<NewOwnRule>),
    /// The shipped figure holds again from a day on; `None`: today.
    Withdraw(String, Option<NaiveDate>),
    /// Writes all figures that are set into a file.
    Export(PathBuf),
    /// Takes the figures of a file, all or none.
    Import(PathBuf),
}

/// A figure that is to be set.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct NewOwnRule {
    /// Which: `clusters/clusters/cn2006-1d3/count`.
    pub path: String,
    /// The value as it is typed: `3`, `37.5`, `14:00`.
    pub value: String,
    /// First day; `None`: today.
    pub valid_from: Option<NaiveDate>,
    /// The rule in words; empty: made from the figure.
    pub text: String,
    /// The notice that it stands in.
    pub source: String,
    /// Who approved it.
    pub approved_by: String,
}

impl Book {
    /// Does something to the school's own figures; answers how many were set or written.
    pub(in crate::ops) fn run_own_rules(&mut self, op: &OwnRuleOp) -> Result<usize, OpError> {
        match op {
            OwnRuleOp::Set(new) => self.set_own_rule(new).map(|()| 1),
            OwnRuleOp::Withdraw(path, from) => self.withdraw_own_rule(path, *from).map(|()| 1),
            OwnRuleOp::Export(path) => self.export_own_rules(path),
            OwnRuleOp::Import(path) => self.import_own_rules(path),
        }
    }

    /// Sets a figure from a day on.
    ///
    /// # Errors
    /// [`OwnRuleError`]; nothing is changed.
    pub fn set_own_rule(&mut self, new: &NewOwnRule) -> Result<(), OpError> {
        let all = self.store.own_rules()?;
        let rule = self.own_rule(new, &all)?;
        self.put_own_rules(&[rule], all)
    }

    /// The shipped figure holds again. Days on which the own one held are still judged by it.
    ///
    /// # Errors
    /// [`OwnRuleError::NotOwn`], [`OwnRuleError::GoneBy`].
    pub fn withdraw_own_rule(&mut self, path: &str, from: Option<NaiveDate>) -> Result<(), OpError> {
        let from = self.not_gone_by(from)?;
        let all = self.store.own_rules()?;
        let last = all.iter().rfind(|rule| rule.path == path && rule.body.value.is_some());
        let last = last.ok_or_else(|| OwnRuleError::NotOwn { given: path.to_owned() })?.clone();
        let own: Vec<OwnRule> = all.iter().filter(|rule| rule.path == path).cloned().collect();
        let began_before = own.iter().any(|rule| rule.valid_from < from && rule.body.value.is_some());
        let (by, at) = (self.operator()?, self.now());
        let body = OwnRuleBody { value: None, by, at, version: last.body.version + 1, ..last.body };
        let end = began_before.then(|| OwnRule { path: path.to_owned(), valid_from: from, body });
        self.act("own_rule_withdraw", json!({ "rule": path }), |act, _| {
            for rule in own.iter().filter(|rule| rule.valid_from >= from) {
                let _ = act.remove(rule)?;
            }
            if let Some(end) = &end {
                let _ = act.put(end)?;
            }
            Ok(())
        })?;
        self.follow_own_rules()
    }

    /// Writes figures whose fit has been tried, as one act.
    pub(super) fn put_own_rules(&mut self, new: &[OwnRule], mut all: Vec<OwnRule>) -> Result<(), OpError> {
        let same =
            |one: &OwnRule, other: &OwnRule| (&one.path, one.valid_from) == (&other.path, other.valid_from);
        all.retain(|old| !new.iter().any(|rule| same(rule, old)));
        all.extend(new.iter().cloned());
        Self::fits(&all).map_err(|error| OwnRuleError::DoesNotFit { at: error.to_string() })?;
        let detail = match new {
            [one] => json!({ "rule": one.path, "count": 1 }),
            several => json!({ "count": several.len() }),
        };
        self.act("own_rule", detail, |act, _| {
            for rule in new {
                let _ = act.put(rule)?;
            }
            Ok(())
        })?;
        self.follow_own_rules()
    }

    /// A figure as it would be kept.
    pub(super) fn own_rule(&self, new: &NewOwnRule, all: &[OwnRule]) -> Result<OwnRule, OpError> {
        let figure = figure(&new.path)?;
        let bad = || OwnRuleError::BadFigure { given: new.value.clone(), unit: figure.unit };
        let value = figure.unit.parse(&new.value).ok_or_else(bad)?;
        let (source, approved_by) = (plain(&new.source)?, plain(&new.approved_by)?);
        if source.is_empty() || approved_by.is_empty() {
            return Err(OwnRuleError::Unapproved.into());
        }
        let text = match plain(&new.text)? {
            text if text.is_empty() => self.own_rule_words(&figure, &value),
            text => text,
        };
        let version = all.iter().filter(|rule| rule.path == new.path).map(|rule| rule.body.version).max();
        Ok(OwnRule {
            path: new.path.clone(),
            valid_from: self.not_gone_by(new.valid_from)?,
            body: OwnRuleBody {
                value: Some(value),
                version: version.unwrap_or_default() + 1,
                text,
                source,
                approved_by,
                by: self.operator()?,
                at: self.now(),
            },
        })
    }

    fn not_gone_by(&self, day: Option<NaiveDate>) -> Result<NaiveDate, OpError> {
        let today = self.today();
        match day {
            Some(given) if given < today => Err(OwnRuleError::GoneBy { given, today }.into()),
            day => Ok(day.unwrap_or(today)),
        }
    }
}

/// The shipped figure of a path.
fn figure(path: &str) -> Result<Figure, OpError> {
    let found = figures()?.into_iter().find(|figure| figure.path == path);
    Ok(found.ok_or_else(|| OwnRuleError::NoSuchFigure { given: path.to_owned() })?)
}

/// A text on one line without spaces around it.
fn plain(text: &str) -> Result<String, OpError> {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let length = text.chars().count();
    if length > LONGEST { Err(OwnRuleError::TooLong { length }.into()) } else { Ok(text) }
}
