//! The number on a slip: run, copy and a check digit, so that neither a slip of the pen nor a misread code ticks another
//! child's slip.

use std::fmt;
use std::str::FromStr;

/// Damm's table: a quasigroup that finds every single wrong digit and every two that were swapped.
const TABLE: [[u8; 10]; 10] = [
    [0, 3, 1, 7, 5, 9, 8, 6, 4, 2],
    [7, 0, 9, 2, 1, 5, 4, 8, 6, 3],
    [4, 2, 0, 6, 8, 7, 1, 3, 5, 9],
    [1, 7, 5, 0, 9, 8, 3, 4, 2, 6],
    [6, 1, 2, 3, 0, 4, 5, 9, 7, 8],
    [3, 6, 7, 4, 2, 0, 9, 5, 8, 1],
    [5, 8, 6, 9, 7, 2, 0, 1, 3, 4],
    [8, 9, 4, 5, 3, 6, 2, 0, 1, 7],
    [9, 4, 3, 8, 6, 1, 7, 2, 0, 5],
    [2, 5, 8, 1, 4, 3, 6, 7, 9, 0],
];
/// Digits of the number of a copy.
const COPY_DIGITS: usize = 4;

/// Number of a slip: `0012-0345-6`. It names nobody.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SlipCode {
    /// Run of letters, counted within the book from 1.
    pub run: u32,
    /// Copy of the run, counted from 1.
    pub number: u32,
}

/// Why a text is no number of a slip.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum SlipCodeError {
    /// Too short, too long, or something else than digits.
    #[error("no slip number")]
    Shape,
    /// The last digit does not belong to the others: one of them is wrong.
    #[error("wrong check digit")]
    CheckDigit,
}

impl SlipCode {
    /// The digits alone, as the square code holds them.
    pub fn digits(self) -> String {
        let body = self.body();
        format!("{body}{}", check_digit(&body))
    }

    fn body(self) -> String {
        format!("{:04}{:04}", self.run, self.number)
    }
}

impl fmt::Display for SlipCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:04}-{}", self.run, self.number, check_digit(&self.body()))
    }
}

impl FromStr for SlipCode {
    type Err = SlipCodeError;

    /// With or without dashes and blanks; full-width digits of an input method count as digits.
    fn from_str(text: &str) -> Result<Self, SlipCodeError> {
        let mut digits = String::new();
        for c in text.trim().chars() {
            match c {
                '0'..='9' => digits.push(c),
                '０'..='９' => digits.push(char::from_u32(c as u32 - 0xFEE0).unwrap_or('0')),
                '-' | ' ' | '－' | '—' | '　' => {}
                _ => return Err(SlipCodeError::Shape),
            }
        }
        let number_at = digits.len().checked_sub(COPY_DIGITS + 1).ok_or(SlipCodeError::Shape)?;
        let (run, rest) = digits.split_at(number_at);
        let (number, _) = rest.split_at(COPY_DIGITS);
        if run.len() < COPY_DIGITS || run.len() > 6 {
            return Err(SlipCodeError::Shape);
        }
        if damm(&digits) != 0 {
            return Err(SlipCodeError::CheckDigit);
        }
        let value = |text: &str| text.parse::<u32>().map_err(|_| SlipCodeError::Shape);
        let code = Self { run: value(run)?, number: value(number)? };
        if code.run == 0 || code.number == 0 { Err(SlipCodeError::Shape) } else { Ok(code) }
    }
}

fn check_digit(body: &str) -> u8 {
    damm(body)
}

/// 0 for digits whose last one is their check digit.
fn damm(digits: &str) -> u8 {
    digits.bytes().fold(0, |held, digit| {
        let row = TABLE.get(usize::from(held)).copied().unwrap_or_default();
        row.get(usize::from(digit.wrapping_sub(b'0'))).copied().unwrap_or_default()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_read_as_it_is_written_or_scanned() {
        let code = SlipCode { run: 12, number: 345 };
        assert_eq!(code.digits().len(), 9);
        for text in
            [code.to_string(), code.digits(), format!(" {code} "), code.to_string().replace('-', "－")]
        {
            assert_eq!(text.parse(), Ok(code), "{text}");
        }
        assert_eq!("００１２".parse::<SlipCode>(), Err(SlipCodeError::Shape));
        for run in [1, 9_999, 10_000, 99_999] {
            let code = SlipCode { run, number: 9_999 };
            assert_eq!(code.digits().parse(), Ok(code));
        }
    }

    #[test]
    fn one_wrong_digit_or_two_swapped_are_found() {
        let right = SlipCode { run: 12, number: 345 }.digits();
        for at in 0..right.len() {
            for digit in b'0'..=b'9' {
                let mut wrong = right.clone().into_bytes();
                let same = std::mem::replace(&mut wrong[at], digit) == digit;
                let read = String::from_utf8(wrong).unwrap().parse::<SlipCode>();
                assert_eq!(read.is_ok(), same, "{read:?}");
            }
            let mut swapped = right.clone().into_bytes();
            swapped.swap(at, (at + 1).min(right.len() - 1));
            let swapped = String::from_utf8(swapped).unwrap();
            assert_eq!(swapped.parse::<SlipCode>().is_ok(), swapped == right);
        }
    }

    #[test]
    fn what_is_no_number_is_refused() {
        for text in ["", "12", "李思远", "0012-0345", "winter-1", "000000000", "00120345612345"] {
            assert!(text.parse::<SlipCode>().is_err(), "{text}");
        }
    }
}
