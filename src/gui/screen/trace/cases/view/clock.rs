//! The banner of a running clock: which case, how long still, who has been told.

use chrono::NaiveDateTime;
use iced::Alignment;
use iced::Length::{Fill, FillPortion};
use iced::widget::{Column, Row, column, container, row};

use super::super::Message;
use crate::domain::illness_case::StepState;
use crate::gui::Element;
use crate::gui::context::Context;
use crate::gui::screen::clock_strip::left;
use crate::gui::theme::{Breadth, Ink, Tone, size};
use crate::gui::widget::{Icon, Look, bar, control, icon, key_cap, text};
use crate::i18n::Tr;
use crate::ops::case::{CaseStepLine, CaseView, ClockState};

/// The banner; `None` where the disease starts no clock or it was stopped.
pub(super) fn banner<'a>(shown: &'a CaseView, context: &'a Context) -> Option<Element<'a, Message>> {
    let tr = &context.tr;
    let clock = &shown.line.clock;
    let (due, hours) = (clock.due?, clock.hours?);
    let (tone, ink) = match clock.state {
        ClockState::Late => (Tone::Bad, Ink::Bad),
        ClockState::Running => (Tone::Warn, Ink::Warn),
        ClockState::Done => (Tone::Ok, Ink::Ok),
        ClockState::Stopped | ClockState::None => return None,
    };
    let certainty = tr.certainty(shown.line.certainty);
    let what = tr.case_named(&certainty, &shown.line.disease_name);
    let class = if shown.line.class.is_empty() { tr.ops_staff() } else { tr.class(&shown.line.class) };
    let title = tr.case_banner(&class, &shown.line.name, &what);
    let right = match clock.state {
        ClockState::Done => tr.case_clock_done(),
        _ => left(due, context.now, tr),
    };
    let limit = tr.case_limit(&moment(due, context.now, tr), hours);
    let gone = clock.from.map_or(1.0, |from| share(from, due, context.now));
    let track = container(bar(gone)).width(Fill).padding([7, 0]);
    let scheme = shown.edition_name.as_ref().map(|name| scheme(shown, name, tr));
    let line: Element<'a, Message> = if context.breadth() == Breadth::Wide {
        let scheme = scheme.map(|words| text(words).small().ink(Ink::Text2));
        row![text(limit).small().ink(Ink::Text2).line(), track].push(scheme).spacing(size::INSIDE).into()
    } else {
        let scheme = scheme.map(|words| text(words).small().ink(Ink::Text2));
        column![text(limit).small().ink(Ink::Text2), track].push(scheme).into()
    };
    let evidence = column![line, boxes(shown, context)].spacing(size::TIGHT);
    let class = text(shown.line.disease_class.as_str()).small().ink(Ink::Text2).line();
    let right =
        row![class, text(right).section().ink(ink).line()].spacing(size::GAP).align_y(Alignment::Center);
    let sign = if clock.state == ClockState::Running { Icon::Clock } else { Icon::TriangleAlert };
    let sign = if clock.state == ClockState::Done { Icon::RingCheck } else { sign };
    Some(crate::gui::widget::banner(tone, title).icon(sign).right(right).evidence(evidence).into())
}

/// Whose limit it is: 时限：2/24 小时; with who chose it and when, and that it is an older one.
fn scheme(shown: &CaseView, name: &str, tr: &Tr) -> String {
    let chosen = shown.edition_by.as_ref().zip(shown.edition_at);
    match chosen {
        Some((by, at)) => tr.case_scheme_chosen(&at.format("%Y-%m-%d").to_string(), by, name),
        None => tr.case_scheme(name),
    }
}

fn boxes<'a>(shown: &'a CaseView, context: &'a Context) -> Element<'a, Message> {
    let next = shown.steps.iter().find(|step| step.state.is_owed()).map(|step| step.step.as_str());
    let each = |step: &'a CaseStepLine| one_box(step, next == Some(step.step.as_str()), context);
    let side_by_side = match context.breadth() {
        Breadth::Narrow => 1,
        Breadth::Wide => shown.steps.len().max(1),
        Breadth::Middle => 2,
    };
    let lines = shown.steps.chunks(side_by_side);
    let line =
        |steps: &'a [CaseStepLine]| Row::with_children(steps.iter().map(each)).spacing(size::GAP).into();
    Column::with_children(lines.map(line)).spacing(size::TIGHT).into()
}

/// Who, when, how; whoever has not been told opens the form.
fn one_box<'a>(step: &'a CaseStepLine, next: bool, context: &'a Context) -> Element<'a, Message> {
    let tr = &context.tr;
    let (sign, ink) = match step.state {
        StepState::Done => (Icon::RingCheck, Ink::Ok),
        StepState::DoneLate => (Icon::RingCheck, Ink::Bad),
        StepState::Open => (Icon::Ring, Ink::Warn),
        StepState::Late => (Icon::TriangleAlert, Ink::Bad),
        StepState::Dropped => (Icon::Minus, Ink::Text2),
    };
    let when = match (step.at, step.state) {
        (Some(at), _) => moment(at, context.now, tr),
        (None, StepState::Dropped) => tr.case_step_dropped(),
        (None, _) => tr.case_step_open(),
    };
    let head = row![
        icon(sign).ink(ink),
        text(step.name.as_str()).bold().ink(ink).width(Fill),
        text(when).small().ink(ink).line()
    ];
    let below: Element<'a, Message> = match &step.words {
        Some(words) => text(words.as_str()).small().ink(Ink::Text2).into(),
        None if step.state.is_owed() => {
            let cap = next.then(|| key_cap("R"));
            row![].push(cap).push(text(tr.case_tell()).small()).spacing(size::TIGHT).into()
        }
        None => text("–").small().ink(Ink::Text3).into(),
    };
    let owed = step.state.is_owed();
    let lines = column![head.spacing(size::TIGHT).align_y(Alignment::Center), below].spacing(2);
    control(lines)
        .id(format!("step-{}", step.step))
        .on_press_maybe(owed.then(|| Message::Tell(Some(step.step.clone()))))
        .width(FillPortion(1))
        .padding([6.0, 10.0])
        .radius(size::RADIUS)
        .look(move |palette, _| Look {
            ground: Some(palette.surface),
            edge: Some(if owed { palette.warn } else { palette.line }),
            ..Look::default()
        })
        .into()
}

fn share(from: NaiveDateTime, due: NaiveDateTime, now: NaiveDateTime) -> f32 {
    let whole = (due - from).num_seconds().max(1) as f32;
    ((now - from).num_seconds() as f32 / whole).clamp(0.0, 1.0)
}

/// A moment: its time today, else with the day.
fn moment(at: NaiveDateTime, now: NaiveDateTime, tr: &Tr) -> String {
    if at.date() == now.date() { tr.time(at) } else { format!("{} {}", at.format("%m-%d"), tr.time(at)) }
}
