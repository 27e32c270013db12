//! How far the plan is: done of all, a segment per task, what is late.

use iced::widget::{Row, container, row, space};
use iced::{Alignment, Background, Border, Length::Fill, border};

use super::super::Message;
use crate::gui::Element;
use crate::gui::context::Context;
use crate::gui::theme::{Breadth, Ink, Theme, Tone, size};
use crate::gui::widget::{Icon, icon, panel, text};
use crate::ops::plan::{PlanState, PlanTaskView, PlanView};

pub(super) fn panel_of<'a>(data: &'a PlanView, context: &'a Context) -> Element<'a, Message> {
    let tr = &context.tr;
    let counts = data.counts;
    let done = row![
        text(tr.plan_screen_done()).ink(Ink::Text2).line(),
        text(counts.done.to_string()).figure(),
        text(tr.plan_screen_of(counts.tasks)).ink(Ink::Text2).line(),
    ]
    .spacing(size::GAP)
    .align_y(Alignment::Center);
    let state = if counts.late > 0 {
        sign(Icon::TriangleAlert, Ink::Bad, tr.plan_screen_late(counts.late), true)
    } else if counts.near > 0 {
        sign(Icon::Clock, Ink::Warn, tr.plan_screen_near(counts.near), false)
    } else {
        sign(Icon::RingCheck, Ink::Ok, tr.plan_screen_all_done(), false)
    };
    let segments = Row::with_children(data.tasks().map(segment)).spacing(2).width(Fill);
    let line: Element<'a, Message> = if context.breadth() == Breadth::Narrow {
        row![done, state].spacing(size::INSIDE).align_y(Alignment::Center).wrap().into()
    } else {
        row![done, segments, state].spacing(size::EDGE).align_y(Alignment::Center).into()
    };
    panel(container(line).padding([9.0, 14.0])).into()
}

fn sign<'a>(picture: Icon, ink: Ink, words: String, bold: bool) -> Element<'a, Message> {
    row![icon(picture).ink(ink), text(words).ink(ink).bold_if(bold).line()]
        .spacing(size::GAP)
        .align_y(Alignment::Center)
        .into()
}

/// A task as a box of 14 px: filled when done; late and near ones in their colours.
fn segment<'a>(task: &PlanTaskView) -> Element<'a, Message> {
    let (tone, full) = match task.current.state {
        PlanState::Done => (Tone::Ok, true),
        PlanState::Late => (Tone::Bad, false),
        PlanState::Open if task.current.near => (Tone::Warn, false),
        PlanState::Open => (Tone::Plain, false),
    };
    container(space())
        .width(Fill)
        .height(14)
        .style(move |theme: &Theme| {
            let palette = theme.palette();
            let edge = tone.edge(palette);
            container::Style {
                background: Some(Background::Color(if full { edge } else { tone.soft(palette) })),
                border: Border { color: edge, width: 1.0, radius: border::radius(0) },
                ..container::Style::default()
            }
        })
        .into()
}
