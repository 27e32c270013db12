//! The columns with a few of their values and what they mean.

use iced::Alignment;
use iced::Length::{Fill, Fixed};
use iced::widget::{column, container, row};

use super::super::super::Message;
use super::super::super::layout::{COLUMNS, Layout, Message as LayoutMessage, column_id};
use super::one_stop;
use crate::gui::Element;
use crate::gui::context::Context;
use crate::gui::theme::{Ink, size};
use crate::gui::widget::{Icon, icon, list, panel, row_button, text};
use crate::ops::roster::import::{Field, cell_name::column_name, import_words};

/// Width of a column's letters and of its meaning.
const LETTERS: f32 = 26.0;
const MEANING: f32 = 128.0;

pub(super) fn pane<'a>(layout: &'a Layout, context: &'a Context) -> Element<'a, Message> {
    let tr = &context.tr;
    let columns = layout.columns();
    let samples = layout.current().map(|table| table.samples.as_slice()).unwrap_or_default();
    let rows = columns.iter().enumerate().map(|(at, shown)| {
        let used = shown.field.filter(|field| *field != Field::Ignored);
        let values = samples.get(at).map(|values| values.join(" · ")).filter(|values| !values.is_empty());
        let values = values.unwrap_or_else(|| tr.import_layout_no_values());
        let title: String = shown.title.split_whitespace().collect();
        let words = column![
            text(title).bold_if(used.is_some()).shorten(),
            text(values.replace('\n', " ")).small().ink(Ink::Text2).shorten()
        ];
        let meaning = import_words::column_field(tr, used.unwrap_or(Field::Ignored));
        let meaning = text(meaning).ink(if used.is_some() { Ink::Text } else { Ink::Text3 }).shorten();
        let line = row![
            container(text(column_name(shown.index)).small().ink(Ink::Text2).line()).width(Fixed(LETTERS)),
            words.width(Fill),
            container(meaning).width(Fixed(MEANING)),
            icon(Icon::ChevronDown).ink(Ink::Text2),
        ];
        let line = line.spacing(size::GAP).align_y(Alignment::Center).height(Fill);
        row_button(column_id(at), line, Message::Layout(LayoutMessage::Open(at)))
            .mouse_only()
            .chosen(at == layout.column)
            .padding([0.0, size::INSIDE])
            .height(size::ROW_TWO)
            .into()
    });
    let rows = list("columns", vec![one_stop(COLUMNS, rows.collect(), layout.column)]);
    let used = columns.iter().filter(|c| c.field.is_some_and(|field| field != Field::Ignored)).count();
    let title = tr.import_layout_columns(columns.len(), used);
    panel(container(rows).height(Fill)).head(title, None::<Element<'a, Message>>).height(Fill).into()
}
