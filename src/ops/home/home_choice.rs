//! Whether the module is on and which conditions of return hold: listed, and chosen by the school.

use chrono::NaiveDate;
use serde::Serialize;
use serde_json::json;

use super::home_error::HomeError;
use crate::domain::home::{ChosenHome, ConditionChoice, HomeTerms};
use crate::domain::rule_book::{ConditionEntry, NumberUnit};
use crate::ops::book::Book;
use crate::ops::error::OpError;
use crate::ops::rule_choices::ChosenBy;
use crate::storage::Setting;

/// Setting that holds the choices, by first day.
const HOME: &str = "home";

/// What a school chooses.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum HomeChoice {
    /// The module is on from today on, or no longer.
    Module(bool),
    /// A condition is asked for from today on, or no longer.
    Condition(String, bool),
    /// Its number from today on.
    Number(String, u32),
}

/// The module and its conditions as they hold today.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct HomeSettings {
    /// Whether the module is on.
    pub on: bool,
    /// What it is about.
    pub text: String,
    /// Where it stands.
    pub source: String,
    /// Edition of the rules.
    pub version: String,
    /// The conditions.
    pub conditions: Vec<ConditionLine>,
}

/// A condition of return.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ConditionLine {
    /// Id.
    pub id: String,
    /// Short name.
    pub name: String,
    /// What it asks for.
    pub text: String,
    /// Where it stands.
    pub source: String,
    /// Whether it holds in some places only.
    pub local: bool,
    /// Whether it is asked for.
    pub on: bool,
    /// Its number, where it has one.
    pub number: Option<u32>,
    /// What the number counts.
    pub unit: Option<NumberUnit>,
    /// Least and greatest number.
    pub range: Option<(u32, u32)>,
    /// Who chose, and when; `None` where nobody did.
    pub chosen: Option<ChosenBy>,
}

impl Book {
    fn chosen_home(&self) -> Result<Vec<ChosenHome>, OpError> {
        Ok(self.store.setting(HOME)?.unwrap_or_default())
    }

    /// Whether the module is on today.
    pub fn home_is_on(&self) -> Result<bool, OpError> {
        Ok(ChosenHome::is_on(&self.chosen_home()?, self.today()))
    }

    /// Nothing is recorded while it is off.
    pub(super) fn home_must_be_on(&self) -> Result<(), OpError> {
        if self.home_is_on()? { Ok(()) } else { Err(HomeError::Off.into()) }
    }

    /// What a return is judged by on a day.
    pub fn home_terms(&self, day: NaiveDate) -> Result<HomeTerms, OpError> {
        Ok(HomeTerms::of(self.rules.home(), &self.chosen_home()?, day))
    }

    /// The module and its conditions as they hold today.
    pub fn home_settings(&self) -> Result<HomeSettings, OpError> {
        let chosen = self.chosen_home()?;
        let (tag, today) = (self.tr.language().tag(), self.today());
        let rules = self.rules.home();
        let line = |entry: &ConditionEntry| {
            let (on, number) = ChosenHome::held(&chosen, entry, today);
            let choice = ChosenHome::choice(&chosen, &entry.id, today);
            ConditionLine {
                id: entry.id.clone(),
                name: entry.name.get(tag).to_owned(),
                text: entry.text.get(tag).to_owned(),
                source: self.source_words(&entry.source),
                local: entry.local,
                on,
                number,
                unit: entry.number.map(|number| number.unit),
                range: entry.number.map(|number| (number.least, number.most)),
                chosen: choice.map(|it| ChosenBy { by: self.name_or_post(&it.by), at: it.at }),
            }
        };
        Ok(HomeSettings {
            on: ChosenHome::is_on(&chosen, today),
            text: rules.text.get(tag).to_owned(),
            source: self.source_words(&rules.source),
            version: rules.version.clone(),
            conditions: rules.conditions.iter().map(line).collect(),
        })
    }

    /// Switches the module or a condition, or changes a number, from today on: what was decided before stays.
    ///
    /// # Errors
    /// [`HomeError::NoCondition`], [`HomeError::BadNumber`]; nothing is changed.
    pub fn choose_home(&mut self, choice: &HomeChoice) -> Result<(), OpError> {
        let today = self.today();
        let all = self.chosen_home()?;
        let (all, kind, what) = match choice {
            HomeChoice::Module(on) => {
                if ChosenHome::is_on(&all, today) == *on {
                    return Ok(());
                }
                let kind = if *on { "home_on" } else { "home_off" };
                (ChosenHome::with(all, today, |chosen| chosen.on = *on), kind, String::new())
            }
            HomeChoice::Condition(id, on) => self.with_condition(all, id, |held| (*on, held.1))?,
            HomeChoice::Number(id, number) => {
                let range = self.condition_entry(id)?.number;
                if !range.is_some_and(|range| (range.least..=range.most).contains(number)) {
                    let (least, most) = range.map(|range| (range.least, range.most)).unwrap_or_default();
                    return Err(HomeError::BadNumber { given: *number, least, most }.into());
                }
                self.with_condition(all, id, |held| (held.0, Some(*number)))?
            }
        };
        let setting = Setting::new(HOME, &all)?;
        self.act(kind, json!({ "rules": what }), |act, _| Ok(act.put(&setting).map(drop)?))
    }

    fn with_condition(
        &self,
        all: Vec<ChosenHome>,
        id: &str,
        change: impl Fn((bool, Option<u32>)) -> (bool, Option<u32>),
    ) -> Result<(Vec<ChosenHome>, &'static str, String), OpError> {
        let entry = self.condition_entry(id)?;
        let name = entry.name.get(self.tr.language().tag()).to_owned();
        let (on, number) = change(ChosenHome::held(&all, entry, self.today()));
        let choice = ConditionChoice { on, number, by: self.operator()?, at: self.now() };
        let with = ChosenHome::with(all, self.today(), |chosen| {
            let _ = chosen.conditions.insert(id.to_owned(), choice.clone());
        });
        Ok((with, "home_condition", name))
    }

    fn condition_entry(&self, id: &str) -> Result<&ConditionEntry, OpError> {
        let rules = self.rules.home();
        let allowed = || rules.conditions.iter().map(|entry| entry.id.clone()).collect();
        let unknown = || HomeError::NoCondition { given: id.to_owned(), allowed: allowed() };
        Ok(rules.condition(id).ok_or_else(unknown)?)
    }

    /// Name of a condition.
    pub(super) fn condition_name(&self, id: &str) -> String {
        let entry = self.rules.home().condition(id);
        entry.map_or(id, |entry| entry.name.get(self.tr.language().tag())).to_owned()
    }
}
