//! The sums before and after, and the one button.

use iced::Alignment;
use iced::Length::Fill;
use iced::widget::{container, row};

use super::super::{Message, Promotion, State, years};
use crate::domain::progress::Stage;
use crate::gui::Element;
use crate::gui::context::Context;
use crate::gui::theme::{Breadth, Ink, size};
use crate::gui::widget::{ProgressState, button, panel, progress, text};
use crate::ops::promotion::PromotionView;

pub(super) fn line<'a>(
    screen: &'a Promotion,
    data: &'a PromotionView,
    context: &'a Context,
) -> Element<'a, Message> {
    let tr = &context.tr;
    if matches!(screen.state, State::Writing) {
        return panel(container(working(context)).padding(size::INSIDE)).into();
    }
    let after = data.before - data.leaving;
    let sum = tr.promotion_total(after, data.before, data.held_back, data.leaving, data.up);
    let write = button(tr.promotion_write(&years(data.to_year)))
        .primary()
        .key("Ctrl+Enter")
        .id("write")
        .on_press(Message::Write);
    let unsure =
        (data.unsure > 0).then(|| text(tr.promotion_unsure_count(data.unsure)).ink(Ink::Warn).line());
    let later = (data.later > 0).then(|| text(tr.promotion_later_count(data.later)).ink(Ink::Warn).line());
    match context.breadth() {
        Breadth::Wide => {
            let words = container(text(sum).shorten()).width(Fill);
            row![words,]
                .push(unsure)
                .push(later)
                .push(write)
                .spacing(size::GAP)
                .align_y(Alignment::Center)
                .into()
        }
        Breadth::Middle => {
            let words = row![text(sum).small()].push(unsure).push(later).spacing(size::GAP).wrap();
            row![container(words).width(Fill), write].spacing(size::GAP).align_y(Alignment::Center).into()
        }
        Breadth::Narrow => write.into(),
    }
}

/// The bar of long work, with the way out.
fn working(context: &Context) -> Element<'_, Message> {
    let tr = &context.tr;
    let state = match context.work {
        Some(work) => ProgressState {
            stage: match work.stage {
                Stage::BackingUp => tr.import_stage_backup(),
                Stage::Saving | Stage::Writing => tr.import_stage_saving(),
                _ => tr.promotion_stage_planning(),
            },
            count: if work.total > 1 { format!("{} / {}", work.done, work.total) } else { String::new() },
            share: work.done as f32 / work.total.max(1) as f32,
            left: String::new(),
        },
        None => ProgressState { stage: tr.promotion_stage_planning(), ..ProgressState::default() },
    };
    let stop = button(tr.import_stop()).small().key("Esc").id("stop").on_press(Message::Stop);
    row![container(progress(&state, None::<(&str, &str, Message)>)).width(Fill), stop]
        .spacing(size::EDGE)
        .align_y(Alignment::Center)
        .into()
}
