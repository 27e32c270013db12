//! 病例: the cases, the clock of the chosen one with who has been told, and the form of a case.

mod form;
#[cfg(test)]
mod tests;
mod update;
mod view;

use crate::domain::id::{CaseId, PersonId};
use crate::domain::illness_case::Outcome;
use crate::gui::typed::Typed;
use crate::ops::case::{CaseLine, CaseView, CasesView};

use form::Writing;
pub use form::{CaseEdit, CaseForm};

use super::tell::{TellEdit, Telling};

/// The tab.
#[derive(Debug)]
pub struct CasesTab {
    data: Option<CasesView>,
    /// The row that keys mean.
    chosen: Option<CaseId>,
    /// Whose case is to be shown first.
    wanted: Option<PersonId>,
    work: Work,
    /// Questions for people and diseases that are not answered yet: what is shown may fit what was typed before.
    asked: usize,
    /// What Enter is to take as soon as they are.
    enter: Option<CaseEdit>,
}

/// What is being written down of the chosen case.
#[derive(Debug, Clone, PartialEq)]
enum Work {
    /// Nothing: its details are shown.
    Look,
    /// A report.
    Tell(Box<Telling>),
    /// A new case, or the chosen one.
    Write(Box<Writing>),
    /// Its end.
    End(Option<Outcome>, String),
}

/// What its parts say.
#[derive(Debug, Clone, PartialEq)]
pub enum Message {
    /// Another row.
    Choose(CaseId),
    /// Up or down among the rows.
    Move(i32),
    /// Write down that somebody was told; `None`: the first who has not been.
    Tell(Option<String>),
    /// A part of the report.
    TellEdit(TellEdit),
    /// A new case.
    New,
    /// Change the chosen case.
    Edit,
    /// A part of the form.
    CaseEdit(CaseEdit),
    /// The chosen case ends.
    End,
    /// How it ends.
    Outcome(Outcome),
    /// More of how it ends.
    EndNote(String),
    /// The chosen case has not ended.
    Reopen,
    /// Write down what was typed.
    Save,
    /// Leave what was typed.
    Cancel,
    /// Everything of the person.
    Person,
    /// The open cases on paper.
    Print,
}

impl CasesTab {
    /// The tab with the case of somebody chosen, where there is one.
    pub fn of(person: Option<PersonId>) -> Self {
        Self { data: None, chosen: None, wanted: person, work: Work::Look, asked: 0, enter: None }
    }

    /// The tab with the form of a new case of somebody.
    pub fn writing(person: PersonId, name: &str) -> Self {
        let mut form = CaseForm::empty();
        form.edit(CaseEdit::Person(person, name.to_owned()));
        Self { work: Work::Write(Box::new(Typed::new(form))), ..Self::of(None) }
    }

    fn lines(&self) -> &[CaseLine] {
        self.data.as_ref().map_or(&[], |data| data.lines.as_slice())
    }

    fn shown(&self) -> Option<&CaseView> {
        self.data.as_ref()?.shown.as_deref()
    }
}

/// Name of a case's row, for the focus.
fn row_id(case: CaseId) -> String {
    format!("case-{case}")
}
