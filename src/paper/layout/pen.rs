//! Sets texts and lines onto a sheet.

use super::setting::{Spread, natural_width, pieces};
use super::{Ink, Item, Line, Rect, Strokes, Text, TextLine, break_lines};
use crate::paper::font::{FontKind, Fonts};

/// Face, size and colour of a text.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Style {
    /// Face.
    pub font: FontKind,
    /// Em height, mm.
    pub size: f32,
    /// Colour.
    pub ink: Ink,
}

impl Style {
    /// Black text of a size in points.
    pub fn points(font: FontKind, points: f32) -> Self {
        Self { font, size: points * super::POINT, ink: Ink::Black }
    }

    /// The same in another colour.
    pub fn ink(self, ink: Ink) -> Self {
        Self { ink, ..self }
    }
}

/// Where a text stands in its frame.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Align {
    /// At the left edge.
    Left,
    /// In the middle.
    #[default]
    Centre,
    /// At the right edge.
    Right,
}

/// A region of a sheet, mm.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Frame {
    /// Left.
    pub x: f32,
    /// Top.
    pub y: f32,
    /// Width.
    pub width: f32,
    /// Height.
    pub height: f32,
}

impl Frame {
    /// The region smaller by `side` mm left and right.
    pub fn inset(self, side: f32) -> Self {
        Self { x: self.x + side, width: (self.width - 2.0 * side).max(0.0), ..self }
    }
}

/// Collects the items of one sheet.
#[derive(Debug)]
pub struct Pen<'f> {
    /// Measures.
    pub fonts: &'f Fonts,
    /// What was set so far.
    pub items: Vec<Item>,
}

impl<'f> Pen<'f> {
    /// An empty sheet.
    pub fn new(fonts: &'f Fonts) -> Self {
        Self { fonts, items: Vec::new() }
    }

    /// Width of a text, mm.
    pub fn measure(&self, style: Style, text: &str) -> f32 {
        natural_width(self.fonts, style.font, style.size, text)
    }

    /// Sets a text at a baseline; answers its width, mm.
    pub fn text(&mut self, x: f32, baseline: f32, style: Style, text: &str) -> f32 {
        self.spread(x, baseline, style, text, Spread::Natural)
    }

    fn spread(&mut self, x: f32, baseline: f32, style: Style, text: &str, spread: Spread) -> f32 {
        let mut at = x;
        for piece in pieces(self.fonts, style, text, spread) {
            self.items.push(Item::Text(Text {
                x: at,
                baseline,
                size: style.size,
                font: piece.font,
                ink: style.ink,
                text: piece.text.to_owned(),
                tracking: piece.tracking,
                width: piece.width,
                turned: false,
            }));
            at += piece.width;
        }
        at - x
    }

    /// Sets a text on one line, aligned between `x` and `x + width`.
    pub fn aligned(&mut self, x: f32, width: f32, baseline: f32, style: Style, align: Align, text: &str) {
        let free = width - self.measure(style, text);
        let left = match align {
            Align::Left => 0.0,
            Align::Centre => free / 2.0,
            Align::Right => free,
        };
        self.text(x + left, baseline, style, text);
    }

    /// Sets a text that reads upwards, in the middle of a frame.
    pub fn turned(&mut self, frame: Frame, style: Style, text: &str) {
        let width = self.fonts.width(style.font, text) * style.size;
        let mut baseline = frame.y + f32::midpoint(frame.height, width);
        for run in self.fonts.runs(style.font, text) {
            let advance = self.fonts.width(run.font, run.text) * style.size;
            self.items.push(Item::Text(Text {
                x: frame.x + frame.width / 2.0 + 0.38 * style.size,
                baseline,
                size: style.size,
                font: run.font,
                ink: style.ink,
                text: run.text.to_owned(),
                tracking: 0.0,
                width: advance,
                turned: true,
            }));
            baseline -= advance;
        }
    }

    /// Sets a paragraph from the top `y`: justified, the first line indented; answers its height, mm.
    pub fn paragraph(&mut self, frame: Frame, style: Style, pitch: f32, indent: f32, text: &str) -> f32 {
        let lines = break_lines(self.fonts, text, style.font, style.size, frame.width, indent);
        for (number, line) in lines.iter().enumerate() {
            let shift = if number == 0 { indent } else { 0.0 };
            let top = frame.y + number as f32 * pitch;
            let baseline = top + (pitch - style.size) / 2.0 + 0.88 * style.size;
            self.set_line(frame.x + shift, baseline, style, line, frame.width - shift);
        }
        lines.len() as f32 * pitch
    }

    /// Sets one line of a broken text, spread over `width` mm where the text goes on.
    pub fn set_line(&mut self, x: f32, baseline: f32, style: Style, line: &TextLine, width: f32) {
        let spread = Spread::of(self.fonts, line, style, width);
        self.spread(x, baseline, style, &line.text, spread);
    }

    /// Draws a line.
    pub fn line(&mut self, from: [f32; 2], to: [f32; 2], width: f32, ink: Ink) {
        self.items.push(Item::Line(Line { from, to, width, dash: None, ink }));
    }

    /// Draws a dashed horizontal line.
    pub fn dashes(&mut self, from: [f32; 2], to_x: f32, width: f32, dash: [f32; 2]) {
        let to = [to_x, from[1]];
        self.items.push(Item::Line(Line { from, to, width, dash: Some(dash), ink: Ink::Black }));
    }

    /// Fills a region.
    pub fn fill(&mut self, frame: Frame, ink: Ink) {
        let Frame { x, y, width, height } = frame;
        self.items.push(Item::Rect(Rect { x, y, width, height, fill: Some(ink), border: None }));
    }

    /// Draws strokes; nothing where there is none.
    pub fn strokes(&mut self, lines: Vec<[[f32; 2]; 2]>, width: f32, ink: Ink) {
        if !lines.is_empty() {
            self.items.push(Item::Strokes(Strokes { lines, width, ink }));
        }
    }

    /// Draws the border of a region.
    pub fn border(&mut self, frame: Frame, thickness: f32) {
        let Frame { x, y, width, height } = frame;
        self.items.push(Item::Rect(Rect { x, y, width, height, fill: None, border: Some(thickness) }));
    }

    /// Marks a sheet of the sample school in the upper right corner, inside the margin.
    pub fn corner_mark(&mut self, sheet_width: f32, words: &str) {
        let style = Style::points(FontKind::SansBold, 10.0).ink(Ink::Light);
        let width = self.measure(style, words) + 4.0;
        let frame = Frame { x: sheet_width - 8.0 - width, y: 5.0, width, height: 5.6 };
        self.border(frame, 0.3);
        self.aligned(frame.x, width, 9.1, style, Align::Centre, words);
    }
}
