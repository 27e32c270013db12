//! States as icon, word, colour and form; never colour alone.
//!
//! ```no_run
//! use chenjian::gui::{Element, theme::Tone, widget::{Icon, State, chip}};
//! let state: Element<'_, ()> = chip(State::Unchecked, "未检").into();
//! let place: Element<'_, ()> = chip(State::Other(Icon::Check, Tone::Ok), "推荐").into();
//! ```

use std::borrow::Cow;

use iced::widget::{container, row};
use iced::{Alignment, Background, Border, Color, border};

use super::{Icon, icon, text};
use crate::gui::Element;
use crate::gui::theme::{Theme, Tone, size};

/// The states of the table in `looks.md`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// 未检, 缺报.
    Unchecked,
    /// 未做.
    NotDone,
    /// 零报告, 完成, 按时.
    Nil,
    /// 已接收.
    Received,
    /// 有异常, 因病.
    Exceptions,
    /// 超时, 已过 09:00, 3 人.
    Late,
    /// 进行中.
    Running,
    /// 未起算.
    NotBegun,
    /// 建议, 沿用周五，待确认.
    Proposal,
    /// 待接收.
    Waiting,
    /// 读不出.
    Unreadable,
    /// 只读.
    Locked,
    /// 存疑.
    Doubtful,
    /// 拒收.
    Refused,
    /// 变更.
    Changed,
    /// 新增.
    Added,
    /// 不变.
    Unchanged,
    /// Another icon and tone, with border and ground.
    Other(Icon, Tone),
}

impl State {
    /// Its icon.
    pub const fn icon(self) -> Icon {
        match self {
            Self::Unchecked | Self::NotDone => Icon::Ring,
            Self::Nil | Self::Received => Icon::RingCheck,
            Self::Exceptions => Icon::DiscAlert,
            Self::Late => Icon::TriangleAlert,
            Self::Running => Icon::HalfDisc,
            Self::NotBegun => Icon::Clock,
            Self::Proposal => Icon::ArrowBent,
            Self::Waiting => Icon::Usb,
            Self::Unreadable | Self::Refused => Icon::CrossRing,
            Self::Locked => Icon::Lock,
            Self::Doubtful => Icon::Question,
            Self::Changed => Icon::Swap,
            Self::Added => Icon::Plus,
            Self::Unchanged => Icon::Minus,
            Self::Other(icon, _) => icon,
        }
    }

    /// Its colour.
    pub const fn tone(self) -> Tone {
        match self {
            Self::Unchecked | Self::Running | Self::Doubtful => Tone::Warn,
            Self::Nil | Self::Received | Self::Added => Tone::Ok,
            Self::Exceptions | Self::Late | Self::Unreadable | Self::Refused => Tone::Bad,
            Self::NotDone | Self::NotBegun | Self::Locked | Self::Unchanged => Tone::Plain,
            Self::Proposal => Tone::Prop,
            Self::Waiting | Self::Changed => Tone::Info,
            Self::Other(_, tone) => tone,
        }
    }

    /// Whether it has border and ground.
    pub const fn boxed(self) -> bool {
        !matches!(self, Self::Nil | Self::NotDone | Self::Running | Self::NotBegun)
    }
}

/// A chip of 22 px.
pub fn chip<'a>(state: State, word: impl Into<Cow<'a, str>>) -> Chip<'a> {
    Chip { state, word: word.into() }
}

/// A chip as a part of a view.
#[derive(Debug, Clone)]
pub struct Chip<'a> {
    state: State,
    word: Cow<'a, str>,
}

impl<'a, M: 'a> From<Chip<'a>> for Element<'a, M> {
    fn from(Chip { state, word }: Chip<'a>) -> Self {
        let tone = state.tone();
        let sign = icon(state.icon()).side(size::ICON_CHIP).ink(tone.ink());
        let word = text(word).small().line().ink(tone.ink()).bold_if(state == State::Late);
        container(row![sign, word].spacing(5).align_y(Alignment::Center))
            .height(size::CHIP)
            .padding(iced::Padding { left: 6.0, right: 8.0, ..iced::Padding::ZERO })
            .align_y(Alignment::Center)
            .style(move |theme: &Theme| {
                let palette = theme.palette();
                let (ground, edge) = if state.boxed() {
                    (tone.soft(palette), tone.edge(palette))
                } else {
                    (Color::TRANSPARENT, Color::TRANSPARENT)
                };
                container::Style {
                    background: state.boxed().then_some(Background::Color(ground)),
                    border: Border { color: edge, width: 1.0, radius: border::radius(size::RADIUS_CHIP) },
                    ..container::Style::default()
                }
            })
            .into()
    }
}
