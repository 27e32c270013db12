//! Which telephone numbers and pupil numbers there can be: `assets/rules/numbers.toml`.

use std::sync::LazyLock;

use serde::Deserialize;

use super::{RuleBook, RuleError, read};
use crate::domain::resident_id::ResidentId;

/// Where the entries stand.
pub(super) const FILE: &str = "rules/numbers.toml";
const TEXT: &str = include_str!("../../../assets/rules/numbers.toml");

/// What telephone numbers and 学籍号 look like. Whatever lies outside is pointed at and never refused.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NumberRules {
    /// Edition.
    pub version: String,
    /// Kinds of telephone numbers.
    pub phones: Vec<PhoneKind>,
    /// Kinds of 学籍号.
    pub student_numbers: Vec<StudentNumberKind>,
}

/// A kind of telephone number.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PhoneKind {
    /// Its name in the file.
    pub kind: String,
    /// How many digits it may have.
    pub digits: Vec<usize>,
    /// What it begins with, one of these; empty: with anything.
    #[serde(default)]
    pub starts: Vec<String>,
    /// What it never begins with.
    #[serde(default)]
    pub not_starts: Vec<String>,
    /// Id of the source.
    pub source: String,
}

/// A kind of 学籍号.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StudentNumberKind {
    /// What it begins with.
    pub letter: char,
    /// How long it is, with the letter.
    pub characters: usize,
    /// Whether an identity number follows the letter, with its check sign.
    pub check: bool,
    /// Id of the source.
    pub source: String,
}

/// What is odd about a 学籍号.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StudentNumberFault {
    /// It is too short or too long for its letter.
    Length,
    /// The check sign does not fit.
    CheckSign,
}

impl NumberRules {
    /// The shipped rules.
    pub fn shipped() -> &'static Self {
        // A test reads the file, so the empty value never stands in.
        static SHIPPED: LazyLock<NumberRules> = LazyLock::new(|| NumberRules::read().unwrap_or_default());
        &SHIPPED
    }

    pub(super) fn read() -> Result<Self, RuleError> {
        read(FILE, TEXT)
    }

    /// Whether there are telephone numbers of these digits.
    pub fn is_phone(&self, digits: &str) -> bool {
        let starts = |with: &[String]| with.iter().any(|start| digits.starts_with(start.as_str()));
        self.phones.iter().any(|kind| {
            kind.digits.contains(&digits.len())
                && (kind.starts.is_empty() || starts(&kind.starts))
                && !starts(&kind.not_starts)
        })
    }

    /// What is odd about a cleaned 学籍号; nothing about one that does not begin with a letter of the scheme.
    pub fn student_number_fault(&self, number: &str) -> Option<StudentNumberFault> {
        let kind = self.student_numbers.iter().find(|kind| number.starts_with(kind.letter))?;
        if number.chars().count() != kind.characters {
            return Some(StudentNumberFault::Length);
        }
        let fits = |id: &str| ResidentId::read(id).is_some_and(|id| id.check_digit_fits);
        let rest = number.strip_prefix(kind.letter).unwrap_or_default();
        (kind.check && !fits(rest)).then_some(StudentNumberFault::CheckSign)
    }
}

impl RuleBook {
    /// Which telephone numbers and 学籍号 there can be.
    pub fn numbers(&self) -> &NumberRules {
        &self.numbers
    }
}

#[cfg(test)]
mod tests {
    use super::StudentNumberFault::{CheckSign, Length};
    use super::*;

    #[test]
    fn numbers_that_there_can_be() {
        let rules = NumberRules::read().unwrap();
        for fits in ["16311110001", "5550123", "55501234", "07715550123", "4008123123", "077155501234"] {
            assert!(rules.is_phone(fits), "{fits}");
        }
        for odd in ["12345", "", "05550123", "1631111000", "163111100012", "26311110001", "120"] {
            assert!(!rules.is_phone(odd), "{odd}");
        }
        for (number, fault) in [
            ("G11010519491231002X", None),
            ("G110105194912310021", Some(CheckSign)),
            ("G11010519491231002", Some(Length)),
            ("L110105201812310021", None),
            ("L0050123", Some(Length)),
            ("J1101052018123100", Some(Length)),
            ("2018110105000123", None),
            ("", None),
        ] {
            assert_eq!(rules.student_number_fault(number), fault, "{number}");
        }
    }
}
