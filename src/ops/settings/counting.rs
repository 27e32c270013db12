//! How the school counts absences in half days.

use chrono::NaiveDate;
use serde::Serialize;

use crate::domain::rule_book::ChosenCounting;
use crate::ops::book::Book;
use crate::ops::error::OpError;

/// Setting that holds the ways of counting, by first day.
const COUNTING: &str = "counting";

/// One way of counting.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CountingSetting {
    /// Id.
    pub id: String,
    /// Short name.
    pub name: String,
    /// What it means.
    pub text: String,
    /// Name of its source.
    pub source: String,
    /// Whether it was chosen last.
    pub on: bool,
    /// From which day on, where the school chose it.
    pub from: Option<NaiveDate>,
}

impl Book {
    /// The ways of counting, with the one that was chosen.
    pub fn counting_settings(&self) -> Result<Vec<CountingSetting>, OpError> {
        let tag = self.tr.language().tag();
        let last = self.chosen_countings()?.pop();
        let usual = self.rules.countings().first().map(|one| one.id.clone());
        let on = last.as_ref().map(|chosen| chosen.id.clone()).or(usual);
        let setting = |edition: &crate::domain::rule_book::CountingEdition| CountingSetting {
            id: edition.id.clone(),
            name: edition.name.get(tag).to_owned(),
            text: edition.text.get(tag).to_owned(),
            source: self
                .rules
                .source(&edition.source)
                .map(|it| it.name.get(tag).to_owned())
                .unwrap_or_default(),
            on: on.as_ref() == Some(&edition.id),
            from: last.as_ref().filter(|chosen| chosen.id == edition.id).map(|chosen| chosen.from),
        };
        Ok(self.rules.countings().iter().map(setting).collect())
    }

    fn chosen_countings(&self) -> Result<Vec<ChosenCounting>, OpError> {
        Ok(self.store.setting(COUNTING)?.unwrap_or_default())
    }

    /// The rules count as the school chose; asked again after everything that may have changed it.
    pub(in crate::ops) fn follow_counting(&mut self) -> Result<(), OpError> {
        let chosen = self.chosen_countings()?;
        self.count_as_chosen(&chosen);
        Ok(())
    }

    /// The way of counting holds from today on, so that no day gone by is counted anew.
    ///
    /// # Errors
    /// [`OpError::BadValue`] for an edition that the rules do not have.
    pub(super) fn set_counting(&mut self, id: &str) -> Result<(), OpError> {
        if !self.rules.countings().iter().any(|edition| edition.id == id) {
            return Err(OpError::BadValue { field: "counting", given: id.to_owned() });
        }
        let from = self.today();
        if self.rules.counting_on(from).is_some_and(|edition| edition.id == id) {
            return Ok(());
        }
        let mut chosen = self.chosen_countings()?;
        chosen.retain(|other| other.from < from);
        chosen.push(ChosenCounting { from, id: id.to_owned() });
        self.set(COUNTING, &chosen)?;
        self.follow_counting()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::finding::Attendance;
    use crate::ops::clock::FixedClock;
    use crate::ops::sample_book::{book, book_in, hand_in, morning, person, with};
    use crate::ops::settings::SettingsOp;

    #[test]
    fn the_way_of_counting_holds_from_its_day_and_survives_a_restart() {
        let (folder, mut book) = book();
        let monday = book.today();
        let ill =
            |book: &mut Book, date| hand_in(book, morning(1, date), &[(102, with(Attendance::Ill, &[]))]);
        ill(&mut book, monday);
        let lost = |book: &Book| book.person_file(person(102), 0).unwrap().absences[0].half_days;
        assert_eq!(lost(&book), 1);
        book.clock = Box::new(FixedClock("2026-11-24T08:05:00".parse().unwrap()));
        book.set_up(&SettingsOp::Counting("lessons".into())).unwrap();
        let tuesday = book.today();
        ill(&mut book, tuesday);
        assert_eq!(lost(&book), 1 + 2, "four lessons are a day from today on");
        let chosen = book.counting_settings().unwrap().into_iter().find(|one| one.on).unwrap();
        assert_eq!((chosen.id.as_str(), chosen.from), ("lessons", Some(tuesday)));
        assert!(!chosen.source.is_empty());
        let wrong = book.set_up(&SettingsOp::Counting("none".into()));
        assert!(matches!(wrong, Err(OpError::BadValue { field: "counting", .. })));
        drop(book);
        let again =
            Book::open(&crate::ops::OpenOptions { folder: folder.path().into(), ..Default::default() });
        assert_eq!(lost(&again.unwrap()), 3);
        let other = tempfile::tempdir().unwrap();
        let mut book = book_in(other.path());
        book.set_up(&SettingsOp::Counting("lessons".into())).unwrap();
        ill(&mut book, monday);
        assert_eq!(lost(&book), 2);
        book.undo(None).unwrap();
        book.undo(None).unwrap();
        book.undo(None).unwrap();
        ill(&mut book, monday);
        assert_eq!(lost(&book), 1, "taken back");
    }
}
