//! The form that begins an observation or isolation.

use iced::Alignment;
use iced::keyboard::key::Named;
use iced::keyboard::{Key, Modifiers};
use iced::widget::{Column, column, row};

use super::super::begin::{BeginForm, BeginMessage};
use super::super::{Message, NEW_FIND};
use crate::domain::isolation::IsolationKind;
use crate::gui::Element;
use crate::gui::context::Context;
use crate::gui::screen::gate::name_line;
use crate::gui::theme::{Ink, size};
use crate::gui::widget::{Icon, button, field, first_keys, panel, row_button, segments, text};

pub(super) fn form<'a>(form: &'a BeginForm, context: &'a Context) -> Element<'a, Message> {
    let tr = &context.tr;
    let find =
        field(NEW_FIND, tr.isolation_who(), &form.find, |typed| Message::New(BeginMessage::Find(typed)))
            .lead(Icon::Search)
            .hint(tr.gate_find_hint())
            .on_submit(Message::New(BeginMessage::Take(None)));
    let find = first_keys(find, None, find_key);
    let who: Element<'a, Message> = match &form.who {
        Some(who) => name_line(who),
        None if form.found.is_empty() => {
            let typed = !form.find.trim().is_empty() && form.roll.is_some();
            let (words, ink) =
                if typed { (tr.gate_nobody(), Ink::Warn) } else { (tr.gate_how(), Ink::Text2) };
            text(words).small().ink(ink).into()
        }
        None => offered(form),
    };
    let kinds = IsolationKind::ALL.map(|kind| (kind, tr.isolation_kind(kind)));
    let kind = segments("new-kind", kinds, form.kind(), |kind| Message::New(BeginMessage::Kind(kind)));
    let place = field("new-place", tr.isolation_place(), &form.place, |typed| {
        Message::New(BeginMessage::Place(typed))
    });
    let close =
        button(tr.dialog_cancel()).key("Esc").id("new-close").on_press(Message::New(BeginMessage::Close));
    let start = form.who.is_some().then_some(Message::New(BeginMessage::Start));
    let start =
        button(tr.isolation_begin()).primary().key("Ctrl+Enter").id("new-start").on_press_maybe(start);
    let answers = row![close, start].spacing(size::GAP).align_y(Alignment::Center).wrap();
    let parts = column![find, who, kind, place, answers].spacing(size::INSIDE).padding(size::INSIDE);
    panel(parts).head(tr.isolation_begin(), None::<Element<'a, Message>>).into()
}

fn find_key(key: &Key, modifiers: Modifiers) -> Option<Message> {
    match key {
        Key::Named(Named::ArrowDown) if modifiers.is_empty() => Some(Message::New(BeginMessage::Mark(1))),
        Key::Named(Named::ArrowUp) if modifiers.is_empty() => Some(Message::New(BeginMessage::Mark(-1))),
        Key::Named(Named::Escape) => Some(Message::New(BeginMessage::Close)),
        _ => None,
    }
}

fn offered(form: &BeginForm) -> Element<'_, Message> {
    let last = form.found.len().saturating_sub(1);
    let rows = form.found.iter().enumerate().map(|(at, person)| {
        let take = Message::New(BeginMessage::Take(Some(person.key)));
        row_button(format!("new-{}", person.key), name_line(person), take)
            .mouse_only()
            .chosen(at == form.marked)
            .last(at == last)
            .height(size::CONTROL)
            .padding([0.0, size::GAP])
            .into()
    });
    panel(Column::with_children(rows)).into()
}
