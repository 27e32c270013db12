//! The form of what is added to an observation or isolation later.

use iced::Alignment;
use iced::widget::{Row, container, row};

use super::super::Message;
use super::super::details::{DetailForm, DetailMessage, DetailPlace};
use super::titled;
use crate::gui::Element;
use crate::gui::context::Context;
use crate::gui::theme::size;
use crate::gui::widget::{button, date_field, field};
use crate::ops::isolation::IsolationLine;

/// Width of a field.
const WIDTH: f32 = 200.0;

/// Instead of the looks while the details are typed.
pub(super) fn detail<'a>(
    form: &'a DetailForm,
    it: &'a IsolationLine,
    context: &'a Context,
) -> Element<'a, Message> {
    let tr = &context.tr;
    let parts = DetailPlace::ALL.map(|place| part(form, place, context));
    let parts = Row::with_children(parts).spacing(size::INSIDE).wrap().vertical_spacing(size::GAP);
    let close = button(tr.dialog_cancel())
        .key("Esc")
        .id("detail-close")
        .on_press(Message::Detail(DetailMessage::Close));
    let save = button(tr.isolation_details_save())
        .primary()
        .key("Ctrl+Enter")
        .id("detail-save")
        .on_press(Message::Detail(DetailMessage::Save));
    let answers = row![close, save].spacing(size::GAP).align_y(Alignment::Center).wrap();
    let title = tr.isolation_details_of(&tr.isolation_kind(it.kind), &it.name);
    let parts = container(parts).padding(size::INSIDE).into();
    titled(title, parts, container(answers).padding(size::INSIDE).into(), context)
}

fn part<'a>(form: &'a DetailForm, place: DetailPlace, context: &'a Context) -> Element<'a, Message> {
    let tr = &context.tr;
    let wrong = form.wrong.filter(|(wrong, _)| *wrong == place).map(|(_, to_come)| match place {
        DetailPlace::Until => tr.person_no_such_day(),
        _ if to_come => tr.isolation_time_to_come(),
        _ => tr.log_wrong_time(),
    });
    let typed = move |typed| Message::Detail(DetailMessage::Typed(place, typed));
    if place == DetailPlace::Until {
        let hint = tr.date_hint();
        return date_field(place.id(), place.label(tr), form.text(place), hint, wrong, typed);
    }
    let part = field(place.id(), place.label(tr), form.text(place), typed).error(wrong);
    let part = if place.is_moment() { part.hint(tr.isolation_time_hint()) } else { part };
    container(Element::from(part)).width(WIDTH).into()
}
