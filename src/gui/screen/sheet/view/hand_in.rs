//! Who checked and when the paper came in.

use iced::Alignment;
use iced::Length::Fixed;
use iced::keyboard::key::Named;
use iced::keyboard::{Key, Modifiers};
use iced::widget::{container, row};

use super::super::hand_in::{HANDED_IN, HandInMessage};
use super::super::{ClassSheet, Message, Place};
use crate::gui::Element;
use crate::gui::context::Context;
use crate::gui::theme::size;
use crate::gui::widget::{button, field, first_keys, panel};

pub(super) fn panel_of<'a>(sheet: &'a ClassSheet, context: &'a Context) -> Option<Element<'a, Message>> {
    let form = sheet.hand_in.as_ref()?;
    let tr = &context.tr;
    let at =
        field(HANDED_IN, tr.sheet_handed_in(), &form.at, |text| Message::HandIn(HandInMessage::At(text)))
            .hint(tr.sheet_handed_in_hint())
            .error(form.wrong.then(|| tr.sheet_handed_in_wrong()))
            .on_submit(Message::HandIn(HandInMessage::Save))
            .width(Fixed(210.0));
    let by =
        field("checked-by", tr.sheet_checked_by(), &form.by, |text| Message::HandIn(HandInMessage::By(text)))
            .on_submit(Message::HandIn(HandInMessage::Save))
            .width(Fixed(190.0));
    let save = button(tr.settings_save())
        .key("Enter")
        .id("save-hand-in")
        .on_press(Message::HandIn(HandInMessage::Save));
    let fields = row![Element::from(at), Element::from(by), save]
        .spacing(size::INSIDE)
        .align_y(Alignment::End)
        .wrap()
        .vertical_spacing(size::GAP);
    let inside = container(fields).padding([8.0, size::INSIDE]);
    Some(panel(first_keys(inside, Message::Arrived(Place::HandIn), hand_in_key)).into())
}

/// Esc closes, also out of a field.
fn hand_in_key(key: &Key, modifiers: Modifiers) -> Option<Message> {
    match key {
        Key::Named(Named::Escape) => Some(Message::Escape),
        Key::Named(Named::Enter) if modifiers.command() => Some(Message::Confirm),
        _ => None,
    }
}
