//! A form or letter as it is shown to whoever changes it.

use serde::Serialize;

use super::act::{OwnPaper, id_of, shipped_form};
use super::{OwnFault, OwnPaperError};
use crate::i18n::Language;
use crate::ops::book::Book;
use crate::ops::error::OpError;
use crate::ops::print::PaperId;
use crate::paper::form::OwnForm;
use crate::paper::letter::{LetterTemplate, OwnLetter};

/// A form or letter with everything that can be changed about it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct PaperView {
    /// Id.
    pub id: String,
    /// Name in the list.
    pub name: String,
    /// Whether the school has a version of its own.
    pub own: bool,
    /// Keys of the school's version that the shipped file does not have any more; they are ignored.
    pub ignored: Vec<String>,
    /// Everything as it is printed now.
    pub paper: OwnPaper,
    /// Everything as it is shipped.
    #[serde(skip)]
    pub shipped: OwnPaper,
    /// Columns that stand under a common title, by their keys: they move together.
    #[serde(skip)]
    pub groups: Vec<(String, String)>,
    /// Whether dormitories and staff have the same form in words of their own.
    #[serde(skip)]
    pub variants: bool,
    /// Names of the fields that a letter can hold.
    pub fields: Vec<String>,
}

impl Book {
    /// A form or letter as it is printed now and as it is shipped.
    ///
    /// # Errors
    /// [`OwnPaperError::NotEditable`] for pictures, labels, the work report and what was issued.
    pub fn paper_view(&self, paper: &PaperId) -> Result<PaperView, OpError> {
        let language = self.tr.language();
        match paper {
            PaperId::Form(id) => {
                let shipped = shipped_form(id)?;
                let own = self.own_form(id)?;
                let version = own.clone().unwrap_or_else(|| OwnForm::of(id));
                let groups = shipped.columns.iter().filter(|column| !column.group.is_empty());
                Ok(PaperView {
                    id: id.clone(),
                    name: shipped.name.get(language).to_owned(),
                    own: own.is_some(),
                    ignored: version.unknown(&shipped),
                    paper: OwnPaper::Form(version.whole(&shipped)),
                    shipped: OwnPaper::Form(OwnForm::of(id).whole(&shipped)),
                    groups: groups.map(|column| (column.key.clone(), column.group.clone())).collect(),
                    variants: !shipped.variants.is_empty(),
                    fields: Vec::new(),
                })
            }
            PaperId::Letter(id) => {
                let shipped = LetterTemplate::shipped(id)?;
                let own = self.own_letter(id)?;
                let version = own.clone().unwrap_or_else(|| OwnLetter::of(id));
                Ok(PaperView {
                    id: id.clone(),
                    name: shipped.text(language).name.clone(),
                    own: own.is_some(),
                    ignored: Vec::new(),
                    paper: OwnPaper::Letter(version.whole(&shipped)),
                    shipped: OwnPaper::Letter(OwnLetter::of(id).whole(&shipped)),
                    groups: Vec::new(),
                    variants: false,
                    fields: field_names(&shipped, language),
                })
            }
            PaperId::Issued(_) => Err(OwnPaperError::NotEditable { id: id_of(paper) }.into()),
        }
    }

    /// Everything that keeps a version from being printed.
    pub fn paper_faults(&self, paper: &OwnPaper) -> Result<Vec<OwnFault>, OpError> {
        Ok(match paper {
            OwnPaper::Form(own) => own.faults(&shipped_form(&own.form)?),
            OwnPaper::Letter(own) => own.faults(&LetterTemplate::shipped(&own.letter)?),
        })
    }
}

fn field_names(letter: &LetterTemplate, language: Language) -> Vec<String> {
    letter.fields().map(|field| field.name(language).to_owned()).collect()
}
