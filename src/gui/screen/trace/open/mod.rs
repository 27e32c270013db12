//! 未结: the absences that have not ended, and what is known of the chosen one.

mod update;
mod view;

use crate::domain::id::PersonId;
use crate::ops::trace::{AbsenceLine, TraceView};

/// The tab.
#[derive(Debug)]
pub struct OpenTab {
    data: Option<TraceView>,
    /// The row that keys mean.
    chosen: Option<PersonId>,
}

/// What its parts say.
#[derive(Debug, Clone, PartialEq)]
pub enum Message {
    /// Another row.
    Choose(PersonId),
    /// Up or down among the rows.
    Move(i32),
    /// Everything of the chosen person.
    Person,
    /// Where absences are recorded.
    Today,
}

impl OpenTab {
    /// The tab with a row chosen, where there is one.
    pub fn of(person: Option<PersonId>) -> Self {
        Self { data: None, chosen: person }
    }

    fn lines(&self) -> &[AbsenceLine] {
        self.data.as_ref().map_or(&[], |data| data.open.as_slice())
    }

    fn line(&self) -> Option<&AbsenceLine> {
        self.lines().iter().find(|line| Some(line.key) == self.chosen)
    }
}

/// Name of a person's row, for the focus.
fn row_id(person: PersonId) -> String {
    format!("absence-{person}")
}
