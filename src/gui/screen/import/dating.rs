//! School year and first day of an import, set where it lies open: the file is compared again with them.

use chrono::NaiveDate;
use iced::keyboard::Key;
use iced::keyboard::key::Named;

use super::review::Review;
use super::{Import, State};
use crate::domain::calendar::Calendar;
use crate::gui::context::Context;
use crate::gui::effect::Effect;
use crate::gui::screen::KeyPress;
use crate::gui::widget::date_field;
use crate::i18n::Explanation;

/// What its parts say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Message {
    /// Ask.
    Ask,
    /// Another school year, by its 1 September.
    Year(i32),
    /// Typed as the first day.
    Day(String),
    /// Compare again.
    Apply,
    /// Close the question.
    Close,
}

/// What was set beside the file: `None` is found by the book.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Set {
    pub(super) year: Option<i32>,
    pub(super) as_of: Option<NaiveDate>,
}

/// The question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dating {
    /// The years to choose from.
    pub(super) years: Vec<i32>,
    pub(super) year: i32,
    /// As typed; empty: found by the book.
    pub(super) day: String,
    pub(super) wrong: Option<String>,
    /// What was set before, should the new be refused.
    before: Set,
}

impl Dating {
    fn of(review: &Review, set: Set, today: NaiveDate) -> Self {
        let (now, year) = (Calendar::school_year_of(today), review.plan.school_year);
        let mut years = vec![now - 1, now, now + 1, year];
        years.sort_unstable();
        years.dedup();
        Self { years, year, day: review.plan.as_of.to_string(), wrong: None, before: set }
    }

    /// A day that nobody set belongs to its year: with another year the book finds another one.
    fn choose(&mut self, year: i32, review: &Review) {
        let own = review.plan.as_of.to_string();
        self.wrong = None;
        if self.before.as_of.is_none() {
            if year == review.plan.school_year && self.day.is_empty() {
                self.day = own;
            } else if year != review.plan.school_year && self.day == own {
                self.day.clear();
            }
        }
        self.year = year;
    }

    /// What is set now; `None` where the day is none.
    fn set(&self, review: &Review) -> Option<Set> {
        let typed = self.day.trim();
        let as_of = match typed {
            "" => None,
            typed => Some(date_field::day(typed)?),
        };
        let same_year = self.year == review.plan.school_year;
        let found = same_year && self.before.as_of.is_none() && as_of == Some(review.plan.as_of);
        Some(Set {
            year: if same_year { self.before.year } else { Some(self.year) },
            as_of: as_of.filter(|_| !found),
        })
    }
}

impl Import {
    /// A key while it is asked: a digit chooses the year unless it is typed into the day.
    pub(super) fn dating_key(&self, press: &KeyPress) -> Option<Message> {
        let dating = self.dating.as_ref()?;
        if !press.modifiers.is_empty() {
            return None;
        }
        if press.key == Key::Named(Named::Enter) {
            return Some(Message::Apply);
        }
        let mut numbered = dating.years.iter().enumerate();
        let chosen =
            |(at, _): &(usize, &i32)| press.key.as_ref() == Key::Character((at + 1).to_string().as_str());
        numbered.find(chosen).filter(|_| !press.in_field).map(|(_, year)| Message::Year(*year))
    }

    pub(super) fn date(&mut self, message: Message, context: &Context) -> Vec<Effect> {
        let set = self.set;
        let Some(review) = self.review() else { return Vec::new() };
        match (message, &mut self.dating.clone()) {
            (Message::Ask, _) => {
                self.dating = Some(Dating::of(review, set, context.now.date()));
                vec![Effect::Focus(YEAR.into())]
            }
            (Message::Year(year), Some(dating)) => {
                dating.choose(year, review);
                self.dating = Some(dating.clone());
                vec![Effect::Focus(YEAR.into())]
            }
            (Message::Day(typed), Some(dating)) => {
                (dating.day, dating.wrong) = (typed, None);
                self.dating = Some(dating.clone());
                Vec::new()
            }
            (Message::Apply, Some(dating)) => match dating.set(review) {
                None => {
                    dating.wrong = Some(context.tr.print_screen_bad_date());
                    self.dating = Some(dating.clone());
                    vec![Effect::Focus(DAY.into())]
                }
                Some(chosen) if chosen == set => self.close_dating(),
                Some(chosen) => self.compare_again(chosen),
            },
            (Message::Close, _) => self.close_dating(),
            (_, None) => Vec::new(),
        }
    }

    fn close_dating(&mut self) -> Vec<Effect> {
        self.dating = None;
        self.focus_line()
    }

    /// Compares the file anew; what was decided so far is kept for those rows that are still there.
    fn compare_again(&mut self, set: Set) -> Vec<Effect> {
        self.set = set;
        if let State::Review(review) = std::mem::replace(&mut self.state, State::Reading) {
            self.reviewed = Some(review);
        }
        vec![Effect::Load(self.question())]
    }

    /// The comparison was refused: what was compared before stands again, and the question says why.
    pub(super) fn refused_dates(&mut self, why: &Explanation) -> Option<Vec<Effect>> {
        let review = self.reviewed.take()?;
        self.state = State::Review(review);
        if let Some(dating) = &mut self.dating {
            self.set = dating.before;
            dating.wrong = Some(format!("{}{}", why.happened, why.remedy));
        }
        Some(vec![Effect::Focus(DAY.into())])
    }
}

/// Names of the two answers, for the focus.
pub const YEAR: &str = "import-year";
pub const DAY: &str = "as-of";
