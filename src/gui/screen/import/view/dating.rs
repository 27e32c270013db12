//! School year and first day: what they are now, and the question for others.

use iced::widget::{column, container, row};
use iced::{Alignment, Length::Fill};

use super::super::dating::{DAY, Message as DatingMessage, YEAR};
use super::super::review::Review;
use super::super::{Import, Message};
use super::save::escaping;
use crate::gui::Element;
use crate::gui::context::Context;
use crate::gui::theme::{Ink, size};
use crate::gui::widget::{KeyHint, button, date_field, panel, segments, text};
use crate::i18n::Tr;

/// A school year as it is written: `2026-2027`.
fn years(first: i32) -> String {
    format!("{first}-{}", first + 1)
}

/// By which year and from which day the file was compared.
pub(super) fn sentence(review: &Review, tr: &Tr) -> String {
    tr.import_dates(&review.plan.as_of.to_string(), &years(review.plan.school_year))
}

/// The button that asks.
pub(super) fn begin<'a>(context: &Context) -> Element<'a, Message> {
    let ask = button(context.tr.import_dates_change()).small().key("D").id("dates");
    ask.on_press(Message::Dating(DatingMessage::Ask)).into()
}

/// The question; `None` while it is closed.
pub(super) fn question_of<'a>(import: &'a Import, context: &'a Context) -> Option<Element<'a, Message>> {
    let tr = &context.tr;
    let dating = import.dating.as_ref()?;
    let say = |message| Message::Dating(message);
    let choices = dating.years.iter().map(|year| (*year, tr.import_dates_year(&years(*year))));
    let choices = segments(YEAR, choices, dating.year, move |year| say(DatingMessage::Year(year)));
    let label = |words: String| text(words).small().ink(Ink::Text2);
    let typed = move |typed| say(DatingMessage::Day(typed));
    let day = date_field(
        DAY,
        tr.import_dates_from(),
        dating.day.as_str(),
        tr.import_dates_found(),
        dating.wrong.clone(),
        typed,
    );
    let answers = row![
        button(tr.import_dates_apply())
            .primary()
            .key("Enter")
            .id("dates-apply")
            .on_press(say(DatingMessage::Apply)),
        button(tr.dialog_cancel()).key("Esc").id("dates-close").on_press(say(DatingMessage::Close)),
    ];
    let answers = answers.spacing(size::GAP).align_y(Alignment::Center).wrap().vertical_spacing(size::TIGHT);
    let parts = column![
        column![label(tr.import_dates_of_year()), choices],
        escaping(day, say(DatingMessage::Close)),
        answers,
        label(tr.import_dates_note()),
    ];
    let parts = container(parts.spacing(size::GAP)).padding(size::INSIDE).width(Fill);
    Some(panel(parts).into())
}

/// The keys while it is asked.
pub(super) fn keys(import: &Import, tr: &Tr) -> Option<Vec<KeyHint>> {
    let count = import.dating.as_ref()?.years.len();
    let digits: Vec<String> = (1..=count).map(|at| at.to_string()).collect();
    Some(vec![
        KeyHint::new(digits.join(" "), tr.import_dates_key_year()),
        KeyHint::new("Enter", tr.import_dates_apply()),
        KeyHint::new("Esc", tr.dialog_cancel()),
    ])
}
