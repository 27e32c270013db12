//! The form under the chosen task.

use iced::widget::{column, container, row};
use iced::{Alignment, Length::Fill};

use super::super::Message;
use super::super::form::{Ask, Form, OFFERED, Part};
use super::super::update::field_of;
use super::tasks::INDENT;
use crate::gui::Element;
use crate::gui::context::Context;
use crate::gui::theme::{Breadth, Ink, size};
use crate::gui::widget::{Icon, button, date_field, error_line, field, text, toggle};
use crate::i18n::Tr;
use crate::ops::plan::{PlanTaskView, PlanView};

pub(super) fn form_of<'a>(
    form: &'a Form,
    data: &'a PlanView,
    task: &'a PlanTaskView,
    context: &'a Context,
) -> Element<'a, Message> {
    let tr = &context.tr;
    let label = |word: String| text(word).small().ink(Ink::Text2);
    let fields: Element<'a, Message> = match form.ask {
        Ask::Assign => {
            column![label(tr.plan_screen_head_person()), people(form, data, context)].spacing(2).into()
        }
        Ask::Due => date(form, tr.plan_screen_head_due(), tr),
        Ask::Complete => complete(form, data, context),
    };
    let save = match form.ask {
        Ask::Assign => None,
        Ask::Due => Some((tr.plan_screen_save(), "Enter")),
        Ask::Complete => Some((tr.plan_screen_complete(), "Ctrl+Enter")),
    };
    let save = save.map(|(word, key)| button(word).primary().key(key).id("save").on_press(Message::Save));
    let answers = row![].push(save).spacing(size::GAP);
    let cancel = button(tr.plan_screen_cancel()).key("Esc").id("close").on_press(Message::Close);
    let wanted = (form.ask == Ask::Complete).then(|| label(tr.plan_screen_wanted(&task.wanted)));
    let left = if context.breadth() == Breadth::Narrow { size::GAP } else { INDENT };
    container(column![].push(wanted).push(fields).push(answers.push(cancel)).spacing(10).width(Fill))
        .padding(iced::Padding { top: 4.0, bottom: 12.0, left, right: size::EDGE })
        .into()
}

fn wrong(form: &Form, part: Part) -> Option<String> {
    form.wrong.as_ref().filter(|(where_, _)| *where_ == part).map(|(_, words)| words.clone())
}

fn complete<'a>(form: &'a Form, data: &'a PlanView, context: &'a Context) -> Element<'a, Message> {
    let tr = &context.tr;
    let by = column![text(tr.plan_screen_by()).small().ink(Ink::Text2), people(form, data, context)];
    let evidence =
        field(field_of(Part::Evidence), tr.plan_screen_evidence(), form.evidence.as_str(), Message::Evidence)
            .error(wrong(form, Part::Evidence));
    let on = date(form, tr.plan_screen_on(), tr);
    let last: Element<'a, Message> = if context.breadth() == Breadth::Narrow {
        column![on, Element::from(evidence)].spacing(size::GAP).into()
    } else {
        row![on, Element::from(evidence)].spacing(size::INSIDE).into()
    };
    column![by.spacing(2), last].spacing(size::GAP).into()
}

fn date<'a>(form: &'a Form, label: String, tr: &Tr) -> Element<'a, Message> {
    date_field(
        field_of(Part::Date),
        label,
        form.date.as_str(),
        tr.date_hint(),
        wrong(form, Part::Date),
        Message::Date,
    )
}

/// A field to search with, and the people found; one click or Enter takes a person.
fn people<'a>(form: &'a Form, data: &'a PlanView, context: &'a Context) -> Element<'a, Message> {
    let tr = &context.tr;
    if data.staff.is_empty() {
        let roster = button(tr.plan_screen_to_roster()).id("staff-first").on_press(Message::Roster);
        return row![text(tr.plan_screen_no_staff()).width(Fill), roster]
            .spacing(size::INSIDE)
            .align_y(Alignment::Center)
            .into();
    }
    let (found, more) = form.found(&data.staff);
    let first = found.first().filter(|_| !form.query.trim().is_empty()).map(|person| person.key);
    let search = field(field_of(Part::Person), "", form.query.as_str(), Message::Search)
        .hint(tr.plan_screen_find())
        .lead(Icon::Search)
        .on_submit(first.map_or(Message::Search(form.query.clone()), |key| Message::Person(Some(key))))
        .width(220);
    let mut line = row![Element::from(search)].spacing(size::GAP).align_y(Alignment::Center);
    for (place, person) in found.iter().take(OFFERED).enumerate() {
        let on = form.person == Some(person.key);
        let key = if place == 0 && first.is_some() { "Enter" } else { "" };
        let id = format!("person-{}", person.key);
        line = line.push(toggle(id, person.name.as_str(), key, on, Message::Person(Some(person.key))));
    }
    if found.is_empty() {
        line = line.push(text(tr.plan_screen_no_match()).small().ink(Ink::Text2));
    }
    if more > 0 {
        line = line.push(text(tr.plan_screen_more_staff(more)).small().ink(Ink::Text2));
    }
    if form.ask == Ask::Assign && form.query.is_empty() {
        let nobody = tr.plan_screen_nobody_choice();
        line = line.push(toggle("nobody", nobody, "", form.person.is_none(), Message::Person(None)));
    }
    let wrong = wrong(form, Part::Person).map(error_line);
    column![line.wrap().vertical_spacing(size::TIGHT)].push(wrong).spacing(2).into()
}
