//! The questions with the answers already given, which open again.

use iced::Length::Fill;
use iced::widget::{column, container, row, rule, space};
use iced::{Alignment, Background, Padding, border};

use super::super::{FirstStart, Message};
use super::{ground, name};
use crate::domain::calendar::Season;
use crate::gui::Element;
use crate::gui::context::Context;
use crate::gui::theme::{Breadth, Ink, Theme, size};
use crate::gui::widget::{Icon, Look, Press, control, icon, text};
use crate::ops::first_step::FirstStep;

/// Height of a question with its answer.
const STEP: f32 = 58.0;
/// Side of the program's sign.
const SIGN: f32 = 42.0;
/// Side of a question's mark.
const MARK: f32 = 18.0;

pub(super) fn view<'a>(first: &'a FirstStart, context: &'a Context) -> Element<'a, Message> {
    let tr = &context.tr;
    let wide = context.breadth() == Breadth::Wide;
    let name = column![
        text(tr.frame_window_title()).title().shorten(),
        text(tr.first_start_program()).small().ink(Ink::Text2),
    ];
    let head = row![sign(), name].spacing(13).align_y(Alignment::Center);
    let head = container(head).padding(Padding { top: 24.0, bottom: 18.0, left: 21.0, right: 12.0 });
    let mut steps = column![];
    for (index, asked) in FirstStep::ALL.into_iter().enumerate() {
        steps = steps.push(step(index + 1, asked, first, context));
    }
    let saved = column![
        row![icon(Icon::Check).ink(Ink::Ok), text(tr.first_start_saved()).small().ink(Ink::Ok)]
            .spacing(6)
            .align_y(Alignment::Center),
    ]
    .push(wide.then(|| text(tr.first_start_resume()).small().ink(Ink::Text2)));
    let saved = column![rule::horizontal(1), container(saved).padding([9, 20])];
    let inside = column![head, steps, space().height(Fill), saved];
    let rail = container(inside)
        .width(if wide { size::WIZARD_RAIL } else { size::WIZARD_RAIL - 64.0 })
        .height(Fill)
        .style(ground(|palette| palette.side));
    row![rail, rule::vertical(1)].into()
}

/// The program's sign: a sheet with a check on an accent ground.
fn sign<'a>() -> Element<'a, Message> {
    container(icon(Icon::SheetCheck).side(34.0).ink(Ink::OnAccent))
        .width(SIGN)
        .height(SIGN)
        .align_x(Alignment::Center)
        .align_y(Alignment::Center)
        .style(|theme: &Theme| container::Style {
            background: Some(Background::Color(theme.palette().accent)),
            border: border::rounded(6),
            ..container::Style::default()
        })
        .into()
}

fn step<'a>(
    number: usize,
    asked: FirstStep,
    first: &'a FirstStart,
    context: &'a Context,
) -> Element<'a, Message> {
    let tr = &context.tr;
    let current = asked == first.step;
    let answered = asked < first.reached;
    let (mark, ink) = match (current, answered) {
        (true, _) => (Icon::Dot, Ink::Accent),
        (_, true) => (Icon::RingCheck, Ink::Ok),
        _ => (Icon::Ring, Ink::Text2),
    };
    let said = match (current, answered) {
        (true, _) => tr.first_start_now(),
        (_, true) => answer(asked, first, context),
        _ => wait(asked, context),
    };
    let title = text(format!("{number} {}", name(asked, tr)))
        .bold()
        .ink(if current { Ink::Accent } else { Ink::Text })
        .shorten();
    let words = column![title, text(said).small().ink(Ink::Text2).shorten()].width(Fill);
    let mark = container(icon(mark).side(MARK).ink(ink)).padding([2, 0]);
    control(row![mark, words].spacing(12))
        .id(format!("step-{}", asked.name()))
        .on_press_maybe((answered && !current).then_some(Message::Open(asked)))
        .width(Fill)
        .height(STEP)
        .padding(Padding { left: 25.0, right: 10.0, ..Padding::ZERO })
        .radius(0.0)
        .look(move |palette, press| Look {
            ground: match press {
                _ if current => Some(palette.surface),
                Press::Hovered | Press::Pressed => Some(palette.head),
                _ => None,
            },
            bar: current.then_some((palette.accent, 3.0)),
            ..Look::default()
        })
        .into()
}

/// The answer in short.
fn answer(step: FirstStep, first: &FirstStart, context: &Context) -> String {
    let answers = &first.answers;
    match step {
        FirstStep::Identity => answers.operator.trim().to_owned(),
        FirstStep::School => answers.school.trim().to_owned(),
        FirstStep::Place => {
            first.settings.as_ref().map(|view| view.folder.display().to_string()).unwrap_or_default()
        }
        FirstStep::Terms => {
            let first_day = |season| answers.days(season).0.get(5..).unwrap_or_default().to_owned();
            let (autumn, spring) = (first_day(Season::Autumn), first_day(Season::Spring));
            context.tr.first_start_terms_answer(&autumn, &spring)
        }
        FirstStep::Roster => String::new(),
    }
}

/// What will be asked.
fn wait(step: FirstStep, context: &Context) -> String {
    let tr = &context.tr;
    match step {
        FirstStep::Identity => tr.first_start_identity_wait(),
        FirstStep::School => tr.first_start_school_wait(),
        FirstStep::Place => tr.first_start_place_wait(),
        FirstStep::Terms => tr.first_start_terms_wait(),
        FirstStep::Roster => tr.first_start_roster_wait(),
    }
}
