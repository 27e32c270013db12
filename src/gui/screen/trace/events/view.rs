//! How 事件 looks.

mod detail;
mod write;

use iced::Alignment;
use iced::Length::{Fill, FillPortion, Shrink};
use iced::widget::{Column, Row, column, container, row, space};

use super::{EventsTab, Message, Work, row_id};
use crate::gui::Element;
use crate::gui::context::Context;
use crate::gui::frame::Header;
use crate::gui::keymap::{Area, hints};
use crate::gui::screen::Page;
use crate::gui::screen::trace::tell::tell_form;
use crate::gui::theme::{Breadth, Ink, size};
use crate::gui::widget::{Icon, button, empty_state, icon, list, panel, row_button, scroll, text};
use crate::ops::event::{EventLine, EventsView, ReportingState};

pub(super) fn page<'a>(tab: &'a EventsTab, context: &'a Context) -> Page<'a, Message> {
    let tr = &context.tr;
    let header = Header::new(tr.frame_trace());
    let Some(data) = &tab.data else { return Page::reading(header, context) };
    let new = button(tr.event_new()).icon(Icon::Plus).key("N").id("new-event").on_press(Message::New);
    let keys = if tab.lines().is_empty() { Vec::new() } else { hints(Area::Events, tr) };
    Page { header: header.right(new), body: body(tab, data, context), keys }
}

fn body<'a>(tab: &'a EventsTab, data: &'a EventsView, context: &'a Context) -> Element<'a, Message> {
    let tr = &context.tr;
    let breadth = context.breadth();
    let edge = [breadth.gap(), breadth.edge()];
    let work = match &tab.work {
        Work::Look => None,
        Work::Tell(form) => Some(tell_form(form, context, Message::TellEdit, Message::Save, Message::Cancel)),
        Work::Write(form) => Some(write::form(form, &data.classes, context)),
    };
    let alerts = alerts(tab, data, context);
    let Some(shown) = tab.shown() else {
        let whole: Element<'a, Message> = match work {
            Some(form) => panel(form).into(),
            None => panel(empty_state(tr.event_nobody(), None::<Element<'a, Message>>)).into(),
        };
        let page = column![].push(alerts).push(whole).spacing(breadth.gap());
        return scroll(container(page).padding(edge)).id("page").height(Fill).into();
    };
    let right = work.unwrap_or_else(|| detail::details(shown, context));
    let none = None::<Element<'a, Message>>;
    let title = tr.event_list(tab.lines().len());
    if breadth == Breadth::Wide {
        let left = panel(list("events", rows(tab, context))).head(title, none);
        let right = panel(list("event", vec![right])).height(Fill);
        let both = row![
            container(Element::from(left)).width(FillPortion(336)),
            container(Element::from(right)).width(FillPortion(492)).height(Fill)
        ];
        let page = column![].push(alerts).push(both.spacing(size::INSIDE)).spacing(size::GAP);
        return container(page).padding(edge).height(Fill).into();
    }
    let left = panel(Column::with_children(rows(tab, context))).head(title, none);
    let page = column![].push(alerts).push(left).push(panel(right)).spacing(breadth.gap());
    scroll(container(page).padding(edge)).id("page").height(Fill).into()
}

/// The alerts that no event has grown out of, each opens the form of one.
fn alerts<'a>(tab: &EventsTab, data: &'a EventsView, context: &Context) -> Option<Element<'a, Message>> {
    if data.alerts.is_empty() || tab.work != Work::Look {
        return None;
    }
    let tr = &context.tr;
    let open = data.alerts.iter().enumerate().map(|(at, draft)| {
        let word = tr.event_from_alert(&draft.words.title);
        button(word).small().id(format!("alert-{at}")).on_press(Message::FromAlert(at)).into()
    });
    Some(Row::with_children(open).spacing(size::TIGHT).wrap().vertical_spacing(size::TIGHT).into())
}

fn rows<'a>(tab: &'a EventsTab, context: &'a Context) -> Vec<Element<'a, Message>> {
    let last = tab.lines().len().saturating_sub(1);
    let row = |(at, line): (usize, &'a EventLine)| {
        row_button(row_id(line.key), event(line, context), Message::Choose(line.key))
            .chosen(tab.chosen == Some(line.key))
            .last(at == last)
            .height(Shrink)
            .padding([7.0, size::INSIDE])
            .into()
    };
    tab.lines().iter().enumerate().map(row).collect()
}

/// Name and day; the ill; the report that is owed next.
fn event<'a>(line: &'a EventLine, context: &Context) -> Element<'a, Message> {
    let tr = &context.tr;
    let day = text(line.known_at.format("%m-%d").to_string()).small().ink(Ink::Text2).line();
    let head = row![text(line.title.as_str()).bold().width(Fill), day].spacing(size::GAP);
    let ill = row![text(tr.event_ill(line.counts.ill)), space().width(Fill)];
    let owed = line.reports.iter().find(|report| report.state != ReportingState::Done);
    let (sign, ink, words) = match owed {
        Some(report) => {
            let due = report.due.format("%m-%d %H:%M").to_string();
            let words = tr.event_owed(&due, &tr.event_report(report.report));
            match report.state {
                ReportingState::Late => (Icon::TriangleAlert, Ink::Bad, words),
                _ => (Icon::Clock, Ink::Warn, words),
            }
        }
        None if !line.missed.is_empty() => {
            (Icon::TriangleAlert, Ink::Bad, tr.event_days_missed(line.missed.len()))
        }
        None => (Icon::RingCheck, Ink::Ok, tr.event_all_made()),
    };
    let foot = row![icon(sign).side(size::ICON_CHIP).ink(ink), text(words).small().ink(ink)];
    column![head, ill, foot.spacing(size::TIGHT).align_y(Alignment::Center)].width(Fill).into()
}
