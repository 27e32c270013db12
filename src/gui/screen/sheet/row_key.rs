//! What a key means on a row.

use iced::keyboard::key::Named;
use iced::keyboard::{Key, Modifiers};

use crate::domain::person_name::half_width;
use crate::domain::rule_book::RuleBook;

/// What a key means on a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RowKey {
    /// A symptom or kind of attendance, as the rules name it.
    Letter(char),
    /// A digit of the temperature.
    Digit(char),
    /// The point in a temperature; it need not be typed.
    Point,
    /// Takes the last digit, else the temperature, away.
    Back,
    /// Accepts the proposal.
    Accept,
    /// Clears the row, turns the proposal down.
    Clear,
    /// To the jump field.
    Jump,
    /// So many rows down.
    Move(i32),
    /// The marks that were written last, for this row too.
    Repeat,
    /// The details.
    Details,
    /// The first of the alert's people.
    Evidence,
    /// The alert whole, to answer it.
    Reply,
    /// The check of somebody who is back.
    Return,
    /// A case of the current pupil.
    Case,
    /// The emergency plan.
    Plan,
    /// The alert before or after.
    Alert(i32),
    /// A letter that means nothing on a row, or a sign of a list of numbers.
    Other(char),
}

impl RowKey {
    /// Repeat, details, evidence, answer, plan, return and case; the rules use other letters, which a test keeps.
    pub const OWN: [(char, Self); 7] = [
        ('r', Self::Repeat),
        ('i', Self::Details),
        ('e', Self::Evidence),
        ('v', Self::Reply),
        ('a', Self::Plan),
        ('g', Self::Return),
        ('u', Self::Case),
    ];

    /// Reads a key; `None` for what a row does not answer.
    pub fn of(key: &Key, modifiers: Modifiers, rules: &RuleBook) -> Option<Self> {
        if modifiers.command() || modifiers.alt() || modifiers.logo() {
            return None;
        }
        match key {
            Key::Character(text) => {
                let mut letters = half_width(text).chars().collect::<Vec<_>>().into_iter();
                let (Some(letter), None) = (letters.next(), letters.next()) else { return None };
                Self::of_letter(letter, rules)
            }
            Key::Named(named) => match named {
                Named::Enter => Some(Self::Jump),
                Named::Space => Some(Self::Accept),
                Named::Delete => Some(Self::Clear),
                Named::Backspace => Some(Self::Back),
                Named::ArrowDown => Some(Self::Move(1)),
                Named::ArrowUp => Some(Self::Move(-1)),
                Named::PageDown => Some(Self::Move(10)),
                Named::PageUp => Some(Self::Move(-10)),
                Named::Home => Some(Self::Move(i32::MIN)),
                Named::End => Some(Self::Move(i32::MAX)),
                Named::ArrowRight => Some(Self::Alert(1)),
                Named::ArrowLeft => Some(Self::Alert(-1)),
                _ => None,
            },
            Key::Unidentified => None,
        }
    }

    /// The sign that the key types in the jump field.
    pub fn sign(self) -> Option<char> {
        match self {
            Self::Letter(sign) | Self::Digit(sign) | Self::Other(sign) => Some(sign),
            // Between the numbers of a list.
            Self::Accept => Some(' '),
            Self::Point => Some(','),
            own => Self::OWN.iter().find(|(_, meaning)| *meaning == own).map(|(sign, _)| *sign),
        }
    }

    fn of_letter(letter: char, rules: &RuleBook) -> Option<Self> {
        match letter {
            '0'..='9' => Some(Self::Digit(letter)),
            '.' | '。' | ',' | '、' => Some(Self::Point),
            ' ' => Some(Self::Accept),
            '-' | '~' => Some(Self::Other(letter)),
            _ => {
                let small = letter.to_ascii_lowercase();
                let own = Self::OWN.iter().find(|(key, _)| *key == small).map(|(_, meaning)| *meaning);
                let known = own.or_else(|| rules.by_key(letter).map(|_| Self::Letter(small)));
                known.or_else(|| small.is_ascii_lowercase().then_some(Self::Other(small)))
            }
        }
    }
}
