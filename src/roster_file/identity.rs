//! The identity number of a row: what may be kept of it and what is odd about it.

use chrono::NaiveDate;

use super::cell::{Cell, EXACT_BELOW};
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
    if digits_lost(cell) {
        return Identity { warnings: vec![Warning::IdPrecisionLost], ..Identity::default() };
    }
    let number = clean(&cell.text());
    let resident = id_type.is_none_or(|t| t.ends_with("身份证"));
    if matches!(number.as_str(), "" | "无" | "暂无" | "-" | "/" | "没有") {
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
    Identity { number: Some(number), trusted: said.filter(|id| id.check_digit_fits), warnings }
}

/// A spreadsheet keeps 15 digits of a number: the last three of an identity number became zeros.
fn digits_lost(cell: &Cell) -> bool {
    match cell {
        Cell::Number(number) => number.abs() >= EXACT_BELOW,
        Cell::Text(text) => {
            let text = text.trim().to_ascii_uppercase();
            text.contains("E+") && text.parse::<f64>().is_ok()
        }
        _ => false,
    }
}
