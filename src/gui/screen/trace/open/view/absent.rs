//! The rows of those who are absent.

use chrono::Days;
use iced::Alignment;
use iced::Length::Shrink;
use iced::widget::{column, container, row, space};

use super::super::{Message, OpenTab, moment, row_id};
use crate::domain::finding::Attendance;
use crate::gui::Element;
use crate::gui::context::Context;
use crate::gui::theme::{Ink, size};
use crate::gui::widget::{Icon, icon, row_button, text};
use crate::i18n::Tr;
use crate::ops::trace::{AbsenceLine, CallState, closing_words};

pub(super) fn order<'a>(tr: &Tr) -> Element<'a, Message> {
    text(tr.trace_by_next_call()).small().ink(Ink::Text2).line().into()
}

pub(super) fn rows<'a>(tab: &'a OpenTab, context: &'a Context) -> Vec<Element<'a, Message>> {
    let last = tab.lines().len().saturating_sub(1);
    let row = |(at, line): (usize, &'a AbsenceLine)| {
        row_button(row_id(line.key), absence(line, context), Message::Choose(line.key))
            .chosen(tab.chosen == Some(line.key))
            .last(at == last)
            .height(Shrink)
            .padding([7.0, size::INSIDE])
            .into()
    };
    tab.lines().iter().enumerate().map(row).collect()
}

/// Name and class, the day of the absence; what is known; when to call, and for which time.
fn absence<'a>(line: &'a AbsenceLine, context: &Context) -> Element<'a, Message> {
    let tr = &context.tr;
    let name = container(text(line.name.as_str()).bold().name()).max_width(170);
    let class = text(line.class.as_str()).ink(Ink::Text2).line();
    let head =
        row![name, class, space().width(iced::Length::Fill), text(tr.trace_day(line.day)).small().line()]
            .spacing(size::GAP)
            .align_y(Alignment::Center);
    column![head, known(line, tr), call(line, context)].width(iced::Length::Fill).into()
}

/// Diagnosis, else symptoms, else that nothing is known.
pub(super) fn known<'a>(line: &'a AbsenceLine, tr: &Tr) -> Element<'a, Message> {
    match (line.is_unexplained(), line.kind) {
        (false, _) => text(line.cause.as_str()).small().into(),
        (true, Attendance::Unknown) => text(tr.trace_reason_unknown()).small().ink(Ink::Bad).into(),
        (true, _) => text(tr.trace_symptoms_unknown()).small().ink(Ink::Bad).into(),
    }
}

fn call<'a>(line: &'a AbsenceLine, context: &Context) -> Element<'a, Message> {
    let tr = &context.tr;
    let (picture, ink, words) = match (line.state, line.due, line.closing) {
        (CallState::Late, Some(due), _) => {
            let time = tr.time(due);
            let day = (due.date() != context.now.date()).then(|| tr.day(due.date()));
            (
                Icon::TriangleAlert,
                Ink::Bad,
                tr.today_late_since(&day.map_or(time.clone(), |day| format!("{day} {time}"))),
            )
        }
        (_, Some(due), _) => {
            let soon = due.date() <= context.now.date() + Days::new(1);
            (Icon::Phone, if soon { Ink::Text } else { Ink::Text2 }, moment::words(due, context.now, tr))
        }
        (_, None, Some(closing)) => (Icon::RingCheck, Ink::Ok, closing_words(closing, tr)),
        (_, None, None) => (Icon::RingCheck, Ink::Ok, String::new()),
    };
    let number = match (line.due, line.to) {
        (None, None) if !line.cases.is_empty() => tr.trace_is_case(),
        (Some(_), None) => tr.trace_call_number(line.call),
        (_, Some(_)) => tr.trace_back_unwell(),
        (None, None) => tr.trace_not_back(),
    };
    row![
        icon(picture).ink(ink),
        text(words).small().bold_if(line.due.is_some()).ink(ink).width(iced::Length::Fill),
        text(number).small().ink(Ink::Text2).line()
    ]
    .spacing(6)
    .align_y(Alignment::Center)
    .into()
}
