//! 统计: the rates of a period by class, month and cause; a class opens the absences that it counts.

mod view;

use chrono::{Datelike, NaiveDate, Weekday};
use iced::keyboard::Key;
use iced::keyboard::key::Named;

use super::{Tab, TracePlace};
use crate::domain::calendar::Calendar;
use crate::domain::id::PersonId;
use crate::gui::context::Context;
use crate::gui::effect::Effect;
use crate::gui::route::Route;
use crate::gui::screen::{KeyPress, Page, Screen};
use crate::ops::print::ABSENCE_RATES;
use crate::ops::trace::AbsenceRates;
use crate::ops::{Answer, Query};

/// The tab.
#[derive(Debug, Default)]
pub struct RatesTab {
    period: Period,
    data: Option<AbsenceRates>,
    /// Place of the class whose absences are shown; the number of classes: all of them.
    at: usize,
}

/// The days that are counted, until today.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Period {
    /// Since Monday.
    Week,
    /// Since the first of the month.
    #[default]
    Month,
    /// Since the term began by the calendar; outside terms since 1 September or 1 February.
    Term,
    /// Since 1 September.
    Year,
}

impl Period {
    /// All, the shortest first.
    pub const ALL: [Self; 4] = [Self::Week, Self::Month, Self::Term, Self::Year];

    /// Its first day.
    pub fn first(self, context: &Context) -> NaiveDate {
        let today = context.now.date();
        let year = Calendar::first_day_of(Calendar::school_year_of(today));
        match self {
            Self::Week => today.week(Weekday::Mon).first_day(),
            Self::Month => today.with_day(1).unwrap_or(today),
            Self::Term => context.shell.term_began.unwrap_or_else(|| {
                let autumn = today.month() >= 9 || today.month() == 1;
                if autumn { year } else { NaiveDate::from_ymd_opt(today.year(), 2, 1).unwrap_or(today) }
            }),
            Self::Year => year,
        }
    }
}

/// What its parts say.
#[derive(Debug, Clone, PartialEq)]
pub enum Message {
    /// Another period.
    Period(Period),
    /// The absences of a class, or of all.
    Class(usize),
    /// Up or down among the classes.
    Move(i32),
    /// Everything of somebody.
    Person(PersonId),
    /// The rates on paper.
    Print,
}

/// Name of a class's row, for the focus.
fn row_id(at: usize) -> String {
    format!("rates-{at}")
}

impl Screen for RatesTab {
    type Message = Message;

    fn queries(&self, context: &Context) -> Vec<Query> {
        let today = context.now.date();
        vec![Query::AbsenceRates(self.period.first(context), today)]
    }

    fn answered(&mut self, answer: Answer, context: &Context) -> Vec<Effect> {
        let Answer::AbsenceRates(data) = answer else { return Vec::new() };
        // An answer to another period is late.
        if data.from != self.period.first(context) {
            return Vec::new();
        }
        let first = self.data.is_none();
        let classes = data.classes.len();
        self.at = if first { classes } else { self.at.min(classes) };
        self.data = Some(*data);
        if first { vec![Effect::Focus(row_id(self.at).into())] } else { Vec::new() }
    }

    fn update(&mut self, message: Message, context: &Context) -> Vec<Effect> {
        match message {
            Message::Period(period) => {
                self.period = period;
                return self.queries(context).into_iter().map(Effect::Load).collect();
            }
            Message::Class(at) => self.at = at,
            Message::Move(step) => {
                let last = self.data.as_ref().map_or(0, |data| data.classes.len());
                self.at = self.at.saturating_add_signed(step as isize).min(last);
            }
            Message::Print => {
                let (from, to) = (self.period.first(context), context.now.date());
                return vec![Effect::Go(Route::PrintPeriod { form: ABSENCE_RATES, from, to })];
            }
            Message::Person(person) => return vec![Effect::Go(Route::Person(person))],
        }
        vec![Effect::Focus(row_id(self.at).into())]
    }

    fn key(&self, press: &KeyPress, _context: &Context) -> Option<Message> {
        if press.ctrl() == Some('p') {
            return Some(Message::Print);
        }
        match press.key {
            Key::Named(Named::ArrowDown) => Some(Message::Move(1)),
            Key::Named(Named::ArrowUp) => Some(Message::Move(-1)),
            _ => None,
        }
    }

    fn place(&self) -> Option<Route> {
        Some(Route::Trace(TracePlace { tab: Tab::Rates, person: None }))
    }

    fn view<'a>(&'a self, context: &'a Context) -> Page<'a, Message> {
        view::page(self, context)
    }
}
