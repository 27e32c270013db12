//! Long work: stage, bar, how much is done, how long still, and the way out.
//!
//! ```no_run
//! use chenjian::gui::{Element, widget::{ProgressState, progress}};
//! let state = ProgressState { stage: "写入并读回".into(), count: "12 / 40".into(), share: 0.3, left: "还要 8 秒".into() };
//! let panel: Element<'_, ()> = progress(&state, Some(("停止", "Esc", ())));
//! ```

use std::borrow::Cow;

use iced::widget::{column, container, row, space};
use iced::{Alignment, Background, Length, Length::Fill, border};

use super::{button, text};
use crate::gui::Element;
use crate::gui::theme::{Ink, Palette, Theme, size};

/// How far a long piece of work has come, in words and as a share.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct ProgressState {
    /// What is being done.
    pub stage: String,
    /// n / total.
    pub count: String,
    /// From 0 to 1.
    pub share: f32,
    /// Time left; may be empty.
    pub left: String,
}

/// Stage and button above, bar, figures below. `stop` is word, key and message.
pub fn progress<'a, M: Clone + 'a>(
    state: &ProgressState,
    stop: Option<(impl Into<Cow<'a, str>>, &'a str, M)>,
) -> Element<'a, M> {
    let stop = stop.map(|(word, key, message)| button(word).small().key(key).id("stop").on_press(message));
    let head = row![text(state.stage.clone()).bold().width(Fill)]
        .push(stop)
        .spacing(size::GAP)
        .align_y(Alignment::Center);
    let figures = row![
        text(state.count.clone()).small().line().ink(Ink::Text2),
        space().width(Fill),
        text(state.left.clone()).small().ink(Ink::Text2)
    ]
    .spacing(size::GAP);
    column![head, bar(state.share), figures].spacing(size::TIGHT).width(Fill).into()
}

/// A bar of 6 px.
pub fn bar<'a, M: 'a>(share: f32) -> Element<'a, M> {
    let done = (share.clamp(0.0, 1.0) * 1000.0).round() as u16;
    let part = |share: u16, pick: fn(&Palette) -> iced::Color| {
        container(space()).width(Length::FillPortion(share)).height(6).style(move |theme: &Theme| {
            container::Style {
                background: Some(Background::Color(pick(theme.palette()))),
                border: border::rounded(size::RADIUS_CHIP),
                ..container::Style::default()
            }
        })
    };
    let filled = (done > 0).then(|| part(done, |p| p.accent));
    let open = (done < 1000).then(|| part(1000 - done, |p| p.line));
    row![].push(filled).push(open).width(Fill).into()
}
