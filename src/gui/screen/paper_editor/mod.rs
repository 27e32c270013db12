//! 修改版式: the school's own version of a form or letter, with the sheet beside it as it would be printed.

mod row;
#[cfg(test)]
mod tests;
mod typing;
mod update;
mod view;

use std::sync::Arc;

use crate::gui::widget::{Reach, Zoom};
use crate::i18n::Language;
use crate::ops::own_papers::{OwnFault, OwnPaper, PaperTrial, PaperView, PartKind};
use crate::ops::print::PaperId;
use crate::paper::layout::{Document, Sheet};

pub use row::Part;
use row::Row;

/// Name of the field of a row's words.
const WORDS: &str = "words";
/// Name of the field of the file.
const FILE: &str = "file";
/// Name of the scrolled sheet.
const SHEET: &str = "sheet";
/// Most steps that can be taken back before saving.
const STEPS: usize = 100;

/// The screen.
#[derive(Debug)]
pub struct PaperEditor {
    paper: PaperId,
    /// In which the words are typed: that of the window.
    language: Language,
    /// What is kept; `None` until it is read.
    data: Option<PaperView>,
    /// Everything that can be changed, in the order of the list.
    rows: Vec<Row>,
    /// The row that keys mean.
    chosen: usize,
    /// Whether its words are being typed.
    typing: bool,
    /// Where in the words the last change ended, in bytes: a field goes in there.
    caret: usize,
    /// Earlier rows, the last one last, with the row that was typed into.
    before: Vec<(Vec<Row>, Option<usize>)>,
    /// The sheets as they were last laid out.
    document: Option<Arc<Document>>,
    faults: Vec<OwnFault>,
    /// What is being laid out; nothing else is asked for meanwhile.
    asked: Option<Box<OwnPaper>>,
    page: usize,
    zoom: Zoom,
    file: String,
    wrong: Option<String>,
    wrong_file: Option<String>,
}

/// What its parts say.
#[derive(Debug, Clone, PartialEq)]
pub enum Message {
    /// Another row; the chosen one again: its words.
    Choose(usize),
    /// The row before or after.
    Mark(i32),
    /// Type the words of the chosen row.
    Edit,
    /// The words were typed.
    Words(String),
    /// The words are as they should be.
    Done,
    /// The chosen row up or down.
    Shift(i32),
    /// Print the chosen row, or leave it out.
    Hide,
    /// The chosen column narrower or wider.
    Widen(i32),
    /// The kind of the chosen paragraph.
    Kind(PartKind),
    /// A field into the words.
    Field(String),
    /// One more row below the chosen one, or at the end of a part.
    Add(Option<Part>),
    /// Take the chosen row out.
    Remove,
    /// Keep it.
    Save,
    /// As shipped again.
    Restore,
    /// Pages and sizes of the sheet.
    Look(Look),
    /// The path of the file was typed.
    File(String),
    /// Write all versions into the file.
    Export,
    /// Take the versions of the file.
    Import,
    /// Back to 打印.
    Back,
}

/// What is done to the sheet.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Look {
    /// So many pages on or back.
    Page(i32),
    /// The whole page, or as wide as there is room.
    Zoom(Zoom),
    /// What lies beyond the room; nothing follows.
    Seen(Reach),
}

impl PaperEditor {
    /// For a form or letter.
    pub fn new(paper: PaperId) -> Self {
        Self {
            paper,
            language: Language::default(),
            data: None,
            rows: Vec::new(),
            chosen: 0,
            typing: false,
            caret: 0,
            before: Vec::new(),
            document: None,
            faults: Vec::new(),
            asked: None,
            page: 0,
            zoom: Zoom::Page,
            file: String::new(),
            wrong: None,
            wrong_file: None,
        }
    }

    fn row(&self) -> Option<&Row> {
        self.rows.get(self.chosen)
    }

    /// The version as it has been typed.
    fn typed(&self) -> Option<OwnPaper> {
        self.data.as_ref().map(|data| row::paper(&data.paper, &self.rows, self.language))
    }

    fn is_letter(&self) -> bool {
        matches!(self.paper, PaperId::Letter(_))
    }

    fn is_changed(&self) -> bool {
        !self.before.is_empty()
    }

    fn pages(&self) -> usize {
        self.document.as_ref().map_or(0, |document| document.sheets.len())
    }

    fn sheet(&self) -> Option<&Sheet> {
        self.document.as_ref()?.sheets.get(self.page)
    }

    /// What is wrong with a row.
    fn fault_of(&self, at: usize) -> Option<&OwnFault> {
        let row = self.rows.get(at)?;
        let number = self.rows.iter().take(at + 1).filter(|other| other.part == row.part).count();
        self.faults.iter().find(|fault| fault.spot().is_some_and(|spot| row.is_at(spot, number)))
    }

    /// What is wrong and belongs to no row.
    fn other_faults(&self) -> impl Iterator<Item = &OwnFault> {
        self.faults.iter().filter(|fault| fault.spot().is_none())
    }

    /// Takes what has been laid out; answers whether more has been typed since.
    fn take_trial(&mut self, trial: PaperTrial) {
        self.asked = None;
        self.faults = trial.faults;
        if trial.document.is_some() {
            self.document = trial.document;
        }
        self.page = self.page.min(self.pages().saturating_sub(1));
    }
}

/// Name of a row, for the focus.
fn row_id(at: usize) -> String {
    format!("row-{at}")
}
