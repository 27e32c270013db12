//! Keeping a version of the school's own, and having the shipped one again.

use std::path::PathBuf;

use serde::{Deserialize, Serialize};
use serde_json::json;

use super::OwnPaperError;
use crate::ops::book::Book;
use crate::ops::error::OpError;
use crate::ops::picture::PictureKind;
use crate::ops::plan::PLAN_DOCUMENT;
use crate::ops::print::{LABELS, PaperId};
use crate::ops::work_report::WORK_REPORT;
use crate::paper::PaperError;
use crate::paper::form::{FormTemplate, OwnForm};
use crate::paper::letter::{LetterTemplate, OwnLetter};
use crate::storage::Setting;

/// Beginnings of the settings that hold versions.
const FORM: &str = "own_form:";
const LETTER: &str = "own_letter:";

/// A form or letter of the school's own.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum OwnPaper {
    /// A form.
    Form(OwnForm),
    /// A letter.
    Letter(OwnLetter),
}

/// Something to do with versions of the school's own.
#[derive(Debug, Clone, PartialEq)]
pub enum OwnPaperOp {
    /// Keeps a version.
    Set(Box<OwnPaper>),
    /// The shipped one again.
    Restore(PaperId),
    /// Writes all versions into a file.
    Export(PathBuf),
    /// Takes the versions of a file, all or none.
    Import(PathBuf),
}

impl OwnPaper {
    /// The form or letter that it is of.
    pub fn paper(&self) -> PaperId {
        match self {
            Self::Form(form) => PaperId::Form(form.form.clone()),
            Self::Letter(letter) => PaperId::Letter(letter.letter.clone()),
        }
    }

    fn id(&self) -> &str {
        match self {
            Self::Form(form) => &form.form,
            Self::Letter(letter) => &letter.letter,
        }
    }
}

impl Book {
    /// Does something with versions of the school's own; answers how many were kept, restored or written.
    pub(in crate::ops) fn run_own_papers(&mut self, op: &OwnPaperOp) -> Result<usize, OpError> {
        match op {
            OwnPaperOp::Set(paper) => self.set_own_papers(std::slice::from_ref(paper)).map(|()| 1),
            OwnPaperOp::Restore(paper) => self.restore_paper(paper).map(|()| 1),
            OwnPaperOp::Export(path) => self.export_own_papers(path),
            OwnPaperOp::Import(path) => self.import_own_papers(path),
        }
    }

    /// The shipped form with what the school wants otherwise.
    pub(in crate::ops) fn form_template(&self, id: &str) -> Result<FormTemplate, OpError> {
        let shipped = FormTemplate::shipped(id)?;
        Ok(self.own_form(id)?.map(|own| shipped.with_own(&own)).unwrap_or(shipped))
    }

    /// The shipped letter with what the school wants otherwise.
    pub(in crate::ops) fn letter_template(&self, id: &str) -> Result<LetterTemplate, OpError> {
        let shipped = LetterTemplate::shipped(id)?;
        Ok(self.own_letter(id)?.map(|own| shipped.with_own(&own)).unwrap_or(shipped))
    }

    /// What the school wants otherwise of a form.
    pub(in crate::ops) fn own_form(&self, id: &str) -> Result<Option<OwnForm>, OpError> {
        Ok(self.store.setting(&format!("{FORM}{id}"))?)
    }

    pub(super) fn own_letter(&self, id: &str) -> Result<Option<OwnLetter>, OpError> {
        Ok(self.store.setting(&format!("{LETTER}{id}"))?)
    }

    /// All versions of the school's own.
    pub(in crate::ops) fn own_papers(&self) -> Result<Vec<OwnPaper>, OpError> {
        let forms = self.store.settings(FORM)?.into_iter().map(OwnPaper::Form);
        let letters = self.store.settings(LETTER)?.into_iter().map(OwnPaper::Letter);
        Ok(forms.chain(letters).collect())
    }

    /// The forms and letters of which the school has a version of its own.
    pub(in crate::ops) fn papers_of_own(&self) -> Result<Vec<PaperId>, OpError> {
        Ok(self.own_papers()?.iter().map(OwnPaper::paper).collect())
    }

