//! The screens: each a folder with its state, its `update` (effects as data) and its view.

pub mod alert;
pub mod alert_banner;
#[cfg(test)]
pub(crate) mod bench;
pub mod clock_strip;
pub mod first_start;
pub mod gate;
pub mod help;
pub mod import;
pub mod own_rules;
pub mod paper_editor;
pub mod person;
pub mod plan;
pub mod print;
pub mod promotion;
pub mod roster;
pub mod settings;
pub mod sheet;
pub mod shown;
pub mod slips;
pub mod today;
pub mod trace;
pub mod usb;
pub mod work_report;

use iced::advanced::widget::Id;
use iced::keyboard::key::Named;
use iced::keyboard::{Key, Modifiers};
use iced::widget::container;

use super::Element;
use super::context::Context;
use super::effect::Effect;
use super::frame::Header;
use super::route::Route;
use super::theme::{Ink, size};
use super::widget::{KeyHint, text};
use crate::i18n::Explanation;
use crate::ops::{Answer, Op, Query};

/// A key that no control has taken, with what is needed to read it.
#[derive(Debug, Clone, PartialEq)]
pub struct KeyPress {
    /// The key, latin letters also on other layouts.
    pub key: Key,
    /// Ctrl, Shift, Alt.
    pub modifiers: Modifiers,
    /// Whether a text field has the focus, so that letters and digits are its own.
    pub in_field: bool,
}

impl KeyPress {
    /// Esc, wherever the focus is.
    pub fn escape() -> Self {
        Self { key: Key::Named(Named::Escape), modifiers: Modifiers::empty(), in_field: false }
    }

    /// The plain letter, digit or sign pressed without Ctrl or Alt outside of text fields, in lower case.
    pub fn letter(&self) -> Option<char> {
        if self.in_field || self.modifiers.command() || self.modifiers.alt() {
            return None;
        }
        match &self.key {
            Key::Character(text) => text.chars().next().map(|c| c.to_ascii_lowercase()),
            _ => None,
        }
    }

    /// The letter pressed together with Ctrl, in lower case.
    pub fn ctrl(&self) -> Option<char> {
        match &self.key {
            Key::Character(text) if self.modifiers.command() => {
                text.chars().next().map(|c| c.to_ascii_lowercase())
            }
            _ => None,
        }
    }
}

/// What a screen puts into the frame.
pub struct Page<'a, M> {
    /// Title and commands; unused on screens without the frame.
    pub header: Header<'a, M>,
    /// The content.
    pub body: Element<'a, M>,
    /// The keys that work here, most important first.
    pub keys: Vec<KeyHint>,
}

impl<'a, M: 'a> Page<'a, M> {
    /// A screen whose first answer is not there yet.
    pub fn reading(header: Header<'a, M>, context: &Context) -> Self {
        let words = text(context.tr.frame_reading()).ink(Ink::Text2);
        let body = container(words).padding([size::INSIDE, context.breadth().edge()]).into();
        Self { header, body, keys: Vec::new() }
    }
}

/// A screen. It holds what it shows, asks for effects and never does anything itself.
pub trait Screen {
    /// What its parts say.
    type Message: Clone + std::fmt::Debug + 'static;

    /// What it needs loaded, at first and again whenever something changed.
    fn queries(&self, context: &Context) -> Vec<Query>;

    /// Takes the answer to a question.
    fn answered(&mut self, answer: Answer, context: &Context) -> Vec<Effect>;

    /// Takes a message of its own parts.
    fn update(&mut self, message: Self::Message, context: &Context) -> Vec<Effect>;

    /// What a key means here that no control has taken.
    fn key(&self, press: &KeyPress, context: &Context) -> Option<Self::Message>;

    /// An act of this screen is done.
    fn done(&mut self, _op: &Op, _answer: &Answer, _context: &Context) -> Vec<Effect> {
        Vec::new()
    }

    /// An act of this screen was refused. Effects instead of the dialog that is shown otherwise.
    fn refused(&mut self, _op: &Op, _why: &Explanation, _context: &Context) -> Option<Vec<Effect>> {
        None
    }

    /// A question of this screen was refused. Effects instead of the dialog that is shown otherwise.
    fn unanswered(&mut self, _query: &Query, _why: &Explanation, _context: &Context) -> Option<Vec<Effect>> {
        None
    }

    /// The person has chosen a file or folder.
    fn picked(&mut self, _path: std::path::PathBuf, _context: &Context) -> Vec<Effect> {
        Vec::new()
    }

    /// What Esc means here; `None`: back to the screen before.
    fn escape(&self) -> Option<Self::Message> {
        None
    }

    /// Whether a form is open, so that keys are its own: the bottom bar then shows those of forms. `typing`: a text field
    /// has the focus.
    fn is_form(&self, _typing: bool) -> bool {
        false
    }

    /// What happens when it is opened and loads nothing: where the focus begins.
    fn opened(&self) -> Vec<Effect> {
        Vec::new()
    }

    /// The route that leads back to what is shown now; `None`: the one that led here.
    fn place(&self) -> Option<Route> {
        None
    }

    /// What would be lost by leaving now, in words.
    fn unsaved(&self, _context: &Context) -> Option<String> {
        None
    }

    /// Ctrl+Z: takes typing that is not saved back to what is saved, first that of the field with the focus; `None`
    /// where nothing is typed.
    fn untype(&mut self, _focused: Option<&Id>) -> Option<Vec<Effect>> {
        None
    }

    /// The page.
    fn view<'a>(&'a self, context: &'a Context) -> Page<'a, Self::Message>;
}
