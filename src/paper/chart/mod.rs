//! Pictures as boxes in millimetres: the same on paper and in the window.
//!
//! Readable in black and white: parts differ by hatching and letter, cells by their figure and by steps of grey, and
//! nothing is told by colour alone.

mod axis;
mod band;
mod curve;
mod hatch;
mod heat;
mod sheets;
#[cfg(test)]
mod tests;

use crate::paper::font::{FontKind, Fonts};
use crate::paper::layout::{Frame, Ink, Item, Pen, Style};

pub use band::BandChart;
pub use curve::CurveChart;
pub use heat::{HeatChart, HeatPart};
pub use sheets::{PictureHead, PictureSheets};

/// A place of a picture that can be asked about.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Spot {
    /// Where it lies.
    pub frame: Frame,
    /// The day, by its place in the figures.
    pub day: usize,
    /// The row, by its place in the figures; 0 where there is one.
    pub row: usize,
}

/// A picture.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Chart {
    /// What it is drawn of, in drawing order.
    pub items: Vec<Item>,
    /// What can be asked about.
    pub spots: Vec<Spot>,
}

/// What a picture is drawn on.
struct Board<'f> {
    pen: Pen<'f>,
    spots: Vec<Spot>,
    /// Size of its texts, mm; everything else is measured by it.
    em: f32,
}

impl<'f> Board<'f> {
    fn new(fonts: &'f Fonts, em: f32) -> Self {
        Self { pen: Pen::new(fonts), spots: Vec::new(), em }
    }

    fn style(&self) -> Style {
        Style { font: FontKind::SansRegular, size: self.em, ink: Ink::Black }
    }

    fn bold(&self) -> Style {
        Style { font: FontKind::SansBold, ..self.style() }
    }

    /// Hairlines, mm.
    fn hair(&self) -> f32 {
        0.04 * self.em
    }

    /// The baseline of a text in the middle of a height.
    fn baseline(&self, top: f32, height: f32) -> f32 {
        top + height / 2.0 + 0.38 * self.em
    }

    fn finish(self) -> Chart {
        Chart { items: self.pen.items, spots: self.spots }
    }
}

/// The letter of a part: `A` is the largest.
pub fn letter(part: usize) -> String {
    u8::try_from(part).ok().and_then(|part| (b'A').checked_add(part)).map_or('?', char::from).to_string()
}
