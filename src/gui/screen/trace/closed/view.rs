//! How 已结 looks.

use iced::Alignment;
use iced::Length::{Fill, FillPortion, Shrink};
use iced::widget::{column, container, row, space};

use super::{ClosedTab, Message, row_id};
use crate::gui::Element;
use crate::gui::context::Context;
use crate::gui::frame::Header;
use crate::gui::screen::Page;
use crate::gui::theme::{Breadth, Ink, size};
use crate::gui::widget::{Icon, KeyHint, button, empty_state, icon, list, panel, row_button, scroll, text};
use crate::i18n::Tr;
use crate::ops::trace::{AbsenceLine, closing_words};

pub(super) fn page<'a>(tab: &'a ClosedTab, context: &'a Context) -> Page<'a, Message> {
    let tr = &context.tr;
    let header = Header::new(tr.frame_trace());
    if tab.lines.is_none() {
        return Page::reading(header, context);
    }
    let mut keys = Vec::new();
    if !tab.lines().is_empty() {
        keys.push(KeyHint::new("↑↓", tr.trace_key_move()));
        keys.push(KeyHint::new("Enter", tr.trace_key_person()));
    }
    Page { header, body: body(tab, context), keys }
}

fn body<'a>(tab: &'a ClosedTab, context: &'a Context) -> Element<'a, Message> {
    let tr = &context.tr;
    let breadth = context.breadth();
    let edge = [breadth.gap(), breadth.edge()];
    let Some(line) = tab.lines().get(tab.at) else {
        let nobody = empty_state(tr.trace_none_closed(), None::<Element<'a, Message>>);
        return container(panel(nobody)).padding(edge).into();
    };
    let last = tab.lines().len() - 1;
    let rows = tab.lines().iter().enumerate().map(|(at, line)| {
        row_button(row_id(at), ended(line, tr), Message::Choose(at))
            .chosen(at == tab.at)
            .last(at == last)
            .height(Shrink)
            .padding([7.0, size::INSIDE])
            .into()
    });
    let rows: Vec<Element<'a, Message>> = rows.collect();
    let order = text(tr.trace_latest_first()).small().ink(Ink::Text2).line();
    let title = tr.trace_closed_absences(tab.lines().len());
    if breadth == Breadth::Wide {
        let left = panel(list("closed", rows)).head(title, Some(order)).height(Fill);
        let right = panel(list("calls", vec![calls(line, context)])).height(Fill);
        let both = row![
            container(Element::from(left)).width(FillPortion(336)),
            container(Element::from(right)).width(FillPortion(492))
        ];
        return container(both.spacing(size::INSIDE)).padding(edge).height(Fill).into();
    }
    let left = panel(column(rows)).head(title, Some(order));
    let page = column![left, panel(calls(line, context))].spacing(breadth.gap());
    scroll(container(page).padding(edge)).id("page").height(Fill).into()
}

/// From the first day to the last, as far as there is one.
fn span(line: &AbsenceLine, tr: &Tr) -> String {
    let from = line.from.format("%m-%d").to_string();
    match line.to {
        Some(to) if to != line.from => tr.person_span(&from, &to.format("%m-%d").to_string()),
        _ => from,
    }
}

fn ended<'a>(line: &'a AbsenceLine, tr: &Tr) -> Element<'a, Message> {
    let name = container(text(line.name.as_str()).bold().name()).max_width(150);
    let class = text(line.class.as_str()).ink(Ink::Text2).line();
    let head = row![name, class, space().width(Fill), text(span(line, tr)).small().line()]
        .spacing(size::GAP)
        .align_y(Alignment::Center);
    let how = line.closing.map(|closing| closing_words(closing, tr)).unwrap_or_default();
    let cause = if line.is_unexplained() {
        text(tr.trace_cause_unknown()).small().ink(Ink::Text2)
    } else {
        text(line.cause.as_str()).small()
    };
    let how = row![icon(Icon::RingCheck).ink(Ink::Ok), text(how).small().ink(Ink::Ok).width(Fill)].spacing(6);
    column![head, cause, how].width(Fill).into()
}

fn calls<'a>(line: &'a AbsenceLine, context: &Context) -> Element<'a, Message> {
    let tr = &context.tr;
    let name = container(text(line.name.as_str()).section().name()).width(Fill);
    let file = button(tr.trace_key_person()).plain().small().key("P").id("file").on_press(Message::Person);
    let head = row![name, file].spacing(size::GAP).align_y(Alignment::Center);
    let facts = [
        tr.class(&line.class),
        span(line, tr),
        tr.person_file_half_days(i64::from(line.half_days)),
        if line.is_unexplained() { tr.trace_cause_unknown() } else { line.cause.clone() },
    ];
    let mut parts = column![head, text(facts.join(&tr.today_comma())).ink(Ink::Text2)].spacing(size::GAP);
    if line.traces.is_empty() {
        parts = parts.push(text(tr.trace_no_calls()).small().ink(Ink::Text3));
    }
    for trace in &line.traces {
        let at = text(trace.at.format("%m-%d %H:%M").to_string()).small().ink(Ink::Text2).line();
        let words = column![at, text(trace.words.as_str())].width(Fill);
        let remove = button(tr.trace_remove())
            .plain()
            .small()
            .id(format!("remove-{}", trace.key))
            .on_press(Message::Remove(trace.key));
        parts = parts.push(row![words, remove].spacing(size::GAP).align_y(Alignment::Center));
    }
    container(parts).padding([12.0, 14.0]).into()
}
