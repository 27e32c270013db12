//! The classes at the left, each with its count.

use iced::Alignment;
use iced::Length::Fill;
use iced::keyboard::key::Named;
use iced::keyboard::{Key, Modifiers};
use iced::widget::{container, row};

use super::super::{Message, Part, Roster, part_id};
use crate::gui::Element;
use crate::gui::context::Context;
use crate::gui::theme::{Ink, size};
use crate::gui::widget::{Icon, button, list, panel, row_button, text};
use crate::ops::roster::RosterView;

/// Word and count of a part.
fn words(part: Part, data: &RosterView, context: &Context) -> (String, usize) {
    let tr = &context.tr;
    match part {
        Part::All => (tr.roster_screen_all(), data.pupils),
        Part::Away => (tr.roster_screen_away(), data.away),
        Part::Staff => (tr.ops_staff(), data.staff_count),
        Part::Group(id) => {
            let group = data.groups.iter().find(|group| group.id == id);
            group.map(|group| (group.label.clone(), group.count)).unwrap_or_default()
        }
        Part::Class(id) => {
            let class = data.classes.iter().find(|class| class.id == id);
            class.map(|class| (class.short.clone(), class.count)).unwrap_or_default()
        }
    }
}

pub(super) fn list_of<'a>(
    roster: &'a Roster,
    data: &'a RosterView,
    context: &'a Context,
) -> Element<'a, Message> {
    let parts = roster.parts();
    let last = parts.len().saturating_sub(1);
    let rows = parts.into_iter().enumerate().map(|(index, part)| {
        let (word, count) = words(part, data, context);
        let chosen = part == roster.part();
        let count_ink = if count == 0 { Ink::Text3 } else { Ink::Text2 };
        let cells = row![
            text(word).bold_if(chosen).shorten().width(Fill),
            text(count.to_string()).ink(count_ink).line()
        ]
        .spacing(size::GAP)
        .align_y(Alignment::Center);
        row_button(part_id(part), container(cells).padding([0.0, size::INSIDE]), Message::Show(part))
            .on_key(neighbour)
            .chosen(chosen)
            .last(index == last)
            .height(size::ROW_LIST)
            .into()
    });
    panel(list("classes", rows.collect())).height(Fill).into()
}

fn neighbour(key: &Key, _modifiers: Modifiers) -> Option<Message> {
    match key {
        Key::Named(Named::ArrowDown) => Some(Message::Class(1)),
        Key::Named(Named::ArrowUp) => Some(Message::Class(-1)),
        _ => None,
    }
}

/// The chosen part of a narrow window, with a step back and a step on.
pub(super) fn turner<'a>(
    roster: &'a Roster,
    data: &'a RosterView,
    context: &'a Context,
) -> Element<'a, Message> {
    let (word, count) = words(roster.part(), data, context);
    row![
        button("").icon(Icon::ChevronLeft).id("part-back").on_press(Message::Class(-1)),
        text(word).bold().center().shorten().width(Fill),
        text(count.to_string()).ink(Ink::Text2).line(),
        button("").icon(Icon::ChevronRight).id("part-on").on_press(Message::Class(1)),
    ]
    .spacing(size::GAP)
    .align_y(Alignment::Center)
    .into()
}
