//! How 未结 looks.

use iced::Alignment;
use iced::Length::{Fill, Shrink};
use iced::widget::{column, container, row, space};

use super::{Message, OpenTab, row_id};
use crate::domain::finding::Attendance;
use crate::gui::Element;
use crate::gui::context::Context;
use crate::gui::frame::Header;
use crate::gui::keymap::{Area, hints};
use crate::gui::screen::Page;
use crate::gui::theme::{Ink, size};
use crate::gui::widget::{button, empty_state, list, panel, row_button, text};
use crate::ops::trace::AbsenceLine;

pub(super) fn page<'a>(tab: &'a OpenTab, context: &'a Context) -> Page<'a, Message> {
    let tr = &context.tr;
    let header = Header::new(tr.frame_trace());
    if tab.data.is_none() {
        return Page::reading(header, context);
    }
    let keys = if tab.lines().is_empty() { Vec::new() } else { hints(Area::Trace, tr) };
    let body = container(rows(tab, context)).padding([context.breadth().gap(), context.breadth().edge()]);
    Page { header, body: body.height(Fill).into(), keys }
}

fn rows<'a>(tab: &'a OpenTab, context: &'a Context) -> Element<'a, Message> {
    let tr = &context.tr;
    if tab.lines().is_empty() {
        let today = button(tr.frame_today()).key("F2").id("today").on_press(Message::Today);
        return panel(empty_state(tr.trace_nobody_absent(), Some(today))).into();
    }
    let last = tab.lines().len() - 1;
    let rows = tab.lines().iter().enumerate().map(|(at, line)| {
        row_button(row_id(line.key), absence(line, context), Message::Choose(line.key))
            .chosen(tab.chosen == Some(line.key))
            .last(at == last)
            .height(Shrink)
            .padding([7.0, size::INSIDE])
            .into()
    });
    let count = text(tr.trace_longest_first()).small().ink(Ink::Text2).line();
    panel(list("absences", rows.collect())).head(tr.trace_absences(tab.lines().len()), Some(count)).into()
}

/// Name and class, the day of the absence; below them what is known.
fn absence<'a>(line: &'a AbsenceLine, context: &Context) -> Element<'a, Message> {
    let tr = &context.tr;
    let name = container(text(line.name.as_str()).bold().name()).max_width(220);
    let class = text(line.class.as_str()).ink(Ink::Text2).line();
    let head = row![name, class, space().width(Fill), text(tr.trace_day(line.day)).small().line()]
        .spacing(size::GAP)
        .align_y(Alignment::Center);
    let known = match (line.words.is_empty(), line.kind) {
        (false, _) => text(line.words.as_str()),
        (true, Attendance::Unknown) => text(tr.trace_reason_unknown()).ink(Ink::Bad),
        (true, _) => text(tr.trace_symptoms_unknown()).ink(Ink::Bad),
    };
    column![head, known].width(Fill).into()
}
