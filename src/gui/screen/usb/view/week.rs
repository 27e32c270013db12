//! The numbers of the week, day by day.

use chrono::Datelike;
use iced::Length::Fill;
use iced::widget::{Column as Stack, column, container};

use super::super::Message;
use crate::gui::Element;
use crate::gui::context::Context;
use crate::gui::theme::{Breadth, Ink, Theme, size};
use crate::gui::widget::{Column, Columns, panel, text};
use crate::i18n::Tr;
use crate::ops::usb::{UsbView, WeekCount, WeekRow};

pub(super) fn panel_of<'a>(data: &'a UsbView, context: &'a Context) -> Element<'a, Message> {
    let tr = &context.tr;
    let table = &data.table;
    let mut columns = vec![Column::new("", Fill)];
    columns.extend(table.days.iter().map(|date| {
        let word = tr.usb_screen_weekday(date.weekday().number_from_monday());
        Column::new(word, DAY).right()
    }));
    columns.push(Column::new(tr.usb_screen_total(), SUM).right());
    let columns = Columns::new(columns);
    // With less room the names take two small lines.
    let height = if context.breadth() == Breadth::Narrow { size::ROW_CHECK } else { size::ROW_LIST };
    let rows = table.rows.iter().enumerate().map(|(index, row)| {
        let zebra = index % 2 == 1;
        container(columns.row(cells(row, tr)))
            .height(height)
            .style(move |theme: &Theme| {
                let palette = theme.palette();
                let ground = if zebra { palette.zebra } else { palette.surface };
                container::Style {
                    background: Some(iced::Background::Color(ground)),
                    ..container::Style::default()
                }
            })
            .into()
    });
    let size = text(tr.usb_screen_extent(table.classes, table.days.len())).small().ink(Ink::Text2);
    panel(column![columns.head(), Stack::with_children(rows)])
        .head(tr.usb_screen_content(), Some(size))
        .into()
}

/// Width of a day and of the sum.
const DAY: f32 = 52.0;
const SUM: f32 = 60.0;

fn cells<'a>(row: &WeekRow, tr: &Tr) -> Vec<Element<'a, Message>> {
    let word = match row.count {
        WeekCount::Sheets => tr.usb_screen_sheets(),
        WeekCount::Nil => tr.usb_screen_nil(),
        WeekCount::Exceptions => tr.usb_screen_exceptions(),
        WeekCount::Unchecked => tr.usb_screen_unchecked(),
        WeekCount::Ill => tr.usb_screen_ill(),
        WeekCount::Fever => tr.usb_screen_fever(),
        WeekCount::Clusters => tr.usb_screen_clusters(),
    };
    let part = matches!(row.count, WeekCount::Nil | WeekCount::Exceptions);
    let room = iced::Padding { left: if part { 15.0 } else { 0.0 }, ..iced::Padding::ZERO };
    let missed = row.count == WeekCount::Unchecked && row.total > 0;
    let name = text(word).two();
    let name = if missed { name.ink(Ink::Warn) } else { name };
    let mut cells: Vec<Element<'a, Message>> = vec![container(name).padding(room).into()];
    cells.extend(row.days.iter().map(|count| number(*count, missed)));
    cells.push(number(Some(row.total), missed));
    cells
}

fn number<'a>(count: Option<usize>, missed: bool) -> Element<'a, Message> {
    match count {
        None => text("–").ink(Ink::Text3).line().into(),
        Some(0) => text("0").ink(Ink::Text3).line().into(),
        Some(count) if missed => text(count.to_string()).ink(Ink::Warn).line().into(),
        Some(count) => text(count.to_string()).line().into(),
    }
}
