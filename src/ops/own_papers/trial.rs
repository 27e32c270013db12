//! How a version that is still being typed would look.

use std::sync::Arc;

use super::OwnFault;
use super::act::{OwnPaper, shipped_form};
use crate::domain::group::Group;
use crate::domain::progress::Silent;
use crate::ops::book::Book;
use crate::ops::error::OpError;
use crate::ops::print::{Filling, PaperId, PrintRequest, PrintScope};
use crate::paper::PaperError;
use crate::paper::font::{Fonts, MissingGlyph};
use crate::paper::form::{self, FormTemplate};
use crate::paper::layout::Document;
use crate::paper::letter::{LetterRun, LetterTemplate, Recipient};

/// A version as it would look.
#[derive(Debug, Clone, PartialEq)]
pub struct PaperTrial {
    /// What was asked about: an answer may come when more has been typed.
    pub paper: OwnPaper,
    /// Its sheets; `None` where it cannot be laid out.
    pub document: Option<Arc<Document>>,
    /// What keeps it from being kept.
    pub faults: Vec<OwnFault>,
}

impl Book {
    /// A version on paper: a form blank, else with the records of today, a letter to a child that does not exist.
    pub fn paper_trial(&mut self, paper: &OwnPaper) -> Result<PaperTrial, OpError> {
        let faults = self.paper_faults(paper)?;
        let document = match paper {
            OwnPaper::Form(own) => self.form_trial(&shipped_form(&own.form)?.with_own(own)),
            OwnPaper::Letter(own) => {
                let letter = LetterTemplate::shipped(&own.letter)?.with_own(own);
                self.letter_trial(&letter)
            }
        };
        Ok(PaperTrial { paper: paper.clone(), document: document.ok().map(Arc::new), faults })
    }

    fn form_trial(&mut self, form: &FormTemplate) -> Result<Document, OpError> {
        let today = self.today();
        let mut request = PrintRequest::form(&form.id, today);
        request.missing = MissingGlyph::Rule;
        if form.by.is_of_class() {
            let class = self.class_groups(today)?.into_iter().find_map(|info| match info.group {
                Group::Class(_) => Some(info.group),
                _ => None,
            });
            request.scope = class.map_or(PrintScope::School, PrintScope::Group);
        }
        // Rows to write on show more of the columns than a day on which nobody is absent.
        if form.blank {
            request.filling = Filling::Blank;
        }
        let filled = self.parts_of(form.clone(), &request).and_then(|mut parts| {
            parts.contents.truncate(1);
            parts.people.truncate(1);
            Ok(parts.lay_out(request.missing, &self.tr, &mut Silent)?.document)
        });
        if filled.is_ok() {
            return filled;
        }
        let content = self.blank_content()?;
        let fonts = Fonts::covering(content.header.values().map(String::as_str));
        Ok(form::layout(form, &content, &fonts, request.missing, &self.tr, &mut Silent)?.document)
    }

    fn letter_trial(&mut self, letter: &LetterTemplate) -> Result<Document, OpError> {
        let today = self.today();
        let mut request = PrintRequest::letter(&letter.id, today);
        request.letter.from = Some(today);
        request.letter.to = Some(today);
        request.letter.disease =
            self.rules.diseases().iter().find(|it| it.id == "influenza").map(|it| it.id.clone());
        let facts = self.letter_facts(letter, &request)?;
        let child = Recipient {
            name: self.tr.own_paper_example_child(),
            class: self.tr.own_paper_example_class(),
            teacher: self.tr.own_paper_example_teacher(),
            phone: self.school()?.phone.unwrap_or_default(),
            serial: "001-0001-0".to_owned(),
            code: "00100010".to_owned(),
        };
        let fonts = Fonts::covering([facts.school.as_str()]);
        let run = LetterRun::new(letter, &facts, &[child], &fonts, MissingGlyph::Rule, &self.tr)?;
        run.document(0..1, &mut Silent).map_err(|error: PaperError| error.into())
    }
}

impl OwnPaper {
    /// Whether it is of a form or letter.
    pub fn is_of(&self, paper: &PaperId) -> bool {
        self.paper() == *paper
    }
}
