//! The choices of a list of names: its order; of labels the sheet and the first free one.

use iced::Alignment;
use iced::widget::{container, row};

use super::super::{ListMessage, Message, Print};
use crate::gui::Element;
use crate::gui::context::Context;
use crate::gui::theme::size;
use crate::gui::widget::{field, segments, text, toggle};
use crate::ops::print::Papers;
use crate::ops::roster::RosterOrder;

/// Width of a number of two digits with its label.
const NUMBER: f32 = 64.0;

pub(super) fn choices<'a>(
    print: &'a Print,
    papers: &'a Papers,
    context: &'a Context,
) -> Option<Element<'a, Message>> {
    let tr = &context.tr;
    if !print.is_list() {
        return None;
    }
    let list = &print.request.list;
    let orders =
        [(RosterOrder::Seat, tr.print_screen_by_seat()), (RosterOrder::Pinyin, tr.roster_screen_by_pinyin())];
    let order = list.order.unwrap_or(papers.order);
    let order = segments("order", orders, order, |order| Message::List(ListMessage::Order(order)));
    let mut line = row![order].spacing(size::GAP).align_y(Alignment::Center);
    if print.is_labels() {
        for (at, (id, name)) in papers.labels.iter().enumerate() {
            let on = if list.labels.is_empty() { at == 0 } else { list.labels == *id };
            let message = Message::List(ListMessage::Labels(id.clone()));
            line = line.push(toggle(format!("labels-{id}"), name.clone(), "", on, message));
        }
        let start =
            field("start", "", print.start.as_str(), |typed| Message::List(ListMessage::Start(typed)));
        let start = container(Element::from(start)).width(NUMBER);
        let words = text(tr.print_screen_start()).line();
        line = line.push(row![words, start].spacing(size::TIGHT).align_y(Alignment::Center));
    }
    Some(line.wrap().vertical_spacing(size::TIGHT).into())
}
