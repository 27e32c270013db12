//! Which editions of alert rules judge: listed with their rules, chosen and put aside by the school.

use chrono::{NaiveDate, NaiveDateTime};
use serde::Serialize;
use serde_json::json;

use super::book::Book;
use super::error::OpError;
use crate::domain::chosen_rules::{ChosenRules, RuleChoice};
use crate::domain::rule_book::{ClusterEntry, EditionEntry, InForce};
use crate::storage::Setting;

/// Setting that holds the choices, by first day.
pub(super) const RULES: &str = "rules";

/// An edition with its rules.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct EditionLine {
    /// Id.
    pub id: String,
    /// Short name.
    pub name: String,
    /// What it is and for whom.
    pub text: String,
    /// Where it stands.
    pub source: String,
    /// Whether it holds in one place only.
    pub local: bool,
    /// Whether its source is still to be confirmed by the school.
    pub unconfirmed: bool,
    /// Whether the school can choose it or put it aside.
    pub optional: bool,
    /// Whether its rules judge the day asked for.
    pub on: bool,
    /// Who chose, and when; `None` where nobody did.
    pub chosen: Option<ChosenBy>,
    /// Its rules.
    pub rules: Vec<RuleLine>,
}

/// Who chose, and when.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ChosenBy {
    /// Who.
    pub by: String,
    /// When.
    pub at: NaiveDateTime,
}

/// A rule of an edition.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RuleLine {
    /// Id.
    pub id: String,
    /// Version.
    pub version: String,
    /// Short name.
    pub name: String,
    /// The rule in words.
    pub text: String,
    /// Days of its window.
    pub days: u32,
    /// Lowest number of persons.
    pub count: usize,
    /// Lowest share of the head-count in percent.
    pub share: Option<usize>,
    /// Among whom it counts.
    pub scopes: Vec<&'static str>,
}

impl Book {
    /// All editions with their rules as they hold on a day.
    pub fn editions(&self, date: NaiveDate) -> Result<Vec<EditionLine>, OpError> {
        let chosen: Vec<ChosenRules> = self.store.setting(RULES)?.unwrap_or_default();
        let line = |edition: &EditionEntry| self.edition_line(edition, &chosen, date);
        Ok(self.rules_on(date).editions().iter().map(line).collect())
    }

    fn edition_line(&self, edition: &EditionEntry, chosen: &[ChosenRules], date: NaiveDate) -> EditionLine {
        let tag = self.tr.language().tag();
        let rule = |rule: &ClusterEntry| RuleLine {
            id: rule.id.clone(),
            version: rule.version.clone(),
            name: rule.name.get(tag).to_owned(),
            text: rule.text.get(tag).to_owned(),
            days: rule.days,
            count: rule.count,
            share: rule.share,
            scopes: rule.scopes.iter().map(|scope| scope.name()).collect(),
        };
        let choice = ChosenRules::choice(chosen, &edition.id, date);
        let rules = self.rules_on(date).clusters().iter();
        EditionLine {
            id: edition.id.clone(),
            name: edition.name.get(tag).to_owned(),
            text: edition.text.get(tag).to_owned(),
            source: self.source_words(&edition.source),
            local: edition.local,
            unconfirmed: edition.in_force == InForce::IfConfirmed,
            optional: edition.in_force != InForce::Always,
            on: ChosenRules::holds(chosen, edition, date),
            chosen: choice.map(|it| ChosenBy { by: self.name_or_post(&it.by), at: it.at }),
            rules: rules.filter(|it| it.edition == edition.id).map(rule).collect(),
        }
    }

    /// Chooses an edition or puts it aside, from today on: what earlier days were judged by stays.
    ///
    /// # Errors
    /// [`OpError::NoSuchRules`] for an id that no edition has, or one that always judges; nothing is changed.
    pub fn choose_rules(&mut self, id: &str, on: bool) -> Result<(), OpError> {
        let optional = self.rules.edition(id).filter(|edition| edition.in_force != InForce::Always);
        let Some(edition) = optional else { return Err(OpError::NoSuchRules { given: id.to_owned() }) };
        let name = edition.name.get(self.tr.language().tag()).to_owned();
        let today = self.today();
        let chosen: Vec<ChosenRules> = self.store.setting(RULES)?.unwrap_or_default();
        if ChosenRules::holds(&chosen, edition, today) == on {
            return Ok(());
        }
        let choice = RuleChoice { on, by: self.operator()?, at: self.now() };
        let setting = Setting::new(RULES, &ChosenRules::with(chosen, id, &choice, today))?;
        let kind = if on { "choose_rules" } else { "put_rules_aside" };
        self.act(kind, json!({ "rules": name }), |act, _| Ok(act.put(&setting).map(drop)?))
    }
}
