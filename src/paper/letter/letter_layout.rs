//! How the letters of a run lie on their sheets.

use std::ops::Range;

use serde::{Deserialize, Serialize};

use crate::paper::layout::Frame;

/// A4, mm.
const LONG: f32 = 297.0;
const SHORT: f32 = 210.0;
/// Left and right margin of a page, of half a page, mm.
const SIDE: f32 = 20.0;
const HALF_SIDE: f32 = 11.0;
/// Upper margin, mm.
const TOP: f32 = 16.0;
const HALF_TOP: f32 = 11.0;
/// Lower margin, mm: what old printers cannot reach.
const BOTTOM: f32 = 10.0;

/// How the letters of a run lie on their sheets.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct LetterLayout {
    /// Two letters side by side on a sheet, to be cut down the middle.
    pub half: bool,
    /// For a printer that prints both sides: the back of every sheet stays empty, so that nothing stands behind a slip.
    pub duplex: bool,
    /// Without slips: a copy to put up or to read out.
    pub no_slip: bool,
}

impl LetterLayout {
    /// Width and height of a sheet, mm.
    pub(super) fn paper(self) -> (f32, f32) {
        if self.half { (LONG, SHORT) } else { (SHORT, LONG) }
    }

    /// Printed sides of so many letters, empty backs among them.
    pub fn sides(self, letters: usize) -> usize {
        self.papers(letters) * if self.duplex { 2 } else { 1 }
    }

    /// Sheets of paper for so many letters.
    pub fn papers(self, letters: usize) -> usize {
        if self.half { letters.div_ceil(2) } else { letters }
    }

    /// The side on which a letter stands, counted from 0. Sheet k of halves holds the letters k and k + n / 2: the left
    /// half of the cut stack, put on top of the right one, is in order.
    pub(super) fn side_of(self, letter: usize, letters: usize) -> usize {
        let papers = self.papers(letters).max(1);
        let paper = if self.half { letter % papers } else { letter };
        if self.duplex { paper * 2 } else { paper }
    }

    /// The letters of a side with the place of each from the left; none on an empty back.
    pub(super) fn letters_of(self, side: usize, letters: usize) -> Vec<(usize, usize)> {
        let paper = match (self.duplex, side % 2) {
            (true, 1) => return Vec::new(),
            (true, _) => side / 2,
            (false, _) => side,
        };
        let papers = self.papers(letters);
        let all = if self.half { vec![(paper, 0), (paper + papers, 1)] } else { vec![(paper, 0)] };
        all.into_iter().filter(|(letter, _)| *letter < letters).collect()
    }

    /// Where a letter may stand on its sheet; `slip` mm at the bottom are kept for the slip.
    pub(super) fn frame(self, place: usize) -> Frame {
        let (width, height) = self.paper();
        let (side, top) = if self.half { (HALF_SIDE, HALF_TOP) } else { (SIDE, TOP) };
        let width = if self.half { width / 2.0 } else { width };
        let x = place as f32 * width + side;
        Frame { x, y: top, width: width - 2.0 * side, height: height - top - BOTTOM }
    }

    /// Right edge of a letter's part of the sheet, mm.
    pub(super) fn right(self, place: usize) -> f32 {
        let width = self.paper().0;
        if self.half { width / 2.0 * (place + 1) as f32 } else { width }
    }

    /// The sides from a sheet of paper on, counted from 1: what is left of a run that stopped.
    pub fn from_paper(self, first: usize) -> Range<usize> {
        let sheet = first.saturating_sub(1);
        (if self.duplex { sheet * 2 } else { sheet })..usize::MAX
    }
}
