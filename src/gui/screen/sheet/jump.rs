//! The jump field: what was typed and whom it finds.

use crate::domain::id::PersonId;
use crate::domain::person_name::half_width;
use crate::domain::pinyin::PinyinKey;
use crate::ops::check::SheetLine;

/// The jump field.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Jump {
    /// As typed.
    pub text: String,
    /// Whom it finds, the best first; of a list of numbers all of them, by seat.
    pub matches: Vec<PersonId>,
    /// Which of them Enter goes to.
    pub chosen: usize,
    /// Several numbers were typed, and these of them nobody has.
    pub list: Option<Vec<String>>,
}

impl Jump {
    /// What was typed, looked up: digits are the number, letters the pinyin, Chinese the name; several numbers and
    /// ranges (`1 2 5-9`) mean all of these people.
    pub fn find(text: String, lines: &[SheetLine]) -> Self {
        let typed = half_width(&text);
        let typed = typed.trim();
        if let Some((matches, nobody)) = numbers(typed, lines) {
            return Self { text, matches, chosen: 0, list: Some(nobody) };
        }
        let mut found: Vec<(u8, u32, PersonId)> = if typed.is_empty() {
            Vec::new()
        } else if typed.bytes().all(|b| b.is_ascii_digit()) {
            let rank = |seat: String| (seat.starts_with(typed)).then(|| u8::from(seat.len() > typed.len()));
            lines
                .iter()
                .filter_map(|l| rank(l.seat_no.to_string()).map(|rank| (rank, l.seat_no, l.person)))
                .collect()
        } else {
            lines
                .iter()
                .filter_map(|l| PinyinKey::new(&l.name).rank(typed).map(|rank| (rank, l.seat_no, l.person)))
                .collect()
        };
        found.sort_unstable();
        let matches = found.into_iter().map(|(.., person)| person).collect();
        Self { text, matches, chosen: 0, list: None }
    }

    /// Another match, going round.
    pub fn choose(&mut self, step: i32) {
        let count = self.matches.len().max(1);
        self.chosen = if step < 0 { self.chosen + count - 1 } else { self.chosen + 1 } % count;
    }

    /// Whether something was typed and nobody has it.
    pub fn finds_nobody(&self) -> bool {
        !self.text.trim().is_empty() && self.matches.is_empty()
    }

    /// Whom Enter goes to.
    pub fn best(&self) -> Option<PersonId> {
        self.matches.get(self.chosen).copied()
    }
}

/// Whether a sign parts numbers in a list.
fn is_gap(c: char) -> bool {
    c.is_whitespace() || matches!(c, ',' | '、' | '.' | '。' | ';' | '/' | '+')
}

/// Whether a sign stands between the ends of a range.
fn is_range(c: char) -> bool {
    matches!(c, '-' | '~' | '－' | '—' | '–' | '至' | '到')
}

/// The people of a typed list of numbers by seat, and the parts that mean nobody; `None` where it is no list.
fn numbers(typed: &str, lines: &[SheetLine]) -> Option<(Vec<PersonId>, Vec<String>)> {
    let several = typed.chars().any(|c| is_gap(c) || is_range(c));
    let begins = typed.chars().next().is_some_and(|c| c.is_ascii_digit());
    if !(several && begins && typed.chars().all(|c| c.is_ascii_digit() || is_gap(c) || is_range(c))) {
        return None;
    }
    let mut wanted = vec![false; lines.len()];
    let mut nobody = Vec::new();
    for part in typed.split(is_gap).filter(|part| !part.is_empty()) {
        let ends: Vec<&str> = part.split(is_range).collect();
        let range = match ends.as_slice() {
            [one] => one.parse().ok().map(|one: u32| (one, one)),
            // The second end is still to be typed.
            [first, ""] => first.parse().ok().map(|first: u32| (first, first)),
            [first, last] => first.parse().ok().zip(last.parse().ok()),
            _ => None,
        };
        let (first, last) = range.unwrap_or((1, 0));
        let mut any = false;
        for (mark, _) in wanted.iter_mut().zip(lines).filter(|(_, l)| (first..=last).contains(&l.seat_no)) {
            *mark = true;
            any = true;
        }
        if !any {
            nobody.push(part.to_owned());
        }
    }
    let mut people: Vec<(u32, PersonId)> =
        lines.iter().zip(wanted).filter(|(_, mark)| *mark).map(|(l, _)| (l.seat_no, l.person)).collect();
    people.sort_unstable();
    Some((people.into_iter().map(|(_, person)| person).collect(), nobody))
}
