//! 导入核对: a file is chosen, read and compared; doubtful rows are decided; what is certain is written at once.

mod line;
mod review;
#[cfg(test)]
mod tests;
mod update;
mod view;

use std::path::{Path, PathBuf};

use line::{Kind, Line};
use review::Review;

use crate::i18n::Explanation;
use crate::ops::roster::import::ImportSummary;

/// The import of a file.
#[derive(Debug)]
pub struct Import {
    /// The path as typed.
    typed: String,
    state: State,
    /// Pupils in the book before.
    pupils: usize,
}

/// How far it is.
#[derive(Debug)]
enum State {
    /// A file is still to be chosen.
    Choosing,
    /// It is being read and compared.
    Reading,
    /// It was refused: why, and what to do.
    Refused(Explanation),
    /// It lies open for review.
    Review(Box<Review>),
    /// It is being written.
    Writing(Box<Review>),
    /// It is in the book.
    Written(Box<ImportSummary>),
}

/// What its parts say.
#[derive(Debug, Clone, PartialEq)]
pub enum Message {
    /// Typed into the path.
    Path(String),
    /// Choose a file in the system's dialog.
    Choose,
    /// Read the typed path.
    Read,
    /// Another file.
    Again,
    /// Show another group of rows.
    Show(Kind),
    /// The group before or after.
    Group(i32),
    /// Up or down among the rows.
    Move(i32),
    /// Another page of rows.
    Page(i32),
    /// Choose a row.
    Select(Kind, usize),
    /// Decide the chosen doubtful row, or clear the decision.
    Decide(Verdict),
    /// Write what is certain.
    Write,
    /// Stop reading or writing.
    Stop,
    /// Ask whether the whole import is to be taken back.
    UndoAll,
    /// Back to 名册.
    Back,
}

/// Whom a doubtful row means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// The person in the book; again: the next of several.
    Same,
    /// Somebody new.
    Other,
    /// It stays out.
    Skip,
}

impl Import {
    /// A file; an empty path asks for one.
    pub fn new(path: &Path) -> Self {
        let state = if path.as_os_str().is_empty() { State::Choosing } else { State::Reading };
        Self { typed: path.display().to_string(), state, pupils: 0 }
    }

    fn path(&self) -> PathBuf {
        PathBuf::from(self.typed.trim().trim_matches('"'))
    }

    fn review(&self) -> Option<&Review> {
        match &self.state {
            State::Review(review) | State::Writing(review) => Some(review),
            _ => None,
        }
    }

    fn review_mut(&mut self) -> Option<&mut Review> {
        match &mut self.state {
            State::Review(review) => Some(review),
            _ => None,
        }
    }
}

/// Name of a row, for the focus.
fn line_id(line: &Line) -> String {
    match line.place {
        Some((kind, at)) => format!("line-{}-{at}", kind.name()),
        None => format!("group-{}", line.kind.name()),
    }
}
