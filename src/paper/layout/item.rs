//! What stands on a sheet: texts, lines, rectangles.

use crate::paper::font::{FontKind, Fonts};

/// Colours of paper. Few, and all readable from a poor copier.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Ink {
    /// Text and frames.
    #[default]
    Black,
    /// Inner rules of tables.
    Grey,
    /// Marks that must not be mistaken for content.
    Light,
    /// Ground of table heads.
    Pale,
    /// As the sheet.
    White,
    /// Ground of a cell of a picture, the darker the higher; from 1 to [`Ink::DARKEST`].
    Step(u8),
    /// Ground of a part of a picture, by its place.
    Part(u8),
    /// Hatching of a part of a picture, by its place.
    Hatch(u8),
}

impl Ink {
    /// Brightness: 0 black, 1 white.
    pub const fn brightness(self) -> f32 {
        match self {
            Self::Black => 0.0,
            Self::Grey => 0.33,
            Self::Light => 0.45,
            Self::Pale => 0.94,
            Self::Step(1) => 0.9,
            Self::Step(2) => 0.77,
            Self::Step(3) => 0.62,
            Self::Step(4..) => 0.12,
            Self::Part(0) => 0.25,
            Self::Part(2) => 0.8,
            Self::White | Self::Step(0) | Self::Part(_) => 1.0,
            Self::Hatch(_) => 0.1,
        }
    }

    /// The darkest step; a text on it is [`Ink::White`].
    pub const DARKEST: u8 = 4;
}

/// A text in one face on one line. Its em box reaches from `baseline - 0.88 size` to `baseline + 0.12 size`.
#[derive(Debug, Clone, PartialEq)]
pub struct Text {
    /// Left end, mm. Of a turned text: its baseline.
    pub x: f32,
    /// Baseline from the top, mm. Of a turned text: its lower end.
    pub baseline: f32,
    /// Em height, mm.
    pub size: f32,
    /// The face; it draws every character of `text`.
    pub font: FontKind,
    /// Colour.
    pub ink: Ink,
    /// The characters.
    pub text: String,
    /// Added after every character, mm (justified lines).
    pub tracking: f32,
    /// Advance of the whole text with tracking, mm.
    pub width: f32,
    /// Turned by 90° to the left: reads upwards.
    pub turned: bool,
}

impl Text {
    /// Box of the text: left, top, right, bottom, mm.
    pub fn bounds(&self) -> [f32; 4] {
        let (above, below) = (0.88 * self.size, 0.12 * self.size);
        if self.turned {
            [self.x - above, self.baseline - self.width, self.x + below, self.baseline]
        } else {
            [self.x, self.baseline - above, self.x + self.width, self.baseline + below]
        }
    }

    /// Offset of every character from the text's start, mm, for a canvas that knows no tracking.
    pub fn offsets(&self, fonts: &Fonts) -> Vec<(char, f32)> {
        let mut at = 0.0;
        self.text
            .chars()
            .map(|c| {
                let here = at;
                at += fonts.advance(self.font, c) * self.size + self.tracking;
                (c, here)
            })
            .collect()
    }
}

/// A straight line.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    /// Start x, y, mm.
    pub from: [f32; 2],
    /// End x, y, mm.
    pub to: [f32; 2],
    /// Thickness, mm.
    pub width: f32,
    /// Dash and gap, mm; `None` draws through.
    pub dash: Option<[f32; 2]>,
    /// Colour.
    pub ink: Ink,
}

/// Straight strokes of one thickness: hatching, or the course of a line.
#[derive(Debug, Clone, PartialEq)]
pub struct Strokes {
    /// Each from x, y to x, y, mm.
    pub lines: Vec<[[f32; 2]; 2]>,
    /// Thickness, mm.
    pub width: f32,
    /// Colour.
    pub ink: Ink,
}

/// A rectangle.
#[derive(Debug, Clone, PartialEq)]
pub struct Rect {
    /// Left, mm.
    pub x: f32,
    /// Top, mm.
    pub y: f32,
    /// Width, mm.
    pub width: f32,
    /// Height, mm.
    pub height: f32,
    /// Ground.
    pub fill: Option<Ink>,
    /// Thickness of the border, mm, drawn in black centred on the edge.
    pub border: Option<f32>,
}

/// A thing on a sheet. Grounds come before what lies on them.
#[derive(Debug, Clone, PartialEq)]
pub enum Item {
    /// A text.
    Text(Text),
    /// A line.
    Line(Line),
    /// Many strokes.
    Strokes(Strokes),
    /// A rectangle.
    Rect(Rect),
}

impl Item {
    /// Box of the item: left, top, right, bottom, mm.
    pub fn bounds(&self) -> [f32; 4] {
        match self {
            Self::Text(text) => text.bounds(),
            Self::Line(line) => {
                let ([x1, y1], [x2, y2]) = (line.from, line.to);
                [x1.min(x2), y1.min(y2), x1.max(x2), y1.max(y2)]
            }
            Self::Strokes(strokes) => {
                let points = || strokes.lines.iter().flatten();
                let least = |at: usize| points().filter_map(|p| p.get(at)).copied().fold(f32::MAX, f32::min);
                let most = |at: usize| points().filter_map(|p| p.get(at)).copied().fold(f32::MIN, f32::max);
                [least(0), least(1), most(0), most(1)]
            }
            Self::Rect(rect) => [rect.x, rect.y, rect.x + rect.width, rect.y + rect.height],
        }
    }
}
