//! The banner of an alert: what, how long still, the evidence, one button.
//!
//! ```no_run
//! use chenjian::gui::{Element, theme::Tone, widget::{banner, button, text}};
//! let alert: Element<'_, ()> = banner(Tone::Bad, "三（2）班今日呕吐 3 人，达到聚集性疫情报告标准")
//!     .right(text("24 小时内报告，剩 23 小时 19 分"))
//!     .note("依据：同班 1 日内相似症状 3 例及以上")
//!     .action(button("启动应急清单").primary().key("A").on_press(()))
//!     .into();
//! ```

use std::borrow::Cow;

use iced::widget::{column, container, row, space};
use iced::{Alignment, Length::Fill, Padding};

use super::{Icon, Look, control, icon, text};
use crate::gui::Element;
use crate::gui::theme::{Ink, Tone, size};

/// A banner with its title; at most one on a screen.
pub fn banner<'a, M>(tone: Tone, title: impl Into<Cow<'a, str>>) -> Banner<'a, M> {
    let sign = match tone {
        Tone::Bad => Icon::TriangleAlert,
        Tone::Warn => Icon::TriangleAlertHollow,
        Tone::Ok => Icon::RingCheck,
        Tone::Prop => Icon::ArrowBent,
        Tone::Info | Tone::Plain => Icon::Lock,
    };
    Banner {
        tone,
        sign,
        title: title.into(),
        quiet: false,
        right: None,
        evidence: None,
        note: None,
        action: None,
    }
}

/// A banner as a part of a view.
pub struct Banner<'a, M> {
    tone: Tone,
    sign: Icon,
    title: Cow<'a, str>,
    quiet: bool,
    right: Option<Element<'a, M>>,
    evidence: Option<Element<'a, M>>,
    note: Option<Cow<'a, str>>,
    action: Option<Element<'a, M>>,
}

impl<'a, M> Banner<'a, M> {
    /// Another icon than the tone's.
    pub const fn icon(mut self, picture: Icon) -> Self {
        self.sign = picture;
        self
    }

    /// The title as body text: a notice rather than an alert.
    pub const fn quiet(mut self) -> Self {
        self.quiet = true;
        self
    }

    /// What stands right of the title: the time left.
    pub fn right(mut self, part: impl Into<Element<'a, M>>) -> Self {
        self.right = Some(part.into());
        self
    }

    /// What stands below the title: boxes that open.
    pub fn evidence(mut self, part: impl Into<Element<'a, M>>) -> Self {
        self.evidence = Some(part.into());
        self
    }

    /// The rule's short name and version.
    pub fn note(mut self, note: impl Into<Cow<'a, str>>) -> Self {
        self.note = Some(note.into());
        self
    }

    /// The one button.
    pub fn action(mut self, button: impl Into<Element<'a, M>>) -> Self {
        self.action = Some(button.into());
        self
    }
}

impl<'a, M: Clone + 'a> From<Banner<'a, M>> for Element<'a, M> {
    fn from(banner: Banner<'a, M>) -> Self {
        let Banner { tone, sign, title, quiet, right, evidence, note, action } = banner;
        let title = if quiet { text(title) } else { text(title).section() };
        let side = if quiet { size::ICON } else { size::ICON_LEAD };
        let sign = container(icon(sign).side(side).ink(tone.ink())).padding([3, 0]);
        let head = row![title.ink(Ink::Text).width(Fill)]
            .push(right)
            .spacing(size::INSIDE)
            .align_y(Alignment::Center);
        let foot = (note.is_some() || action.is_some()).then(|| {
            let words: Element<'a, M> = match note {
                Some(note) => text(note).small().ink(Ink::Text2).width(Fill).into(),
                None => space().width(Fill).into(),
            };
            row![words].push(action).spacing(size::INSIDE).align_y(Alignment::Center)
        });
        let body =
            row![sign, column![head].push(evidence).push(foot).spacing(5).width(Fill)].spacing(size::GAP);
        // A control without a message: ground, border and bar, but nothing to operate.
        control(body)
            .width(Fill)
            .padding(Padding {
                top: if quiet { 5.0 } else { 9.0 },
                right: 12.0,
                bottom: if quiet { 5.0 } else { 10.0 },
                left: 16.0,
            })
            .look(move |palette, _| Look {
                ground: Some(tone.soft(palette)),
                edge: Some(tone.edge(palette)),
                bar: Some((tone.edge(palette), 4.0)),
                ..Look::default()
            })
            .into()
    }
}
