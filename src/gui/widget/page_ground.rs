//! The ground under everything, which differs from page to page though nobody sees it: the renderer draws anew only
//! what differs, and it forgets the edges of letters that reach beyond their box.
//!
//! ```no_run
//! use chenjian::gui::{Element, widget::{page_ground, text}};
//! let whole: Element<'_, ()> = page_ground(text("…"), 7);
//! ```

use iced::advanced::widget::Tree;
use iced::advanced::{Layout, Widget, mouse, renderer};
use iced::{Border, Color, Rectangle};

use super::forward::forward;
use super::look::fill_in_tiles;
use crate::gui::Element;
use crate::gui::theme::Theme;

/// Puts a part on the ground of a page, by the page's number.
pub fn page_ground<'a, M: 'a>(part: impl Into<Element<'a, M>>, page: u8) -> Element<'a, M> {
    Element::new(PageGround { part: part.into(), page })
}

struct PageGround<'a, M> {
    part: Element<'a, M>,
    page: u8,
}

impl<M> Widget<M, Theme, iced::Renderer> for PageGround<'_, M> {
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
        let bounds = layout.bounds();
        let unseen = Border { color: Color::from_rgb8(self.page, 0, 0), ..Border::default() };
        fill_in_tiles(renderer, bounds, unseen, theme.palette().bg);
        if let Some(inside) = tree.children.first() {
            self.part.as_widget().draw(inside, renderer, theme, style, layout, cursor, viewport);
        }
    }

    forward!(part: children diff size layout operate update mouse_interaction overlay);
}
