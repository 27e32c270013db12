//! The drawing operations of one page.

use printpdf::{
    Color, Greyscale, Line as PdfLine, LineDashPattern, LinePoint, Op, PaintMode, PdfFontHandle, Point, Pt,
    Rect as PdfRect, TextItem, TextMatrix, WindingOrder,
};

use super::font_id;
use crate::paper::layout::{Ink, Item, Line, POINT, Rect, Strokes, Text};

/// Operations for the items of a sheet `height` mm high: grounds, then lines, then texts.
pub(super) fn operations<'i>(height: f32, items: impl Iterator<Item = &'i Item>) -> Vec<Op> {
    let (mut ops, mut lines, mut texts) = (Vec::new(), Vec::new(), Vec::new());
    let mut ground = None;
    for item in items {
        match item {
            Item::Rect(rect) => self::rect(height, rect, &mut ground, &mut ops),
            Item::Line(_) | Item::Strokes(_) => lines.push(item),
            Item::Text(text) => texts.push(text),
        }
    }
    for item in lines {
        match item {
            Item::Line(line) => self::line(height, line, &mut ops),
            Item::Strokes(strokes) => self::strokes(height, strokes, &mut ops),
            Item::Rect(_) | Item::Text(_) => {}
        }
    }
    if !texts.is_empty() {
        ops.push(Op::StartTextSection);
        text_section(height, &texts, &mut ops);
        ops.push(Op::EndTextSection);
    }
    ops
}

/// Millimetres as points, to a hundredth: finer steps only make the file larger.
fn pt(mm: f32) -> Pt {
    Pt((mm / POINT * 100.0).round() / 100.0)
}

fn grey(ink: Ink) -> Color {
    Color::Greyscale(Greyscale { percent: ink.brightness(), icc_profile: None })
}

fn text_section(height: f32, texts: &[&Text], ops: &mut Vec<Op>) {
    let (mut face, mut ink, mut tracking) = (None, None, 0.0);
    for text in texts {
        if face != Some((text.font, text.size)) {
            face = Some((text.font, text.size));
            ops.push(Op::SetFont { font: PdfFontHandle::External(font_id(text.font)), size: pt(text.size) });
        }
        if ink != Some(text.ink) {
            ink = Some(text.ink);
            ops.push(Op::SetFillColor { col: grey(text.ink) });
        }
        // Compared as they are written.
        let spacing = (text.tracking / POINT * 1000.0).round() / 1000.0;
        if (spacing - tracking).abs() > f32::EPSILON {
            tracking = spacing;
            ops.push(Op::SetCharacterSpacing { multiplier: spacing });
        }
        let (x, y) = (pt(text.x), pt(height - text.baseline));
        let matrix = if text.turned {
            TextMatrix::Raw([0.0, 1.0, -1.0, 0.0, x.0, y.0])
        } else {
            TextMatrix::Translate(x, y)
        };
        ops.push(Op::SetTextMatrix { matrix });
        ops.push(Op::ShowText { items: vec![TextItem::Text(text.text.clone())] });
    }
    if tracking != 0.0 {
        ops.push(Op::SetCharacterSpacing { multiplier: 0.0 });
    }
}

fn line(height: f32, line: &Line, ops: &mut Vec<Op>) {
    ops.push(Op::SetOutlineColor { col: grey(line.ink) });
    ops.push(Op::SetOutlineThickness { pt: pt(line.width) });
    if let Some([on, off]) = line.dash {
        ops.push(Op::SetLineDashPattern { dash: LineDashPattern::new(0.0, &[pt(on).0, pt(off).0]) });
    }
    let point = |[x, y]: [f32; 2]| LinePoint { p: Point { x: pt(x), y: pt(height - y) }, bezier: false };
    ops.push(Op::DrawLine {
        line: PdfLine { points: vec![point(line.from), point(line.to)], is_closed: false },
    });
    if line.dash.is_some() {
        ops.push(Op::SetLineDashPattern { dash: LineDashPattern::solid() });
    }
}

fn strokes(height: f32, strokes: &Strokes, ops: &mut Vec<Op>) {
    ops.push(Op::SetOutlineColor { col: grey(strokes.ink) });
    ops.push(Op::SetOutlineThickness { pt: pt(strokes.width) });
    let point = |[x, y]: [f32; 2]| LinePoint { p: Point { x: pt(x), y: pt(height - y) }, bezier: false };
    let draw = |[from, to]: &[[f32; 2]; 2]| Op::DrawLine {
        line: PdfLine { points: vec![point(*from), point(*to)], is_closed: false },
    };
    ops.extend(strokes.lines.iter().map(draw));
}

/// `ground` is the colour in which the last rectangle was filled.
fn rect(height: f32, rect: &Rect, ground: &mut Option<Ink>, ops: &mut Vec<Op>) {
    let draw = |mode| Op::DrawRectangle {
        rectangle: PdfRect {
            x: pt(rect.x),
            y: pt(height - rect.y - rect.height),
            width: pt(rect.width),
            height: pt(rect.height),
            mode: Some(mode),
            winding_order: Some(WindingOrder::NonZero),
        },
    };
    if let Some(ink) = rect.fill {
        if ground.replace(ink) != Some(ink) {
            ops.push(Op::SetFillColor { col: grey(ink) });
        }
        ops.push(draw(PaintMode::Fill));
    }
    if let Some(thickness) = rect.border {
        ops.push(Op::SetOutlineColor { col: grey(Ink::Black) });
        ops.push(Op::SetOutlineThickness { pt: pt(thickness) });
        ops.push(draw(PaintMode::Stroke));
    }
}
