//! How 待返校 looks: the lists at the left, the chosen one at the right.

mod apart;
mod awaited;
mod begin;
mod details;
mod picks;

use iced::Length::{Fill, FillPortion, Fixed, Shrink};
use iced::widget::{Column, column, container, row};

use super::begin::BeginMessage;
use super::{Message, ReturnsTab, Row, row_id};
use crate::gui::Element;
use crate::gui::context::Context;
use crate::gui::frame::Header;
use crate::gui::keymap::{Area, hints};
use crate::gui::screen::Page;
use crate::gui::theme::{Breadth, Ink, size};
use crate::gui::widget::{button, empty_state, panel, row_button, scroll, text};

pub(super) fn page<'a>(tab: &'a ReturnsTab, context: &'a Context) -> Page<'a, Message> {
    let tr = &context.tr;
    let new = button(tr.isolation_begin()).key("Ctrl+N").id("new").on_press(Message::New(BeginMessage::Open));
    let header = Header::new(tr.frame_trace()).right(new);
    let Some(data) = &tab.data else { return Page::reading(header, context) };
    if tab.rows().is_empty() {
        if let Some(form) = &tab.begin {
            let form = scroll(begin::form(form, context)).height(Fill).into();
            return Page { header, body: padded(form, context), keys: Vec::new() };
        }
        let nobody = panel(empty_state(tr.return_nobody(), None::<Element<'a, Message>>));
        return Page { header, body: padded(nobody.into(), context), keys: Vec::new() };
    }
    let awaited =
        data.awaited.iter().map(|it| line(tab, Row::Awaited(it.case), awaited::summary(it, context)));
    let apart = data.apart.iter().map(|it| line(tab, Row::Apart(it.id), apart::summary(it, context)));
    let mut lists = column![].spacing(context.breadth().gap());
    if !data.awaited.is_empty() {
        let rows = Column::with_children(awaited).width(Fill);
        let order = text(tr.return_earliest_first()).small().ink(Ink::Text2).line();
        lists =
            lists.push(panel(rows).height(Shrink).head(tr.return_awaited(data.awaited.len()), Some(order)));
    }
    if !data.apart.is_empty() {
        let rows = Column::with_children(apart).width(Fill);
        let head = tr.isolation_people(data.apart.len());
        lists = lists.push(panel(rows).height(Shrink).head(head, None::<Element<'a, Message>>));
    }
    let new = tab.begin.as_ref().map(|form| begin::form(form, context));
    let detail: Option<Element<'a, Message>> = new
        .or_else(|| tab.awaited().map(|it| awaited::detail(tab, it, context)))
        .or_else(|| tab.apart().map(|it| apart::detail(tab, it, context)));
    let body: Element<'a, Message> = if context.breadth() == Breadth::Wide {
        let left = scroll(container(lists).width(Fill)).id("return-lists").height(Fill);
        row![container(left).width(Fixed(336.0)), column![].push(detail).width(FillPortion(1)).height(Fill)]
            .spacing(size::INSIDE)
            .height(Fill)
            .into()
    } else {
        scroll(column![lists].push(detail).spacing(context.breadth().gap())).height(Fill).into()
    };
    Page { header, body: padded(body, context), keys: hints(Area::TraceReturns, tr) }
}

fn padded<'a>(body: Element<'a, Message>, context: &Context) -> Element<'a, Message> {
    container(body).padding([context.breadth().gap(), context.breadth().edge()]).height(Fill).into()
}

fn line<'a>(tab: &ReturnsTab, row: Row, content: Element<'a, Message>) -> Element<'a, Message> {
    row_button(row_id(row), content, Message::Choose(row))
        .chosen(tab.chosen == Some(row))
        .height(Shrink)
        .padding([7.0, size::INSIDE])
        .into()
}

/// Name and class with a word at the right.
fn head<'a>(name: &'a str, class: &'a str, right: String) -> Element<'a, Message> {
    let who = row![container(text(name).bold().name()).max_width(170), text(class).ink(Ink::Text2).line()]
        .spacing(size::GAP);
    row![container(who).width(Fill), text(right).small().line()].spacing(size::GAP).into()
}

/// The title of the chosen one's panel, with the way to everything of the person.
fn titled<'a>(
    title: String,
    parts: Element<'a, Message>,
    bottom: Element<'a, Message>,
    context: &Context,
) -> Element<'a, Message> {
    let person =
        button(context.tr.trace_key_person()).small().key("P").id("person").on_press(Message::Person);
    let wide = context.breadth() == Breadth::Wide;
    let all: Element<'a, Message> = if wide {
        column![scroll(parts).height(Fill), bottom].height(Fill).into()
    } else {
        column![parts, bottom].into()
    };
    panel(all).head(title, Some(person)).height(if wide { Fill } else { Shrink }).into()
}

/// A caption before a part: beside it where there is room, else above.
fn labelled(label: String, part: Element<'_, Message>) -> Element<'_, Message> {
    column![text(label).small().ink(Ink::Text2), part].spacing(2).into()
}
