//! Pure boxes in millimetres, and the typesetting that yields them. The PDF and the preview draw the same.
//!
//! The origin is the upper left corner of the sheet; x grows to the right, y downwards.

mod cell;
mod document;
mod item;
mod line_break;
mod pen;
mod punctuation;
mod setting;
mod soundness;

#[cfg(test)]
mod properties;
#[cfg(test)]
pub(crate) mod tests;

pub use cell::{Cell, stack};
pub use document::{Bookmark, Document, Sheet};
pub use item::{Ink, Item, Line, Rect, Strokes, Text};
pub use line_break::{TextLine, break_lines, break_paragraph};
pub use pen::{Align, Frame, Pen, Style};
pub use soundness::Unsound;

/// One typographic point in millimetres.
pub const POINT: f32 = 25.4 / 72.0;
