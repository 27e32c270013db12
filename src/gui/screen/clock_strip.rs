//! The reporting clock that ends first, on every screen where somebody may forget it: 今天 and the tabs of 追踪; and what is
//! due in 追踪, the number at its name in words.

use chrono::{NaiveDateTime, TimeDelta};
use iced::Alignment;
use iced::widget::row;

use crate::gui::Element;
use crate::gui::context::Context;
use crate::gui::theme::{Ink, Tone, size};
use crate::gui::widget::{Icon, banner, button, text};
use crate::i18n::Tr;

/// The strip; nothing where no clock runs.
pub fn clock_strip<'a, M: Clone + 'a>(context: &Context, open: M) -> Option<Element<'a, M>> {
    let (tr, clock) = (&context.tr, context.shell.clock.as_ref()?);
    let late = context.now > clock.due;
    let (tone, ink) = if late { (Tone::Bad, Ink::Bad) } else { (Tone::Warn, Ink::Warn) };
    let sign = if late { Icon::TriangleAlert } else { Icon::Clock };
    let right = text(left(clock.due, context.now, tr)).bold().ink(ink);
    let open = button(tr.case_open_it()).small().id("next-clock").on_press(open);
    let strip = banner(tone, clock.words.clone()).icon(sign).quiet().right(right).action(open);
    Some(strip.into())
}

/// The strip in one line, for a low window whose list needs the room.
pub fn low_strip<'a, M: Clone + 'a>(context: &Context, open: M) -> Option<Element<'a, M>> {
    let clock = context.shell.clock.as_ref()?;
    let ink = if context.now > clock.due { Ink::Bad } else { Ink::Warn };
    let words = text(left(clock.due, context.now, &context.tr)).small().bold().ink(ink);
    let open = button(context.tr.case_open_it()).small().id("next-clock").on_press(open);
    Some(row![words, open].spacing(size::GAP).align_y(Alignment::Center).into())
}

/// 要办 5：打电话 3，病例计时 1，查看和查验 1; nothing where nothing is due.
pub fn due_words(context: &Context) -> Option<String> {
    let due = context.shell.due;
    (due.sum() > 0).then(|| context.tr.trace_due(due.calls, due.care, due.clocks, due.sum()))
}

/// 剩 23 小时 00 分, or how long the hour has passed.
pub fn left(due: NaiveDateTime, now: NaiveDateTime, tr: &Tr) -> String {
    let gap = due - now;
    let (late, gap) = (gap < TimeDelta::zero(), gap.abs());
    let (hours, minutes) = (gap.num_hours(), format!("{:02}", gap.num_minutes() % 60));
    if late { tr.case_over(hours, &minutes) } else { tr.case_left(hours, &minutes) }
}
