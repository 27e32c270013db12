//! Pupils who fit a search and are in no class on the day: they have left, or come later.

use chrono::NaiveDate;

use super::{RosterFilter, RosterSnapshot};
use crate::domain::id::PersonId;
use crate::domain::person::PersonKind;
use crate::i18n::Tr;
use crate::ops::book::Book;
use crate::ops::error::OpError;

/// How many are named; a search that fits more is too wide to point to anybody.
const NAMED: usize = 8;

/// A pupil who is in no class on a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AwayLine {
    /// Key.
    pub key: PersonId,
    /// Name.
    pub name: String,
    /// The class of before, or the one to come.
    pub class: String,
    /// First day in it.
    pub from: NaiveDate,
    /// Last day in it, where that is past.
    pub to: Option<NaiveDate>,
}

impl AwayLine {
    /// When the pupil left or comes.
    pub fn when(&self, tr: &Tr) -> String {
        match self.to.and_then(|last| last.succ_opt()) {
            Some(gone) => tr.roster_left_since(&gone.to_string()),
            None => tr.roster_comes_on(&self.from.to_string()),
        }
    }
}

impl RosterSnapshot {
    /// The best of those who fit what was typed and are in no class on the day; nothing typed points to nobody.
    pub(super) fn away_lines(&self, date: NaiveDate, find: &str) -> Vec<AwayLine> {
        if find.trim().is_empty() {
            return Vec::new();
        }
        let filter = RosterFilter { find: find.to_owned(), away: true, ..RosterFilter::default() };
        let found = self.found(date, &filter).into_iter().take(NAMED);
        let line = found.map(|(person, enrolment)| AwayLine {
            key: person.id,
            name: person.name.clone(),
            class: self.classes.get(&enrolment.class).map(|class| class.label.clone()).unwrap_or_default(),
            from: enrolment.from,
            to: enrolment.to.filter(|last| *last < date),
        });
        line.collect()
    }
}

impl Book {
    /// Whom a search may mean that finds nobody in a class on a day.
    pub fn found_away(&self, date: NaiveDate, find: &str) -> Result<Vec<AwayLine>, OpError> {
        Ok(self.roster_snapshot(PersonKind::Pupil)?.away_lines(date, find))
    }
}
