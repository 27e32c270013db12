//! The old classes with where they go, and the classes of the new year with their counts.

use iced::Alignment;
use iced::Length::{Fill, FillPortion, Fixed};
use iced::widget::{Column as Stack, column, container, row};

use super::super::{Message, Promotion, class_id, years};
use crate::gui::Element;
use crate::gui::context::Context;
use crate::gui::theme::{Breadth, Ink, size};
use crate::gui::widget::{Column, Columns, Icon, icon, list, panel, row_button, table, text};
use crate::i18n::{Language, Tr};
use crate::ops::promotion::{NewLine, OldLine, PromotionView};

/// The most that a 班主任 takes from the name of the new class.
const TEACHER: f32 = 72.0;

/// Where a class goes, in words.
fn to(line: &OldLine, tr: &Tr) -> String {
    if line.to.is_empty() { tr.promotion_class_leaves() } else { line.to.join("＋") }
}

/// What happens to a class, where it is not what is usual.
fn mark(line: &OldLine, tr: &Tr) -> Option<(String, Ink)> {
    match line.fate {
        "leave" => Some((tr.promotion_way_leave(), Ink::Text2)),
        "stay" => Some((tr.promotion_way_again(), Ink::Warn)),
        "into" if line.to.len() > 1 => Some((tr.promotion_split(), Ink::Accent)),
        "into" => Some((tr.promotion_changed(), Ink::Accent)),
        _ => None,
    }
}

fn target<'a>(line: &OldLine, context: &Context) -> Element<'a, Message> {
    let tr = &context.tr;
    let leaves = line.to.is_empty();
    let sign = icon(if leaves { Icon::Minus } else { Icon::ArrowRight }).ink(Ink::Text2);
    let words =
        text(to(line, tr)).bold_if(!leaves).ink(if leaves { Ink::Text2 } else { Ink::Text }).shorten();
    row![sign, words].spacing(size::GAP).align_y(Alignment::Center).into()
}

fn marked<'a>(line: &OldLine, context: &Context) -> Element<'a, Message> {
    match mark(line, &context.tr) {
        Some((words, ink)) => text(words).small().ink(ink).shorten().into(),
        None => text("").into(),
    }
}

fn apart<'a>(line: &OldLine) -> Element<'a, Message> {
    let count = line.apart();
    text(count.to_string()).ink(if count == 0 { Ink::Text3 } else { Ink::Warn }).line().into()
}

pub(super) fn table_of<'a>(
    screen: &'a Promotion,
    data: &'a PromotionView,
    context: &'a Context,
) -> Element<'a, Message> {
    let tr = &context.tr;
    let chinese = tr.language() == Language::Chinese;
    let wide = context.breadth() == Breadth::Wide;
    let (pupils, apart_width, way) = match (wide, chinese) {
        (true, true) => (60.0, 74.0, 92.0),
        (true, false) => (60.0, 66.0, 92.0),
        (false, true) => (44.0, 44.0, 52.0),
        (false, false) => (56.0, 60.0, 72.0),
    };
    let apart_head = if wide { tr.promotion_head_apart() } else { tr.promotion_head_apart_short() };
    let columns = Columns::new(vec![
        Column::new(tr.promotion_head_old(), FillPortion(4)),
        Column::new(tr.promotion_head_pupils(), Fixed(pupils)).right(),
        Column::new(tr.promotion_head_to(), FillPortion(5)),
        Column::new(apart_head, Fixed(apart_width)).right(),
        Column::new(tr.promotion_head_way(), Fixed(way)),
    ]);
    let last = data.old.len().saturating_sub(1);
    let rows = data.old.iter().enumerate().map(|(index, line)| {
        let cells = vec![
            text(line.class.as_str()).shorten().into(),
            text(line.pupils.len().to_string()).line().into(),
            target(line, context),
            apart(line),
            marked(line, context),
        ];
        row_button(class_id(line.key), columns.row(cells), pressed(screen, line))
            .chosen(Some(line.key) == screen.class)
            .zebra(index % 2 == 1)
            .last(index == last)
            .into()
    });
    table("classes", columns.head(), rows.collect(), size::ROW)
}

/// The first press chooses, Enter on the chosen one opens.
fn pressed(screen: &Promotion, line: &OldLine) -> Message {
    if Some(line.key) == screen.class { Message::Open } else { Message::Class(line.key) }
}

pub(super) fn list_of<'a>(
    screen: &'a Promotion,
    data: &'a PromotionView,
    context: &'a Context,
) -> Element<'a, Message> {
    let last = data.old.len().saturating_sub(1);
    let rows = data.old.iter().enumerate().map(|(index, line)| {
        let first = row![
            text(line.class.as_str()).shorten().width(Fill),
            text(line.pupils.len().to_string()).line(),
            apart(line),
        ]
        .spacing(size::GAP)
        .align_y(Alignment::Center);
        let second = row![container(target(line, context)).width(Fill), marked(line, context)]
            .spacing(size::GAP)
            .align_y(Alignment::Center);
        let words = container(column![first, second]).padding([5.0, size::GAP]);
        row_button(class_id(line.key), words, pressed(screen, line))
            .chosen(Some(line.key) == screen.class)
            .last(index == last)
            .height(size::ROW_TWO)
            .into()
    });
    panel(Stack::with_children(rows)).into()
}

/// The classes of the new year: how many are there and come.
pub(super) fn new_ones<'a>(data: &'a PromotionView, context: &'a Context) -> Element<'a, Message> {
    let tr = &context.tr;
    let rows = data.new.iter().map(|class| new_one(class, context)).collect();
    let title = match context.breadth() {
        Breadth::Middle => tr.promotion_head_to(),
        _ => tr.promotion_new_classes(&years(data.to_year)),
    };
    let count = text(data.new.len().to_string()).ink(Ink::Text2).line();
    let sheet = if context.breadth() == Breadth::Narrow {
        panel(Stack::with_children(rows))
    } else {
        panel(list("new-classes", rows)).height(Fill)
    };
    sheet.head(title, Some(count)).into()
}

fn new_one<'a>(class: &'a NewLine, context: &Context) -> Element<'a, Message> {
    // The 班主任 gives way where there is little room.
    let wide = context.breadth() == Breadth::Wide;
    let teacher = class.teacher.as_deref().filter(|_| wide).unwrap_or_default();
    let there = if class.before > 0 { context.tr.promotion_there(class.before) } else { String::new() };
    let side = if there.is_empty() { teacher.to_owned() } else { there };
    let words = row![
        text(class.class.as_str()).shorten().width(Fill),
        container(text(side).small().ink(Ink::Text2).shorten()).max_width(TEACHER),
        text((class.before + class.coming).to_string()).line(),
    ]
    .spacing(size::GAP)
    .align_y(Alignment::Center);
    container(words)
        .width(Fill)
        .height(size::ROW)
        .align_y(Alignment::Center)
        .padding([0.0, size::INSIDE])
        .into()
}
