//! What 帮助 asks for: nothing but the focus.

use iced::keyboard::Key;
use iced::keyboard::key::Named;

use super::{Help, Message, Topic, row_id};
use crate::gui::context::Context;
use crate::gui::effect::Effect;
use crate::gui::screen::{KeyPress, Page, Screen};
use crate::ops::{Answer, Query};

impl Screen for Help {
    type Message = Message;

    fn queries(&self, _context: &Context) -> Vec<Query> {
        Vec::new()
    }

    fn answered(&mut self, _answer: Answer, _context: &Context) -> Vec<Effect> {
        Vec::new()
    }

    fn update(&mut self, message: Message, _context: &Context) -> Vec<Effect> {
        self.topic = match message {
            Message::Open(topic) => topic,
            Message::Step(step) => {
                let next = self.topic.index().saturating_add_signed(step as isize);
                Topic::ALL.get(next).copied().unwrap_or(self.topic)
            }
        };
        vec![Effect::Focus(row_id(self.topic).into())]
    }

    fn opened(&self) -> Vec<Effect> {
        vec![Effect::Focus(row_id(self.topic).into())]
    }

    fn key(&self, press: &KeyPress, _context: &Context) -> Option<Message> {
        match press.key {
            Key::Named(Named::ArrowDown) => Some(Message::Step(1)),
            Key::Named(Named::ArrowUp) => Some(Message::Step(-1)),
            _ => None,
        }
    }

    fn view<'a>(&'a self, context: &'a Context) -> Page<'a, Message> {
        super::view::page(self, context)
    }
}
