//! The header: title, what narrows it, right the deadline and at most two commands.

use iced::Length::Fill;
use iced::widget::{column, container, row};
use iced::{Alignment, Padding};

use super::{ground, line_across};
use crate::gui::Element;
use crate::gui::theme::{Breadth, size};
use crate::gui::widget::text;

/// The header of a screen.
pub struct Header<'a, M> {
    back: Option<Element<'a, M>>,
    title: String,
    narrowing: Vec<Element<'a, M>>,
    right: Vec<Element<'a, M>>,
}

impl<'a, M: Clone + 'a> Header<'a, M> {
    /// A header with a title.
    pub fn new(title: impl Into<String>) -> Self {
        Self { back: None, title: title.into(), narrowing: Vec::new(), right: Vec::new() }
    }

    /// The way back, before the title: a plain button.
    pub fn back(mut self, button: impl Into<Element<'a, M>>) -> Self {
        self.back = Some(button.into());
        self
    }

    /// What narrows the screen: session, period, state chip; in order after the title.
    pub fn narrow(mut self, part: impl Into<Element<'a, M>>) -> Self {
        self.narrowing.push(part.into());
        self
    }

    /// The deadline and the commands; in order at the right.
    pub fn right(mut self, part: impl Into<Element<'a, M>>) -> Self {
        self.right.push(part.into());
        self
    }

    /// The same header with another message.
    pub fn map<N: Clone + 'a>(self, wrap: impl Fn(M) -> N + Copy + 'a) -> Header<'a, N> {
        let over = |part: Element<'a, M>| part.map(wrap);
        Header {
            back: self.back.map(over),
            title: self.title,
            narrowing: self.narrowing.into_iter().map(over).collect(),
            right: self.right.into_iter().map(over).collect(),
        }
    }

    /// The header; in a narrow window title and parts wrap to more lines.
    pub(super) fn view(self, breadth: Breadth) -> Element<'a, M> {
        let (height, title) = if breadth == Breadth::Narrow {
            (size::HEADER_LOW, text(self.title).section())
        } else {
            (size::HEADER, text(self.title).title())
        };
        let mut left = row![].spacing(size::INSIDE).align_y(Alignment::Center).push(self.back);
        left = left.push(title.line());
        let mut right = row![].spacing(size::INSIDE).align_y(Alignment::Center);
        for part in self.narrowing {
            left = left.push(part);
        }
        for part in self.right {
            right = right.push(part);
        }
        let edge = breadth.edge();
        let content: Element<'a, M> = if breadth == Breadth::Wide {
            // The commands keep their room; title and what narrows it wrap in what is left.
            let strut = iced::widget::space().height(height - 1.0 - 2.0 * size::TIGHT);
            let left = container(left.wrap().vertical_spacing(size::TIGHT)).width(Fill);
            let left = row![strut, left].align_y(Alignment::Center);
            row![left.width(Fill), right].spacing(size::INSIDE).align_y(Alignment::Center).into()
        } else {
            row![left.wrap().vertical_spacing(size::TIGHT), right.wrap().vertical_spacing(size::TIGHT)]
                .spacing(size::INSIDE)
                .align_y(Alignment::Center)
                .wrap()
                .vertical_spacing(size::TIGHT)
                .into()
        };
        let body = container(content)
            .width(Fill)
            .align_y(Alignment::Center)
            .padding(Padding::from([size::TIGHT, edge]));
        let body = container(body).style(ground(|p| p.bg));
        column![body, line_across()].into()
    }
}
