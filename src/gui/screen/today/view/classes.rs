//! The classes, in the order of the list whatever their state.

use chrono::NaiveDateTime;
use iced::Length::{Fill, Fixed};
use iced::widget::{column, container, row};
use iced::{Alignment, Length};

use super::super::{Message, Today, row_id};
use crate::domain::group::GroupKind;
use crate::domain::session::Session;
use crate::domain::sheet::SheetState;
use crate::gui::Element;
use crate::gui::context::Context;
use crate::gui::theme::{Breadth, Ink, size};
use crate::gui::widget::{
    Column, Columns, Icon, KeyHint, State, chip, icon, key_hint, panel, row_button, table, text,
};
use crate::ops::today::{Found, TodayLine, TodayView};

fn columns(data: &TodayView, context: &Context) -> Columns {
    let tr = &context.tr;
    let rooms = data.lines.first().is_some_and(|line| line.status.group.kind() == GroupKind::Dormitory);
    let holiday = data.session == Session::Holiday;
    let present = if holiday { tr.today_sum_well() } else { tr.today_head_present() };
    Columns::new(vec![
        Column::new(if rooms { tr.today_head_room() } else { tr.today_head_class() }, Fixed(84.0)),
        Column::new(tr.today_head_roll(), Fixed(50.0)).right(),
        Column::new(present, Fixed(50.0)).right(),
        Column::new(tr.today_head_ill(), Fixed(50.0)).right(),
        Column::new(tr.today_head_state(), Length::Fixed(if is_chinese(context) { 98.0 } else { 118.0 })),
        Column::new(tr.today_head_found(), Fill),
        Column::new(tr.today_head_handed_in(), Fixed(70.0)).right(),
    ])
}

fn is_chinese(context: &Context) -> bool {
    context.tr.language() == crate::i18n::Language::Chinese
}

pub(super) fn table_of<'a>(
    today: &'a Today,
    data: &'a TodayView,
    context: &'a Context,
) -> Element<'a, Message> {
    let columns = columns(data, context);
    let last = data.lines.len().saturating_sub(1);
    let rows = data.lines.iter().enumerate().map(|(index, line)| {
        let group = line.status.group;
        let chosen = today.selected == Some(group);
        row_button(row_id(group), columns.row(cells(line, chosen, context)), Message::Open(group))
            .on_key(move |key, modifiers| nil_key(key, modifiers).then_some(Message::Nil(group)))
            .chosen(chosen)
            .zebra(index % 2 == 1)
            .last(index == last)
            .into()
    });
    table("classes", columns.head(), rows.collect(), size::ROW)
}

/// `0` on the row that has the focus, so that it can never mean another row.
fn nil_key(key: &iced::keyboard::Key, modifiers: iced::keyboard::Modifiers) -> bool {
    modifiers.is_empty() && matches!(key, iced::keyboard::Key::Character(text) if text == "0")
}

fn cells<'a>(line: &'a TodayLine, chosen: bool, context: &Context) -> Vec<Element<'a, Message>> {
    let status = &line.status;
    let handed_in = status.confirmed_at.and(status.handed_in_at.or(status.confirmed_at));
    vec![
        text(status.short.as_str()).bold().shorten().into(),
        text(status.head_count.to_string()).line().into(),
        count(status.present, false),
        count(status.ill_absent, true),
        state(line, context),
        found(line, chosen, context),
        came_in(handed_in, status.overdue, context),
    ]
}

/// When the paper came in, with a triangle where that was late.
fn came_in<'a>(at: Option<NaiveDateTime>, late: bool, context: &Context) -> Element<'a, Message> {
    let Some(at) = at else { return row![].into() };
    let sign = late.then(|| icon(Icon::TriangleAlert).side(size::ICON_CHIP).ink(Ink::Bad));
    let ink = if late { Ink::Bad } else { Ink::Text2 };
    let at = text(context.tr.time(at)).small().ink(ink).line();
    row![].push(sign).push(at).spacing(4).align_y(Alignment::Center).into()
}

