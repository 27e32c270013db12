//! The list of forms and letters, with how many copies are due.

use iced::Alignment;
use iced::Length::Fill;
use iced::widget::{column, container, row};

use super::super::{Message, Print, row_id};
use super::quiet;
use crate::gui::Element;
use crate::gui::context::Context;
use crate::gui::theme::{Ink, Theme, size};
use crate::gui::widget::{list, row_button, text, toggle};
use crate::i18n::Tr;
use crate::ops::print::{Listing, ListingGroup};

fn heading(group: ListingGroup, tr: &Tr) -> String {
    match group {
        ListingGroup::Daily => tr.print_screen_group_daily(),
        ListingGroup::Letters => tr.print_screen_group_letters(),
        ListingGroup::Plan => tr.print_screen_group_plan(),
    }
}

pub(super) fn list_of<'a>(print: &'a Print, context: &'a Context) -> Element<'a, Message> {
    let mut rows: Vec<Element<'a, Message>> = Vec::new();
    let mut group = None;
    for listing in print.listings() {
        if group != Some(listing.group) {
            let words = text(heading(listing.group, &context.tr)).small().bold().ink(Ink::Text2);
            let above = if group.is_some() { 14.0 } else { 9.0 };
            let room = iced::Padding { top: above, bottom: 4.0, left: 14.0, right: 14.0 };
            rows.push(container(words).padding(room).into());
            group = Some(listing.group);
        }
        rows.push(one(print, listing));
    }
    container(list("papers", rows))
        .width(Fill)
        .height(Fill)
        .style(|theme: &Theme| container::Style {
            background: Some(iced::Background::Color(theme.palette().surface)),
            ..container::Style::default()
        })
        .into()
}

fn one<'a>(print: &'a Print, listing: &'a Listing) -> Element<'a, Message> {
    let chosen = listing.paper == print.request.paper;
    let title = text(listing.title.as_str()).bold_if(chosen);
    let title = if chosen { title.ink(Ink::Accent) } else { title };
    let copies = (listing.copies > 1).then(|| quiet(listing.copies.to_string()).line());
    let words = row![title.width(Fill)].push(copies).spacing(size::GAP).align_y(Alignment::Center);
    let content = container(words).padding([4.0, 14.0]);
    row_button(row_id(&listing.paper), content, Message::Paper(listing.paper.clone()))
        .chosen(chosen)
        .last(true)
        .height(iced::Shrink)
        .into()
}

/// The same in a window without room for a list.
pub(super) fn picker_of(print: &Print) -> Element<'_, Message> {
    let mut all = row![];
    for listing in print.listings() {
        let chosen = listing.paper == print.request.paper;
        let copies = if listing.copies > 1 { listing.copies.to_string() } else { String::new() };
        let message = Message::Paper(listing.paper.clone());
        all = all.push(toggle(row_id(&listing.paper), listing.title.as_str(), copies, chosen, message));
    }
    column![all.spacing(6).wrap().vertical_spacing(6)].width(Fill).into()
}
