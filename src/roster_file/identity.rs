//! The numbers of a row that tell a person from all others: what may be kept of them and what is odd about them.

use chrono::NaiveDate;

use super::cell::Cell;
use super::number_digits::NumberDigits;
use super::row_note::Warning;
use crate::domain::person::Sex;
use crate::domain::resident_id::{ResidentId, clean};

/// What the identity column says.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Identity {
    /// Number to keep; `None` where it is missing or its last digits are lost.
    pub number: Option<String>,
    /// What a resident number with a fitting check digit says of its bearer.
    pub trusted: Option<ResidentId>,
    /// What the clerk should know.
    pub warnings: Vec<Warning>,
}

/// Reads a cell of the identity column. `id_type` is the kind of document where the file names it.
pub fn read(cell: &Cell, id_type: Option<&str>, sex: Option<Sex>, birth: Option<NaiveDate>) -> Identity {
    let resident = id_type.is_none_or(|t| t.ends_with("身份证"));
    let digits = NumberDigits::of(cell);
    if digits == NumberDigits::Lost || digits == NumberDigits::Rounded && resident {
        return Identity { warnings: vec![Warning::IdPrecisionLost], ..Identity::default() };
    }
    let number = clean(&cell.text());
    if is_none(&number) {
        let allowed = id_type.is_some_and(|t| t.contains("其他") || t.contains('无'));
        let warnings = if allowed { Vec::new() } else { vec![Warning::IdMissing] };
        return Identity { warnings, ..Identity::default() };
    }
    if !resident {
        return Identity { number: Some(number), ..Identity::default() };
    }
    let mut warnings = Vec::new();
    let said = ResidentId::read(&number);
    match said {
        None if number.chars().count() != 18 => warnings.push(Warning::IdLength),
        None => warnings.push(Warning::IdCheckDigit),
        Some(id) => {
            if !id.check_digit_fits {
                warnings.push(Warning::IdCheckDigit);
            }
            if sex.is_some_and(|sex| sex != id.sex) {
                warnings.push(Warning::IdSexMismatch);
            }
            if birth.is_some() && birth != id.birth {
                warnings.push(Warning::IdBirthMismatch);
            }
        }
    }
    let mut trusted = said.filter(|id| id.check_digit_fits);
    if digits == NumberDigits::MaybeRounded {
        warnings.push(Warning::IdMaybeRounded);
        trusted = None;
    }
    Identity { number: Some(number), trusted, warnings }
}

/// Reads a cell of the column of the 学籍号.
pub fn student_no(cell: &Cell) -> (Option<String>, Option<Warning>) {
    let number = Some(clean(&cell.text())).filter(|number| !is_none(number));
    match NumberDigits::of(cell) {
        NumberDigits::Lost | NumberDigits::Rounded => (None, Some(Warning::StudentNoPrecisionLost)),
        NumberDigits::MaybeRounded => (number, Some(Warning::StudentNoMaybeRounded)),
        NumberDigits::Whole => (number, None),
    }
}

/// What is written where there is no number.
fn is_none(number: &str) -> bool {
    matches!(number, "" | "无" | "暂无" | "-" | "/" | "没有")
}