fn count<'a>(value: Option<usize>, quiet_zero: bool) -> Element<'a, Message> {
    match value {
        None => text("–").ink(Ink::Text3).line().into(),
        Some(0) if quiet_zero => text("0").ink(Ink::Text3).line().into(),
        Some(value) => text(value.to_string()).line().into(),
    }
}

fn state<'a>(line: &TodayLine, context: &Context) -> Element<'a, Message> {
    let tr = &context.tr;
    let status = &line.status;
    if !status.due && status.confirmed_at.is_none() {
        return text(tr.today_not_due()).small().ink(Ink::Text3).line().into();
    }
    let word = tr.sheet_state(status.state);
    match status.state {
        SheetState::Unchecked => chip(State::Unchecked, word).into(),
        SheetState::Nil => chip(State::Nil, word).into(),
        SheetState::Exceptions => chip(State::Exceptions, word).into(),
    }
}

fn found<'a>(line: &'a TodayLine, chosen: bool, context: &Context) -> Element<'a, Message> {
    let tr = &context.tr;
    if line.is_open() {
        let mut words = row![].spacing(size::INSIDE).align_y(Alignment::Center);
        if chosen && line.proposals == 0 && !line.status.draft {
            words = words.push(key_hint(&KeyHint::new("0", tr.today_key_nil())));
            if context.breadth() != Breadth::Wide || context.size.width >= ROOMY {
                words = words.push(key_hint(&KeyHint::new("Enter", tr.today_key_open())));
            }
        } else if line.status.draft && line.proposals > 0 {
            words = words.push(text(tr.today_draft_short()).small().ink(Ink::Warn).line());
            words = words.push(text(tr.today_proposals(line.proposals)).small().ink(Ink::Prop).shorten());
        } else if line.proposals > 0 {
            words = words.push(text(tr.today_proposals(line.proposals)).small().ink(Ink::Prop).shorten());
        } else if line.status.draft {
            words = words.push(text(tr.today_draft()).small().ink(Ink::Warn).shorten());
        }
        return words.into();
    }
    // What an alert counts comes first; the rest is one text, which is shortened where room ends.
    let said = |found: &Found| tr.today_found(found.count, &found.name);
    let (alerting, rest): (Vec<_>, Vec<_>) = line.found.iter().partition(|found| found.alerting);
    let first = alerting.first().map(|found| text(said(found)).small().bold().ink(Ink::Bad).line());
    let comma = tr.today_comma();
    let others: Vec<String> = alerting.iter().skip(1).chain(&rest).map(|found| said(found)).collect();
    let mark = if first.is_some() && !others.is_empty() { comma.as_str() } else { "" };
    let others = text(format!("{mark}{}", others.join(&comma))).small().shorten();
    row![].push(first).push(others).align_y(Alignment::Center).into()
}

/// From this width on the column has room for both keys of a row; the bottom bar shows them in any case.
const ROOMY: f32 = 1200.0;

/// The classes of a narrow window: two lines each.
pub(super) fn rows_of<'a>(
    today: &'a Today,
    data: &'a TodayView,
    context: &'a Context,
) -> Element<'a, Message> {
    let last = data.lines.len().saturating_sub(1);
    let mut rows = column![];
    for (index, line) in data.lines.iter().enumerate() {
        let group = line.status.group;
        let chosen = today.selected == Some(group);
        let first = row![
            text(line.status.short.as_str()).bold().shorten().width(Fill),
            state(line, context),
            text(line.status.head_count.to_string()).ink(Ink::Text2).line()
        ]
        .spacing(size::GAP)
        .align_y(Alignment::Center);
        // Where there is nothing to tell, one line is enough.
        let quiet = line.found.is_empty() && !line.is_open();
        let second = (!quiet).then(|| container(found(line, chosen, context)).width(Fill).clip(true));
        let two_lines = column![first].push(second).spacing(2);
        rows = rows.push(
            row_button(row_id(group), container(two_lines).padding([4.0, size::GAP]), Message::Open(group))
                .on_key(move |key, modifiers| nil_key(key, modifiers).then_some(Message::Nil(group)))
                .chosen(chosen)
                .last(index == last)
                .height(if quiet { size::CONTROL } else { size::ROW_TWO }),
        );
    }
    panel(rows).into()
}
