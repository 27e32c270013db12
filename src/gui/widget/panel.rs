//! Sheets on the desk: a panel, with or without a head; what stands in it while it is empty.
//!
//! ```no_run
//! use chenjian::gui::{Element, widget::{button, empty_state, panel, text}};
//! let todo: Element<'_, ()> = panel(text("…")).head("待办", Some(text("按截止时间").small())).into();
//! let none: Element<'_, ()> = empty_state("还没有学生名册", Some(button("导入名册").primary().on_press(())));
//! ```

use std::borrow::Cow;

use iced::advanced::widget::Tree;
use iced::advanced::{Layout, Widget, mouse, renderer};
use iced::widget::{column, container, row, rule, space};
use iced::{Alignment, Background, Border, Length, Length::Fill, Rectangle, border};

use super::forward::forward;
use super::look::{fill_in_tiles, hairline};

use crate::gui::Element;
use crate::gui::theme::{Theme, size};
use crate::gui::widget::text;

/// White ground with a hairline around. Its content brings its own padding.
pub fn panel<'a, M>(content: impl Into<Element<'a, M>>) -> Panel<'a, M> {
    Panel { content: content.into(), head: None, width: Length::Fill, height: Length::Shrink }
}

/// A panel as a part of a view.
pub struct Panel<'a, M> {
    content: Element<'a, M>,
    head: Option<Element<'a, M>>,
    width: Length,
    height: Length,
}

impl<'a, M: 'a> Panel<'a, M> {
    /// A head of 34 px with a title and something at its right.
    pub fn head(mut self, title: impl Into<Cow<'a, str>>, right: Option<impl Into<Element<'a, M>>>) -> Self {
        let line = row![text(title).bold(), space().width(Fill)]
            .push(right.map(Into::into))
            .spacing(size::GAP)
            .align_y(Alignment::Center);
        let head = container(line)
            .width(Fill)
            .height(size::CONTROL)
            .align_y(Alignment::Center)
            .padding([0.0, size::INSIDE])
            .style(|theme: &Theme| container::Style {
                background: Some(Background::Color(theme.palette().head)),
                ..container::Style::default()
            });
        self.head = Some(column![head, rule::horizontal(1)].into());
        self
    }

    /// Its width; all there is by default.
    pub fn width(mut self, width: impl Into<Length>) -> Self {
        self.width = width.into();
        self
    }

    /// Its height; what it needs by default.
    pub fn height(mut self, height: impl Into<Length>) -> Self {
        self.height = height.into();
        self
    }
}

impl<'a, M: 'a> From<Panel<'a, M>> for Element<'a, M> {
    fn from(panel: Panel<'a, M>) -> Self {
        let body = column![].push(panel.head).push(panel.content).width(panel.width).height(panel.height);
        Element::new(Sheet { part: container(body).padding(1).into() })
    }
}

/// Draws the ground and the hairline under a panel.
struct Sheet<'a, M> {
    part: Element<'a, M>,
}

impl<M> Widget<M, Theme, iced::Renderer> for Sheet<'_, M> {
    fn draw(
        &self,
        tree: &Tree,
        renderer: &mut iced::Renderer,
        theme: &Theme,
        style: &renderer::Style,
        layout: Layout<'_>,
        cursor: mouse::Cursor,
        viewport: &Rectangle,
    ) {
        let (bounds, palette) = (layout.bounds(), theme.palette());
        let shape = Border { radius: border::radius(size::RADIUS), ..Border::default() };
        fill_in_tiles(renderer, bounds, shape, palette.surface);
        hairline(renderer, bounds, size::RADIUS, palette.line, palette.surface);
        if let Some(inside) = tree.children.first() {
            self.part.as_widget().draw(inside, renderer, theme, style, layout, cursor, viewport);
        }
    }

    forward!(part: children diff size layout operate update mouse_interaction overlay);
}

/// One sentence and one button where the rows would be.
pub fn empty_state<'a, M: 'a>(
    sentence: impl Into<Cow<'a, str>>,
    button: Option<impl Into<Element<'a, M>>>,
) -> Element<'a, M> {
    let middle = column![text(sentence).center()].push(button.map(Into::into));
    container(middle.spacing(size::INSIDE).align_x(Alignment::Center))
        .width(Fill)
        .align_x(Alignment::Center)
        .padding(size::WIZARD)
        .into()
}
