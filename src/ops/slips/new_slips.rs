//! What is kept of a run so that its slips can be awaited.

use chrono::NaiveDate;

use crate::domain::slip::{SlipRun, SlipRunBody};
use crate::ops::issued::{KeptLetters, issued_number};
use crate::storage::IssuedRow;

/// The slips of a run that is about to be kept.
pub(in crate::ops) struct NewSlips {
    run: u32,
    due: NaiveDate,
    letter: String,
    copies: u32,
}

impl NewSlips {
    /// Those of letters that ask for them.
    pub fn of(letters: &KeptLetters) -> Option<Self> {
        let copies = u32::try_from(letters.copies.len()).ok()?;
        Some(Self { run: letters.run?, due: letters.due?, letter: letters.template.id.clone(), copies })
    }

    /// The run as it is kept beside what was issued.
    pub fn of_row(self, row: &IssuedRow) -> SlipRun {
        let body = SlipRunBody {
            letter: self.letter,
            date: row.date,
            number: issued_number(row),
            copies: self.copies,
        };
        SlipRun { id: row.id, run: self.run, due: self.due, closed_on: None, body }
    }
}
