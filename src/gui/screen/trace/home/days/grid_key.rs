//! What a key means on the grid.

use iced::keyboard::key::Named;
use iced::keyboard::{Key, Modifiers};

use crate::domain::person_name::half_width;
use crate::domain::rule_book::{KeyMeaning, RuleBook};

/// What a key means on the grid.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum GridKey {
    /// A digit of a temperature.
    Digit(char),
    /// The three digits that follow are the whole temperature, whatever it begins with.
    Full,
    /// A symptom, a mark, or one of the letters of a day or row.
    Letter(char),
    /// So many rows down and cells to the right.
    Move(i32, i32),
    /// To the first cell of the next row.
    NextRow,
    /// Takes the last digit away.
    Back,
    /// Clears the temperature; where there is none, what was said of the day.
    Clear,
}

impl GridKey {
    /// Reads a key; `None` for what the grid does not answer.
    pub fn of(key: &Key, modifiers: Modifiers, rules: &RuleBook) -> Option<Self> {
        if modifiers.command() || modifiers.alt() || modifiers.logo() {
            return None;
        }
        match key {
            Key::Character(text) => {
                let letter = half_width(text).chars().next()?.to_ascii_uppercase();
                match letter {
                    '0'..='9' => Some(Self::Digit(letter)),
                    '+' | '=' => Some(Self::Full),
                    _ => Self::is_known(letter, rules).then_some(Self::Letter(letter)),
                }
            }
            Key::Named(named) => Some(match named {
                Named::ArrowDown => Self::Move(1, 0),
                Named::ArrowUp => Self::Move(-1, 0),
                Named::ArrowRight => Self::Move(0, 1),
                Named::ArrowLeft => Self::Move(0, -1),
                Named::PageDown => Self::Move(10, 0),
                Named::PageUp => Self::Move(-10, 0),
                Named::Home => Self::Move(0, i32::MIN),
                Named::End => Self::Move(0, i32::MAX),
                Named::Enter => Self::NextRow,
                Named::Backspace => Self::Back,
                Named::Delete => Self::Clear,
                _ => return None,
            }),
            Key::Unidentified => None,
        }
    }

    fn is_known(letter: char, rules: &RuleBook) -> bool {
        let home = rules.home();
        let own = [home.keys.nil, home.keys.row_nil, home.keys.signed];
        own.contains(&letter)
            || home.marks.iter().any(|mark| mark.key == letter)
            || matches!(rules.by_key(letter), Some(KeyMeaning::Symptom(_)))
    }
}
