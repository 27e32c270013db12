//! 导入核对: a file is chosen, its sheets and columns are looked at, it is compared; doubtful rows are decided; what is
//! certain is written at once; what stayed out is printed or saved with the reasons.

mod dating;
mod deciding;
mod heights;
mod keys;
mod layout;
mod line;
mod report;
mod review;
mod review_report;
mod review_request;
mod saving;
#[cfg(test)]
mod tests;
mod undoing;
mod update;
mod view;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use chrono::NaiveDateTime;

use dating::Dating;
use layout::Layout;
use line::{Kind, Line};
use review::Review;
use saving::{Said, Saving};

use crate::domain::person::PersonKind;
use crate::gui::widget::Sight;
use crate::i18n::Explanation;
use crate::ops::roster::import::{ImportReport, ImportRequest, ImportSummary};

/// The import of a file.
#[derive(Debug)]
pub struct Import {
    /// The path as typed.
    typed: String,
    state: State,
    /// The sheets of the file and how they are read; `None` until it was looked at.
    layout: Option<Layout>,
    /// School year and first day that were set beside the file.
    set: dating::Set,
    /// The question for them, while it is open.
    dating: Option<Dating>,
    /// What was compared before they were set, until the new comparison is there.
    reviewed: Option<Box<Review>>,
    /// The question where to save, while it is open.
    saving: Option<Saving>,
    /// What became of the last saving or printing.
    said: Option<Said>,
    /// Pupils in the book before.
    pupils: usize,
    /// Members of staff in the book before.
    staff: usize,
}

/// How far it is.
#[derive(Debug)]
enum State {
    /// A file is still to be chosen.
    Choosing,
    /// It is being looked at.
    Looking,
    /// Its sheets and columns lie open.
    Layout,
    /// It is being read and compared.
    Reading,
    /// It was refused: why, and what to do.
    Refused(Explanation),
    /// It lies open for review.
    Review(Box<Review>),
    /// It is being written.
    Writing(Box<Review>),
    /// It is in the book.
    Written(Box<Written>),
}

/// What was written.
#[derive(Debug)]
struct Written {
    summary: ImportSummary,
    report: Arc<ImportReport>,
    request: ImportRequest,
    /// When.
    at: NaiveDateTime,
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
    /// To the sheets and columns.
    Columns,
    /// A part of the sheets and columns.
    Layout(layout::Message),
    /// Show another group of rows.
    Show(Kind),
    /// The group before or after.
    Group(i32),
    /// So many rows down or, below 0, up.
    Move(i32),
    /// Another part of the rows is in sight.
    Seen(Sight),
    /// Choose a row.
    Select(Kind, usize),
    /// Decide the chosen doubtful row, or clear the decision.
    Decide(Verdict),
    /// Typed into the day from which the leavers are gone.
    LeftOn(String),
    /// School year and first day.
    Dating(dating::Message),
    /// The report into a file or onto paper.
    Save(saving::Message),
    /// Write what is certain; asks first where rows are undecided.
    Write,
    /// Not yet: on to the first undecided row.
    Hold,
    /// Stop reading or writing.
    Stop,
    /// Ask whether the whole import is to be taken back.
    UndoAll,
    /// Back to 名册.
    Back,
}

/// What is decided of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// Doubtful: the person in the book; again: the next of several. Kept: the book's value. Missing: stays.
    Same,
    /// Doubtful: somebody new. Kept: the file's value. Missing: has left.
    Other,
    /// Doubtful: it stays out.
    Skip,
    /// Kept and missing: the second answer for all of them, or for none again.
    All,
}

impl Import {
    /// A file; an empty path asks for one.
    pub fn new(path: &Path) -> Self {
        let state = if path.as_os_str().is_empty() { State::Choosing } else { State::Looking };
        let typed = path.display().to_string();
        Self {
            typed,
            state,
            layout: None,
            set: dating::Set::default(),
            dating: None,
            reviewed: None,
            saving: None,
            said: None,
            pupils: 0,
            staff: 0,
        }
    }

    fn path(&self) -> PathBuf {
        PathBuf::from(self.typed.trim().trim_matches('"'))
    }

    /// How many the roster holds of those of whom some are not in the file.
    fn people_asked_of(&self) -> usize {
        let of = |kind, count| self.review().map_or(0, |review| if review.misses(kind) { count } else { 0 });
        of(PersonKind::Pupil, self.pupils) + of(PersonKind::Staff, self.staff)
    }

    fn review(&self) -> Option<&Review> {
        match &self.state {
            State::Review(review) | State::Writing(review) => Some(review),
            _ => None,
        }
    }

    /// What the review holds.
    #[cfg(test)]
    pub(in crate::gui) fn plan(&self) -> Option<&crate::ops::roster::import::ImportPlan> {
        self.review().map(|review| &review.plan)
    }

    /// The columns of the sheet that is shown, with the place of the chosen one.
    #[cfg(test)]
    pub(in crate::gui) fn columns(&self) -> Option<(usize, &[crate::ops::roster::import::TableColumn])> {
        self.layout.as_ref().map(|layout| (layout.column, layout.columns()))
    }

    /// What was written.
    #[cfg(test)]
    pub(in crate::gui) fn written(&self) -> Option<(&ImportSummary, &ImportReport)> {
        match &self.state {
            State::Written(done) => Some((&done.summary, &done.report)),
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

/// Name of the rows as one step of the Tab order, and of the list that scrolls them.
const ROWS: &str = "review-rows";
const ROWS_LIST: &str = "rows";

/// Name of a row, to bring it into view.
fn line_id(line: &Line) -> String {
    match line.place {
        Some((kind, at)) => format!("line-{}-{at}", kind.name()),
        None => format!("group-{}", line.kind.name()),
    }
}
