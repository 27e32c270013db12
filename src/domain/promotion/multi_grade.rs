//! The grades that a 复式班 says it holds.

const NUMERALS: [char; 9] = ['一', '二', '三', '四', '五', '六', '七', '八', '九'];
const RANGE: [char; 7] = ['-', '~', '～', '－', '—', '至', '到'];

fn grade_of(sign: char) -> Option<u8> {
    let numeral = NUMERALS.iter().position(|numeral| *numeral == sign).map(|at| at + 1);
    let digit = sign.to_digit(10).and_then(|digit| usize::try_from(digit).ok()).filter(|digit| *digit > 0);
    numeral.or(digit).and_then(|grade| u8::try_from(grade).ok())
}

fn is_between(sign: char) -> bool {
    RANGE.contains(&sign) || ['、', '，', ',', '.', '和', ' '].contains(&sign)
}

/// The grades in the name of a class of several grades: `一二年级复式班` holds 1 and 2, `1-3年级复式` 1 to 3. Empty
/// where the name tells none: such a class may hold any.
pub(super) fn grades_told(label: &str) -> Vec<u8> {
    let end = label.find("年级").or_else(|| label.find("复式")).unwrap_or(0);
    let mut signs: Vec<char> = label.get(..end).unwrap_or_default().chars().rev().collect();
    // Only what stands right before the word: a numeral further away belongs to the name of a place.
    let place = signs.iter().position(|sign| grade_of(*sign).is_none() && !is_between(*sign));
    signs.truncate(place.unwrap_or(signs.len()));
    let mut grades: Vec<u8> = Vec::new();
    let mut range = false;
    for sign in signs.into_iter().rev() {
        match (grade_of(sign), range, grades.last().copied()) {
            (Some(to), true, Some(from)) => grades.extend(from + 1..=to),
            (Some(grade), ..) => grades.push(grade),
            (None, ..) => {}
        }
        range = RANGE.contains(&sign);
    }
    grades.sort_unstable();
    grades.dedup();
    grades
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_tell_their_grades() {
        assert_eq!(grades_told("一二年级复式班"), [1, 2]);
        assert_eq!(grades_told("一、三年级复式"), [1, 3]);
        assert_eq!(grades_told("1-3年级复式班"), [1, 2, 3]);
        assert_eq!(grades_told("复式（三、四）"), [0_u8; 0]);
        assert_eq!(grades_told("老鹰岩四至六年级复式班"), [4, 5, 6]);
        assert_eq!(grades_told("复式班"), [0_u8; 0]);
        assert_eq!(grades_told("三合小学一二年级复式班"), [1, 2]);
        assert_eq!(grades_told("苗苗班"), [0_u8; 0]);
    }
}
