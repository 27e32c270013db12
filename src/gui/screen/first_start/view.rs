//! How the first start looks: the questions at the left, the one that is asked at the right.

mod place;
mod questions;
mod rail;

use iced::Length::Fill;
use iced::widget::{Row, column, container, row, rule, space};
use iced::{Alignment, Background, Color, Padding};

use super::{FirstStart, Message};
use crate::gui::Element;
use crate::gui::context::Context;
use crate::gui::frame::Header;
use crate::gui::screen::Page;
use crate::gui::theme::{Breadth, Ink, Palette, Theme, size};
use crate::gui::widget::{Icon, KeyHint, button, key_hint, scroll, text};
use crate::i18n::Tr;
use crate::ops::first_step::FirstStep;

/// Height of the head.
const HEAD: f32 = 75.0;
/// Height of the foot.
const FOOT: f32 = 65.0;

pub(super) fn page<'a>(first: &'a FirstStart, context: &'a Context) -> Page<'a, Message> {
    let question = match first.step {
        FirstStep::Identity => questions::identity(first, context),
        FirstStep::School => questions::school(first, context),
        FirstStep::Place => place::question(first, context),
        FirstStep::Terms => questions::terms(first, context),
        FirstStep::Roster => questions::roster(first, context),
    };
    let edge = edge(context);
    let question = container(question).padding([size::ROOMY.min(edge), edge]).width(Fill);
    let main = column![
        head(first, context),
        rule::horizontal(1),
        scroll(question).height(Fill).width(Fill),
        rule::horizontal(1),
        foot(first, context),
        bottom(first, context),
    ];
    let body = row![].push((context.breadth() != Breadth::Narrow).then(|| rail::view(first, context)));
    let body = body.push(main.width(Fill).height(Fill)).width(Fill).height(Fill);
    Page { header: Header::new(""), body: body.into(), keys: Vec::new() }
}

fn edge(context: &Context) -> f32 {
    match context.breadth() {
        Breadth::Wide => size::WIZARD,
        Breadth::Middle => size::EDGE,
        Breadth::Narrow => size::INSIDE,
    }
}

fn head<'a>(first: &FirstStart, context: &Context) -> Element<'a, Message> {
    let tr = &context.tr;
    let count = FirstStep::ALL.len();
    let at = FirstStep::ALL.iter().position(|step| *step == first.step).unwrap_or(0) + 1;
    let words = column![
        text(tr.first_start_progress(at, count)).small().ink(Ink::Text2),
        text(title(first.step, tr)).title(),
    ];
    let left = text(tr.first_start_minutes((count - at).max(1))).small().ink(Ink::Text2).line();
    let left = (context.breadth() == Breadth::Wide).then_some(left);
    let line = row![words.width(Fill)].push(left).spacing(size::INSIDE).align_y(Alignment::Center);
    let low = context.breadth() == Breadth::Narrow;
    let height = if low { iced::Length::Shrink } else { HEAD.into() };
    container(line).height(height).align_y(Alignment::Center).padding([size::TIGHT, edge(context)]).into()
}

fn foot<'a>(first: &FirstStart, context: &Context) -> Element<'a, Message> {
    let tr = &context.tr;
    let back = button(tr.first_start_back())
        .icon(Icon::ChevronLeft)
        .key("Alt+←")
        .id("back")
        .on_press_maybe(first.step.before().map(|_| Message::Back));
    let skip = match first.step {
        FirstStep::Place => Some(tr.first_start_second_skip()),
        FirstStep::Roster => Some(tr.first_start_roster_later()),
        _ => None,
    };
    let skip = skip.map(|word| Element::from(button(word).id("skip").on_press(Message::Skip)));
    let next = match first.step.next() {
        Some(step) => tr.first_start_next(&name(step, tr)),
        None => tr.first_start_roster_check(),
    };
    let next = button(next).primary().key("Enter").id("next").on_press(Message::Next);
    let edge = edge(context);
    if context.breadth() == Breadth::Wide {
        let line = row![Element::from(back), space().width(Fill)].push(skip).push(Element::from(next));
        let line = line.spacing(size::GAP).align_y(Alignment::Center);
        return container(line).height(FOOT).align_y(Alignment::Center).padding([0.0, edge]).into();
    }
    let parts = [Some(back.into()), skip, Some(next.into())];
    let line = Row::with_children(parts.into_iter().flatten()).spacing(size::GAP);
    container(line.wrap().vertical_spacing(size::GAP)).padding([size::GAP, edge]).into()
}

fn bottom<'a>(first: &FirstStart, context: &Context) -> Element<'a, Message> {
    let tr = &context.tr;
    let breadth = context.breadth();
    let topic = match first.step {
        FirstStep::Place => tr.first_start_topic_places(),
        FirstStep::Roster => tr.first_start_topic_roster(),
        _ => tr.first_start_topic_start(),
    };
    let choose = match first.step {
        FirstStep::Identity => Some(("← →", tr.first_start_key_choose_language())),
        FirstStep::Place => Some(("↑ ↓", tr.first_start_key_choose())),
        _ => None,
    };
    let mut keys = row![].spacing(size::EDGE).align_y(Alignment::Center);
    if breadth == Breadth::Wide {
        keys = keys.push(choose.map(|(key, word)| key_hint(&KeyHint::new(key, word))));
        keys = keys.push(key_hint(&KeyHint::new("Tab", tr.first_start_key_field())));
    }
    keys = keys.push(key_hint(&KeyHint::new("F1", tr.first_start_key_help(&topic))));
    let scale = row![
        text(tr.first_start_size()).small().line(),
        text(format!("{} %", context.scale)).small().line().ink(Ink::Accent),
        text("Ctrl +/-").small().line().ink(Ink::Text2),
    ]
    .spacing(size::INSIDE);
    let scale = (breadth != Breadth::Narrow).then_some(scale);
    let line = row![keys, space().width(Fill)].push(scale).spacing(size::INSIDE).align_y(Alignment::Center);
    let height = if breadth == Breadth::Narrow { size::BOTTOM_LOW } else { size::BOTTOM };
    let bar = container(line)
        .width(Fill)
        .height(height - 1.0)
        .align_y(Alignment::Center)
        .padding(Padding::from([0.0, edge(context)]));
    column![rule::horizontal(1), bar.style(ground(|palette| palette.side))].into()
}

/// A question with a word or two.
fn name(step: FirstStep, tr: &Tr) -> String {
    match step {
        FirstStep::Identity => tr.first_start_identity(),
        FirstStep::School => tr.first_start_school(),
        FirstStep::Place => tr.first_start_place(),
        FirstStep::Terms => tr.first_start_terms(),
        FirstStep::Roster => tr.first_start_roster(),
    }
}

fn title(step: FirstStep, tr: &Tr) -> String {
    match step {
        FirstStep::Identity => tr.first_start_identity_title(),
        FirstStep::School => tr.first_start_school_title(),
        FirstStep::Place => tr.first_start_place_title(),
        FirstStep::Terms => tr.first_start_terms_title(),
        FirstStep::Roster => tr.first_start_roster_title(),
    }
}

/// A ground of one colour.
fn ground(pick: fn(&Palette) -> Color) -> impl Fn(&Theme) -> container::Style {
    move |theme| container::Style {
        background: Some(Background::Color(pick(theme.palette()))),
        ..container::Style::default()
    }
}
