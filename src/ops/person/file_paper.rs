//! Letters and forms that were printed about the person.

use chrono::{NaiveDate, NaiveDateTime};
use serde::Serialize;
use uuid::Uuid;

use crate::ops::book::Book;
use crate::ops::print::LETTERS;
use crate::paper::form::FormTemplate;
use crate::paper::letter::LetterTemplate;
use crate::storage::IssuedHead;

/// One letter or form.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FilePaper {
    /// Key of what was issued.
    pub key: Uuid,
    /// Name of the letter or form.
    pub title: String,
    /// The day it is about.
    pub date: NaiveDate,
    /// When it was printed.
    pub made_at: NaiveDateTime,
    /// By whom.
    pub made_by: String,
    /// Whether it was kept as it was, so that it can be shown again.
    pub opens: bool,
}

impl Book {
    pub(super) fn file_paper(&self, head: &IssuedHead) -> FilePaper {
        let language = self.tr.language();
        let (group, id) = head.kind.split_once(':').unwrap_or((LETTERS, &head.kind));
        let letter = group == LETTERS;
        let title = if letter {
            LetterTemplate::shipped(id).map(|template| template.text(language).name.clone())
        } else {
            FormTemplate::shipped(id).map(|form| form.name.get(language).to_owned())
        };
        FilePaper {
            key: head.id,
            title: title.unwrap_or_else(|_| id.to_owned()),
            date: head.date,
            made_at: head.made_at,
            made_by: self.name_or_post(&head.made_by),
            opens: letter,
        }
    }
}
