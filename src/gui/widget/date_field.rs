//! A day as 2026-11-23, typed as digits with or without signs between, with a day back and a day forward.
//!
//! ```no_run
//! use chenjian::gui::{Element, widget::date_field};
//! let day: Element<'_, String> = date_field("day", "日期", "2026-11-23", "年-月-日", None::<&str>, |typed| typed);
//! assert_eq!(date_field::mask("20261123"), "2026-11-23");
//! ```

use std::borrow::Cow;

use chrono::{Days, NaiveDate};
use iced::advanced::widget::Id;
use iced::widget::{column, row};
use iced::{Alignment, Length};

use super::caret::caret_behind;
use super::{Icon, button, error_line, field, text};
use crate::domain::person_name::half_width;
use crate::gui::Element;
use crate::gui::theme::{Ink, size};

/// What was typed as year-month-day: any other sign parts the numbers, and where there is none they are parted by
/// their length, so that `2026/9/1`, `2026年9月1日` and `20260901` all are a day.
pub fn mask(typed: &str) -> String {
    let mut shown = String::new();
    let (mut part, mut digits) = (0, 0);
    for sign in half_width(typed).chars() {
        let full = digits == if part == 0 { 4 } else { 2 };
        if sign.is_ascii_digit() && (!full || part < 2) {
            if full {
                shown.push('-');
                (part, digits) = (part + 1, 0);
            }
            shown.push(sign);
            digits += 1;
        } else if !sign.is_ascii_digit() && digits > 0 && part < 2 {
            shown.push('-');
            (part, digits) = (part + 1, 0);
        }
    }
    shown
}

/// The day, if all of it is there and it exists; a single digit is a month or day too.
pub fn day(shown: &str) -> Option<NaiveDate> {
    let whole_year = shown.find('-') == Some(4);
    whole_year.then(|| NaiveDate::parse_from_str(shown, "%Y-%m-%d").ok()).flatten()
}

/// Whether a day is typed to its end that does not exist.
pub fn is_impossible(shown: &str) -> bool {
    let last = shown.splitn(3, '-').nth(2);
    last.is_some_and(|last| !matches!(last, "" | "0")) && day(shown).is_none()
}

/// The day before or after.
pub fn step(shown: &str, forward: bool) -> Option<String> {
    let now = day(shown)?;
    let then = if forward { now.checked_add_days(Days::new(1)) } else { now.checked_sub_days(Days::new(1)) };
    then.map(|date| date.format("%Y-%m-%d").to_string())
}

/// The field. Every change gives the masked text; [`day`] reads it. The hint says in words what is typed, since
/// digits would look filled in.
pub fn date_field<'a, M: Clone + 'a>(
    id: impl Into<String>,
    label: impl Into<Cow<'a, str>>,
    value: &'a str,
    hint: impl Into<Cow<'a, str>>,
    error: Option<impl Into<Cow<'a, str>>>,
    on_change: impl Fn(String) -> M + 'a,
) -> Element<'a, M> {
    let id = id.into();
    let back = step(value, false).map(&on_change);
    let forward = step(value, true).map(&on_change);
    let label: Cow<'a, str> = label.into();
    let label = (!label.is_empty()).then(|| text(label).small().ink(Ink::Text2));
    let input = field(Id::from(id.clone()), "", value, move |typed| on_change(mask(&typed)))
        .hint(hint)
        .width(Length::Fixed(122.0));
    let line = row![
        button("").icon(Icon::ChevronLeft).id(format!("{id}-back")).on_press_maybe(back),
        caret_behind(input, value, 10),
        button("").icon(Icon::ChevronRight).id(format!("{id}-forward")).on_press_maybe(forward),
    ]
    .spacing(size::TIGHT)
    .align_y(Alignment::Center);
    column![].push(label).push(line).push(error.map(error_line)).spacing(2).into()
}
