//! How high the rows of the review are: known before they are made, since most of them never are.

use super::line::{Kind, Line};
use super::review::Review;
use crate::gui::theme::{Breadth, size};
use crate::ops::roster::import::RowAction;

/// How many changes of a row are shown, and how many where there is little room: those of the chosen row stand whole
/// below the list.
const CHANGES: usize = 4;
const FEW_CHANGES: usize = 2;

/// How many changes of a row are shown.
pub(super) const fn changes_shown(breadth: Breadth) -> usize {
    match breadth {
        Breadth::Wide => CHANGES,
        _ => FEW_CHANGES,
    }
}

impl Review {
    /// Lines that the content of a row takes. Doubtful rows show both records, kept values the book's and the file's;
    /// several changes stand below each other. Where there is little room the other record stands below the list.
    pub(super) fn content_lines(&self, kind: Kind, at: usize, breadth: Breadth) -> usize {
        let wide = breadth == Breadth::Wide;
        match kind {
            Kind::Doubtful if !wide => 1,
            Kind::Doubtful | Kind::Kept => 2,
            Kind::Changed => match self.row(kind, at).map(|row| &row.action) {
                Some(RowAction::Changed(_, changes)) => changes.len().clamp(1, changes_shown(breadth)),
                _ => 1,
            },
            Kind::Unchanged | Kind::Missing if !wide => 0,
            _ => 1,
        }
    }

    /// Height of a line of the list in pixels.
    pub(super) fn height(&self, line: Line, breadth: Breadth) -> f32 {
        let Some((kind, at)) = line.place else { return size::ROW };
        let lines = self.content_lines(kind, at, breadth) as f32;
        match breadth {
            Breadth::Wide if lines > 1.0 => 8.0 + size::BODY.line * lines,
            Breadth::Wide => size::ROW,
            // Name and outcome beside each other, or below.
            Breadth::Middle => 10.0 + size::BODY.line * (1.0 + lines),
            Breadth::Narrow => 10.0 + size::BODY.line * (2.0 + lines),
        }
    }

    /// Heights of all lines.
    pub(super) fn heights(&self, breadth: Breadth) -> Vec<f32> {
        self.lines().iter().map(|line| self.height(*line, breadth)).collect()
    }
}
