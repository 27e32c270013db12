//! What 未结 asks for.

use iced::keyboard::Key;
use iced::keyboard::key::Named;

use super::{Message, OpenTab, row_id};
use crate::gui::context::Context;
use crate::gui::effect::Effect;
use crate::gui::route::Route;
use crate::gui::screen::trace::TracePlace;
use crate::gui::screen::{KeyPress, Page, Screen};
use crate::ops::{Answer, Query};

impl Screen for OpenTab {
    type Message = Message;

    fn queries(&self, context: &Context) -> Vec<Query> {
        vec![Query::Trace(context.now.date())]
    }

    fn answered(&mut self, answer: Answer, _context: &Context) -> Vec<Effect> {
        let Answer::Trace(data) = answer else { return Vec::new() };
        let first = self.data.is_none();
        self.data = Some(*data);
        if self.line().is_none() {
            self.chosen = self.lines().first().map(|line| line.key);
        }
        if first { self.focus_row() } else { Vec::new() }
    }

    fn update(&mut self, message: Message, context: &Context) -> Vec<Effect> {
        match message {
            Message::Choose(person) => {
                self.chosen = Some(person);
                self.focus_row()
            }
            Message::Move(step) => self.step(step),
            Message::Person => self.chosen.map(|id| Effect::Go(Route::Person(id))).into_iter().collect(),
            Message::Today => vec![Effect::Go(Route::Today(context.now.date(), None))],
        }
    }

    fn key(&self, press: &KeyPress, _context: &Context) -> Option<Message> {
        match press.key {
            Key::Named(Named::ArrowDown) => Some(Message::Move(1)),
            Key::Named(Named::ArrowUp) => Some(Message::Move(-1)),
            Key::Named(Named::Enter) => self.chosen.map(|_| Message::Person),
            _ => None,
        }
    }

    fn place(&self) -> Option<Route> {
        self.chosen.map(|person| Route::Trace(TracePlace::absence_of(person)))
    }

    fn view<'a>(&'a self, context: &'a Context) -> Page<'a, Message> {
        super::view::page(self, context)
    }
}

impl OpenTab {
    fn focus_row(&self) -> Vec<Effect> {
        self.chosen.map(|person| Effect::Focus(row_id(person).into())).into_iter().collect()
    }

    fn step(&mut self, step: i32) -> Vec<Effect> {
        let lines = self.lines();
        let at = lines.iter().position(|line| Some(line.key) == self.chosen);
        let last = lines.len().saturating_sub(1);
        let next = at.map_or(0, |at| at.saturating_add_signed(step as isize).min(last));
        self.chosen = lines.get(next).map(|line| line.key);
        self.focus_row()
    }
}
