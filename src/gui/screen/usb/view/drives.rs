//! Where to write: the drives that are plugged in, or any folder.

use std::path::PathBuf;

use iced::widget::{column, container, row};
use iced::{Alignment, Length::Fill};

use super::super::{Message, Usb, fault_words};
use crate::gui::Element;
use crate::gui::context::Context;
use crate::gui::theme::{Ink, size};
use crate::gui::widget::{Card, Icon, State, button, chip, field, panel, radio_cards, text};
use crate::i18n::Tr;
use crate::ops::usb::Target;

pub(super) fn panel_of<'a>(usb: &'a Usb, context: &'a Context) -> Element<'a, Message> {
    let tr = &context.tr;
    let refresh = button(tr.usb_screen_refresh()).small().plain().key("R").id("refresh");
    let mut cards: Vec<Card<'a, Option<PathBuf>, Message>> =
        usb.targets().iter().map(|target| card(target, tr)).collect();
    cards.push(Card::new(None, tr.usb_screen_other()).detail(tr.usb_screen_other_detail()).small());
    let chosen = if usb.other.is_some() { Some(None) } else { usb.drive.clone().map(Some) };
    let none = usb.targets().is_empty().then(|| text(tr.usb_screen_no_stick()).small().ink(Ink::Text2));
    let other = usb.other.as_ref().map(|typed| {
        let path = field("folder", "", typed.as_str(), Message::Folder)
            .hint(tr.usb_screen_folder_hint())
            .error(usb.wrong.clone());
        let choose = button("").icon(Icon::Folder).id("choose").on_press(Message::Choose);
        row![Element::from(path), choose].spacing(size::TIGHT).align_y(Alignment::Start)
    });
    let body = column![].push(none).push(radio_cards("drives", cards, chosen, Message::Drive)).push(other);
    panel(container(body.spacing(size::GAP).width(Fill)).padding(size::GAP))
        .head(tr.usb_screen_where(), Some(refresh.on_press(Message::Refresh)))
        .into()
}

fn card<'a>(target: &Target, tr: &Tr) -> Card<'a, Option<PathBuf>, Message> {
    let mut facts = Vec::new();
    facts.extend(target.file_system.as_ref().map(|name| file_system(name)));
    facts.extend(target.free.map(|free| tr.usb_screen_free(&amount(free))));
    if target.packages > 0 {
        facts.push(tr.usb_screen_old(target.packages));
    }
    facts.extend(target.fault.map(|fault| fault_words(fault, tr)));
    let label = target.label.clone();
    let card = Card::new(Some(target.path.clone()), label).detail(facts.join(&tr.usb_screen_comma())).small();
    if target.is_usable() { card } else { card.side(chip(State::Locked, tr.usb_screen_read_only())) }
}

/// `vfat` is what people know as FAT32.
fn file_system(name: &str) -> String {
    match name {
        "vfat" => "FAT32".to_owned(),
        "exfat" => "exFAT".to_owned(),
        "ntfs" | "ntfs3" | "fuseblk" => "NTFS".to_owned(),
        other => other.to_owned(),
    }
}

/// Bytes as people read them: `14.2 GB`, `380 MB`.
pub(super) fn amount(bytes: u64) -> String {
    let units = [(1_000_000_000, "GB"), (1_000_000, "MB"), (1_000, "KB")];
    for (size, unit) in units {
        let tenths = bytes / (size / 10);
        if tenths >= 1000 {
            return format!("{} {unit}", tenths / 10);
        }
        if tenths >= 10 {
            return format!("{}.{} {unit}", tenths / 10, tenths % 10);
        }
    }
    format!("{bytes} B")
}
