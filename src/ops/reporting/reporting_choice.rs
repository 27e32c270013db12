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

    /// Chooses a scheme for cases, for events, or both; what is not given stays as it is in force now. Clocks that run
    /// keep theirs. A choice takes the place of all that bear a later moment, as after a clock that was wrong.
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
        // Those of a later moment were made while the clock was wrong: this one is the last that was made.
        let known = choices.len();
        choices.retain(|choice| choice.at <= now);
        let holds = choices.last().is_some_and(|last| last.edition == edition && last.events == events);
        if holds && choices.len() == known {
            return Ok(());
        }
        if holds {
            return self.set(REPORTING, &choices);
        }
        choices.push(ReportingChoice { at: now, by: self.operator()?, edition, events });
        choices.sort_by_key(|choice| choice.at);
        self.set(REPORTING, &choices)
    }
}

#[cfg(test)]
mod tests {
    use crate::ops::Book;
    use crate::ops::clock::FixedClock;
    use crate::ops::sample_book::book;

    fn set_clock(book: &mut Book, text: &str) {
        book.clock = Box::new(FixedClock(format!("{text}:00").parse().unwrap()));
    }

    #[test]
    fn a_choice_made_by_a_wrong_clock_is_superseded_by_the_next() {
        let (_folder, mut book) = book();
        let edition = |book: &Book| book.case_edition(book.now()).unwrap().id.clone();
        set_clock(&mut book, "2027-03-01T08:00");
        book.choose_reporting(Some("6-12-24"), None).unwrap();
        set_clock(&mut book, "2026-11-23T08:10");
        assert_eq!(edition(&book), "2-24");
        book.choose_reporting(Some("6-12-24"), None).unwrap();
        assert_eq!(edition(&book), "6-12-24");
        // Another by the wrong clock, and what holds now is confirmed: the later one does not spring into force.
        set_clock(&mut book, "2027-03-01T08:00");
        book.choose_reporting(Some("2-24"), None).unwrap();
        set_clock(&mut book, "2026-11-23T08:20");
        book.choose_reporting(Some("6-12-24"), None).unwrap();
        set_clock(&mut book, "2027-03-02T08:00");
        assert_eq!(edition(&book), "6-12-24");
        assert_eq!(book.reporting_choices().unwrap().len(), 1);
    }
}
