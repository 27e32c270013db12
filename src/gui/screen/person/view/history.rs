//! Where a person has been from when to when; moving to another class, leaving and coming back, by date.

use chrono::NaiveDate;
use iced::Length::{Fill, Fixed};
use iced::widget::{column, container, row};
use iced::{Alignment, Padding};

use super::super::{Message, PersonForm, Place};
use super::fields::field_of;
use crate::gui::Element;
use crate::gui::context::Context;
use crate::gui::theme::{Ink, size};
use crate::gui::widget::{button, panel, text, toggle};
use crate::i18n::Tr;
use crate::ops::roster::PersonView;

pub(super) fn panel_of<'a>(
    page: &'a PersonForm,
    view: &'a PersonView,
    context: &'a Context,
) -> Element<'a, Message> {
    let tr = &context.tr;
    let mut spans = column![].spacing(2);
    for (label, from, to) in view.enrolments.iter().chain(&view.stays) {
        spans = spans.push(span(label, *from, *to, context));
    }
    if view.enrolments.is_empty() && !page.is_staff() {
        spans = spans.push(text(tr.person_no_class()).ink(Ink::Text2));
    }
    let leaving = || {
        let button = button(tr.person_leave()).danger().id("leave").on_press(Message::Leave);
        row![field_of(page, Place::LeaveOn, context), below_label(button)]
    };
    // Who has left comes back as the same person, with everything of before.
    let back = |word| below_label(button(word).id("move").on_press(Message::Move));
    let acts = match (page.is_staff(), page.has_left()) {
        (true, true) => vec![row![field_of(page, Place::MoveFrom, context), back(tr.person_rejoin())]],
        (true, false) => vec![leaving()],
        (false, _) => {
            let word = if view.line.is_some() { tr.person_move() } else { tr.person_return() };
            let class = container(field_of(page, Place::MoveClass, context)).width(Fixed(220.0));
            let set = button(tr.person_grade_set()).id("set-grade").on_press(Message::SetGrade);
            let own = container(field_of(page, Place::Grade, context)).width(Fixed(220.0));
            let own = view.line.is_some().then(|| row![own, below_label(set)]);
            let moving = row![class, field_of(page, Place::MoveFrom, context), back(word)];
            [Some(moving), own, Some(leaving())].into_iter().flatten().collect()
        }
    };
    let acts =
        acts.into_iter().map(|act| act.spacing(size::INSIDE).wrap().vertical_spacing(size::GAP).into());
    let body = column![spans].push(groups(view, tr)).extend(acts).spacing(size::INSIDE).width(Fill);
    let history = if page.is_staff() { tr.person_staff_history() } else { tr.person_history() };
    if page.is_staff() {
        return panel(container(body).padding(size::INSIDE))
            .head(history, None::<Element<'a, Message>>)
            .into();
    }
    let note = text(tr.person_history_note()).small().ink(Ink::Text2).shorten();
    panel(container(body).padding(size::INSIDE)).head(history, Some(note)).into()
}

/// The groups beside the classes: pressed in are those that the pupil is in.
fn groups<'a>(view: &'a PersonView, tr: &Tr) -> Option<Element<'a, Message>> {
    let toggles = view.groups.iter().map(|group| {
        let on = group.count > 0;
        toggle(format!("group-{}", group.id), group.label.as_str(), "", on, Message::Group(group.id, !on))
    });
    let toggles = iced::widget::Row::with_children(toggles).spacing(6).wrap().vertical_spacing(6);
    let part = column![text(tr.group_screen_person()).small().ink(Ink::Text2), toggles].spacing(2);
    (!view.groups.is_empty()).then(|| part.into())
}

/// A button in line with fields that have a label above.
fn below_label<'a>(part: impl Into<Element<'a, Message>>) -> Element<'a, Message> {
    container(part).padding(Padding { top: 22.0, ..Padding::ZERO }).into()
}

fn span<'a>(
    label: &'a str,
    from: NaiveDate,
    to: Option<NaiveDate>,
    context: &Context,
) -> Element<'a, Message> {
    let tr = &context.tr;
    let when = match to {
        Some(to) => tr.person_span(&from.to_string(), &to.to_string()),
        None => tr.person_since(&from.to_string()),
    };
    let ink = if to.is_some_and(|to| to < context.now.date()) { Ink::Text2 } else { Ink::Text };
    row![container(text(label).ink(ink).shorten()).width(Fixed(150.0)), text(when).ink(Ink::Text2)]
        .spacing(size::INSIDE)
        .align_y(Alignment::Center)
        .into()
}
