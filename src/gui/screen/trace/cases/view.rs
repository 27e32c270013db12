//! How 病例 looks.

mod clock;
mod detail;
mod write;

use iced::Alignment;
use iced::Length::{Fill, FillPortion, Shrink};
use iced::widget::{column, container, row, space};

pub(super) use write::{DISEASE, FIND};

use super::{CasesTab, Message, Work, row_id};
use crate::gui::Element;
use crate::gui::context::Context;
use crate::gui::frame::Header;
use crate::gui::keymap::{Area, hints};
use crate::gui::screen::Page;
use crate::gui::screen::trace::tell::tell_form;
use crate::gui::theme::{Breadth, Ink, size};
use crate::gui::widget::{Icon, button, empty_state, icon, list, panel, row_button, scroll, text};
use crate::ops::case::{CaseLine, ClockState};

pub(super) fn page<'a>(tab: &'a CasesTab, context: &'a Context) -> Page<'a, Message> {
    let tr = &context.tr;
    let header = Header::new(tr.frame_trace());
    if tab.data.is_none() {
        return Page::reading(header, context);
    }
    let new = button(tr.case_new()).icon(Icon::Plus).key("N").id("new-case").on_press(Message::New);
    let keys = if tab.lines().is_empty() { Vec::new() } else { hints(Area::Cases, tr) };
    let print = button("").icon(Icon::Printer).key("Ctrl+P").id("print").on_press(Message::Print);
    Page { header: header.right(new).right(print), body: body(tab, context), keys }
}

fn body<'a>(tab: &'a CasesTab, context: &'a Context) -> Element<'a, Message> {
    let tr = &context.tr;
    let breadth = context.breadth();
    let edge = [breadth.gap(), breadth.edge()];
    let work = work(tab, context);
    let (Some(shown), false) = (tab.shown(), tab.lines().is_empty()) else {
        let whole: Element<'a, Message> = match work {
            Some(form) => scroll(panel(form)).id("page").height(Fill).into(),
            None => panel(empty_state(tr.case_nobody(), None::<Element<'a, Message>>)).into(),
        };
        return container(whole).padding(edge).into();
    };
    let banner = clock::banner(shown, context);
    let right = work.unwrap_or_else(|| detail::details(shown, context));
    let title = tr.case_list(tab.lines().len());
    let none = None::<Element<'a, Message>>;
    if breadth == Breadth::Wide {
        let left = panel(list("cases", rows(tab, context))).head(title, none);
        let right = panel(list("case", vec![right])).height(Fill);
        let both = row![
            container(Element::from(left)).width(FillPortion(336)),
            container(Element::from(right)).width(FillPortion(492)).height(Fill)
        ];
        let page = column![].push(banner).push(both.spacing(size::INSIDE)).spacing(size::GAP);
        return container(page).padding(edge).height(Fill).into();
    }
    let left = panel(column(rows(tab, context))).head(title, none);
    let page = column![].push(banner).push(left).push(panel(right)).spacing(breadth.gap());
    scroll(container(page).padding(edge)).id("page").height(Fill).into()
}

/// What is being written down; `None`: nothing.
fn work<'a>(tab: &'a CasesTab, context: &'a Context) -> Option<Element<'a, Message>> {
    match &tab.work {
        Work::Look => None,
        Work::Tell(form) => Some(tell_form(form, context, Message::TellEdit, Message::Save, Message::Cancel)),
        Work::Write(form) => Some(write::form(form, context)),
        Work::End(outcome, note) => Some(write::end(*outcome, note, context)),
    }
}

fn rows<'a>(tab: &'a CasesTab, context: &'a Context) -> Vec<Element<'a, Message>> {
    let last = tab.lines().len().saturating_sub(1);
    let row = |(at, line): (usize, &'a CaseLine)| {
        row_button(row_id(line.key), case(line, context), Message::Choose(line.key))
            .chosen(tab.chosen == Some(line.key))
            .last(at == last)
            .height(Shrink)
            .padding([7.0, size::INSIDE])
            .into()
    };
    tab.lines().iter().enumerate().map(row).collect()
}

/// Name and class; the disease; where the clock stands.
fn case<'a>(line: &'a CaseLine, context: &'a Context) -> Element<'a, Message> {
    let tr = &context.tr;
    let name = container(text(line.name.as_str()).bold().name()).max_width(184);
    let class = text(line.class.as_str()).ink(Ink::Text2).line();
    let day = text(line.known_at.format("%m-%d").to_string()).small().ink(Ink::Text2).line();
    let head = row![name, class, space().width(Fill), day].spacing(size::GAP).align_y(Alignment::Center);
    let what = text(tr.case_named(&tr.certainty(line.certainty), &line.disease_name));
    let (sign, ink, words) = state(line, context);
    let mark = icon(sign).side(size::ICON_CHIP).ink(ink);
    let foot = row![mark, text(words).small().ink(ink).bold_if(line.clock.state == ClockState::Late)];
    column![head, what, foot.spacing(size::TIGHT).align_y(Alignment::Center)].width(Fill).into()
}

fn state(line: &CaseLine, context: &Context) -> (Icon, Ink, String) {
    let tr = &context.tr;
    if let (Some(on), Some(outcome)) = (line.closed_on, line.outcome)
        && !matches!(line.clock.state, ClockState::Late | ClockState::Running)
    {
        return (Icon::RingCheck, Ink::Text2, tr.case_ended(&on.to_string(), &tr.outcome(outcome)));
    }
    let due = line.clock.due.map(|due| due.format("%m-%d %H:%M").to_string()).unwrap_or_default();
    match line.clock.state {
        ClockState::Late => (Icon::TriangleAlert, Ink::Bad, tr.case_clock_late(&due)),
        ClockState::Running => (Icon::Clock, Ink::Warn, tr.case_clock_running(&due)),
        ClockState::Done => (Icon::RingCheck, Ink::Ok, tr.case_clock_done()),
        ClockState::Stopped => (Icon::Minus, Ink::Text2, tr.case_clock_stopped()),
        ClockState::None => (Icon::Minus, Ink::Text2, tr.case_clock_none()),
    }
}
