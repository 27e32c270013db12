//! Dates as rosters hold them: real date cells, bare serial numbers, `20170326`, `2017.6.9`, `2017/11/20`,
//! `2017-3-2`, `2017年7月12日`.

use chrono::{Days, NaiveDate};

use super::cell::Cell;
use crate::domain::person_name::half_width;

/// Serial days that are dates of living people: 1910 to 2078.
const SERIALS: std::ops::RangeInclusive<u64> = 3_654..=65_380;

/// The date in a cell; `None` if it is no possible date.
pub fn read(cell: &Cell, from_1904: bool) -> Option<NaiveDate> {
    match cell {
        Cell::Number(number) if *number >= 0.0 => of_number(number.trunc() as u64, from_1904),
        Cell::Text(text) => of_text(text, from_1904),
        _ => None,
    }
}

/// The month in a cell such as `202509`, `2025.9` or a date; as year and month.
pub fn read_month(cell: &Cell, from_1904: bool) -> Option<(i32, u32)> {
    use chrono::Datelike;
    if let Some(date) = read(cell, from_1904) {
        return Some((date.year(), date.month()));
    }
    let text = half_width(&cell.text());
    let groups = groups(&text);
    let (year, month) = match groups.as_slice() {
        [one] if one.len() == 6 => (one.get(..4)?.parse().ok()?, one.get(4..)?.parse().ok()?),
        [year, month] if year.len() == 4 => (year.parse().ok()?, month.parse().ok()?),
        _ => return None,
    };
    NaiveDate::from_ymd_opt(year, month, 1).map(|_| (year, month))
}

fn of_number(number: u64, from_1904: bool) -> Option<NaiveDate> {
    if SERIALS.contains(&number) {
        // Excel counts a 29 February 1900 that never was, hence the 30th.
        let base = if from_1904 {
            NaiveDate::from_ymd_opt(1904, 1, 1)
        } else {
            NaiveDate::from_ymd_opt(1899, 12, 30)
        };
        return base?.checked_add_days(Days::new(number));
    }
    if !(19_000_101..=21_001_231).contains(&number) {
        return None;
    }
    let (year, month, day) = (number / 10_000, number / 100 % 100, number % 100);
    NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, u32::try_from(month).ok()?, u32::try_from(day).ok()?)
}

fn of_text(text: &str, from_1904: bool) -> Option<NaiveDate> {
    let text = half_width(text);
    let text = text.trim();
    // A time behind the date.
    let date = match text.split_once([' ', 'T']) {
        Some((date, time)) if time.contains(':') => date,
        _ => text,
    };
    let groups = groups(date);
    let number = |at: usize| groups.get(at).and_then(|g| g.parse::<u32>().ok());
    match groups.as_slice() {
        [one] => of_number(one.parse().ok()?, from_1904),
        [year, _, _] if year.len() == 4 => {
            NaiveDate::from_ymd_opt(year.parse().ok()?, number(1)?, number(2)?)
        }
        // An English Excel: month, day, year.
        [_, _, year] if year.len() == 4 => {
            NaiveDate::from_ymd_opt(year.parse().ok()?, number(0)?, number(1)?)
        }
        _ => None,
    }
}

/// Runs of digits; empty if anything but separators of dates stands between.
fn groups(text: &str) -> Vec<&str> {
    let separators = ['年', '月', '日', '号', '.', '-', '/', '\\', '、', '。', '—', '–', ' ', ',', '\''];
    let parts: Vec<&str> = text.split(separators).map(str::trim).filter(|g| !g.is_empty()).collect();
    if parts.iter().all(|g| g.chars().all(|c| c.is_ascii_digit())) { parts } else { Vec::new() }
}
