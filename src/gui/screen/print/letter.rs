//! How letters are made: for whom, how many on a sheet, what they must be told.

use chrono::NaiveDate;

use super::Print;
use crate::gui::effect::Effect;
use crate::gui::widget::date_field;
use crate::ops::Query;
use crate::ops::case::DiseaseLine;
use crate::ops::issued::IssuedKind;
use crate::ops::letters::LetterCopies;
use crate::ops::print::{Ask, PaperId};
use crate::ops::work_report::WORK_REPORT;

/// What is chosen of letters, as typed.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct LetterForm {
    pub disease: String,
    /// Diseases that fit what is typed.
    pub found: Vec<DiseaseLine>,
    pub from: String,
    pub to: String,
    pub return_by: String,
    pub first_sheet: String,
}

/// What the choices of letters say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LetterMessage {
    /// For whom copies are made.
    Copies(LetterCopies),
    /// Two on a sheet, or one.
    Half(bool),
    /// Backs stay empty.
    Duplex(bool),
    /// Typed as the disease.
    Typed(String),
    /// One of the diseases that fit.
    Disease(String, String),
    /// Typed as the first day.
    From(String),
    /// Typed as the last day.
    To(String),
    /// Typed as the day by which slips come back.
    ReturnBy(String),
    /// Typed as the sheet to begin with.
    FirstSheet(String),
}

impl Print {
    /// Whether letters are made anew.
    pub(super) fn is_letter(&self) -> bool {
        matches!(self.request.paper, PaperId::Letter(_))
    }

    /// Whether letters are shown as they were issued: what is left of them can be printed.
    pub(super) fn is_run(&self) -> bool {
        self.shown_as_issued().is_some_and(|line| line.kind == IssuedKind::Letters)
    }

    /// Whether slips come back of what is shown.
    pub(super) fn has_slips(&self) -> bool {
        self.is_run() || self.listing().is_some_and(|listing| listing.slips)
    }

    /// Whether the work report is shown, whose words are edited on a page of its own.
    pub(super) fn is_work_report(&self) -> bool {
        matches!(&self.request.paper, PaperId::Form(id) if id == WORK_REPORT)
    }

    /// Whether a letter must be told something.
    pub(super) fn asks(&self, what: Ask) -> bool {
        self.is_letter() && self.listing().is_some_and(|listing| listing.asks.contains(&what))
    }

    pub(super) fn half(&self) -> bool {
        self.request.letter.half.unwrap_or_else(|| self.listing().is_some_and(|listing| listing.half))
    }

    pub(super) fn choose_letter(&mut self, message: LetterMessage) -> Vec<Effect> {
        let mut later = None;
        let look = match message {
            LetterMessage::Copies(copies) => self.again(|request| request.letter.copies = copies),
            LetterMessage::Half(half) => self.again(|request| request.letter.half = Some(half)),
            LetterMessage::Duplex(duplex) => self.again(|request| request.letter.duplex = duplex),
            LetterMessage::Typed(typed) => {
                let query = Query::Diseases(typed.clone());
                let empty = typed.trim().is_empty();
                self.letter.disease = typed;
                self.letter.found.clear();
                return if empty { Vec::new() } else { vec![Effect::Load(query)] };
            }
            LetterMessage::Disease(id, name) => {
                self.letter.disease = name;
                self.letter.found.clear();
                later = Some(Effect::Focus("disease".into()));
                self.again(|request| request.letter.disease = Some(id))
            }
            LetterMessage::From(typed) => {
                let day = day_of(&typed);
                self.letter.from = typed;
                self.again(|request| request.letter.from = day)
            }
            LetterMessage::To(typed) => {
                let day = day_of(&typed);
                self.letter.to = typed;
                self.again(|request| request.letter.to = day)
            }
            LetterMessage::ReturnBy(typed) => {
                let day = day_of(&typed);
                self.letter.return_by = typed;
                self.again(|request| request.letter.return_by = day)
            }
            LetterMessage::FirstSheet(typed) => {
                let first = typed.trim().parse().unwrap_or_default();
                self.letter.first_sheet = typed;
                self.again(|request| request.letter.first_sheet = first)
            }
        };
        std::iter::once(look).chain(later).collect()
    }
}

fn day_of(typed: &str) -> Option<NaiveDate> {
    date_field::day(typed)
}
