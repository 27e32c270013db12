//! The slip to tear off: filled with name and class only, so that it carries nothing private.

use std::collections::BTreeSet;

use super::field::{Field, fill};
use super::square_code::{QUIET, SquareCode};
use super::{LetterFacts, Recipient, SlipText};
use crate::paper::font::FontKind;
use crate::paper::layout::{Align, Cell, Frame, Ink, POINT, Pen, Style};

/// Height of the slip with its tear line, of a page and of half a page, mm.
const HEIGHT: f32 = 64.0;
const HALF_HEIGHT: f32 = 60.0;

/// Height of the slip with its tear line, mm.
pub(super) fn height(half: bool) -> f32 {
    if half { HALF_HEIGHT } else { HEIGHT }
}

/// Sets the slip below `frame.y`.
pub(super) fn draw(
    pen: &mut Pen<'_>,
    frame: Frame,
    (text, facts, recipient): (&SlipText, &LetterFacts, &Recipient),
    empty: &mut BTreeSet<Field>,
) {
    let half_page = facts.layout.half;
    let body = Style::points(FontKind::SansRegular, if half_page { 12.5 } else { 14.0 });
    let bold = Style { font: FontKind::SansBold, ..body };
    let small = Style::points(FontKind::SansRegular, 10.5);
    let right = frame.x + frame.width;
    tear_line(pen, frame, small, &text.tear);
    let mut y = frame.y + 12.0;
    let title = Style::points(FontKind::SansBold, 18.0);
    pen.aligned(frame.x, frame.width, y, title, Align::Centre, &text.title);
    if !recipient.serial.is_empty() {
        pen.text(frame.x, y, small, &format!("{}{}", text.serial, recipient.serial));
    }
    let code = SquareCode::of(&recipient.code);
    let side = code.as_ref().map(SquareCode::side);
    if let (Some(code), Some(side)) = (&code, side) {
        code.draw(pen, right - side, frame.y + 4.0);
    }
    y += 9.6;
    let half = frame.width * 0.58;
    let beside = frame.width - side.map_or(0.0, |side| side + QUIET);
    labelled(pen, (frame.x, y, half - 4.0), (body, bold), &text.name, &recipient.name);
    labelled(pen, (frame.x + half, y, beside - half), (body, bold), &text.class, &recipient.class);
    let step = if half_page { 7.8 } else { 8.6 };
    for tick in &text.ticks {
        y += step;
        tick_box(pen, frame.x, y, body);
        let x = 1.5 * body.size;
        let words = Cell::fit(pen.fonts, tick, body, 8.0 * POINT, frame.width - x, step - 1.0);
        let middle = y - 0.38 * body.size;
        let place = Frame { x: frame.x + x, y: middle - step / 2.0, width: frame.width - x, height: step };
        words.set(pen, place, Align::Left);
    }
    y += 10.4;
    let signature = pen.text(frame.x, y, body, &text.signature);
    pen.line([frame.x + signature + 1.0, y + 1.0], [frame.x + half - 4.0, y + 1.0], 0.25, Ink::Black);
    let date = pen.text(frame.x + half, y, body, &text.date);
    pen.line([frame.x + half + date + 1.0, y + 1.0], [right, y + 1.0], 0.25, Ink::Black);
    y += 8.6;
    let back = fill(&text.give_back, facts, recipient, empty);
    let cell = Cell::fit(pen.fonts, &back, body, 9.0 * POINT, frame.width, 6.0);
    cell.set(pen, Frame { y: y - 5.0, height: 6.0, ..frame }, Align::Left);
}

fn tear_line(pen: &mut Pen<'_>, frame: Frame, style: Style, words: &str) {
    let y = frame.y;
    let scissors = Style { size: style.size * 1.4, ..style };
    let cut = pen.text(frame.x, y + 0.36 * scissors.size, scissors, "✂");
    let width = pen.measure(style, words);
    let middle = frame.x + (frame.width - width) / 2.0;
    pen.text(middle, y + 0.38 * style.size, style, words);
    pen.dashes([frame.x + cut + 1.0, y], middle - 2.0, 0.3, [2.2, 1.6]);
    pen.dashes([middle + width + 2.0, y], frame.x + frame.width, 0.3, [2.2, 1.6]);
}

/// Label and value on one line; a long value shrinks, then wraps upwards and downwards around the line.
fn labelled(
    pen: &mut Pen<'_>,
    (x, y, width): (f32, f32, f32),
    (style, bold): (Style, Style),
    label: &str,
    value: &str,
) {
    let used = pen.text(x, y, style, label);
    let cell = Cell::fit(pen.fonts, value, bold, 8.0 * POINT, width - used, 8.0);
    let middle = y - 0.38 * style.size;
    let frame = Frame { x: x + used, y: middle - 4.0, width: width - used, height: 8.0 };
    cell.set(pen, frame, Align::Left);
}

fn tick_box(pen: &mut Pen<'_>, x: f32, baseline: f32, style: Style) {
    let side = 0.82 * style.size;
    let y = baseline - 0.38 * style.size - side / 2.0;
    pen.border(Frame { x: x + 0.2, y, width: side, height: side }, 0.3);
}
