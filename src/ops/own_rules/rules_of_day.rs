//! Which rules hold on which day: a day is judged by the figures that were in force on it.

use chrono::NaiveDate;

use crate::domain::own_rule::OwnRule;
use crate::domain::rule_book::{Bilingual, RuleBook, RuleError};
use crate::i18n::{Language, Tr};
use crate::ops::book::Book;
use crate::ops::error::OpError;

/// The rule books of a school that has figures of its own, each from its first day on.
#[derive(Debug, Default)]
pub(in crate::ops) struct Eras {
    /// What they were made from.
    own: Vec<OwnRule>,
    /// By first day; empty where the shipped rules hold on every day.
    books: Vec<(NaiveDate, RuleBook)>,
    /// The day whose rules are the book's.
    today: Option<NaiveDate>,
}

impl Eras {
    /// Nothing is set yet, and the shipped rules have been read today.
    pub fn shipped(today: NaiveDate) -> Self {
        Self { today: Some(today), ..Self::default() }
    }
}

impl Book {
    /// The rules of a day.
    pub(in crate::ops) fn rules_on(&self, day: NaiveDate) -> &RuleBook {
        let of_day = self.eras.books.iter().rfind(|(from, _)| *from <= day);
        of_day.map_or(&self.rules, |(_, rules)| rules)
    }

    /// The rules of the days `from` to `to`, each book from its first day on; the first one may have begun before.
    pub(in crate::ops) fn rules_between(
        &self,
        from: NaiveDate,
        to: NaiveDate,
    ) -> Vec<(NaiveDate, &RuleBook)> {
        let mut books: Vec<(NaiveDate, &RuleBook)> =
            self.eras.books.iter().filter(|(first, _)| *first <= to).map(|(day, it)| (*day, it)).collect();
        let before = books.partition_point(|(first, _)| *first <= from).saturating_sub(1);
        drop(books.drain(..before));
        if books.is_empty() { vec![(NaiveDate::MIN, &self.rules)] } else { books }
    }

    /// The rules follow what the school set; asked again after everything that may have changed it. A figure that this
    /// program does not know any more is left out: the shipped one holds.
    pub(in crate::ops) fn follow_own_rules(&mut self) -> Result<(), OpError> {
        let own = self.store.own_rules()?;
        if own != self.eras.own {
            let mut fitting: Vec<OwnRule> = Vec::new();
            let mark = mark();
            for rule in own.iter().cloned() {
                fitting.push(rule);
                if eras_of(&fitting, &mark).is_err() {
                    let _ = fitting.pop();
                }
            }
            self.eras = Eras { books: eras_of(&fitting, &mark)?, own, today: None };
        }
        self.follow_day()?;
        self.follow_counting()
    }

    /// At midnight the rules of the new day begin to hold.
    pub(in crate::ops) fn follow_day(&mut self) -> Result<(), OpError> {
        let today = self.today();
        if self.eras.today == Some(today) {
            return Ok(());
        }
        let of_day = self.eras.books.iter().rfind(|(from, _)| *from <= today).map(|(_, rules)| rules.clone());
        self.rules = match of_day {
            Some(rules) => rules,
            None => RuleBook::shipped()?,
        };
        self.eras.today = Some(today);
        self.follow_counting()
    }

    /// What the school has set and holds today.
    pub(in crate::ops) fn own_rules_in_force(&self) -> Vec<OwnRule> {
        OwnRule::in_force(&self.eras.own, self.today()).into_values().cloned().collect()
    }

    /// Whether the rules could be read with these figures.
    pub(super) fn fits(own: &[OwnRule]) -> Result<(), RuleError> {
        eras_of(own, &mark()).map(drop)
    }

    /// The ways of counting that the school chose hold in the rules of every day.
    pub(in crate::ops) fn count_as_chosen(&mut self, chosen: &[crate::domain::rule_book::ChosenCounting]) {
        self.rules.choose_counting(chosen.to_vec());
        for (_, rules) in &mut self.eras.books {
            rules.choose_counting(chosen.to_vec());
        }
    }
}

/// A rule book for each day on which a figure begins to hold, and the shipped one before the first.
fn eras_of(own: &[OwnRule], mark: &Bilingual) -> Result<Vec<(NaiveDate, RuleBook)>, RuleError> {
    let mut days: Vec<NaiveDate> = own.iter().map(|rule| rule.valid_from).collect();
    days.sort_unstable();
    days.dedup();
    if !days.is_empty() {
        days.insert(0, NaiveDate::MIN);
    }
    days.into_iter().map(|day| Ok((day, RuleBook::with_own(own, day, mark)?))).collect()
}

/// The rules with these figures, for whoever judges what is typed before it is saved; the shipped ones where they do not
/// fit together.
pub fn rules_with(own: &[OwnRule], day: NaiveDate) -> Result<RuleBook, RuleError> {
    RuleBook::with_own(own, day, &mark()).or_else(|_| RuleBook::shipped())
}

/// What follows the name of what the school has changed, in both languages.
fn mark() -> Bilingual {
    Bilingual {
        zh: Tr::new(Language::Chinese).own_rule_mark(),
        en: Tr::new(Language::English).own_rule_mark(),
    }
}
