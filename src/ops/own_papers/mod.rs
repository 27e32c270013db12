//! 本校版式: the school's own versions of forms and letters.

mod act;
mod own_paper_error;
mod paper_file;
#[cfg(test)]
mod tests;
mod trial;
mod view;

pub use act::{OwnPaper, OwnPaperOp};
pub use own_paper_error::OwnPaperError;
pub use trial::PaperTrial;
pub use view::PaperView;

pub use crate::paper::form::{OwnColumn, OwnForm, OwnNotes, OwnPlace};
pub use crate::paper::letter::{OwnLetter, OwnText, Part, PartKind, marked_text};
pub use crate::paper::{OwnFault, OwnWords, Spot};
