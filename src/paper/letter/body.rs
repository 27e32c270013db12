//! The upper part of a letter: title, text, signature.

use std::collections::BTreeSet;

use super::field::{Field, fill};
use super::{LetterFacts, LetterText, PartKind, Recipient, home_days};
use crate::paper::font::FontKind;
use crate::paper::layout::{Align, Frame, Ink, Pen, Style};

/// Type in points and line pitch in em, from the most generous down. Guardians are often grandparents:
/// 14 points is the floor.
pub(super) const LADDER: [(f32, f32); 11] = [
    (16.0, 1.7),
    (16.0, 1.6),
    (15.0, 1.65),
    (15.0, 1.55),
    (14.0, 1.65),
    (14.0, 1.55),
    (14.0, 1.48),
    (14.0, 1.4),
    (14.0, 1.33),
    (14.0, 1.25),
    (14.0, 1.18),
];

/// Sets the letter into the frame; answers where it ends, mm from the top.
pub(super) fn draw(
    pen: &mut Pen<'_>,
    frame: Frame,
    step: (f32, f32),
    (text, facts, recipient): (&LetterText, &LetterFacts, &Recipient),
    empty: &mut BTreeSet<Field>,
) -> f32 {
    let style = Style::points(FontKind::SansRegular, step.0);
    let bold = Style { font: FontKind::SansBold, ..style };
    let size = style.size;
    let pitch = size * step.1;
    let words = fill(&text.title, facts, recipient, empty);
    let mut y = title(pen, frame, Style::points(FontKind::SansBold, step.0 + 6.0), &words);
    for part in &text.parts {
        let words = fill(&part.text, facts, recipient, empty);
        let at = Frame { y, ..frame };
        let hanging = Frame { x: frame.x + 1.35 * size, width: frame.width - 1.35 * size, ..at };
        y += match part.kind {
            PartKind::Greeting => pen.paragraph(at, style, pitch, 0.0, &words),
            PartKind::Text => pen.paragraph(at, style, pitch, 2.0 * size, &words),
            PartKind::Heading => {
                let gap = 0.22 * size;
                gap + pen.paragraph(Frame { y: y + gap, ..at }, bold, pitch, 0.0, &words)
            }
            PartKind::Item => {
                let dot = Style { size: size * 0.5, ..style };
                pen.text(frame.x + 0.45 * size, y + pitch / 2.0 + 0.19 * size, dot, "●");
                pen.paragraph(hanging, style, pitch, 0.0, &words)
            }
            PartKind::Call => call(pen, at, bold, pitch, &words),
            PartKind::Closing => {
                let baseline = y + pitch / 2.0 + 0.38 * size;
                let (room, wide) = (frame.width - size, pen.measure(style, &words).max(1.0));
                let style = Style { size: size * (room / wide).min(1.0), ..style };
                pen.aligned(frame.x, room, baseline, style, Align::Right, &words);
                pitch
            }
            PartKind::Days => home_days::draw(pen, at, &words, &facts.days),
            PartKind::Sign => sign(pen, at, style, pitch, &words),
        };
    }
    y
}

/// The title on one line, smaller where it is wide; answers where it ends.
fn title(pen: &mut Pen<'_>, frame: Frame, style: Style, words: &str) -> f32 {
    let wide = pen.measure(style, words).max(1.0);
    let style = Style { size: style.size * (frame.width / wide).min(1.0), ..style };
    pen.aligned(frame.x, frame.width, frame.y + style.size * 0.88, style, Align::Centre, words);
    frame.y + style.size * 1.4
}

/// Words with a line behind them that reaches to the right edge.
fn sign(pen: &mut Pen<'_>, at: Frame, style: Style, pitch: f32, words: &str) -> f32 {
    let room = at.width - 9.0 * style.size;
    let wide = pen.measure(style, words).max(1.0);
    let style = Style { size: style.size * (room / wide).min(1.0), ..style };
    let height = pitch.max(9.5);
    let baseline = at.y + height - 2.2;
    let used = pen.text(at.x, baseline, style, words);
    pen.line([at.x + used + 1.0, baseline + 1.0], [at.x + at.width, baseline + 1.0], 0.25, Ink::Black);
    height
}

/// A framed line that is found at a glance.
fn call(pen: &mut Pen<'_>, at: Frame, style: Style, pitch: f32, words: &str) -> f32 {
    let (outside, inside) = (0.35 * style.size, 0.25 * style.size);
    let inner = Frame { y: at.y + outside + inside, ..at.inset(style.size * 0.7) };
    let height = pen.paragraph(inner, style, pitch, 0.0, words) + 2.0 * inside;
    pen.border(Frame { y: at.y + outside, height, ..at }, 0.35);
    height + 2.0 * outside
}
