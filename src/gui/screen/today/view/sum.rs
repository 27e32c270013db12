//! 在籍 ＝ 实到 ＋ 因病缺勤 ＋ 事假 ＋ 未检: the sum that always balances.

use iced::Alignment;
use iced::Length::Fill;
use iced::widget::{Row, container, row, space};

use super::super::Message;
use crate::domain::session::Session;
use crate::gui::Element;
use crate::gui::context::Context;
use crate::gui::theme::{Breadth, Ink, size};
use crate::gui::widget::{Icon, icon, panel, text};
use crate::ops::today::TodayView;

pub(super) fn panel_of<'a>(data: &TodayView, context: &Context) -> Element<'a, Message> {
    let tr = &context.tr;
    let sum = data.sum;
    let low = context.breadth() == Breadth::Narrow;
    let mut parts = Row::new().spacing(size::GAP).align_y(Alignment::End);
    parts = parts.push(figure(tr.today_sum_roll(), sum.head_count, Ink::Text, low));
    let present = if data.session == Session::Holiday { tr.today_sum_well() } else { tr.today_sum_present() };
    parts = parts.push(sign("＝")).push(figure(present, sum.present, Ink::Text, low));
    parts = parts.push(sign("＋")).push(figure(tr.today_sum_ill(), sum.ill_absent, Ink::Text, low));
    parts = parts.push(sign("＋")).push(figure(tr.today_sum_leave(), sum.leave, Ink::Text, low));
    if sum.unknown > 0 {
        parts = parts.push(sign("＋")).push(figure(tr.today_sum_unknown(), sum.unknown, Ink::Bad, low));
    }
    let ink = if sum.unchecked > 0 { Ink::Warn } else { Ink::Text };
    // The ring stands on the line of its word, and never without it at the end of a line.
    let hollow = (sum.unchecked > 0).then(|| container(icon(Icon::Ring).ink(Ink::Warn)).height(23));
    let unchecked = row![].push(hollow).push(figure(tr.today_sum_unchecked(), sum.unchecked, ink, low));
    parts = parts.push(sign("＋")).push(unchecked.spacing(6).align_y(Alignment::End));
    let checked = text(tr.today_checked(data.checked, data.due)).ink(Ink::Text2);
    let line: Element<'a, Message> = if context.breadth() == Breadth::Wide {
        let late: Option<Element<'a, Message>> =
            (sum.late > 0).then(|| text(tr.today_sum_late(sum.late)).small().ink(Ink::Text2).line().into());
        row![parts, space().width(Fill)]
            .push(iced::widget::column![checked.line()].push(late).align_x(Alignment::End))
            .spacing(size::INSIDE)
            .align_y(Alignment::Center)
            .into()
    } else {
        iced::widget::column![parts.wrap().vertical_spacing(size::TIGHT), checked].spacing(size::TIGHT).into()
    };
    panel(container(line).padding([9.0, size::EDGE])).into()
}

fn figure<'a>(word: String, number: usize, ink: Ink, low: bool) -> Element<'a, Message> {
    let value = text(number.to_string()).bold().ink(ink).line();
    let value = if low { value.section() } else { value.figure() };
    let word_ink = if ink == Ink::Text { Ink::Text2 } else { ink };
    row![
        container(text(word).ink(word_ink).line())
            .padding(iced::Padding { bottom: 4.0, ..iced::Padding::ZERO }),
        value
    ]
    .spacing(6)
    .align_y(Alignment::End)
    .into()
}

fn sign(sign: &str) -> Element<'_, Message> {
    container(text(sign).section().ink(Ink::Text3).line())
        .padding(iced::Padding { bottom: 3.0, ..iced::Padding::ZERO })
        .into()
}
