//! The preview of paper: the same boxes that become PDF, always paper-white and ink.
//!
//! Drawn box by box and not on a canvas: under the software renderer each text of a canvas costs a mask of the
//! window's size, and a form has hundreds.
//!
//! ```no_run
//! use chenjian::gui::{Element, widget::{Zoom, paper_view}};
//! use chenjian::paper::layout::Sheet;
//! let sheet = Sheet { width: 210.0, height: 297.0, items: vec![] };
//! let preview: Element<'_, ()> = paper_view("sheet", &sheet, Zoom::Page, |_| ());
//! ```

use iced::Length::Fill;
use iced::advanced::widget::{Id, Operation, Tree};
use iced::advanced::{Layout, Widget, layout, mouse, renderer};
use iced::widget::{container, responsive, scrollable, space};
use iced::{Background, Border, Color, Length, Rectangle, Size, Vector};

use super::brush::{Brush, between};
use super::look::fill;
use crate::gui::Element;
use crate::gui::theme::{Palette, Theme, size};
use crate::paper::layout::{Ink, Sheet};

/// Logical pixels per millimetre at 100 %.
const FULL: f32 = 96.0 / 25.4;

/// How large the sheet is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Zoom {
    /// The whole page.
    #[default]
    Page,
    /// As wide as there is room.
    Width,
    /// Per cent of its true size.
    Percent(u16),
}

impl Zoom {
    /// Pixels per millimetre for a sheet in a room in pixels.
    pub fn scale(self, sheet: &Sheet, room: Size) -> f32 {
        let wide = (room.width - 2.0 * size::EDGE) / sheet.width.max(1.0);
        let high = (room.height - 2.0 * size::EDGE) / sheet.height.max(1.0);
        let scale = match self {
            Self::Page => wide.min(high),
            Self::Width => wide,
            Self::Percent(percent) => FULL * f32::from(percent) / 100.0,
        };
        scale.max(0.1)
    }

    /// The per cent that a sheet has in a room, for the label between − and +.
    pub fn percent(self, sheet: &Sheet, room: Size) -> u16 {
        (self.scale(sheet, room) / FULL * 100.0).round() as u16
    }
}

/// How much of a scrolled sheet lies beyond its room.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Reach {
    /// Whether something lies above.
    pub above: bool,
    /// Whether something lies below.
    pub below: bool,
    /// Height of the room, px.
    pub room: f32,
}

/// A sheet on the desk, scrollable where it is larger than the room; `id` names the scrolled area, `seen` is
/// told what lies beyond it.
pub fn paper_view<'a, M: 'a>(
    id: impl Into<Id>,
    sheet: &'a Sheet,
    zoom: Zoom,
    seen: fn(Reach) -> M,
) -> Element<'a, M> {
    let id = id.into();
    let view = responsive(move |room| {
        let scale = zoom.scale(sheet, room);
        let paper = Element::new(Paper { sheet, scale });
        let width = (sheet.width * scale + 2.0 * size::EDGE).max(room.width - 1.0);
        let height = (sheet.height * scale + 2.0 * size::EDGE).max(room.height - 1.0);
        let middle = container(paper).center_x(width).center_y(height);
        let bar = scrollable::Scrollbar::new().width(10).scroller_width(5);
        scrollable(middle)
            .id(id.clone())
            .direction(scrollable::Direction::Both { vertical: bar, horizontal: bar })
            .on_scroll(move |view| {
                let (at, room) = (view.absolute_offset().y, view.bounds().height);
                let below = at + room < view.content_bounds().height - 1.0;
                seen(Reach { above: at > 1.0, below, room })
            })
            .width(Fill)
            .height(Fill)
            .into()
    });
    desk(view)
}

/// The desk before there is a sheet to lie on it.
pub fn empty_desk<'a, M: 'a>() -> Element<'a, M> {
    desk(space())
}

fn desk<'a, M: 'a>(lying: impl Into<Element<'a, M>>) -> Element<'a, M> {
    container(lying)
        .width(Fill)
        .height(Fill)
        .style(|theme: &Theme| container::Style {
            background: Some(Background::Color(theme.palette().desk)),
            ..container::Style::default()
        })
        .into()
}

struct Paper<'a> {
    sheet: &'a Sheet,
    scale: f32,
}

/// Ink of a brightness between the palette's ink and paper.
fn on_paper(palette: &Palette, ink: Ink) -> Color {
    between(palette.ink, palette.paper, ink.brightness())
}

impl<M> Widget<M, Theme, iced::Renderer> for Paper<'_> {
    fn size(&self) -> Size<Length> {
        let size = Size::new(self.sheet.width, self.sheet.height) * self.scale;
        Size::new(Length::Fixed(size.width), Length::Fixed(size.height))
    }

    fn layout(&mut self, _: &mut Tree, _: &iced::Renderer, _: &layout::Limits) -> layout::Node {
        layout::Node::new(Size::new(self.sheet.width, self.sheet.height) * self.scale)
    }

    fn operate(
        &mut self,
        _: &mut Tree,
        layout: Layout<'_>,
        _: &iced::Renderer,
        operation: &mut dyn Operation,
    ) {
        for text in self.sheet.texts() {
            let [left, top, right, bottom] = text.bounds();
            let corner = layout.position() + Vector::new(left, top) * self.scale;
            let place = Rectangle::new(corner, Size::new(right - left, bottom - top) * self.scale);
            operation.text(None, place, &text.text);
        }
    }

    fn draw(
        &self,
        _: &Tree,
        renderer: &mut iced::Renderer,
        theme: &Theme,
        _: &renderer::Style,
        layout: Layout<'_>,
        _: mouse::Cursor,
        viewport: &Rectangle,
    ) {
        let palette = theme.palette();
        let bounds = layout.bounds();
        let Some(viewport) = bounds.expand(1.0).intersection(viewport) else { return };
        let edge = Border { color: palette.control, width: 1.0, radius: iced::border::radius(0) };
        fill(renderer, bounds.expand(1.0), edge, palette.paper);
        let inks = |ink| on_paper(palette, ink);
        Brush::new(renderer, &inks, (bounds.position(), self.scale), viewport).draw(&self.sheet.items);
    }
}
