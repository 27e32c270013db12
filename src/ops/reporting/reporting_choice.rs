//! The scheme of limits in force, and its choice.

use chrono::NaiveDateTime;
use serde::Serialize;

use super::ReportingError;
use crate::domain::reporting_choice::ReportingChoice;
use crate::domain::rule_book::{Bilingual, Confirmation, EventEdition, ReportingEdition};
use crate::ops::book::Book;
use crate::ops::error::OpError;

/// Setting that holds the choices by their moments.
const REPORTING: &str = "reporting";

/// A scheme that can be chosen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ReportingOption {
    /// Id.
    pub id: String,
    /// Short name.
    pub name: String,
    /// What it says.
    pub text: String,
    /// Where it stands.
    pub source: String,
    /// Whether it is an older scheme.
    pub older: bool,
    /// Whether source and date are confirmed.
    pub confirmed: bool,
}

/// What holds now, with what can be chosen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ReportingSetting {
    /// Id of the scheme for cases.
    pub edition: String,
    /// Id of the scheme for events.
    pub events: String,
    /// Who chose it last; `None`: nobody, the shipped ones hold.
    pub by: Option<String>,
    /// When.
    pub at: Option<NaiveDateTime>,
    /// The schemes for cases.
    pub editions: Vec<ReportingOption>,
    /// The schemes for events.
    pub event_editions: Vec<ReportingOption>,
}

impl Book {
    /// The choices of the school by their moments.
    fn reporting_choices(&self) -> Result<Vec<ReportingChoice>, OpError> {
        Ok(self.store.setting(REPORTING)?.unwrap_or_default())
    }

    /// The choice in force at a moment.
    pub(in crate::ops) fn reporting_choice(
        &self,
        moment: NaiveDateTime,
    ) -> Result<Option<ReportingChoice>, OpError> {
        Ok(ReportingChoice::in_force(&self.reporting_choices()?, moment).cloned())
    }

    /// The scheme for cases in force at a moment.
    pub(in crate::ops) fn case_edition(&self, moment: NaiveDateTime) -> Result<&ReportingEdition, OpError> {
        let (rules, chosen) = (self.rules_on(moment.date()), self.reporting_choice(moment)?);
        let chosen = chosen.and_then(|choice| rules.reporting_edition(&choice.edition));
        let shipped = || rules.reporting_edition(rules.default_reporting());
        let none = || ReportingError::NoSuchScheme { given: String::new(), allowed: Vec::new() };
        Ok(chosen.or_else(shipped).ok_or_else(none)?)
    }

    /// The scheme for events in force at a moment.
    pub(in crate::ops) fn event_scheme(&self, moment: NaiveDateTime) -> Result<&EventEdition, OpError> {
        let (rules, chosen) = (self.rules_on(moment.date()), self.reporting_choice(moment)?);
        let chosen = chosen.and_then(|choice| rules.event_edition(&choice.events));
        let shipped = || rules.event_edition(rules.default_events());
        let none = || ReportingError::NoSuchScheme { given: String::new(), allowed: Vec::new() };
        Ok(chosen.or_else(shipped).ok_or_else(none)?)
    }

    /// What holds now, with what can be chosen.
    pub fn reporting_setting(&self) -> Result<ReportingSetting, OpError> {
        let now = self.now();
        let choice = self.reporting_choice(now)?;
        let option = |id: &str, name: &Bilingual, text: &Bilingual, source: &str, older, status| {
            let tag = self.tr.language().tag();
            ReportingOption {
                id: id.to_owned(),
                name: name.get(tag).to_owned(),
                text: text.get(tag).to_owned(),
                source: self.source_words(source),
                older,
                confirmed: status == Confirmation::Confirmed,
            }
        };
        let cases = self.rules.reporting_editions().iter();
        let events = self.rules.event_editions().iter();
        Ok(ReportingSetting {
            edition: self.case_edition(now)?.id.clone(),
            events: self.event_scheme(now)?.id.clone(),
            by: choice.as_ref().map(|choice| self.name_or_post(&choice.by)),
            at: choice.map(|choice| choice.at),
            editions: cases.map(|e| option(&e.id, &e.name, &e.text, &e.source, e.older, e.status)).collect(),
            event_editions: events
                .map(|e| option(&e.id, &e.name, &e.text, &e.source, false, e.status))
                .collect(),
        })
    }

    /// Chooses a scheme for cases, for events, or both; what is not given stays. Clocks that run keep theirs.
    ///
    /// # Errors
    /// [`ReportingError::NoSuchScheme`].
    pub fn choose_reporting(&mut self, edition: Option<&str>, events: Option<&str>) -> Result<(), OpError> {
        let now = self.now();
        let edition = match edition {
            Some(id) => self.rules.reporting_edition(id).map(|e| e.id.clone()).ok_or_else(|| {
                let all = self.rules.reporting_editions().iter().map(|e| e.id.clone());
                ReportingError::NoSuchScheme { given: id.to_owned(), allowed: all.collect() }
            })?,
            None => self.case_edition(now)?.id.clone(),
        };
        let events = match events {
            Some(id) => self.rules.event_edition(id).map(|e| e.id.clone()).ok_or_else(|| {
                let all = self.rules.event_editions().iter().map(|e| e.id.clone());
                ReportingError::NoSuchScheme { given: id.to_owned(), allowed: all.collect() }
            })?,
            None => self.event_scheme(now)?.id.clone(),
        };
        let mut choices = self.reporting_choices()?;
        if choices.last().is_some_and(|last| last.edition == edition && last.events == events) {
            return Ok(());
        }
        choices.push(ReportingChoice { at: now, by: self.operator()?, edition, events });
        choices.sort_by_key(|choice| choice.at);
        self.set(REPORTING, &choices)
    }
}
