//! Questions that need an answer, over the page.
//!
//! Esc is always the harmless answer; the screen that asks gives the harmless button the focus.
//!
//! ```no_run
//! use chenjian::gui::{Element, widget::{Dialog, button, dialog_layer, text}};
//! let ask = Dialog::new("清除这一行", text("已经写下的症状会去掉。"))
//!     .button(button("不清除").id("harmless").key("Esc").on_press(false))
//!     .button(button("清除").danger().on_press(true));
//! let window: Element<'_, bool> = dialog_layer(text("…"), Some(ask));
//! ```

use std::borrow::Cow;

use iced::Length::{Fill, Shrink};
use iced::widget::{Row, center, column, container, opaque, scrollable, stack};
use iced::{Alignment, Background, Border, Color, Padding, border};

use super::{focus_fence, text};
use crate::gui::Element;
use crate::gui::theme::{Theme, size};

/// A question with its answers.
pub struct Dialog<'a, M> {
    title: Cow<'a, str>,
    body: Element<'a, M>,
    buttons: Vec<Element<'a, M>>,
    wide: bool,
}

impl<'a, M: 'a> Dialog<'a, M> {
    /// A question: title and what it means.
    pub fn new(title: impl Into<Cow<'a, str>>, body: impl Into<Element<'a, M>>) -> Self {
        Self { title: title.into(), body: body.into(), buttons: Vec::new(), wide: false }
    }

    /// An answer; the harmless one first.
    pub fn button(mut self, button: impl Into<Element<'a, M>>) -> Self {
        self.buttons.push(button.into());
        self
    }

    /// 640 px instead of 480: lists.
    pub const fn wide(mut self) -> Self {
        self.wide = true;
        self
    }

    fn view(self) -> Element<'a, M> {
        let answers = Row::with_children(self.buttons).spacing(size::GAP).wrap().vertical_spacing(size::GAP);
        let body =
            scrollable(container(self.body).width(Fill).padding(Padding { right: 12.0, ..Padding::ZERO }));
        let width = if self.wide { 640.0 } else { 480.0 };
        // A column that shrinks measures what fills its width last: the body scrolls in what the answers leave.
        let sheet = column![
            container(text(self.title).section()).width(width - 2.0 * size::ROOMY),
            container(body).max_height(420).width(Fill),
            answers,
        ]
        .width(Shrink)
        .align_x(Alignment::End)
        .spacing(size::EDGE)
        .padding(size::ROOMY);
        let sheet = container(sheet).max_width(width).style(|theme: &Theme| {
            let palette = theme.palette();
            container::Style {
                background: Some(Background::Color(palette.surface)),
                border: Border { color: palette.control, width: 1.0, radius: border::radius(size::RADIUS) },
                ..container::Style::default()
            }
        });
        let veil = center(sheet).padding(size::GAP).style(|_: &Theme| container::Style {
            background: Some(Background::Color(Color { a: 0.5, ..Color::BLACK })),
            ..container::Style::default()
        });
        opaque(veil)
    }
}

/// The page with a question over it, or the page alone; the page keeps its state in both cases.
pub fn dialog_layer<'a, M: 'a>(
    page: impl Into<Element<'a, M>>,
    dialog: Option<Dialog<'a, M>>,
) -> Element<'a, M> {
    let page = focus_fence(page, dialog.is_some());
    stack![page].push(dialog.map(Dialog::view)).width(Fill).height(Fill).into()
}
