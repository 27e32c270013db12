//! The first rows of the sheet as they stand in the file; a click on a row or a page key makes it the header.

use iced::Length::{Fill, Fixed};
use iced::widget::container;

use super::super::super::Message;
use super::super::super::layout::{Layout, Message as LayoutMessage};
use super::PANE;
use crate::gui::Element;
use crate::gui::context::Context;
use crate::gui::theme::{Breadth, Ink};
use crate::gui::widget::{Column, Columns, checkbox, list, panel, row_button, text};
use crate::ops::roster::import::{TableView, cell_name::column_name};

/// Width of a row's number and the least width of a column.
const NUMBER: f32 = 44.0;
const COLUMN: f32 = 96.0;

pub(super) fn pane<'a>(layout: &'a Layout, context: &'a Context) -> Element<'a, Message> {
    let tr = &context.tr;
    let Some(table) = layout.current() else { return text("").into() };
    let shown = columns_shown(layout, table, context);
    let mut heads = vec![Column::new("", Fixed(NUMBER)).right()];
    heads.extend(shown.clone().map(|column| Column::new(column_name(column), Fill)));
    let columns = Columns::new(heads);
    let chosen = layout.columns().get(layout.column).map(|column| column.index);
    let header = table.layout.as_ref().map(|found| (found.header_row, found.header_rows));
    let rows = table.top.iter().map(|(number, cells)| {
        let first = header.is_some_and(|(row, _)| row == *number);
        let within = header.is_some_and(|(row, rows)| (row..row + rows).contains(number));
        let above = header.is_some_and(|(row, _)| *number < row);
        let mut line: Vec<Element<'a, Message>> =
            vec![text(number.to_string()).ink(Ink::Text2).line().into()];
        line.extend(shown.clone().map(|column| {
            let words = cells.get(column).map(|cell| cell.replace('\n', " ")).unwrap_or_default();
            let ink = match () {
                () if above => Ink::Text3,
                () if chosen == Some(column) => Ink::Accent,
                () => Ink::Text,
            };
            text(words).bold_if(within).ink(ink).shorten().into()
        }));
        let message = Message::Layout(LayoutMessage::Header(*number));
        row_button(format!("top-{number}"), columns.row(line), message).mouse_only().chosen(first).into()
    });
    let rows = list("top", rows.collect());
    let take = (layout.tables.len() > 1 && table.layout.is_some()).then(|| {
        checkbox("take", tr.import_layout_take(), table.taken, Message::Layout(LayoutMessage::Take))
    });
    let note = text(tr.import_layout_top_note()).small().ink(Ink::Text2).shorten();
    let right: Element<'a, Message> = take.unwrap_or_else(|| note.into());
    let body = iced::widget::column![columns.head(), rows];
    panel(container(body).height(Fill))
        .head(tr.import_layout_top(table.top.len()), Some(right))
        .height(Fill)
        .into()
}

/// The columns for which there is room, the chosen one among them.
fn columns_shown(layout: &Layout, table: &TableView, context: &Context) -> std::ops::Range<usize> {
    let breadth = context.breadth();
    let pane = if breadth == Breadth::Wide { PANE + breadth.gap() } else { 0.0 };
    let room = context.size.width - context.side() - pane - 2.0 * breadth.edge() - NUMBER;
    let count = ((room / COLUMN) as usize).max(2);
    let width = table.top.iter().map(|(_, cells)| cells.len()).max().unwrap_or(1);
    let chosen = layout.columns().get(layout.column).map_or(0, |column| column.index);
    let start = chosen.saturating_sub(count - 1).min(width.saturating_sub(count));
    start..(start + count).min(width)
}
