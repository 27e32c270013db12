//! The choices of a run of letters, and the number of sheets of paper.

use iced::Alignment;
use iced::widget::{container, row};

use super::super::{LetterMessage, Message, Print};
use crate::gui::Element;
use crate::gui::context::Context;
use crate::gui::theme::{Ink, size};
use crate::gui::widget::{date_field, field, segments, text, toggle};
use crate::ops::letters::LetterCopies;
use crate::ops::print::Ask;

/// Width of the name of a disease; of a number of a sheet.
const NAME: f32 = 150.0;
const NUMBER: f32 = 72.0;
/// Diseases that are offered.
const OFFERED: usize = 4;

fn say<F: Fn(String) -> LetterMessage>(of: F) -> impl Fn(String) -> Message {
    move |typed| Message::Letter(of(typed))
}

pub(super) fn choices<'a>(print: &'a Print, context: &'a Context) -> Option<Element<'a, Message>> {
    let line = if print.is_letter() {
        of_letter(print, context)
    } else if print.is_run() {
        let first =
            field("first-sheet", "", print.letter.first_sheet.as_str(), say(LetterMessage::FirstSheet));
        let first = container(Element::from(first.hint("1"))).width(NUMBER);
        row![text(context.tr.print_screen_first_sheet()).line(), first]
    } else {
        return None;
    };
    let line = line.push(papers(print, context)).spacing(size::GAP).align_y(Alignment::Center);
    Some(line.wrap().vertical_spacing(size::TIGHT).into())
}

fn of_letter<'a>(
    print: &'a Print,
    context: &'a Context,
) -> iced::widget::Row<'a, Message, crate::gui::theme::Theme> {
    let (tr, choice) = (&context.tr, &print.request.letter);
    let copies = [
        (LetterCopies::Child, tr.print_screen_per_child()),
        (LetterCopies::Class, tr.print_screen_per_class()),
        (LetterCopies::School, tr.print_screen_per_school()),
    ];
    let copies =
        segments("copies", copies, choice.copies, |copies| Message::Letter(LetterMessage::Copies(copies)));
    let sizes = [(false, tr.print_screen_one_a_sheet()), (true, tr.print_screen_two_a_sheet())];
    let sizes = segments("size", sizes, print.half(), |half| Message::Letter(LetterMessage::Half(half)));
    let duplex = Message::Letter(LetterMessage::Duplex(!choice.duplex));
    let duplex = toggle("duplex", tr.print_screen_duplex(), "", choice.duplex, duplex);
    let mut line = row![copies, sizes, duplex];
    if print.asks(Ask::Disease) {
        let disease = field("disease", "", print.letter.disease.as_str(), say(LetterMessage::Typed));
        let disease = disease.hint(tr.print_screen_disease());
        line = line.push(container(Element::from(disease)).width(NAME));
        for found in print.letter.found.iter().take(OFFERED) {
            let message = Message::Letter(LetterMessage::Disease(found.id.clone(), found.name.clone()));
            line = line.push(toggle(format!("disease-{}", found.id), found.name.clone(), "", false, message));
        }
    }
    let date = |id: &'static str, label: String, typed: &'a str, of: fn(String) -> LetterMessage| {
        let wrong =
            (!typed.is_empty() && date_field::day(typed).is_none()).then(|| tr.print_screen_bad_date());
        let field = date_field(id, "", typed, tr.date_hint(), wrong, say(of));
        row![text(label).small().ink(Ink::Text2).line(), field]
            .spacing(size::TIGHT)
            .align_y(Alignment::Center)
    };
    let form = &print.letter;
    if print.asks(Ask::From) {
        line = line.push(date("letter-from", tr.print_screen_from(), &form.from, LetterMessage::From));
    }
    if print.asks(Ask::To) {
        line = line.push(date("letter-to", tr.print_screen_to(), &form.to, LetterMessage::To));
    }
    if print.has_slips() && choice.copies == LetterCopies::Child {
        let label = tr.print_screen_return_by();
        line = line.push(date("return-by", label, &form.return_by, LetterMessage::ReturnBy));
    }
    line
}

/// How much paper it takes.
fn papers<'a>(print: &Print, context: &Context) -> Option<Element<'a, Message>> {
    let facts = &print.preview.as_ref()?.facts;
    let first = print.request.letter.first_sheet.max(1);
    let left = (facts.papers + 1).saturating_sub(first);
    Some(text(context.tr.print_screen_papers(facts.letters, left)).bold().into())
}