    /// Keeps versions, all or none, as one act; of each only what differs from the shipped one.
    ///
    /// # Errors
    /// [`OwnPaperError::Fault`] for the first that cannot be printed.
    pub fn set_own_papers(&mut self, papers: &[impl AsRef<OwnPaper>]) -> Result<(), OpError> {
        let mut kept = Vec::new();
        for paper in papers {
            kept.push(beside(paper.as_ref())?);
        }
        let detail = match kept.as_slice() {
            [one] => json!({ "paper": one.id(), "count": 1 }),
            several => json!({ "count": several.len() }),
        };
        let mut rows = Vec::new();
        for paper in &kept {
            rows.push((Setting::new(&key(&paper.paper())?, paper)?, says_something(paper)));
        }
        self.act("own_paper", detail, |act, _| {
            for (row, own) in &rows {
                let _ = if *own { act.put(row)? } else { act.remove(row)? };
            }
            Ok(())
        })
    }

    /// Has the shipped form or letter again.
    ///
    /// # Errors
    /// [`OwnPaperError::NotOwn`]
    pub fn restore_paper(&mut self, paper: &PaperId) -> Result<(), OpError> {
        let (key, id) = (key(paper)?, id_of(paper));
        let own: Option<serde_json::Value> = self.store.setting(&key)?;
        let own = own.ok_or_else(|| OwnPaperError::NotOwn { id: id.clone() })?;
        let row = Setting::new(&key, &own)?;
        self.act("own_paper_restore", json!({ "paper": id }), |act, _| Ok(act.remove(&row).map(drop)?))
    }
}

impl AsRef<Self> for OwnPaper {
    fn as_ref(&self) -> &Self {
        self
    }
}

/// Name of the setting of a form or letter.
fn key(paper: &PaperId) -> Result<String, OpError> {
    match paper {
        PaperId::Form(id) => Ok(format!("{FORM}{id}")),
        PaperId::Letter(id) => Ok(format!("{LETTER}{id}")),
        PaperId::Issued(key) => Err(OwnPaperError::NotEditable { id: key.to_string() }.into()),
    }
}

/// Id of a form or letter.
pub(super) fn id_of(paper: &PaperId) -> String {
    match paper {
        PaperId::Form(id) | PaperId::Letter(id) => id.clone(),
        PaperId::Issued(key) => key.to_string(),
    }
}

/// What is kept of a version, once it has been tried on paper.
fn beside(paper: &OwnPaper) -> Result<OwnPaper, OpError> {
    let (faults, kept) = match paper {
        OwnPaper::Form(own) => {
            let shipped = shipped_form(&own.form)?;
            (own.faults(&shipped), OwnPaper::Form(own.beside(&shipped)))
        }
        OwnPaper::Letter(own) => {
            let shipped = LetterTemplate::shipped(&own.letter)?;
            (own.faults(&shipped), OwnPaper::Letter(own.beside(&shipped)))
        }
    };
    match faults.into_iter().next() {
        Some(fault) => Err(OwnPaperError::Fault { id: paper.id().to_owned(), fault }.into()),
        None => Ok(kept),
    }
}

/// The shipped form of an id, where there is a file of it.
pub(super) fn shipped_form(id: &str) -> Result<FormTemplate, OpError> {
    let listed = [LABELS, PLAN_DOCUMENT, WORK_REPORT].contains(&id) || PictureKind::of_form(id).is_some();
    FormTemplate::shipped(id).map_err(|error| match error {
        PaperError::UnknownId { id } if listed => OwnPaperError::NotEditable { id }.into(),
        other => other.into(),
    })
}

const fn says_something(paper: &OwnPaper) -> bool {
    match paper {
        OwnPaper::Form(own) => {
            !(own.title.is_empty()
                && own.notes.is_empty()
                && own.columns.is_empty()
                && own.signatures.is_empty())
        }
        OwnPaper::Letter(own) => !own.is_empty(),
    }
}
