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
    /// Whom it finds, the best first.
    pub matches: Vec<PersonId>,
    /// Which of them Enter goes to.
    pub chosen: usize,
}

impl Jump {
    /// What was typed, looked up: digits are the number, letters the pinyin, Chinese the name.
    pub fn find(text: String, lines: &[SheetLine]) -> Self {
        let typed = half_width(&text);
        let typed = typed.trim();
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
        Self { text, matches: found.into_iter().map(|(.., person)| person).collect(), chosen: 0 }
    }

    /// Another match, going round.
    pub fn choose(&mut self, step: i32) {
        let count = self.matches.len().max(1);
        self.chosen = if step < 0 { self.chosen + count - 1 } else { self.chosen + 1 } % count;
    }

    /// Whom Enter goes to.
    pub fn best(&self) -> Option<PersonId> {
        self.matches.get(self.chosen).copied()
    }
}
