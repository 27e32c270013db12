//! What keys mean to the import. The lists ask while they have the focus, so that keys typed in a row are answered in
//! their order; the screen asks for keys that no part has taken.

use iced::keyboard::Key;
use iced::keyboard::key::Named;

use super::line::Kind;
use super::saving::{self, Product};
use super::{Message, Verdict, layout};
use crate::gui::keymap::{self, Area, Command};
use crate::gui::screen::KeyPress;

/// Rows that a page key leaps over.
const LEAP: i32 = 12;

/// A key among sheets and columns.
pub(super) fn layout_press(press: &KeyPress) -> Option<Message> {
    Some(Message::Layout(match keymap::find(Area::ImportLayout, press)? {
        Command::Open => layout::Message::Enter,
        Command::Next => layout::Message::Move(1),
        Command::Previous => layout::Message::Move(-1),
        Command::PageDown => layout::Message::HeaderStep(1),
        Command::PageUp => layout::Message::HeaderStep(-1),
        Command::ClassAfter => layout::Message::Neighbour(1),
        Command::ClassBefore => layout::Message::Neighbour(-1),
        Command::Clear => layout::Message::Unused,
        Command::Confirm => layout::Message::Next,
        _ => return None,
    }))
}

/// A key in the review while a row of this group is chosen.
pub(super) fn review_press(kind: Kind, press: &KeyPress) -> Option<Message> {
    let own = match kind {
        Kind::Kept => keymap::find(Area::ImportKept, press),
        Kind::Missing => keymap::find(Area::ImportMissing, press),
        _ => None,
    };
    match (&press.key, press.in_field) {
        (Key::Named(Named::Home), false) => return Some(Message::Move(i32::MIN)),
        (Key::Named(Named::Enter), false) if kind == Kind::NoId && press.modifiers.is_empty() => {
            return Some(Message::Select(Kind::NoId, 0));
        }
        (Key::Named(Named::End), false) => return Some(Message::Move(i32::MAX)),
        _ => {}
    }
    Some(match own.or_else(|| keymap::find(Area::Import, press))? {
        Command::Same => Message::Decide(Verdict::Same),
        Command::Other => Message::Decide(Verdict::Other),
        Command::Skip => Message::Decide(Verdict::Skip),
        Command::All => Message::Decide(Verdict::All),
        Command::Next => Message::Move(1),
        Command::Previous => Message::Move(-1),
        Command::PageDown => Message::Move(LEAP),
        Command::PageUp => Message::Move(-LEAP),
        Command::Columns => Message::Columns,
        Command::Open => Message::Choose,
        Command::ShowKept => Message::Show(Kind::Kept),
        Command::ShowWarned => Message::Show(Kind::Warned),
        Command::ShowNoId => Message::Show(Kind::NoId),
        Command::ShowLater => Message::Show(Kind::Later),
        Command::SetDue => Message::Dating(super::dating::Message::Ask),
        Command::ShowMissing => Message::Show(Kind::Missing),
        Command::Save => Message::Save(saving::Message::Ask(Product::Report)),
        Command::SaveWorkbook => Message::Save(saving::Message::Ask(Product::Rows)),
        Command::Print => Message::Save(saving::Message::Print),
        Command::Confirm => Message::Write,
        _ => return None,
    })
}
