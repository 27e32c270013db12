//! 报表编号: initials of the school, day, count of the day.

use chrono::NaiveDate;

use crate::domain::person_name::is_han;
use crate::domain::pinyin::PinyinKey;

/// What ends the name of a place before the school's own name.
const PLACES: [char; 8] = ['省', '市', '州', '县', '区', '旗', '镇', '乡'];
/// What every school's name ends in.
const KINDS: [&str; 9] =
    ["九年一贯制学校", "中心小学", "中心学校", "中心校", "完全小学", "教学点", "小学", "中学", "学校"];
/// Longest prefix.
const LETTERS: usize = 6;

/// The number of a report: `SQ-20261123-01` for 云坪镇石桥学校.
pub fn report_number(school: &str, date: NaiveDate, number: u32) -> String {
    format!("{}-{}-{number:02}", initials(school), date.format("%Y%m%d"))
}

fn initials(school: &str) -> String {
    let without_kind = KINDS.iter().find_map(|kind| school.strip_suffix(kind)).unwrap_or(school);
    let own = without_kind.rsplit_once(PLACES).map_or(without_kind, |(_, own)| own);
    let own = if own.is_empty() { school } else { own };
    let letters = if own.chars().any(is_han) {
        PinyinKey::new(own).initials()
    } else {
        own.split_whitespace().filter_map(|word| word.chars().next()).collect()
    };
    let letters: String = letters
        .chars()
        .filter(char::is_ascii_alphanumeric)
        .map(|c| c.to_ascii_uppercase())
        .take(LETTERS)
        .collect();
    if letters.is_empty() { "CJ".to_owned() } else { letters }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_begin_with_the_schools_own_name() {
        let date = NaiveDate::from_ymd_opt(2026, 11, 23).unwrap();
        let of = |school| report_number(school, date, 1);
        assert_eq!(of("云坪镇石桥学校"), "SQ-20261123-01");
        assert_eq!(of("青石坪小学"), "QSP-20261123-01");
        assert_eq!(of("云坪镇中心小学"), "YPZZXX-20261123-01");
        assert_eq!(of("Stone Bridge School"), "SBS-20261123-01");
        assert_eq!(of(""), "CJ-20261123-01");
    }
}
