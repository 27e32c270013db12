//! Telephone numbers as rosters hold them.

use super::cell::Cell;
use crate::domain::person_name::{half_width, is_invisible};
use crate::domain::rule_book::NumberRules;

/// A number as it is stored, and whether its length is possible.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WrittenPhone {
    /// Mobile numbers as 11 digits, others as written.
    pub number: String,
    /// Whether telephone numbers of that length exist.
    pub possible: bool,
}

/// Whether a telephone number that was typed can be one; several may stand there.
pub fn is_possible_phone(text: &str) -> bool {
    read(&Cell::of_text(text)).is_none_or(|phone| phone.possible)
}

/// Reads a cell; several numbers may stand in it. `None` where none is written.
pub fn read(cell: &Cell) -> Option<WrittenPhone> {
    let text: String = half_width(&cell.text()).chars().filter(|c| !is_invisible(*c) || *c == '\n').collect();
    let text = text.trim_matches(|c: char| c.is_whitespace() || matches!(c, '\'' | '"' | '='));
    if text.is_empty() || matches!(text, "无" | "-" | "/" | "暂无") {
        return None;
    }
    // One number with spaces or hyphens inside it is the usual case; else each part is a number of its own.
    let whole = one(text);
    if whole.possible {
        return Some(whole);
    }
    let parts: Vec<WrittenPhone> = text
        .split([',', '，', '、', '/', ';', '；', '\n', ' ', '或'])
        .map(str::trim)
        .filter(|part| !part.is_empty())
        .map(one)
        .collect();
    if parts.len() > 1 && parts.iter().all(|p| p.possible) {
        let number = parts.into_iter().map(|p| p.number).collect::<Vec<_>>().join("、");
        return Some(WrittenPhone { number, possible: true });
    }
    Some(whole)
}

fn one(text: &str) -> WrittenPhone {
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    let only = text
        .chars()
        .all(|c| c.is_ascii_digit() || matches!(c, ' ' | '-' | '—' | '–' | '(' | ')' | '+' | '.'));
    let digits = digits.strip_prefix("86").filter(|d| d.len() == 11).map_or(digits.clone(), str::to_owned);
    let mobile = digits.len() == 11 && digits.starts_with('1');
    let possible = only && NumberRules::shipped().is_phone(&digits);
    let number = if mobile && only { digits } else { text.to_owned() };
    WrittenPhone { number, possible }
}
