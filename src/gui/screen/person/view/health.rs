//! 健康: notes, and the check of the vaccination certificate.

use iced::Alignment;
use iced::Length::{Fill, FillPortion, Fixed};
use iced::keyboard::Key;
use iced::keyboard::key::Named;
use iced::widget::{column, container, row};

use super::super::{HealthMessage, HealthPlace, Message, PersonForm};
use crate::domain::health_note::HealthKind;
use crate::gui::Element;
use crate::gui::context::Context;
use crate::gui::theme::{Breadth, Ink, size};
use crate::gui::widget::{button, checkbox, date_field, field, key_scope, panel, segments, text};
use crate::ops::person::{PersonFile, complete_word, health_word};

/// Width of a number of doses.
const DOSES: f32 = 64.0;

pub(super) fn parts<'a>(
    page: &'a PersonForm,
    file: &'a PersonFile,
    context: &'a Context,
) -> Element<'a, Message> {
    let tr = &context.tr;
    let print = (!page.is_staff()).then(|| {
        button(tr.person_file_print()).small().key("Ctrl+P").id("print-health").on_press(Message::Print)
    });
    let notes = panel(notes(page, file, context)).head(tr.person_file_health(), print);
    if page.is_staff() {
        return container(Element::from(notes)).max_width(520).into();
    }
    let check =
        panel(check(page, file, context)).head(tr.person_file_vaccination(), None::<Element<'a, Message>>);
    if context.breadth() == Breadth::Wide {
        let notes = container(Element::from(notes)).width(FillPortion(1));
        let check = container(Element::from(check)).width(FillPortion(1));
        row![notes, check].spacing(size::INSIDE).into()
    } else {
        column![Element::from(notes), Element::from(check)].spacing(context.breadth().gap()).into()
    }
}

fn typed(place: HealthPlace, label: String, value: &str) -> crate::gui::widget::Field<'_, Message> {
    field(place.id(), label, value, move |typed| Message::Health(HealthMessage::Typed(place, typed)))
}

/// A day until today.
fn date<'a>(place: HealthPlace, label: String, value: &'a str, context: &Context) -> Element<'a, Message> {
    let tr = &context.tr;
    let wrong = match date_field::day(value) {
        None => Some(tr.person_no_such_day()),
        Some(day) if day > context.now.date() => Some(tr.person_file_day_to_come()),
        Some(_) => None,
    };
    let part = date_field(place.id(), label, value, tr.date_hint(), wrong, move |typed| {
        Message::Health(HealthMessage::Typed(place, typed))
    });
    step(place, part)
}

/// Enter goes on to the next field.
fn step<'a>(place: HealthPlace, part: impl Into<Element<'a, Message>>) -> Element<'a, Message> {
    key_scope(part, move |key, modifiers| {
        let enter = modifiers.is_empty() && *key == Key::Named(Named::Enter);
        enter.then_some(Message::Health(HealthMessage::Next(place)))
    })
}

fn notes<'a>(page: &'a PersonForm, file: &'a PersonFile, context: &'a Context) -> Element<'a, Message> {
    let tr = &context.tr;
    let mut fields = column![text(tr.person_file_health_note()).small().ink(Ink::Text2)].spacing(size::GAP);
    for (kind, value) in HealthKind::ALL.into_iter().zip(&page.health.notes) {
        let part =
            typed(HealthPlace::Note(kind), health_word(kind, tr), value).hint(tr.person_file_not_asked());
        let held = file.current_notes().find(|note| note.kind == kind);
        let since = held.map(|note| text(tr.person_since(&note.day.to_string())).small().ink(Ink::Text3));
        fields = fields.push(column![step(HealthPlace::Note(kind), part)].push(since).spacing(2));
    }
    let from = date(HealthPlace::NotesFrom, tr.person_file_notes_from(), &page.health.notes_from, context);
    container(fields.push(from)).padding(size::INSIDE).into()
}

fn labelled(label: String, part: Element<'_, Message>) -> Element<'_, Message> {
    column![text(label).small().ink(Ink::Text2), part].spacing(2).into()
}

fn check<'a>(page: &'a PersonForm, file: &'a PersonFile, context: &'a Context) -> Element<'a, Message> {
    let tr = &context.tr;
    let form = &page.health;
    let certificate = segments(
        "certificate",
        [
            (None, tr.person_unknown()),
            (Some(true), tr.person_file_certificate_yes()),
            (Some(false), tr.person_file_certificate_no()),
        ],
        form.certificate,
        |chosen| Message::Health(HealthMessage::Certificate(chosen)),
    );
    let replaced = checkbox(
        "replaced",
        tr.person_file_replaced(),
        form.replaced,
        Message::Health(HealthMessage::Replaced),
    );
    let certificate = row![certificate, replaced].spacing(size::GAP).align_y(Alignment::Center).wrap();
    let judged = segments(
        "judged",
        [
            (None, tr.person_file_by_doses()),
            (Some(true), tr.person_file_yes()),
            (Some(false), tr.person_file_no()),
        ],
        form.judged,
        |chosen| Message::Health(HealthMessage::Judged(chosen)),
    );
    let state = form.check(file.person.id).map(|check| {
        let completeness = check.completeness(context.rules.vaccines());
        text(complete_word(&completeness, &file.vaccines, tr)).bold()
    });
    let who =
        typed(HealthPlace::CheckedBy, tr.person_file_checked_by(), &form.checked_by).width(Fixed(190.0));
    let on = date(HealthPlace::CheckedOn, tr.person_file_checked_on(), &form.checked_on, context);
    let fields = column![
        labelled(tr.person_file_certificate(), certificate.into()),
        doses(page, file, context),
        labelled(tr.person_file_is_complete(), judged),
    ]
    .push(state)
    .push(
        row![step(HealthPlace::CheckedBy, who), on].spacing(size::INSIDE).wrap().vertical_spacing(size::GAP),
    )
    .push(step(HealthPlace::Remark, typed(HealthPlace::Remark, tr.roster_field_remark(), &form.remark)))
    .spacing(size::GAP)
    .width(Fill);
    container(fields).padding(size::INSIDE).into()
}

/// A row for each vaccine: asked for, given, caught up.
fn doses<'a>(page: &'a PersonForm, file: &'a PersonFile, context: &'a Context) -> Element<'a, Message> {
    let tr = &context.tr;
    let head = |words: String| text(words).small().ink(Ink::Text2);
    let mut rows = column![
        row![
            head(tr.print_health_vaccine()).width(Fill),
            head(tr.person_file_wanted()).width(Fixed(DOSES)),
            head(tr.print_health_given()).width(Fixed(DOSES)),
            head(tr.print_health_catch_up()).width(Fixed(DOSES)),
        ]
        .spacing(size::GAP)
    ]
    .spacing(size::TIGHT);
    for (at, (line, (_, given, caught_up))) in file.vaccines.iter().zip(&page.health.doses).enumerate() {
        let wanted = line.wanted.map_or_else(|| "–".to_owned(), |count| count.to_string());
        let number = |place, value| typed(place, String::new(), value).small().width(Fixed(DOSES));
        rows = rows.push(
            row![
                text(line.name.as_str()).width(Fill),
                text(wanted).ink(Ink::Text2).width(Fixed(DOSES)),
                step(HealthPlace::Given(at), number(HealthPlace::Given(at), given)),
                step(HealthPlace::CatchUp(at), number(HealthPlace::CatchUp(at), caught_up)),
            ]
            .spacing(size::GAP)
            .align_y(Alignment::Center),
        );
    }
    rows.into()
}
