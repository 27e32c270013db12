//! 待返校: who is ill and will come back, on what terms, and who is kept apart meanwhile.

mod begin;
mod details;
mod form;
mod picks;
#[cfg(test)]
mod tests;
mod update;
mod view;

use crate::domain::id::{CaseId, IsolationId, PersonId};
use crate::domain::isolation::IsolationEnd;
use crate::domain::return_clearance::ReturnDecision;
use crate::domain::symptom::SymptomCode;
use crate::ops::isolation::{ContactLine, IsolationLine};
use crate::ops::return_to_class::{AwaitedReturn, ReturnsView};

pub use form::{LookPlace, ReturnPlace};

use begin::{BeginForm, BeginMessage};
use details::{DetailForm, DetailMessage};
use form::{LookForm, ReturnForm};
use picks::{PickMessage, Picks};

/// A row of the lists.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Row {
    /// Somebody who is to come back.
    Awaited(CaseId),
    /// Somebody who is kept apart.
    Apart(IsolationId),
}

/// The tab.
#[derive(Debug, Default)]
pub struct ReturnsTab {
    data: Option<ReturnsView>,
    /// Whose row is chosen when the answer comes.
    wanted: Option<PersonId>,
    chosen: Option<Row>,
    /// The row was taken because the one before is gone; nobody has looked at it yet.
    unchosen: bool,
    /// Who was decided on last.
    decided: Option<PersonId>,
    back: ReturnForm,
    look: LookForm,
    /// Who was near the chosen case, kept or not.
    contacts: Option<(CaseId, Vec<ContactLine>)>,
    /// The contacts with their ticks, while they are chosen.
    picks: Option<Picks>,
    /// What is added to the chosen observation or isolation, while it is typed.
    details: Option<DetailForm>,
    /// The form of somebody who is to be kept apart, while it is open.
    begin: Option<BeginForm>,
    /// Whether something was to be recorded with a day or temperature that is none.
    refused: bool,
}

/// What its parts say.
#[derive(Debug, Clone, PartialEq)]
pub enum Message {
    /// Another row.
    Choose(Row),
    /// Up or down among the rows.
    Move(i32),
    /// To the first field of the chosen row.
    Begin,
    /// Everything of the chosen person.
    Person,
    /// Another source is held to.
    Hold(String),
    /// Typed into a field of the return.
    Typed(ReturnPlace, String),
    /// 已留存一份
    Copy,
    /// Writes down the terms: days and the clinic's word.
    Plan,
    /// The check at the door is decided.
    Decide(ReturnDecision),
    /// Typed into a field of the look.
    Looked(LookPlace, String),
    /// A symptom of the look.
    Symptom(SymptomCode),
    /// Records the look.
    Follow,
    /// Ends the chosen observation or isolation.
    End(IsolationEnd),
    /// Keeps the contacts that are proposed.
    KeepContacts,
    /// A part of the list in which contacts are chosen.
    Pick(PickMessage),
    /// A part of what is added to an observation or isolation.
    Detail(DetailMessage),
    /// What Ctrl+Enter does to the chosen row.
    Confirm,
    /// A part of the form that begins an observation.
    New(BeginMessage),
}

impl ReturnsTab {
    /// The tab with a person's row chosen, where there is one.
    pub fn of(person: Option<PersonId>) -> Self {
        Self { wanted: person, ..Self::default() }
    }

    fn awaited(&self) -> Option<&AwaitedReturn> {
        let Some(Row::Awaited(case)) = self.chosen else { return None };
        self.data.as_ref()?.awaited.iter().find(|it| it.case == case)
    }

    fn apart(&self) -> Option<&IsolationLine> {
        let Some(Row::Apart(id)) = self.chosen else { return None };
        self.data.as_ref()?.apart.iter().find(|it| it.id == id)
    }

    /// All rows in the order in which they are shown.
    fn rows(&self) -> Vec<Row> {
        let Some(data) = &self.data else { return Vec::new() };
        let awaited = data.awaited.iter().map(|it| Row::Awaited(it.case));
        awaited.chain(data.apart.iter().map(|it| Row::Apart(it.id))).collect()
    }

    /// Who was near the chosen case, kept or not, once it has been told.
    fn near(&self) -> Option<&[ContactLine]> {
        let Some(Row::Awaited(chosen)) = self.chosen else { return None };
        self.contacts.as_ref().filter(|(case, _)| *case == chosen).map(|(_, lines)| lines.as_slice())
    }

    fn person(&self) -> Option<PersonId> {
        self.awaited().map(|it| it.key).or_else(|| self.apart().map(|it| it.key))
    }
}

/// Name of the field that finds who is to be kept apart.
const NEW_FIND: &str = "new-find";

/// Name of a row, for the focus.
fn row_id(row: Row) -> String {
    match row {
        Row::Awaited(case) => format!("awaited-{case}"),
        Row::Apart(id) => format!("apart-{id}"),
    }
}
