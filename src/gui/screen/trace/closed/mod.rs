//! 已结: the absences that ended in the last weeks, with every call that was made.

mod view;

use iced::keyboard::Key;
use iced::keyboard::key::Named;

use super::{Tab, TracePlace};
use crate::domain::id::{PersonId, TraceId};
use crate::gui::context::Context;
use crate::gui::effect::Effect;
use crate::gui::route::Route;
use crate::gui::screen::{KeyPress, Page, Screen};
use crate::ops::trace::{AbsenceLine, TraceOp};
use crate::ops::{Answer, Op, Query};

/// The tab.
#[derive(Debug)]
pub struct ClosedTab {
    lines: Option<Vec<AbsenceLine>>,
    /// Place of the row that keys mean: one person may have several absences.
    at: usize,
    /// The person whose row is to be chosen first.
    wanted: Option<PersonId>,
}

/// What its parts say.
#[derive(Debug, Clone, PartialEq)]
pub enum Message {
    /// Another row.
    Choose(usize),
    /// Up or down among the rows.
    Move(i32),
    /// Takes a call of the chosen absence away that was written down wrongly.
    Remove(TraceId),
    /// Everything of the chosen person.
    Person,
}

impl ClosedTab {
    /// The tab with the row of somebody chosen.
    pub fn of(person: Option<PersonId>) -> Self {
        Self { lines: None, at: 0, wanted: person }
    }

    fn lines(&self) -> &[AbsenceLine] {
        self.lines.as_deref().unwrap_or_default()
    }

    fn focus_row(&self) -> Vec<Effect> {
        let row = self.lines().get(self.at).map(|_| Effect::Focus(row_id(self.at).into()));
        row.into_iter().collect()
    }
}

/// Name of a row, for the focus.
fn row_id(at: usize) -> String {
    format!("closed-{at}")
}

impl Screen for ClosedTab {
    type Message = Message;

    fn queries(&self, context: &Context) -> Vec<Query> {
        vec![Query::ClosedAbsences(context.now.date())]
    }

    fn answered(&mut self, answer: Answer, _context: &Context) -> Vec<Effect> {
        let Answer::ClosedAbsences(lines) = answer else { return Vec::new() };
        let first = self.lines.is_none();
        let wanted = self.wanted.take().and_then(|person| lines.iter().position(|line| line.key == person));
        self.at = wanted.unwrap_or(self.at).min(lines.len().saturating_sub(1));
        self.lines = Some(lines);
        if first { self.focus_row() } else { Vec::new() }
    }

    fn update(&mut self, message: Message, _context: &Context) -> Vec<Effect> {
        match message {
            Message::Choose(at) => self.at = at,
            Message::Move(step) => {
                let last = self.lines().len().saturating_sub(1);
                self.at = self.at.saturating_add_signed(step as isize).min(last);
            }
            Message::Remove(call) => {
                let person = self.lines().get(self.at).map(|line| line.key);
                let remove = |person| Effect::Run(Op::Trace(TraceOp::Remove(person, call)));
                return person.map(remove).into_iter().collect();
            }
            Message::Person => {
                let person = self.lines().get(self.at).map(|line| line.key);
                return person.map(|person| Effect::Go(Route::Person(person))).into_iter().collect();
            }
        }
        self.focus_row()
    }

    fn key(&self, press: &KeyPress, _context: &Context) -> Option<Message> {
        match (&press.key, press.letter()) {
            (Key::Named(Named::ArrowDown), _) => Some(Message::Move(1)),
            (Key::Named(Named::ArrowUp), _) => Some(Message::Move(-1)),
            (Key::Named(Named::Enter), _) | (_, Some('p')) => Some(Message::Person),
            _ => None,
        }
    }

    fn place(&self) -> Option<Route> {
        let person = self.lines().get(self.at).map(|line| line.key);
        Some(Route::Trace(TracePlace { tab: Tab::Closed, person }))
    }

    fn view<'a>(&'a self, context: &'a Context) -> Page<'a, Message> {
        view::page(self, context)
    }
}
