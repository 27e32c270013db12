//! What is odd about an identity number that was typed.

use serde::Serialize;

use crate::domain::person::Person;
use crate::domain::resident_id::ResidentId;
use crate::i18n::Tr;

/// What is odd about an identity number that was typed; it is kept as typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum IdDoubt {
    /// Not 18 characters.
    IdLength,
    /// The check digit is wrong.
    IdCheckDigit,
    /// Digit 17 does not fit the sex.
    IdSexMismatch,
    /// Digits 7 to 14 do not fit the birth date.
    IdBirthMismatch,
    /// Another person has it.
    IdDuplicate,
}

impl IdDoubt {
    /// What the number itself and the person's other fields tell; whether others have it is not asked here.
    pub fn of(person: &Person) -> Vec<Self> {
        let Some(number) = &person.id_number else { return Vec::new() };
        if person.id_type.as_ref().is_some_and(|kind| !kind.ends_with("身份证")) {
            return Vec::new();
        }
        let Some(id) = ResidentId::read(number) else {
            let long = number.chars().count() == 18;
            return vec![if long { Self::IdCheckDigit } else { Self::IdLength }];
        };
        let mut doubts = Vec::new();
        if !id.check_digit_fits {
            doubts.push(Self::IdCheckDigit);
        }
        if person.sex.is_some_and(|sex| sex != id.sex) {
            doubts.push(Self::IdSexMismatch);
        }
        if person.birth.is_some() && person.birth != id.birth {
            doubts.push(Self::IdBirthMismatch);
        }
        doubts
    }

    /// In words: what to look at.
    pub fn words(self, tr: &Tr) -> String {
        match self {
            Self::IdLength => tr.roster_doubt_id_length(),
            Self::IdCheckDigit => tr.roster_doubt_id_check_digit(),
            Self::IdSexMismatch => tr.roster_doubt_id_sex_mismatch(),
            Self::IdBirthMismatch => tr.roster_doubt_id_birth_mismatch(),
            Self::IdDuplicate => tr.roster_doubt_id_duplicate(),
        }
    }
}
