//! What 帮助 asks for: nothing but the focus and what is in sight.

use super::{ANSWER, Help, Message, Topic, page, part_id, row_id};
use crate::gui::context::Context;
use crate::gui::effect::{Effect, Scroll};
use crate::gui::keymap::{self, Area, Command};
use crate::gui::screen::{KeyPress, Page, Screen};
use crate::ops::{Answer, Query};

/// What of a page stays in sight when it is turned, with the frame of the answer.
const OVERLAP: f32 = 96.0;

impl Screen for Help {
    type Message = Message;

    fn queries(&self, _context: &Context) -> Vec<Query> {
        Vec::new()
    }

    fn answered(&mut self, _answer: Answer, _context: &Context) -> Vec<Effect> {
        Vec::new()
    }

    fn update(&mut self, message: Message, context: &Context) -> Vec<Effect> {
        let topic = match message {
            Message::Open(topic) => topic,
            Message::Step(step) => {
                let next = self.topic.index().saturating_add_signed(step as isize);
                Topic::ALL.get(next).copied().unwrap_or(self.topic)
            }
            Message::Scroll(to) => {
                self.heading = 0;
                return vec![Effect::Scroll(ANSWER.into(), to)];
            }
            Message::Heading(step) => {
                let last = page::headings(context.tr.language(), self.topic);
                self.heading = self.heading.saturating_add_signed(step as isize).min(last);
                let top = (self.heading == 0).then(|| Effect::Scroll(ANSWER.into(), Scroll::Top));
                return vec![top.unwrap_or_else(|| Effect::Reveal(part_id(self.heading).into()))];
            }
        };
        let row = Effect::Focus(row_id(topic).into());
        if topic == self.topic {
            return vec![row];
        }
        (self.topic, self.heading) = (topic, 0);
        vec![Effect::Scroll(ANSWER.into(), Scroll::Top), row]
    }

    fn opened(&self) -> Vec<Effect> {
        vec![Effect::Focus(row_id(self.topic).into())]
    }

    fn key(&self, press: &KeyPress, context: &Context) -> Option<Message> {
        let page = (context.body_height() - OVERLAP).max(OVERLAP);
        Some(match keymap::find(Area::Help, press)? {
            Command::Next => Message::Step(1),
            Command::Previous => Message::Step(-1),
            Command::PageDown => Message::Scroll(Scroll::By(0.0, page)),
            Command::PageUp => Message::Scroll(Scroll::By(0.0, -page)),
            Command::First => Message::Scroll(Scroll::Top),
            Command::Last => Message::Scroll(Scroll::End),
            Command::HeadingAfter => Message::Heading(1),
            Command::HeadingBefore => Message::Heading(-1),
            _ => return None,
        })
    }

    fn view<'a>(&'a self, context: &'a Context) -> Page<'a, Message> {
        super::view::page(self, context)
    }
}
