//! What stands below the table on the last sheet: questions, notes, places to sign.

use super::{Answer, FormContent, FormTemplate, Question, head};
use crate::i18n::Tr;
use crate::paper::font::FontKind;
use crate::paper::layout::{Frame, Ink, Pen, Style};

/// Height of a line of a question, mm.
const LINE: f32 = 6.4;
/// Line pitch of notes, mm.
const NOTE: f32 = 4.7;

/// Sets the tail from the top of the frame; answers its end, mm from the top. Also measures: on a pen that
/// is thrown away.
pub(super) fn draw(
    pen: &mut Pen<'_>,
    frame: Frame,
    form: &FormTemplate,
    content: &FormContent,
    tr: &Tr,
) -> f32 {
    let mut y = frame.y + 1.8;
    for (number, question) in form.questions.iter().enumerate() {
        let answer = content.answers.get(&question.key);
        y = self::question(pen, Frame { y, ..frame }, number + 1, question, answer, tr);
    }
    let style = Style::points(FontKind::SansRegular, 9.0);
    let fixed = form.notes.iter().map(|note| note.get(tr.language()));
    for note in content.notes.iter().map(String::as_str).chain(fixed).filter(|note| !note.is_empty()) {
        y += pen.paragraph(Frame { y, ..frame }, style, NOTE, 0.0, note);
    }
    head::signatures(pen, Frame { y, ..frame }, form, content, tr)
}

fn question(
    pen: &mut Pen<'_>,
    frame: Frame,
    number: usize,
    question: &Question,
    answer: Option<&Answer>,
    tr: &Tr,
) -> f32 {
    let style = Style::points(FontKind::SansRegular, 10.0);
    let (no, yes) = (tr.paper_no(), tr.paper_yes());
    let boxes = pen.measure(style, &no) + pen.measure(style, &yes) + 6.0 * style.size;
    let text = format!("{number}. {}", question.text.get(tr.language()));
    let column = Frame { width: frame.width - boxes, ..frame };
    let height = pen.paragraph(column, style, LINE, 0.0, &text);
    let baseline = frame.y + height - LINE / 2.0 + 0.38 * style.size;
    let mut x = frame.x + frame.width - boxes + style.size;
    for (label, ticked) in [(&no, answer.is_some_and(|a| !a.yes)), (&yes, answer.is_some_and(|a| a.yes))] {
        tick_box(pen, x, baseline, style, ticked);
        x += 1.3 * style.size;
        x += pen.text(x, baseline, style, label) + 1.5 * style.size;
    }
    let mut y = frame.y + height;
    match answer {
        Some(answer) if answer.yes => {
            let inner = Frame { x: frame.x + 4.0, y, width: frame.width - 4.0, ..frame };
            y += pen.paragraph(inner, style, LINE, 0.0, &answer.detail);
        }
        Some(_) => {}
        None => {
            blanks(
                pen,
                Frame { x: frame.x + 4.0, y, width: frame.width - 4.0, ..frame },
                style,
                question,
                tr,
            );
            y += LINE;
        }
    }
    y
}

/// Labels with ruled spaces that share what the labels leave.
fn blanks(pen: &mut Pen<'_>, frame: Frame, style: Style, question: &Question, tr: &Tr) {
    let labels: Vec<&str> = question.blanks.iter().map(|label| label.get(tr.language())).collect();
    let used: f32 = labels.iter().map(|label| pen.measure(style, label) + 2.0).sum();
    let space = ((frame.width - used) / labels.len().max(1) as f32).max(0.0);
    let baseline = frame.y + LINE / 2.0 + 0.38 * style.size;
    let mut x = frame.x;
    for label in labels {
        x += pen.text(x, baseline, style, label);
        pen.line([x, baseline + 0.8], [x + space, baseline + 0.8], 0.2, Ink::Black);
        x += space + 2.0;
    }
}

fn tick_box(pen: &mut Pen<'_>, x: f32, baseline: f32, style: Style, ticked: bool) {
    let side = 0.85 * style.size;
    let y = baseline - 0.38 * style.size - side / 2.0;
    pen.border(Frame { x, y, width: side, height: side }, 0.25);
    if ticked {
        pen.line([x + 0.15 * side, y + 0.5 * side], [x + 0.42 * side, y + 0.82 * side], 0.45, Ink::Black);
        pen.line([x + 0.42 * side, y + 0.82 * side], [x + 0.92 * side, y + 0.1 * side], 0.45, Ink::Black);
    }
}
