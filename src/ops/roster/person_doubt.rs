//! What is odd about the numbers of a person that were typed.

use serde::Serialize;

use crate::domain::person::{Person, PersonKind};
use crate::domain::resident_id::ResidentId;
use crate::domain::rule_book::{NumberRules, StudentNumberFault};
use crate::i18n::Tr;
use crate::roster_file::is_possible_phone;

/// What is odd about a number that was typed; it is kept as typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum PersonDoubt {
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
    /// A 学籍号 too short or too long for its letter.
    StudentNoLength,
    /// Its check digit is wrong.
    StudentNoCheckDigit,
    /// Another person has that 学籍号.
    StudentNoDuplicate,
    /// There are no telephone numbers of that length.
    PhoneLength,
    /// Nor of the length of the emergency telephone.
    EmergencyPhoneLength,
}

impl PersonDoubt {
    /// What the numbers themselves and the person's other fields tell; whether others have them is not asked here.
    pub fn of(person: &Person) -> Vec<Self> {
        let mut doubts = Self::of_id(person);
        let student_no = person.student_no.as_deref();
        doubts.extend(student_no.and_then(|no| NumberRules::shipped().student_number_fault(no)).map(
            |fault| match fault {
                StudentNumberFault::Length => Self::StudentNoLength,
                StudentNumberFault::CheckSign => Self::StudentNoCheckDigit,
            },
        ));
        let phone = match person.kind {
            PersonKind::Pupil => &person.guardian_phone,
            PersonKind::Staff => &person.phone,
        };
        let impossible = |phone: &Option<String>| phone.as_deref().is_some_and(|it| !is_possible_phone(it));
        doubts.extend(impossible(phone).then_some(Self::PhoneLength));
        doubts.extend(impossible(&person.emergency_phone).then_some(Self::EmergencyPhoneLength));
        doubts
    }

    fn of_id(person: &Person) -> Vec<Self> {
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
            Self::StudentNoLength => tr.roster_doubt_student_no_length(),
            Self::StudentNoCheckDigit => tr.roster_doubt_student_no_check_digit(),
            Self::StudentNoDuplicate => tr.roster_doubt_student_no_duplicate(),
            Self::PhoneLength => tr.roster_doubt_phone_length(),
            Self::EmergencyPhoneLength => tr.roster_doubt_emergency_phone_length(),
        }
    }
}
