//! What the chosen column can mean.

use iced::Alignment;
use iced::Length::Fill;
use iced::widget::{container, row};

use super::super::super::Message;
use super::super::super::layout::{Layout, MEANINGS, Message as LayoutMessage, meaning_id};
use super::one_stop;
use crate::gui::Element;
use crate::gui::context::Context;
use crate::gui::theme::{Ink, size};
use crate::gui::widget::{button, list, panel, row_button, text};
use crate::ops::roster::import::{Field, import_words};

pub(super) fn pane<'a>(layout: &'a Layout, context: &'a Context) -> Element<'a, Message> {
    let tr = &context.tr;
    let column = layout.columns().get(layout.column);
    let title: String = column.map(|column| column.title.split_whitespace().collect()).unwrap_or_default();
    let rows = Layout::meanings().enumerate().map(|(at, field)| {
        let now = field.and_then(|field| layout.user_of(field));
        let now = now.map(|column| {
            let title: String = column.title.split_whitespace().collect();
            text(tr.import_layout_now(&title)).small().ink(Ink::Text2).shorten()
        });
        let word = text(import_words::column_field(tr, field.unwrap_or(Field::Ignored)));
        let line = row![container(word.bold_if(layout.choice == Some(at)).shorten()).width(Fill)].push(now);
        let line = line.spacing(size::GAP).align_y(Alignment::Center).height(Fill);
        row_button(meaning_id(at), line, Message::Layout(LayoutMessage::Set(field)))
            .mouse_only()
            .chosen(layout.choice == Some(at))
            .padding([0.0, size::INSIDE])
            .into()
    });
    let chosen = layout.choice.unwrap_or_default();
    let rows = list("meanings", vec![one_stop(MEANINGS, rows.collect(), chosen)]);
    let close = button(tr.dialog_cancel()).small().key("Esc").id("close");
    let close = close.on_press(Message::Layout(LayoutMessage::Close));
    panel(container(rows).height(Fill)).head(tr.import_layout_what(&title), Some(close)).height(Fill).into()
}
