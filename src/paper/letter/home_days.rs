//! Fourteen days at home: a table to be filled in by hand.

use crate::paper::font::FontKind;
use crate::paper::layout::{Align, Cell, Frame, Ink, POINT, Pen, Style};

/// Rows.
const DAYS: usize = 14;
/// Widths of the columns as weights: day, morning, evening, unwell, out, signature.
const WEIGHTS: [f32; 6] = [24.0, 22.0, 22.0, 40.0, 34.0, 28.0];
/// Height of the head, of a row, mm.
const HEAD: f32 = 12.0;
const ROW: f32 = 10.4;
/// Space above and below the table together, mm.
const AIR: f32 = 4.0;

/// Draws the table from the top of the frame; answers its height with the space around it, mm.
pub(super) fn draw(pen: &mut Pen<'_>, at: Frame, titles: &str, days: &[String]) -> f32 {
    let all: f32 = WEIGHTS.iter().sum();
    let top = at.y + AIR / 2.0;
    let height = HEAD + DAYS as f32 * ROW;
    let bold = Style::points(FontKind::SansBold, 11.0);
    let plain = Style::points(FontKind::SansRegular, 12.0);
    let mut x = at.x;
    for (number, (title, weight)) in titles.split('|').zip(WEIGHTS).enumerate() {
        let width = weight / all * at.width;
        let frame = Frame { x, y: top, width, height: HEAD }.inset(0.8);
        let cell = Cell::fit(pen.fonts, title, bold, 8.0 * POINT, frame.width, HEAD - 1.0);
        cell.set(pen, frame, Align::Centre);
        if number == 0 {
            for (row, day) in days.iter().take(DAYS).enumerate() {
                let frame = Frame { y: top + HEAD + row as f32 * ROW, height: ROW, ..frame };
                let cell = Cell::fit(pen.fonts, day, plain, 8.0 * POINT, frame.width, ROW - 1.0);
                cell.set(pen, frame, Align::Centre);
            }
        } else {
            pen.line([x, top], [x, top + height], 0.18, Ink::Grey);
        }
        x += width;
    }
    for row in 0..DAYS {
        let y = top + HEAD + row as f32 * ROW;
        let (width, ink) = if row == 0 { (0.3, Ink::Black) } else { (0.18, Ink::Grey) };
        pen.line([at.x, y], [at.x + at.width, y], width, ink);
    }
    pen.border(Frame { x: at.x, y: top, width: at.width, height }, 0.45);
    height + AIR
}
