//! How high the rows of the review are: known before they are made, since most of them never are.

use super::line::{Kind, Line};
use super::review::Review;
use crate::gui::theme::{Breadth, size};
use crate::ops::roster::import::RowAction;

/// How many changes of a row are shown.
pub(super) const CHANGES: usize = 4;

impl Review {
    /// Lines that the content of a row takes. Doubtful rows show both records, kept values the book's and the file's;
    /// several changes stand below each other.
    pub(super) fn content_lines(&self, kind: Kind, at: usize) -> usize {
        match kind {
            Kind::Doubtful | Kind::Kept => 2,
            Kind::Changed => match self.row(kind, at).map(|row| &row.action) {
                Some(RowAction::Changed(_, changes)) => changes.len().clamp(1, CHANGES),
                _ => 1,
            },
            _ => 1,
        }
    }

    /// Height of a line of the list in pixels.
    pub(super) fn height(&self, line: Line, breadth: Breadth) -> f32 {
        let Some((kind, at)) = line.place else { return size::ROW };
        let lines = self.content_lines(kind, at);
        match breadth {
            Breadth::Wide if lines > 1 => 8.0 + size::BODY.line * lines as f32,
            Breadth::Wide => size::ROW,
            _ => 16.0 + size::BODY.line * (2 + lines) as f32,
        }
    }

    /// Heights of all lines.
    pub(super) fn heights(&self, breadth: Breadth) -> Vec<f32> {
        self.lines().iter().map(|line| self.height(*line, breadth)).collect()
    }
}
