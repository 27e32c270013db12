//! 开学返校: days at home, reviews, batches and screenings, each a part of its own.

mod batches;
mod days;
mod frame;
mod reviews;
mod screenings;
#[cfg(test)]
mod tests;

use super::{Tab, TracePlace};
use crate::gui::context::Context;
use crate::gui::effect::Effect;
use crate::gui::route::Route;
use crate::gui::screen::{KeyPress, Page, Screen};
use crate::i18n::{Explanation, Tr};
use crate::ops::{Answer, Op, Query};

use batches::BatchesPart;
use days::DaysPart;
use reviews::ReviewsPart;
use screenings::ScreeningsPart;

/// A part.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Part {
    /// 居家记录
    #[default]
    Days,
    /// 返校审核
    Reviews,
    /// 批次
    Batches,
    /// 摸排
    Screenings,
}

impl Part {
    /// All, in their order.
    pub const ALL: [Self; 4] = [Self::Days, Self::Reviews, Self::Batches, Self::Screenings];

    /// Its word.
    pub fn word(self, tr: &Tr) -> String {
        match self {
            Self::Days => tr.home_part_days(),
            Self::Reviews => tr.home_part_reviews(),
            Self::Batches => tr.home_part_batches(),
            Self::Screenings => tr.home_part_screenings(),
        }
    }
}

/// The tab with the part that is shown.
#[derive(Debug)]
pub enum HomeTab {
    /// 居家记录
    Days(DaysPart),
    /// 返校审核
    Reviews(ReviewsPart),
    /// 批次
    Batches(BatchesPart),
    /// 摸排
    Screenings(ScreeningsPart),
}

/// What its parts say.
#[derive(Debug, Clone, PartialEq)]
pub enum Message {
    /// Another part.
    Part(Part),
    /// A part of 居家记录.
    Days(days::Message),
    /// A part of 返校审核.
    Reviews(reviews::Message),
    /// A part of 批次.
    Batches(batches::Message),
    /// A part of 摸排.
    Screenings(screenings::Message),
}

impl HomeTab {
    /// The tab at a part.
    pub fn of(part: Part) -> Self {
        match part {
            Part::Days => Self::Days(DaysPart::default()),
            Part::Reviews => Self::Reviews(ReviewsPart::default()),
            Part::Batches => Self::Batches(BatchesPart::default()),
            Part::Screenings => Self::Screenings(ScreeningsPart::default()),
        }
    }

    const fn part(&self) -> Part {
        match self {
            Self::Days(_) => Part::Days,
            Self::Reviews(_) => Part::Reviews,
            Self::Batches(_) => Part::Batches,
            Self::Screenings(_) => Part::Screenings,
        }
    }
}

/// Asks the part that is shown.
macro_rules! shown {
    ($tab:expr, $part:ident => $ask:expr) => {
        match $tab {
            HomeTab::Days($part) => $ask,
            HomeTab::Reviews($part) => $ask,
            HomeTab::Batches($part) => $ask,
            HomeTab::Screenings($part) => $ask,
        }
    };
}

/// Asks the part that is shown for one of its messages.
macro_rules! said {
    ($tab:expr, $part:ident => $ask:expr) => {
        match $tab {
            HomeTab::Days($part) => $ask.map(Message::Days),
            HomeTab::Reviews($part) => $ask.map(Message::Reviews),
            HomeTab::Batches($part) => $ask.map(Message::Batches),
            HomeTab::Screenings($part) => $ask.map(Message::Screenings),
        }
    };
}

impl Screen for HomeTab {
    type Message = Message;

    fn queries(&self, context: &Context) -> Vec<Query> {
        shown!(self, part => part.queries(context))
    }

    fn answered(&mut self, answer: Answer, context: &Context) -> Vec<Effect> {
        shown!(self, part => part.answered(answer, context))
    }

    fn update(&mut self, message: Message, context: &Context) -> Vec<Effect> {
        match (self, message) {
            (_, Message::Part(part)) => {
                vec![Effect::Go(Route::Trace(TracePlace { tab: Tab::Home(part), person: None }))]
            }
            (Self::Days(part), Message::Days(message)) => part.update(message, context),
            (Self::Reviews(part), Message::Reviews(message)) => part.update(message, context),
            (Self::Batches(part), Message::Batches(message)) => part.update(message, context),
            (Self::Screenings(part), Message::Screenings(message)) => part.update(message, context),
            // Said by a part that is gone.
            _ => Vec::new(),
        }
    }

    fn key(&self, press: &KeyPress, context: &Context) -> Option<Message> {
        said!(self, part => part.key(press, context))
    }

    fn done(&mut self, op: &Op, answer: &Answer, context: &Context) -> Vec<Effect> {
        shown!(self, part => part.done(op, answer, context))
    }

    fn refused(&mut self, op: &Op, why: &Explanation, context: &Context) -> Option<Vec<Effect>> {
        shown!(self, part => part.refused(op, why, context))
    }

    fn escape(&self) -> Option<Message> {
        said!(self, part => part.escape())
    }

    fn is_form(&self, typing: bool) -> bool {
        shown!(self, part => part.is_form(typing))
    }

    fn place(&self) -> Option<Route> {
        Some(Route::Trace(TracePlace { tab: Tab::Home(self.part()), person: None }))
    }

    fn unsaved(&self, context: &Context) -> Option<String> {
        shown!(self, part => part.unsaved(context))
    }

    fn view<'a>(&'a self, context: &'a Context) -> Page<'a, Message> {
        let part = self.part();
        match self {
            Self::Days(it) => frame::over(part, it.view(context), Message::Days, context),
            Self::Reviews(it) => frame::over(part, it.view(context), Message::Reviews, context),
            Self::Batches(it) => frame::over(part, it.view(context), Message::Batches, context),
            Self::Screenings(it) => frame::over(part, it.view(context), Message::Screenings, context),
        }
    }
}
