//! 未结: the absences that have not ended, by the next call; whom to dial, what was said before, and the form of the talk.

mod form;
mod moment;
mod update;
mod view;

use std::collections::BTreeMap;
use std::mem::Discriminant;

use crate::domain::id::{PersonId, TraceId};
use crate::gui::typed::Typed;
use crate::ops::trace::{AbsenceLine, TraceView};

pub use form::{Ending, FormEdit};

use form::Form;

/// The tab.
#[derive(Debug)]
pub struct OpenTab {
    data: Option<TraceView>,
    /// The row that keys mean.
    chosen: Option<PersonId>,
    /// What is typed of each talk and not written down yet.
    forms: BTreeMap<PersonId, Typed<Form, Discriminant<FormEdit>>>,
    /// Whose talk was written down just now: the hand goes on to the next who waits.
    written: Option<PersonId>,
}

/// What its parts say.
#[derive(Debug, Clone, PartialEq)]
pub enum Message {
    /// Another row; the chosen one again: to the form.
    Choose(PersonId),
    /// Up or down among the rows.
    Move(i32),
    /// A part of the form.
    Edit(FormEdit),
    /// Write the talk down.
    Save,
    /// Nobody answered.
    Unreached,
    /// Takes a call of the chosen person away that was written down wrongly.
    Remove(TraceId),
    /// Everything of the chosen person.
    Person,
    /// The list of calls on paper.
    Print,
    /// Where absences are recorded.
    Today,
}

impl OpenTab {
    /// The tab with a row chosen, where there is one.
    pub fn of(person: Option<PersonId>) -> Self {
        Self { data: None, chosen: person, forms: BTreeMap::new(), written: None }
    }

    /// The row that keys mean.
    #[cfg(test)]
    pub(super) fn chosen(&self) -> Option<PersonId> {
        self.chosen
    }

    fn lines(&self) -> &[AbsenceLine] {
        self.data.as_ref().map_or(&[], |data| data.open.as_slice())
    }

    fn line(&self) -> Option<&AbsenceLine> {
        self.lines().iter().find(|line| Some(line.key) == self.chosen)
    }

    fn form(&self) -> Option<&Form> {
        self.chosen.and_then(|person| self.forms.get(&person)).map(|form| &**form)
    }
}

/// Name of a person's row, for the focus.
fn row_id(person: PersonId) -> String {
    format!("absence-{person}")
}
