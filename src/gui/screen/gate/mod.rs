//! 门口登记 (一测二问三登记): number or pinyin finds somebody in the whole school, digits are the temperature, letters the
//! symptoms, Enter files it and is ready for the next.

#[cfg(test)]
mod tests;
mod update;
mod view;

use std::collections::BTreeSet;
use std::sync::Arc;

use chrono::NaiveDate;
use iced::keyboard::key::Named;
use iced::keyboard::{Key, Modifiers};

use crate::domain::group::Group;
use crate::domain::id::PersonId;
use crate::domain::measurement::Instrument;
use crate::domain::person_name::half_width;
use crate::domain::session::Session;
use crate::domain::symptom::SymptomCode;
use crate::ops::check::{GatePerson, GateRoll, GateView};

pub(in crate::gui::screen) use view::name_line;

/// Name of the field that finds people.
const FIND: &str = "gate-find";
/// Name of what is typed about somebody.
const ENTRY: &str = "gate-entry";
/// Most people that are offered.
const FOUND: usize = 6;

/// The gate.
#[derive(Debug)]
pub struct Gate {
    date: NaiveDate,
    roll: Option<Arc<GateRoll>>,
    view: Option<GateView>,
    /// As typed.
    find: String,
    found: Vec<GatePerson>,
    chosen: usize,
    /// Who is being registered.
    who: Option<GatePerson>,
    /// Digits of the temperature.
    typed: String,
    /// What was typed as a temperature and is none.
    wrong: Option<String>,
    symptoms: BTreeSet<SymptomCode>,
    instrument: Instrument,
    /// Enter was pressed and nothing had been typed of the person.
    empty: bool,
}

/// What its parts say.
#[derive(Debug, Clone, PartialEq)]
pub enum Message {
    /// The text of the field.
    Find(String),
    /// Another person found.
    Choose(i32),
    /// From the field to the entry of whom it found, or of this one.
    Enter(Option<PersonId>),
    /// A key on the entry.
    Key(GateKey),
    /// What temperatures are taken with.
    Instrument(Instrument),
    /// The sheet that holds somebody.
    Sheet(Group, Session),
    /// One place back.
    Escape,
}

/// A key on the entry.
#[derive(Debug, Clone, PartialEq)]
pub enum GateKey {
    /// A digit of the temperature.
    Digit(char),
    /// A symptom, as the rules name it.
    Letter(char),
    /// Takes the last digit away.
    Back,
    /// Empties the entry.
    Clear,
    /// Files it.
    File,
    /// The instrument before or after.
    Instrument(i32),
}

impl GateKey {
    /// Reads a key; `None` for what the entry does not answer.
    pub fn of(key: &Key, modifiers: Modifiers) -> Option<Self> {
        if modifiers.command() || modifiers.alt() || modifiers.logo() {
            return None;
        }
        match key {
            Key::Character(text) => match half_width(text).chars().next()? {
                digit @ '0'..='9' => Some(Self::Digit(digit)),
                letter if letter.is_ascii_alphabetic() => Some(Self::Letter(letter.to_ascii_lowercase())),
                _ => None,
            },
            Key::Named(Named::Enter) => Some(Self::File),
            Key::Named(Named::Backspace) => Some(Self::Back),
            Key::Named(Named::Delete) => Some(Self::Clear),
            Key::Named(Named::ArrowRight) => Some(Self::Instrument(1)),
            Key::Named(Named::ArrowLeft) => Some(Self::Instrument(-1)),
            _ => None,
        }
    }
}

impl Gate {
    /// The gate of a day.
    pub fn new(date: NaiveDate) -> Self {
        Self {
            date,
            roll: None,
            view: None,
            find: String::new(),
            found: Vec::new(),
            chosen: 0,
            who: None,
            typed: String::new(),
            wrong: None,
            symptoms: BTreeSet::new(),
            instrument: Instrument::Infrared,
            empty: false,
        }
    }

    fn best(&self) -> Option<&GatePerson> {
        self.found.get(self.chosen)
    }

    /// The temperature as far as it is typed: `37.6`.
    fn shown(&self) -> String {
        let mut shown = self.typed.clone();
        if shown.len() > 2 {
            shown.insert(2, '.');
        }
        shown
    }
}
