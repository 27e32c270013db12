//! What can go wrong when something is put on paper.

use crate::domain::progress::Cancelled;
use crate::i18n::{Explain, Explanation, Tr};

/// Errors of the paper layer. None holds a name of a person: records are given by their index.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PaperError {
    /// No form or letter of that id.
    #[error("unknown form or letter {id}")]
    UnknownId {
        /// The id asked for.
        id: String,
    },
    /// A form or letter file is not what it must be.
    #[error("template {id}: {detail}")]
    Template {
        /// Id of the form or letter.
        id: String,
        /// What the reader of the file said.
        detail: String,
    },
    /// A letter names a field that does not exist.
    #[error("letter {id}: unknown field {field}")]
    UnknownField {
        /// Id of the letter.
        id: String,
        /// The field as written.
        field: String,
    },
    /// Names hold characters that no font draws.
    #[error("no glyphs for {} records", records.len())]
    MissingGlyphs {
        /// Indexes of the records or rows, counted from 0.
        records: Vec<usize>,
    },
    /// A letter does not fit on its sheet at the smallest type allowed.
    #[error("letter {id} is too long")]
    TooLong {
        /// Id of the letter.
        id: String,
    },
    /// Nothing to print.
    #[error("nothing to print")]
    Empty,
    /// The PDF could not be made.
    #[error("pdf: {detail}")]
    Pdf {
        /// What the PDF writer said.
        detail: String,
    },
    /// Stopped by the user.
    #[error("cancelled")]
    Cancelled,
}

impl From<Cancelled> for PaperError {
    fn from(_: Cancelled) -> Self {
        Self::Cancelled
    }
}

impl Explain for PaperError {
    fn explain(&self, tr: &Tr) -> Explanation {
        let (happened, meaning, remedy, code) = match self {
            Self::UnknownId { id } => (
                tr.paper_unknown_id_happened(id),
                tr.paper_nothing_printed(),
                tr.paper_unknown_id_remedy(),
                "paper_unknown_id",
            ),
            Self::Template { id, detail } => (
                tr.paper_template_happened(detail, id),
                tr.paper_nothing_printed(),
                tr.paper_template_remedy(),
                "paper_template",
            ),
            Self::UnknownField { id, field } => (
                tr.paper_unknown_field_happened(field, id),
                tr.paper_nothing_printed(),
                tr.paper_unknown_field_remedy(),
                "paper_unknown_field",
            ),
            Self::MissingGlyphs { records } => (
                tr.paper_missing_glyphs_happened(records.len()),
                tr.paper_nothing_printed(),
                tr.paper_missing_glyphs_remedy(),
                "paper_missing_glyphs",
            ),
            Self::TooLong { id } => (
                tr.paper_too_long_happened(id),
                tr.paper_nothing_printed(),
                tr.paper_too_long_remedy(),
                "paper_too_long",
            ),
            Self::Empty => (
                tr.paper_empty_happened(),
                tr.paper_nothing_printed(),
                tr.paper_empty_remedy(),
                "paper_empty",
            ),
            Self::Pdf { detail } => (
                tr.paper_pdf_happened(detail),
                tr.paper_nothing_printed(),
                tr.paper_pdf_remedy(),
                "paper_pdf",
            ),
            Self::Cancelled => (
                tr.paper_cancelled_happened(),
                tr.paper_nothing_printed(),
                tr.paper_cancelled_remedy(),
                "paper_cancelled",
            ),
        };
        Explanation { happened, meaning, remedy, code: code.to_owned() }
    }
}
