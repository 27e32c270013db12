//! The jump field with its matches in line, so that they never cover a row.

use iced::keyboard::key::Named;
use iced::keyboard::{Key, Modifiers};
use iced::widget::{container, row};
use iced::{Alignment, Length};

use super::super::hand_in::HandInMessage;
use super::super::{ClassSheet, JUMP, Message, Place};
use super::side_by_side;
use crate::gui::Element;
use crate::gui::context::Context;
use crate::gui::theme::{Breadth, Ink, size};
use crate::gui::widget::{Icon, KeyHint, Look, control, field, first_keys, key_hint, text};
use crate::ops::check::SheetLine;

pub(super) fn line<'a>(sheet: &'a ClassSheet, context: &'a Context) -> Element<'a, Message> {
    let tr = &context.tr;
    let breadth = context.breadth();
    let narrow = breadth == Breadth::Narrow;
    let mut find = field(JUMP, "", &sheet.jump.text, Message::Find)
        .on_submit(Message::Enter(None))
        .width(Length::Fixed(if narrow { 86.0 } else { 168.0 }));
    if !narrow {
        find = find.lead(Icon::Search).hint(tr.sheet_jump_hint());
    }
    if sheet.place == Place::Row && sheet.several.len() > 1 {
        return several(sheet, context);
    }
    let choosing = sheet.jump.matches.len() > 1 && sheet.jump.list.is_none();
    let find = first_keys(find, Message::Arrived(Place::Jump), move |key, modifiers| {
        jump_key(key, modifiers, choosing)
    });
    let mut line = side_by_side().push(text(tr.sheet_jump()).ink(Ink::Text2).line()).push(find);
    if let Some(nobody) = &sheet.jump.list {
        return line.push(listed(sheet, nobody, context)).height(size::CONTROL).into();
    }
    let shown = if breadth == Breadth::Wide { 3 } else { 2 };
    // The chosen one is always among those shown.
    let from = (sheet.jump.chosen + 1).saturating_sub(shown);
    let mut more = sheet.jump.matches.len();
    for (index, person) in sheet.jump.matches.iter().enumerate().skip(from).take(shown) {
        if let Some(found) = sheet.lines().iter().find(|line| line.person == *person) {
            line = line.push(found_chip(found, index == sheet.jump.chosen, narrow));
            more -= 1;
        }
    }
    if more > 0 {
        line = line.push(text(tr.sheet_more_matches(more)).small().ink(Ink::Text2).line());
    }
    if sheet.jump.finds_nobody() {
        line = line.push(text(tr.sheet_jump_none()).small().ink(Ink::Warn));
    }
    if choosing && !narrow {
        line = line.push(key_hint(&KeyHint::new("←→", tr.keys_choose_match())));
    }
    line.height(size::CONTROL).into()
}

/// How many people a list of numbers means, or which of its numbers nobody has.
fn listed<'a>(sheet: &ClassSheet, nobody: &[String], context: &Context) -> Element<'a, Message> {
    let tr = &context.tr;
    if !nobody.is_empty() {
        let numbers = nobody.join(&tr.ops_list_mark());
        return text(tr.sheet_several_none(&numbers)).small().ink(Ink::Warn).shorten().into();
    }
    let words =
        row![text(tr.sheet_several(sheet.jump.matches.len())).bold().line(), text("Enter").small().line()];
    control(words.spacing(size::GAP).align_y(Alignment::Center))
        .id("several")
        .on_press(Message::Enter(None))
        .mouse_only()
        .look(move |palette, _| chosen_look(palette, true))
        .padding([0.0, 10.0])
        .height(size::CONTROL)
        .into()
}

/// While marks are set for several people, the line says so in place of the field.
fn several<'a>(sheet: &ClassSheet, context: &Context) -> Element<'a, Message> {
    let words = text(context.tr.sheet_several_on(sheet.several.len())).bold().ink(Ink::Accent);
    container(words).height(size::CONTROL).align_y(Alignment::Center).into()
}

fn chosen_look(palette: &crate::gui::theme::Palette, chosen: bool) -> Look {
    Look {
        ground: Some(if chosen { palette.accentsoft } else { palette.surface }),
        edge: Some(if chosen { palette.accent } else { palette.control }),
        text: Some(if chosen { palette.accent } else { palette.text }),
        ..Look::default()
    }
}

fn jump_key(key: &Key, modifiers: Modifiers, choosing: bool) -> Option<Message> {
    match key {
        Key::Named(Named::Enter) if modifiers.command() => Some(Message::Confirm),
        Key::Named(Named::Escape) => Some(Message::Escape),
        Key::Character(text) if modifiers.command() && text == "t" => {
            Some(Message::HandIn(HandInMessage::Open))
        }
        Key::Named(Named::ArrowRight) if choosing && modifiers.is_empty() => Some(Message::Choose(1)),
        Key::Named(Named::ArrowLeft) if choosing && modifiers.is_empty() => Some(Message::Choose(-1)),
        _ => None,
    }
}

/// A match: number, name, and Enter on the chosen one.
fn found_chip(line: &SheetLine, chosen: bool, narrow: bool) -> Element<'_, Message> {
    let name = container(text(line.name.as_str()).shorten_middle()).max_width(if narrow { 80 } else { 130 });
    let enter = (chosen && !narrow).then(|| text("Enter").small().line());
    let content = row![text(line.seat_no.to_string()).bold_if(chosen).line(), name]
        .push(enter)
        .spacing(size::GAP)
        .align_y(Alignment::Center);
    control(content)
        .id(format!("match-{}", line.person))
        .on_press(Message::Enter(Some(line.person)))
        .mouse_only()
        .look(move |palette, _| chosen_look(palette, chosen))
        .padding([0.0, 10.0])
        .height(if narrow { size::CONTROL_SMALL } else { size::CONTROL })
        .into()
}
