//! A day as 2026-11-23, typed as digits, with a day back and a day forward.
//!
//! ```no_run
//! use chenjian::gui::{Element, widget::date_field};
//! let day: Element<'_, String> = date_field("day", "日期", "2026-11-23", None::<&str>, |typed| typed);
//! assert_eq!(date_field::mask("20261123"), "2026-11-23");
//! ```

use std::borrow::Cow;

use chrono::{Days, NaiveDate};
use iced::advanced::widget::Id;
use iced::widget::{column, row};
use iced::{Alignment, Length};

use super::caret::caret_behind;
use super::{Icon, button, error_line, field, text};
use crate::gui::Element;
use crate::gui::theme::{Ink, size};

/// The digits of what was typed with the hyphens where they belong; the rest is left out.
pub fn mask(typed: &str) -> String {
    let mut shown = String::new();
    for digit in typed.chars().filter(char::is_ascii_digit).take(8) {
        if shown.len() == 4 || shown.len() == 7 {
            shown.push('-');
        }
        shown.push(digit);
    }
    shown
}

/// The day, if it is whole and exists.
pub fn day(shown: &str) -> Option<NaiveDate> {
    (shown.len() == 10).then(|| NaiveDate::parse_from_str(shown, "%Y-%m-%d").ok()).flatten()
}

/// The day before or after.
pub fn step(shown: &str, forward: bool) -> Option<String> {
    let now = day(shown)?;
    let then = if forward { now.checked_add_days(Days::new(1)) } else { now.checked_sub_days(Days::new(1)) };
    then.map(|date| date.format("%Y-%m-%d").to_string())
}

/// The field. Every change gives the masked text; [`day`] reads it.
pub fn date_field<'a, M: Clone + 'a>(
    id: impl Into<String>,
    label: impl Into<Cow<'a, str>>,
    value: &'a str,
    error: Option<impl Into<Cow<'a, str>>>,
    on_change: impl Fn(String) -> M + 'a,
) -> Element<'a, M> {
    let id = id.into();
    let back = step(value, false).map(&on_change);
    let forward = step(value, true).map(&on_change);
    let label: Cow<'a, str> = label.into();
    let label = (!label.is_empty()).then(|| text(label).small().ink(Ink::Text2));
    let input = field(Id::from(id.clone()), "", value, move |typed| on_change(mask(&typed)))
        .hint("2026-01-01")
        .width(Length::Fixed(112.0));
    let line = row![
        button("").icon(Icon::ChevronLeft).id(format!("{id}-back")).on_press_maybe(back),
        caret_behind(input, value, 10),
        button("").icon(Icon::ChevronRight).id(format!("{id}-forward")).on_press_maybe(forward),
    ]
    .spacing(size::TIGHT)
    .align_y(Alignment::Center);
    column![].push(label).push(line).push(error.map(error_line)).spacing(2).into()
}
