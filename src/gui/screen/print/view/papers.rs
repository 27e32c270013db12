//! The list of forms and letters, with how many copies are due.

use iced::Alignment;
use iced::Length::Fill;
use iced::widget::{column, container, row};

use super::super::list::FIND;
use super::super::{ListMessage, Message, Print, row_id};
use super::quiet;
use crate::gui::Element;
use crate::gui::context::Context;
use crate::gui::route::Route;
use crate::gui::theme::{Ink, Theme, size};
use crate::gui::widget::{Icon, field, icon, list, row_button, scroll, text, toggle};
use crate::i18n::Tr;
use crate::ops::issued::{IssuedKind, IssuedLine, IssuedState};
use crate::ops::print::{Listing, ListingGroup, PaperId};

fn heading(group: ListingGroup, tr: &Tr) -> String {
    match group {
        ListingGroup::Daily => tr.print_screen_group_daily(),
        ListingGroup::Tracing => tr.frame_trace(),
        ListingGroup::Hygiene => tr.print_screen_group_hygiene(),
        ListingGroup::Gate => tr.print_screen_group_gate(),
        ListingGroup::Duty => tr.print_screen_group_duty(),
        ListingGroup::Inspection => tr.print_screen_group_inspection(),
        ListingGroup::Letters => tr.print_screen_group_letters(),
        ListingGroup::Roster => tr.frame_roster(),
        ListingGroup::Plan => tr.print_screen_group_plan(),
    }
}

pub(super) fn list_of<'a>(print: &'a Print, context: &'a Context) -> Element<'a, Message> {
    let mut rows: Vec<Element<'a, Message>> = Vec::new();
    let mut group = None;
    for listing in print.found() {
        if group != Some(listing.group) {
            let above = if group.is_some() { 14.0 } else { 9.0 };
            rows.push(head_row(heading(listing.group, &context.tr), above));
            group = Some(listing.group);
        }
        rows.push(one(print, listing, &context.tr));
    }
    if !print.issued().is_empty() {
        rows.push(head_row(context.tr.issued_heading(), 14.0));
    }
    rows.extend(print.issued().iter().map(|line| issued(print, line, &context.tr)));
    let find = container(find(print, &context.tr)).padding([8.0, 14.0]);
    container(column![find, list("papers", rows)])
        .width(Fill)
        .height(Fill)
        .style(|theme: &Theme| container::Style {
            background: Some(iced::Background::Color(theme.palette().surface)),
            ..container::Style::default()
        })
        .into()
}

/// Where a form is looked for.
fn find<'a>(print: &'a Print, tr: &Tr) -> Element<'a, Message> {
    field(FIND, "", print.find.as_str(), |typed| Message::List(ListMessage::Find(typed)))
        .hint(tr.form_find())
        .into()
}

fn one<'a>(print: &'a Print, listing: &'a Listing, tr: &Tr) -> Element<'a, Message> {
    let chosen = listing.paper == print.request.paper;
    let title = text(listing.title.as_str()).bold_if(chosen);
    let title = if chosen { title.ink(Ink::Accent) } else { title };
    let copies = (listing.copies > 1).then(|| quiet(listing.copies.to_string()).line());
    let own = listing.own.then(|| quiet(tr.own_paper_mark()));
    let title = column![title].push(own).width(Fill);
    let words = row![title].push(copies).spacing(size::GAP).align_y(Alignment::Center);
    let content = container(words).padding([4.0, 14.0]);
    row_button(row_id(&listing.paper), content, Message::Paper(listing.paper.clone()))
        .chosen(chosen)
        .last(true)
        .height(iced::Shrink)
        .into()
}

fn head_row<'a>(words: String, above: f32) -> Element<'a, Message> {
    let words = text(words).small().bold().ink(Ink::Text2);
    container(words).padding(iced::Padding { top: above, bottom: 4.0, left: 14.0, right: 14.0 }).into()
}

/// Something issued: what it is and its day, below them its number or what has become of it.
fn issued<'a>(print: &'a Print, line: &'a IssuedLine, tr: &Tr) -> Element<'a, Message> {
    let paper = PaperId::Issued(line.key);
    let chosen = print.request.paper == paper;
    let kind = match line.kind {
        IssuedKind::DailyReport => tr.issued_kind_report(),
        IssuedKind::Letters => tr.issued_kind_letters(),
        IssuedKind::Package => tr.issued_kind_package(),
    };
    let title = text(kind).line().bold_if(chosen).width(Fill);
    let title = if chosen { title.ink(Ink::Accent) } else { title };
    let day = quiet(line.date.format("%m-%d").to_string()).line();
    let second = match line.state {
        Some(IssuedState::Changed) => {
            let sign = icon(Icon::TriangleAlertHollow).side(size::ICON_CHIP).ink(Ink::Warn);
            row![sign, text(tr.issued_state_changed()).small().ink(Ink::Warn)]
        }
        Some(IssuedState::Corrected) => row![quiet(tr.issued_state_corrected())],
        Some(IssuedState::AsIssued) | None => row![quiet(line.number.clone()).shorten()],
    };
    let second = second.spacing(size::TIGHT).align_y(Alignment::Center);
    let words = column![row![title, day].spacing(size::GAP), second];
    let message = if line.opens { Message::Paper(paper.clone()) } else { elsewhere(line, &paper) };
    row_button(row_id(&paper), container(words).padding([4.0, 14.0]), message)
        .chosen(chosen)
        .last(true)
        .height(iced::Shrink)
        .into()
}

/// A package lies on its stick; of letters of old no pages were kept, which the preview explains.
fn elsewhere(line: &IssuedLine, paper: &PaperId) -> Message {
    if line.kind == IssuedKind::Package { Message::Go(Route::Usb) } else { Message::Paper(paper.clone()) }
}

/// Things issued that are offered in a window without room for a list.
const OFFERED: usize = 4;

/// The same in a window without room for a list.
pub(super) fn picker_of<'a>(print: &'a Print, context: &Context) -> Element<'a, Message> {
    let mut all = row![];
    for listing in print.found() {
        let chosen = listing.paper == print.request.paper;
        let copies = if listing.copies > 1 { listing.copies.to_string() } else { String::new() };
        let message = Message::Paper(listing.paper.clone());
        all = all.push(toggle(row_id(&listing.paper), listing.title.as_str(), copies, chosen, message));
    }
    for line in print.issued().iter().filter(|line| line.opens).take(OFFERED) {
        let paper = PaperId::Issued(line.key);
        let chosen = paper == print.request.paper;
        let id = row_id(&paper);
        all = all.push(toggle(id, line.number.as_str(), String::new(), chosen, Message::Paper(paper)));
    }
    // The chips scroll by themselves: the paper is what one has come for.
    let all = container(all.spacing(6).wrap().vertical_spacing(6)).width(Fill);
    column![find(print, &context.tr), scroll(all).id("papers").height(CHIPS)].spacing(6).width(Fill).into()
}

/// Height of the chips: three lines of them, and that there are more.
const CHIPS: f32 = 112.0;
