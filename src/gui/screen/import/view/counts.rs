//! The five counts: what will happen to how many rows.

use iced::Alignment;
use iced::Length::Fill;
use iced::keyboard::key::Named;
use iced::keyboard::{Key, Modifiers};
use iced::widget::{Row, column, row, rule};

use super::super::Message;
use super::super::line::Kind;
use super::super::review::Review;
use crate::gui::Element;
use crate::gui::context::Context;
use crate::gui::theme::{Breadth, Ink, size};
use crate::gui::widget::{Look, Press, control, icon, panel, text};

pub(super) fn panel_of<'a>(review: &Review, context: &'a Context) -> Element<'a, Message> {
    let mut cells = Row::new();
    for kind in Kind::COUNTS {
        let parting = (kind != Kind::Doubtful).then(|| rule::vertical(1));
        cells = cells.push(parting).push(cell(review, kind, context));
    }
    let height = if context.breadth() == Breadth::Wide { 68 } else { 56 };
    panel(cells.height(height)).into()
}

fn cell<'a>(review: &Review, kind: Kind, context: &'a Context) -> Element<'a, Message> {
    let tr = &context.tr;
    let count = review.count(kind);
    let chosen = review.selected.0 == kind;
    let ink = kind.state().tone().ink();
    let wide = context.breadth() == Breadth::Wide;
    let word = text(kind.word(tr)).bold().ink(ink).name();
    let head = if context.breadth() == Breadth::Narrow {
        row![word]
    } else {
        row![icon(kind.state().icon()).ink(ink), word]
    };
    let figure = text(count.to_string()).ink(if count == 0 { Ink::Text3 } else { Ink::Text });
    let figure = if wide { figure.figure() } else { figure.section().line() };
    let mut low = row![figure].spacing(size::GAP).align_y(Alignment::Center);
    if wide {
        low = low.push(text(kind.note(tr)).small().ink(Ink::Text2).shorten());
    }
    let words = column![head.spacing(6).align_y(Alignment::Center), low];
    control(words)
        .id(format!("kind-{}", kind.name()))
        .on_press(Message::Show(kind))
        .on_key(neighbour)
        .width(Fill)
        .height(Fill)
        .padding(if wide { [6.0, size::INSIDE] } else { [4.0, 6.0] })
        .radius(0.0)
        .look(move |palette, press| Look {
            ground: Some(match press {
                _ if chosen => palette.accentsoft,
                Press::Hovered | Press::Pressed => palette.head,
                _ => palette.surface,
            }),
            bar: chosen.then_some((palette.accent, 3.0)),
            ..Look::default()
        })
        .into()
}

fn neighbour(key: &Key, _modifiers: Modifiers) -> Option<Message> {
    match key {
        Key::Named(Named::ArrowRight) => Some(Message::Group(1)),
        Key::Named(Named::ArrowLeft) => Some(Message::Group(-1)),
        _ => None,
    }
}
