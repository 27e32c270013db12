//! Resident identity numbers (GB 11643-1999) and pupil numbers.

use chrono::NaiveDate;

use super::person::Sex;
use super::person_name::{half_width, is_invisible};

/// Weights of ISO 7064 MOD 11-2 as GB 11643-1999 lists them.
const WEIGHTS: [u32; 17] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
/// Check sign for each remainder.
const CHECK_SIGNS: [char; 11] = ['1', '0', 'X', '9', '8', '7', '6', '5', '4', '3', '2'];

/// What a number of 18 characters says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ResidentId {
    /// Digits 7 to 14; `None` if they are no date.
    pub birth: Option<NaiveDate>,
    /// Digit 17: odd is male.
    pub sex: Sex,
    /// Whether the last character fits the others.
    pub check_digit_fits: bool,
}

impl ResidentId {
    /// Reads a cleaned number; `None` unless it is 17 digits and a digit or X.
    pub fn read(number: &str) -> Option<Self> {
        let chars: Vec<char> = number.chars().collect();
        let (check, body) = chars.split_last()?;
        if body.len() != WEIGHTS.len() || !(check.is_ascii_digit() || *check == 'X') {
            return None;
        }
        let digits: Vec<u32> = body.iter().map(|c| c.to_digit(10)).collect::<Option<_>>()?;
        let sum: u32 = digits.iter().zip(WEIGHTS).map(|(digit, weight)| digit * weight).sum();
        let birth = number.get(6..14).and_then(|d| NaiveDate::parse_from_str(d, "%Y%m%d").ok());
        let odd = digits.last().is_some_and(|d| d % 2 == 1);
        Some(Self {
            birth,
            sex: if odd { Sex::Male } else { Sex::Female },
            check_digit_fits: CHECK_SIGNS.get((sum % 11) as usize) == Some(check),
        })
    }
}

/// The number as it is stored: half width, upper case, without spaces and the marks that spreadsheets put
/// before numbers kept as text. Also fits 学籍号.
pub fn clean(number: &str) -> String {
    let text: String =
        half_width(number).chars().filter(|c| !c.is_whitespace() && !is_invisible(*c)).collect();
    let text = text.strip_prefix('=').unwrap_or(&text);
    text.trim_matches(['\'', '"', '`', '‘', '’', '“', '”']).to_uppercase()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn published_examples() {
        let female = ResidentId::read("11010519491231002X").unwrap();
        assert!(female.check_digit_fits);
        assert_eq!(female.sex, Sex::Female);
        assert_eq!(female.birth, NaiveDate::from_ymd_opt(1949, 12, 31));
        let male = ResidentId::read("440524188001010014").unwrap();
        assert!(male.check_digit_fits);
        assert_eq!(male.sex, Sex::Male);
        assert!(!ResidentId::read("440524188001010015").unwrap().check_digit_fits);
        assert_eq!(ResidentId::read("440524188013010014").unwrap().birth, None);
        assert_eq!(ResidentId::read("4405241880010100"), None);
        assert_eq!(ResidentId::read(""), None);
    }

    #[test]
    fn numbers_as_rosters_hold_them() {
        assert_eq!(clean("４３３１２３２０１７０７１２８５８ｘ"), "43312320170712858X");
        assert_eq!(clean("'430525201811078166"), "430525201811078166");
        assert_eq!(clean("=\"430525201811078166\""), "430525201811078166");
        assert_eq!(clean(" 4305 2520 1811 0781 66\t"), "430525201811078166");
    }

    proptest! {
        #[test]
        fn no_text_breaks_it(text in "\\PC{0,20}|[0-9]{17}[0-9X]") {
            let _ = ResidentId::read(&clean(&text));
        }

        #[test]
        fn one_wrong_digit_never_fits(at in 0_usize..17, by in 1_u32..10) {
            let mut chars: Vec<char> = "11010519491231002X".chars().collect();
            let digit = chars[at].to_digit(10).unwrap();
            chars[at] = char::from_digit((digit + by) % 10, 10).unwrap();
            let text: String = chars.into_iter().collect();
            prop_assert!(!ResidentId::read(&text).unwrap().check_digit_fits);
        }
    }
}
