//! Whether a long number still has all its digits: a spreadsheet keeps 15 of them and writes zeros for the rest, and
//! what was saved as text since then looks like any other number.

use super::cell::{Cell, EXACT_BELOW};
use crate::domain::resident_id::{ResidentId, clean};

/// Digits that a spreadsheet keeps.
const KEPT: usize = 15;
/// Digits of a resident number.
const RESIDENT: usize = 18;
/// What rounding makes of its end.
const ZEROS: &str = "000";

/// What a cell still holds of a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NumberDigits {
    /// All of it.
    Whole,
    /// It ends as rounded ones do, and may be true all the same.
    MaybeRounded,
    /// It ends as rounded ones do, and its check digit does not fit.
    Rounded,
    /// Its last digits are gone: a number of the spreadsheet, or `4.3E+17`.
    Lost,
}

impl NumberDigits {
    /// Judges a cell. A letter may stand before the digits, as in a 学籍号.
    pub fn of(cell: &Cell) -> Self {
        let text = match cell {
            Cell::Number(number) if number.abs() >= EXACT_BELOW => return Self::Lost,
            Cell::Text(text) => clean(text),
            _ => return Self::Whole,
        };
        let kind = text.chars().next().filter(char::is_ascii_alphabetic);
        let digits = text.trim_start_matches(|c: char| c.is_ascii_alphabetic());
        let shortened = digits.contains("E+") || digits.contains('.') && digits.contains('E');
        if shortened && digits.parse::<f64>().is_ok() {
            return Self::Lost;
        }
        // Of other kinds than G, which is followed by the identity number, the last digits are free or unknown.
        let judged = kind.is_none_or(|kind| kind == 'G');
        let long = digits.len() >= RESIDENT && digits.bytes().all(|b| b.is_ascii_digit());
        if !judged || !long || !digits.ends_with(ZEROS) {
            return Self::Whole;
        }
        match ResidentId::read(digits) {
            Some(id) if !id.check_digit_fits => Self::Rounded,
            Some(_) => Self::MaybeRounded,
            None if digits.get(KEPT..).is_some_and(zeros) => Self::MaybeRounded,
            None => Self::Whole,
        }
    }
}

fn zeros(text: &str) -> bool {
    text.bytes().all(|b| b == b'0')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rounded_numbers_are_told_whatever_they_are_kept_as() {
        use NumberDigits::{Lost, MaybeRounded, Rounded, Whole};
        for (text, digits) in [
            ("430525201811078166", Whole),
            ("430525201811078000", MaybeRounded),
            ("'430525201811078000", MaybeRounded),
            ("G430525201811078000", MaybeRounded),
            ("430525201811041000", Rounded),
            ("４３０５２５２０１８１１０４１０００", Rounded),
            ("G430525201811041000", Rounded),
            ("L430525201811041000", Whole),
            ("4.30525E+17", Lost),
            (" 4.30525e+17 ", Lost),
            ("G4.30525201811078E+17", Lost),
            ("4.30525E17", Lost),
            ("1234567890123450000", MaybeRounded),
            ("1234567890123456000", Whole),
            ("2025000", Whole),
            ("12E5", Whole),
            ("无", Whole),
            ("", Whole),
        ] {
            assert_eq!(NumberDigits::of(&Cell::of_text(text)), digits, "{text}");
        }
        assert_eq!(NumberDigits::of(&Cell::Number(4.305_252_018_110_78e17)), Lost);
        assert_eq!(NumberDigits::of(&Cell::Number(20_250_101.0)), Whole);
    }
}
