//! The chosen event: figures, reports with their hours, what is told of it.

use iced::Alignment;
use iced::Length::Fill;
use iced::widget::{Column, Row, column, container, row, rule};

use super::super::Message;
use super::super::form::Part;
use crate::domain::school_event::EventReport;
use crate::gui::Element;
use crate::gui::context::Context;
use crate::gui::screen::trace::tell::labelled;
use crate::gui::theme::{Ink, size};
use crate::gui::widget::{Icon, button, chart_view, text};
use crate::ops::event::{EventReportLine, EventView, ReportingState};
use crate::paper::chart::CurveChart;
use crate::paper::font::Fonts;
use crate::paper::layout::Frame;

/// Height of the picture, px.
const CURVE: f32 = 210.0;

pub(super) fn details<'a>(shown: &'a EventView, context: &'a Context) -> Element<'a, Message> {
    let tr = &context.tr;
    let what = [tr.event_level(shown.line.level), shown.line.known_at.format("%Y-%m-%d %H:%M").to_string()];
    let mut parts = column![
        text(shown.line.title.as_str()).section(),
        text(what.join("  ")).small().ink(Ink::Text2),
        figures(shown, context),
        curve(shown, context),
        rule::horizontal(1),
    ];
    for report in &shown.line.reports {
        parts = parts.push(one_report(report, context));
    }
    for day in &shown.line.missed {
        parts = parts.push(text(tr.event_missed(&day.to_string())).small().ink(Ink::Bad));
    }
    parts = parts.push(rule::horizontal(1));
    for part in Part::ALL.into_iter().skip(1) {
        let words = part.text(&shown.words);
        if !words.is_empty() {
            parts = parts.push(labelled(part.label(tr), text(words).into(), context));
        }
    }
    for class in &shown.line.counts.classes {
        let words = tr.event_class_ill(class.heads, class.ill);
        parts = parts.push(labelled(class.group.clone(), text(words).into(), context));
    }
    for entry in &shown.entries {
        let at = entry.at.format("%m-%d %H:%M").to_string();
        let words = [Some(entry.step_name.as_str()), Some(entry.unit.as_str()), entry.person.as_deref()];
        let words = words.into_iter().flatten().collect::<Vec<_>>().join("  ");
        let print = EventReport::from_name(&entry.step).map(|_| {
            let id = format!("print-entry-{}", entry.key);
            button(tr.event_as_made())
                .icon(Icon::Printer)
                .small()
                .id(id)
                .on_press(Message::PrintEntry(entry.key))
        });
        let line = row![text(words).small().width(Fill)].push(print).spacing(size::GAP);
        parts = parts.push(labelled(at, line.align_y(Alignment::Center).into(), context));
    }
    let edit = button(tr.event_edit()).key("Enter").id("edit-event").on_press(Message::Edit);
    let end = match shown.line.closed_on {
        None => button(tr.event_close()).key("J").id("close-event").on_press(Message::Close),
        Some(_) => button(tr.case_reopen()).id("reopen-event").on_press(Message::Reopen),
    };
    let buttons = row![edit, end].spacing(size::GAP).wrap().vertical_spacing(size::TIGHT);
    container(parts.push(buttons).spacing(size::GAP)).padding([10.0, 14.0]).width(Fill).into()
}

/// The sums, in two lines.
fn figures<'a>(shown: &EventView, context: &Context) -> Element<'a, Message> {
    let (tr, counts) = (&context.tr, &shown.line.counts);
    let figure = |label: String, count: usize| -> Element<'a, Message> {
        let ink = if count == 0 { Ink::Text3 } else { Ink::Text };
        row![text(label).small().ink(Ink::Text2).line(), text(count.to_string()).section().ink(ink).line()]
            .spacing(size::TIGHT)
            .align_y(Alignment::Center)
            .into()
    };
    let all = [
        figure(tr.event_count_ill(), counts.ill),
        figure(tr.event_count_new(), counts.new),
        figure(tr.event_count_absent(), counts.absent),
        figure(tr.case_suspected(), counts.suspected),
        figure(tr.case_diagnosed(), counts.diagnosed),
        figure(tr.case_outcome_recovered(), counts.recovered),
    ];
    Row::with_children(all).spacing(size::INSIDE).wrap().vertical_spacing(size::TIGHT).into()
}

/// Who fell ill when; the picture by itself can be walked through.
fn curve<'a>(shown: &'a EventView, context: &'a Context) -> Element<'a, Message> {
    let view = &shown.curve;
    let alerts = view.alert_days();
    let draw = move |frame: Frame, em: f32| {
        let chart = CurveChart { curve: &view.curve, names: &view.names, alerts: &alerts };
        chart.draw(&Fonts::shipped(), frame, em, &context.tr)
    };
    let open = button(context.tr.picture_see_curve()).key("C").small().id("curve").on_press(Message::Curve);
    let picture = container(chart_view(draw, None, |_, _| Message::Curve)).height(CURVE);
    column![picture, open].spacing(size::TIGHT).into()
}

/// A report: until when, or when it was made; it is written down and printed from here.
fn one_report<'a>(line: &EventReportLine, context: &Context) -> Element<'a, Message> {
    let tr = &context.tr;
    let due = line.due.format("%m-%d %H:%M").to_string();
    let (ink, words) = match (line.made_at, line.state) {
        (Some(at), _) => (Ink::Ok, tr.event_made(&at.format("%m-%d %H:%M").to_string())),
        (None, ReportingState::Late) => (Ink::Bad, tr.case_clock_late(&due)),
        (None, _) => (Ink::Warn, tr.case_clock_running(&due)),
    };
    let report: EventReport = line.report;
    let words = column![text(tr.event_report(report)).bold(), text(words).small().ink(ink)].width(Fill);
    let tell = button(tr.case_tell()).small().id(format!("tell-{}", report.name()));
    let print = button("").icon(Icon::Printer).small().id(format!("print-{}", report.name()));
    let buttons =
        [tell.on_press(Message::Tell(Some(report))).into(), print.on_press(Message::Print(report)).into()];
    let buttons = Row::with_children(buttons).spacing(size::TIGHT);
    let lines: Column<'a, Message, crate::gui::Theme, iced::Renderer> = words;
    row![lines, buttons].spacing(size::GAP).align_y(Alignment::Center).into()
}
