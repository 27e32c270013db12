//! A text in a cell: shrunk first, then wrapped, never cut.

use super::{Align, Frame, Pen, Style, break_lines};
use crate::paper::font::Fonts;

/// Line pitch within a cell, em.
const PITCH: f32 = 1.12;

/// A text fitted to a width: its size and its lines.
#[derive(Debug, Clone, PartialEq)]
pub struct Cell {
    style: Style,
    lines: Vec<String>,
}

impl Cell {
    /// Fits a text into `width` mm: one line at the style's size, else shrunk down to `smallest` mm,
    /// else wrapped at the largest size between that keeps to `height` mm (the cell grows if none does).
    pub fn fit(fonts: &Fonts, text: &str, style: Style, smallest: f32, width: f32, height: f32) -> Self {
        let widest =
            text.split('\n').map(|line| fonts.width(style.font, line) * style.size).fold(0.0, f32::max);
        let breaks = text.contains('\n');
        let floor = smallest.min(style.size);
        if widest <= width && !breaks {
            return Self { style, lines: vec![text.to_owned()] };
        }
        let shrunk = style.size * width / widest.max(0.001);
        // A word that is shrunk a little stays readable on one line; beyond that two lines read better.
        if !breaks && shrunk >= floor.max(style.size * 0.8) {
            return Self { style: Style { size: shrunk, ..style }, lines: vec![text.to_owned()] };
        }
        let steps = 8;
        let mut cell = Self { style, lines: Vec::new() };
        for step in 0..=steps {
            let size = style.size - (style.size - floor) * step as f32 / steps as f32;
            cell.style.size = size;
            cell.lines =
                break_lines(fonts, text, style.font, size, width, 0.0).into_iter().map(|l| l.text).collect();
            if cell.height() <= height {
                break;
            }
        }
        cell
    }

    /// A text on one line at its style's size, whatever its width.
    pub fn plain(text: &str, style: Style) -> Self {
        Self { style, lines: vec![text.to_owned()] }
    }

    /// Lines given as they shall stand, such as a column title from `stack`.
    pub fn stacked(lines: Vec<String>, style: Style) -> Self {
        Self { style, lines }
    }

    /// The lines, and the size of their type, mm.
    pub fn lines(&self) -> (&[String], f32) {
        (&self.lines, self.style.size)
    }

    /// Height of the lines, mm.
    pub fn height(&self) -> f32 {
        self.style.size * (1.0 + PITCH * (self.lines.len().saturating_sub(1)) as f32)
    }

    /// Sets the cell in the middle of the frame's height.
    pub fn set(&self, pen: &mut Pen<'_>, frame: Frame, align: Align) {
        let size = self.style.size;
        let mut baseline = frame.y + (frame.height - self.height()) / 2.0 + 0.88 * size;
        for line in &self.lines {
            pen.aligned(frame.x, frame.width, baseline, self.style, align, line);
            baseline += PITCH * size;
        }
    }
}

/// A Chinese column title set downwards: one character a line, from four characters on two a line;
/// breaks in the title stay.
pub fn stack(title: &str) -> Vec<String> {
    if title.contains('\n') {
        return title.split('\n').map(str::to_owned).collect();
    }
    let chars: Vec<char> = title.chars().collect();
    let per_line = if chars.len() > 3 { 2 } else { 1 };
    chars.chunks(per_line).map(|line| line.iter().collect()).collect()
}
