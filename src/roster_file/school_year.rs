//! The school year and term that a file names in its titles.

use chrono::{Datelike, NaiveDate};

use crate::domain::person_name::half_width;

/// What the titles tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct NamedTerm {
    /// Year of the school year's 1 September.
    pub year: Option<i32>,
    /// 1 from September, 2 from February or March.
    pub term: Option<u8>,
}

/// The school year to which a day belongs (1 September to 31 August).
pub fn of_day(day: NaiveDate) -> i32 {
    if day.month() >= 9 { day.year() } else { day.year() - 1 }
}

/// Reads titles: `2025—2026学年度第一学期`, `2025年秋季`, `2026年春`, `2025学年`, `填报日期：2025年9月10日`.
pub fn named_in<'a>(titles: impl Iterator<Item = &'a str>) -> NamedTerm {
    let text = titles.map(half_width).collect::<Vec<_>>().join("\n");
    let text: String = text.chars().filter(|c| *c != ' ').collect();
    let term = if ["第一学期", "上学期", "秋季", "年秋"].iter().any(|w| text.contains(w)) {
        Some(1)
    } else if ["第二学期", "下学期", "春季", "年春"].iter().any(|w| text.contains(w)) {
        Some(2)
    } else {
        None
    };
    let numbers = numbers(&text);
    let pair = numbers.iter().zip(numbers.iter().skip(1)).find_map(|(first, second)| {
        let between = text.get(first.end..second.start)?;
        let joined = !between.is_empty()
            && between.chars().count() <= 3
            && between
                .chars()
                .all(|c| matches!(c, '-' | '—' | '–' | '~' | '至' | '到' | '/' | '年' | '一' | '_'));
        let next = second.value == first.value + 1 || second.value == (first.value + 1) % 100;
        (joined && next && is_year(first.value)).then_some(first.value)
    });
    let followed = |word: &str| {
        numbers
            .iter()
            .find(|n| {
                is_year(n.value)
                    && text.get(n.end..).is_some_and(|rest| rest.trim_start_matches('年').starts_with(word))
            })
            .map(|n| n.value)
    };
    let year = pair
        .or_else(|| followed("学年"))
        .or_else(|| followed("秋"))
        .or_else(|| followed("春").map(|y| y - 1))
        .or_else(|| day_in(&text, &numbers).map(of_day));
    NamedTerm { year, term }
}

struct Number {
    start: usize,
    end: usize,
    value: i32,
}

fn numbers(text: &str) -> Vec<Number> {
    let mut found: Vec<Number> = Vec::new();
    for (at, c) in text.char_indices() {
        let Some(digit) = c.to_digit(10) else { continue };
        let digit = i32::try_from(digit).unwrap_or_default();
        match found.last_mut().filter(|n| n.end == at) {
            Some(number) => {
                number.end = at + 1;
                number.value = number.value.saturating_mul(10).saturating_add(digit);
            }
            None => found.push(Number { start: at, end: at + 1, value: digit }),
        }
    }
    found
}

/// A whole date in the titles.
fn day_in(text: &str, numbers: &[Number]) -> Option<NaiveDate> {
    numbers.iter().enumerate().filter(|(_, n)| is_year(n.value)).find_map(|(at, year)| {
        let (month, day) = (numbers.get(at + 1)?, numbers.get(at + 2)?);
        let near =
            |a: &Number, b: &Number| text.get(a.end..b.start).is_some_and(|gap| gap.chars().count() == 1);
        if !near(year, month) || !near(month, day) {
            return None;
        }
        NaiveDate::from_ymd_opt(year.value, u32::try_from(month.value).ok()?, u32::try_from(day.value).ok()?)
    })
}

fn is_year(value: i32) -> bool {
    (2000..=2100).contains(&value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_as_schools_write_them() {
        for (title, year, term) in [
            ("白石县青石坪镇中心小学2025—2026学年度第一学期学生花名册", Some(2025), Some(1)),
            ("2025-2026学年第二学期", Some(2025), Some(2)),
            ("2025－26学年", Some(2025), None),
            ("2026年春季学期花名册", Some(2025), Some(2)),
            ("2025年秋花名册", Some(2025), Some(1)),
            ("2025学年花名册", Some(2025), None),
            ("学生信息导出 (2025-09-12)", Some(2025), None),
            ("填报日期：2026年3月1日", Some(2025), None),
            ("某小学学生花名册", None, None),
            ("电话 13800002025", None, None),
        ] {
            assert_eq!(named_in([title].into_iter()), NamedTerm { year, term }, "{title}");
        }
    }
}
