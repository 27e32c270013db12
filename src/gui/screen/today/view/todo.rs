//! 待办 by due time.

use iced::Length::{Fill, Shrink};
use iced::widget::{column, row};
use iced::{Alignment, Padding};

use super::super::Message;
use crate::domain::obligation::ObligationState;
use crate::gui::Element;
use crate::gui::context::Context;
use crate::gui::theme::{Breadth, Ink};
use crate::gui::widget::{Icon, button, empty_state, icon, list, panel, row_button, text};
use crate::ops::today::TodayView;
use crate::ops::todo::TodoLine;

pub(super) fn panel_of<'a>(data: &'a TodayView, context: &'a Context) -> Element<'a, Message> {
    let tr = &context.tr;
    let open: Vec<(usize, &TodoLine)> =
        data.todo.iter().enumerate().filter(|(_, line)| line.state != ObligationState::Done).collect();
    // While sheets are not in, whom to call matters more than the order of the list.
    let beside: Element<'a, Message> = if data.checked < data.due {
        button(tr.missing_title()).plain().small().key("C").id("calls").on_press(Message::Calls).into()
    } else {
        text(tr.today_by_deadline()).small().ink(Ink::Text2).line().into()
    };
    let body: Element<'a, Message> = if open.is_empty() {
        empty_state(tr.today_nothing_due(), None::<Element<'a, Message>>)
    } else {
        let last = open.len() - 1;
        let rows: Vec<Element<'a, Message>> = open
            .iter()
            .enumerate()
            .map(|(place, (index, line))| {
                row_button(format!("duty-{index}"), duty(line, context), Message::Duty(*index))
                    .last(place == last)
                    .height(Shrink)
                    .into()
            })
            .collect();
        if context.breadth() == Breadth::Wide { list("duties", rows) } else { column(rows).into() }
    };
    let gate = (data.date == context.now.date()).then(|| {
        let words = row![
            text(tr.gate_title()).ink(Ink::Accent).width(Fill),
            text("M").small().ink(Ink::Text2).line()
        ];
        let words = words.spacing(10).align_y(Alignment::Center);
        let words = iced::widget::container(words).padding([7.0, 11.0]);
        row_button("gate", words, Message::Gate).height(Shrink)
    });
    let words = row![
        text(tr.today_other_day_row()).ink(Ink::Text2).width(Fill),
        text("D").small().ink(Ink::Text2).line()
    ];
    let words = iced::widget::container(words.spacing(10).align_y(Alignment::Center)).padding([5.0, 11.0]);
    let other = row_button("other-day", words, Message::DayField).height(Shrink);
    let body = column![].push(gate).push(other).push(body);
    let whole = panel(body).head(tr.today_todo(open.len()), Some(beside));
    if context.breadth() == Breadth::Wide { whole.height(Fill).into() } else { whole.into() }
}

fn duty<'a>(line: &'a TodoLine, context: &Context) -> Element<'a, Message> {
    let tr = &context.tr;
    let day = line.due.date();
    let today = context.now.date();
    let (sign, ink) = match line.state {
        ObligationState::Late => (Icon::TriangleAlert, Ink::Bad),
        _ if day == today => (Icon::Clock, Ink::Warn),
        _ => (Icon::Clock, Ink::Text2),
    };
    let at = tr.time(line.due);
    let when = match line.state {
        ObligationState::Late if day == today => tr.today_late_since(&at),
        ObligationState::Late => tr.today_late_since(&tr.day(day)),
        _ if line.due < context.now => tr.today_at_latest(&at, &tr.day(day)),
        _ if day == today => tr.today_due_today(&at),
        _ if day == today.succ_opt().unwrap_or(today) => tr.today_due_tomorrow(&at),
        _ => tr.day(day),
    };
    let words = column![text(when).bold().ink(ink).line(), text(line.subject.as_str())];
    let sign = iced::widget::container(icon(sign).ink(ink)).padding(Padding { top: 3.0, ..Padding::ZERO });
    iced::widget::container(row![sign, words.width(Fill)].spacing(10).align_y(Alignment::Start))
        .padding(Padding { top: 7.0, bottom: 7.0, left: 11.0, right: 11.0 })
        .into()
}
