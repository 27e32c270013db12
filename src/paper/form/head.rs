//! What stands above the table on every sheet: title and header fields.

use super::boxes::text_or_boxes;
use super::fill::fill;
use super::{FormContent, FormTemplate, PaperSize};
use crate::i18n::Tr;
use crate::paper::font::FontKind;
use crate::paper::layout::{Align, Cell, Frame, Ink, Pen, Style};

/// Height of a line of header fields, mm.
const LINE: f32 = 6.4;
/// Smallest space between two fields, mm.
const GAP: f32 = 3.0;

/// Room above and below the places to sign where a stamp is set among them, mm.
const STAMP: f32 = 9.0;
/// Width of the place of a stamp, mm.
const STAMP_WIDTH: f32 = 34.0;

/// Label, text or ruled space.
struct Place<'t> {
    label: &'t str,
    text: String,
    space: f32,
    /// Set in the middle of room for a stamp.
    stamp: bool,
}

/// Sets title and fields; answers where the table begins, mm from the top.
pub(super) fn draw(
    pen: &mut Pen<'_>,
    frame: Frame,
    form: &FormTemplate,
    content: &FormContent,
    tr: &Tr,
) -> f32 {
    let title = fill(form.title.get(tr.language()), content);
    let points = match (form.paper, form.landscape) {
        (PaperSize::A5, _) => 14.0,
        (PaperSize::A4, true) => 19.0,
        (PaperSize::A4, false) => 17.0,
    };
    let style = Style::points(FontKind::SansBold, points);
    let cell = Cell::fit(pen.fonts, &title, style, style.size * 0.7, frame.width, 9.0);
    let height = cell.height().max(7.0);
    cell.set(pen, Frame { height, ..frame }, Align::Centre);
    let places: Vec<Place<'_>> = form
        .header
        .iter()
        .map(|field| Place {
            label: field.label.get(tr.language()),
            text: text_or_boxes(content.header(&field.key), &field.boxes, tr.language()),
            space: field.space,
            stamp: false,
        })
        .filter(|place| !place.text.is_empty() || place.space > 0.0)
        .collect();
    let y = frame.y + height + 2.0;
    if places.is_empty() { y + 2.0 } else { spread(pen, Frame { y, ..frame }, &places) + 1.2 }
}

/// Sets the places to sign; answers the end, mm from the top.
pub(super) fn signatures(
    pen: &mut Pen<'_>,
    frame: Frame,
    form: &FormTemplate,
    content: &FormContent,
    tr: &Tr,
) -> f32 {
    let places: Vec<Place<'_>> = form
        .signatures
        .iter()
        .map(|place| Place {
            label: place.label.get(tr.language()),
            text: content.header(&place.key).to_owned(),
            space: place.space,
            stamp: place.stamp,
        })
        .collect();
    if places.is_empty() {
        return frame.y;
    }
    let air = if places.iter().any(|place| place.stamp) { STAMP } else { 0.0 };
    spread(pen, Frame { y: frame.y + 3.0 + air, ..frame }, &places) + air
}

/// Spreads places over lines, the first at the left edge, the last at the right.
fn spread(pen: &mut Pen<'_>, frame: Frame, places: &[Place<'_>]) -> f32 {
    let style = Style::points(FontKind::SansRegular, 10.5);
    let width = |pen: &Pen<'_>, place: &Place<'_>| {
        let value = if place.text.is_empty() { place.space } else { pen.measure(style, &place.text) };
        let wide = pen.measure(style, place.label) + value;
        if place.stamp { wide.max(STAMP_WIDTH) } else { wide }
    };
    let mut y = frame.y;
    let mut rest = places;
    while !rest.is_empty() {
        let mut used = 0.0;
        let mut count = 0;
        for place in rest {
            let wide = width(pen, place);
            if count > 0 && used + GAP + wide > frame.width {
                break;
            }
            used += wide + if count > 0 { GAP } else { 0.0 };
            count += 1;
        }
        let (line, next) = rest.split_at(count);
        let free = (frame.width - used).max(0.0) / count.saturating_sub(1).max(1) as f32;
        let mut x = frame.x;
        for place in line {
            let wide = width(pen, place);
            set(pen, x, y + LINE * 0.68, style, place, frame.x + frame.width - x);
            x += wide + GAP + free;
        }
        y += LINE;
        rest = next;
    }
    y
}

fn set(pen: &mut Pen<'_>, x: f32, baseline: f32, style: Style, place: &Place<'_>, room: f32) {
    if place.stamp {
        let style = style.ink(Ink::Light);
        return pen.aligned(x, STAMP_WIDTH.min(room), baseline, style, Align::Centre, place.label);
    }
    let label = pen.text(x, baseline, style, place.label);
    if place.text.is_empty() {
        if place.space > 0.0 {
            let end = x + label + place.space;
            pen.line([x + label, baseline + 0.8], [end, baseline + 0.8], 0.2, Ink::Black);
        }
        return;
    }
    let cell = Cell::fit(pen.fonts, &place.text, style, style.size * 0.5, room - label, LINE);
    let y = baseline - 0.38 * style.size - LINE / 2.0;
    cell.set(pen, Frame { x: x + label, y, width: room - label, height: LINE }, Align::Left);
}
