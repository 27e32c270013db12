//! The questions with plain fields: who, which school, which terms, which roster.

use iced::Alignment;
use iced::Length::Fill;
use iced::widget::{Row, column, row};

use super::super::answers::Field;
use super::super::{FirstStart, Message};
use crate::domain::calendar::Season;
use crate::gui::Element;
use crate::gui::context::Context;
use crate::gui::theme::{Ink, size};
use crate::gui::widget::{Button, Icon, button, date_field, field, segments, text};
use crate::i18n::Language;

/// Between one thing that is asked and the next.
const APART: f32 = 20.0;
/// A field is not longer than what is typed into it.
const FIELD: f32 = 480.0;

pub(super) fn identity<'a>(first: &'a FirstStart, context: &'a Context) -> Element<'a, Message> {
    let tr = &context.tr;
    let languages = [(Language::Chinese, "中文"), (Language::English, "English")];
    let language = column![
        text(tr.first_start_language()).small().ink(Ink::Text2),
        segments("language", languages, tr.language(), Message::Language),
    ];
    let operator = column![
        input(first, Field::Operator, tr.first_start_operator(), tr.first_start_operator_hint()),
        text(tr.first_start_operator_why()).small().ink(Ink::Text2),
    ];
    column![language.spacing(2), operator.spacing(size::TIGHT)].spacing(APART).max_width(FIELD).into()
}

pub(super) fn school<'a>(first: &'a FirstStart, context: &'a Context) -> Element<'a, Message> {
    let tr = &context.tr;
    let name = column![
        input(first, Field::School, tr.first_start_school_name(), tr.first_start_school_hint()),
        text(tr.first_start_school_why()).small().ink(Ink::Text2),
    ];
    let principal = column![
        input(first, Field::Principal, tr.first_start_principal(), String::new()),
        text(tr.first_start_principal_why()).small().ink(Ink::Text2),
    ];
    column![
        name.spacing(size::TIGHT),
        input(first, Field::Phone, tr.first_start_phone(), String::new()),
        principal.spacing(size::TIGHT),
    ]
    .spacing(APART)
    .max_width(FIELD)
    .into()
}

pub(super) fn terms<'a>(first: &'a FirstStart, context: &'a Context) -> Element<'a, Message> {
    let tr = &context.tr;
    let mut all = column![text(tr.first_start_terms_why()).ink(Ink::Text2)].spacing(APART);
    for season in Season::ALL {
        let title = match season {
            Season::Autumn => tr.first_start_autumn(),
            Season::Spring => tr.first_start_spring(),
        };
        let (from, to) = first.answers.days(season);
        let day = |asked: Field, label: String, value: &'a str| {
            date_field(asked.id(), label, value, tr.date_hint(), error(first, asked), move |typed| {
                Message::Typed(asked, typed)
            })
        };
        let days = [
            day(Field::First(season), tr.first_start_first_day(), from),
            day(Field::Last(season), tr.first_start_last_day(), to),
        ];
        let days = Row::with_children(days).spacing(size::ROOMY).wrap().vertical_spacing(size::GAP);
        all = all.push(column![text(title).section(), days].spacing(size::TIGHT));
    }
    all.into()
}

pub(super) fn roster<'a>(first: &'a FirstStart, context: &'a Context) -> Element<'a, Message> {
    let tr = &context.tr;
    column![
        text(tr.first_start_roster_file()).section(),
        text(tr.first_start_roster_why()).ink(Ink::Text2),
        with_choice(first, Field::Roster, tr.first_start_roster_hint(), "O", context),
    ]
    .spacing(size::GAP)
    .into()
}

/// A field of the first start.
pub(super) fn input(first: &FirstStart, asked: Field, label: String, hint: String) -> Element<'_, Message> {
    let answers = &first.answers;
    let value = match asked {
        Field::Operator => &answers.operator,
        Field::School => &answers.school,
        Field::Phone => &answers.phone,
        Field::Principal => &answers.principal,
        Field::Folder => &answers.folder,
        Field::Second => &answers.second,
        Field::First(season) => &answers.days(season).0,
        Field::Last(season) => &answers.days(season).1,
        Field::Roster => &answers.roster,
    };
    field(asked.id(), label, value, move |typed| Message::Typed(asked, typed))
        .hint(hint)
        .error(error(first, asked))
        .into()
}

/// A path that is typed, or chosen in the system's dialog where there is one.
pub(super) fn with_choice<'a>(
    first: &'a FirstStart,
    asked: Field,
    hint: String,
    key: &'static str,
    context: &Context,
) -> Element<'a, Message> {
    row![input(first, asked, String::new(), hint), Element::from(choice(asked, key, context))]
        .spacing(size::GAP)
        .align_y(Alignment::Start)
        .width(Fill)
        .into()
}

/// The button of the system's dialog that fills a field.
pub(super) fn choice<'a>(asked: Field, key: &'static str, context: &Context) -> Button<'a, Message> {
    button(context.tr.first_start_choose())
        .icon(Icon::Folder)
        .key(key)
        .id(format!("{}-choose", asked.id()))
        .on_press(Message::Pick(asked))
}

/// What is wrong with a field.
pub(super) fn error(first: &FirstStart, asked: Field) -> Option<&str> {
    first.wrong.as_ref().filter(|(field, _)| *field == asked).map(|(_, words)| words.as_str())
}
