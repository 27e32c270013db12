//! The contacts of a case with a tick before each.

use iced::Alignment;
use iced::keyboard::key::Named;
use iced::keyboard::{Key, Modifiers};
use iced::widget::{Row, column, container, row};

use super::super::Message;
use super::super::picks::{PickMessage, Picks, pick_id};
use super::titled;
use crate::domain::case_contact::Nearness;
use crate::gui::Element;
use crate::gui::context::Context;
use crate::gui::theme::{Ink, size};
use crate::gui::widget::{button, checkbox, first_keys, text, toggle};
use crate::i18n::Tr;
use crate::ops::isolation::ContactLine;

/// Instead of the return while the contacts are chosen.
pub(super) fn detail<'a>(picks: &'a Picks, name: &'a str, context: &'a Context) -> Element<'a, Message> {
    let tr = &context.tr;
    let mut groups = column![text(tr.contact_keys()).small().ink(Ink::Text2)].spacing(size::INSIDE);
    for kind in Nearness::ALL {
        let count = picks.group(kind).count();
        if count == 0 {
            continue;
        }
        let words = tr.contact_group(count, &tr.nearness(kind));
        let message = Message::Pick(PickMessage::Group(kind));
        let all = toggle(format!("pick-{}", kind.name()), words, "", picks.has_all(kind), message);
        let people = picks.group(kind).map(|line| person(picks, line, tr));
        let people = Row::with_children(people).spacing(size::INSIDE).wrap().vertical_spacing(2);
        groups = groups.push(column![all, people].spacing(size::TIGHT));
    }
    let groups = first_keys(container(groups).padding(size::INSIDE), None, keys);
    let close =
        button(tr.dialog_cancel()).key("Esc").id("pick-close").on_press(Message::Pick(PickMessage::Close));
    let keep = button(tr.contact_keep_chosen())
        .primary()
        .key("Enter")
        .id("pick-keep")
        .on_press(Message::Pick(PickMessage::Keep));
    let answers = row![close, keep].spacing(size::GAP).align_y(Alignment::Center).wrap();
    let title = tr.contact_choosing(picks.ticked.len(), name);
    titled(title, groups, container(answers).padding(size::INSIDE).into(), context)
}

fn keys(key: &Key, modifiers: Modifiers) -> Option<Message> {
    let plain = modifiers.is_empty();
    matches!(key, Key::Named(Named::Enter) if plain).then_some(Message::Pick(PickMessage::Keep))
}

/// Name, the number in the class or, for a room, the class, and since when the person has been ill.
fn person<'a>(picks: &Picks, line: &ContactLine, tr: &Tr) -> Element<'a, Message> {
    let seat = line.seat_no.filter(|_| line.nearness != Nearness::Room);
    let place = seat.map_or_else(|| line.class.clone(), |seat| tr.contact_seat_no(&seat.to_string()));
    let mut words = vec![line.name.clone(), place];
    words.extend(line.ill_since.map(|day| tr.contact_ill_from(&tr.day(day))));
    let message = Message::Pick(PickMessage::Toggle(Some(line.key)));
    checkbox(pick_id(line.key), words.join(" "), picks.ticked.contains(&line.key), message)
}
