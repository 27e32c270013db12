//! The marks of a row in columns of one width: one widget, since a class has hundreds of them.
//!
//! ```no_run
//! use chenjian::gui::{Element, widget::{Mark, MarkCell, marks}};
//! let cells = vec![MarkCell { mark: Mark::Recorded, group: true }, MarkCell { mark: Mark::None, group: false }];
//! let row: Element<'_, usize> = marks(cells, 27.0, |index| index);
//! ```

use iced::advanced::svg::{self, Renderer as _};
use iced::advanced::widget::{Tree, tree};
use iced::advanced::{Clipboard, Layout, Shell, Widget, layout, mouse, renderer};
use iced::{Border, Event, Length, Rectangle, Size};

use super::icon::{Icon, handle};
use super::look::fill;
use crate::gui::Element;
use crate::gui::theme::{Theme, size};

/// What a cell holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Mark {
    /// Nothing.
    #[default]
    None,
    /// A check in bad.
    Recorded,
    /// A check in hints: it follows from something else in the row.
    Derived,
    /// A hollow ring in prop.
    Proposed,
}

/// A cell of a row of marks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct MarkCell {
    /// What it holds.
    pub mark: Mark,
    /// Whether a group of columns begins with it: its line has the colour of controls.
    pub group: bool,
}

/// A row of marks, each `width` px wide, closed by a line; a click gives the index of the cell.
pub fn marks<'a, M: 'a>(
    cells: Vec<MarkCell>,
    width: f32,
    on_press: impl Fn(usize) -> M + 'a,
) -> Element<'a, M> {
    Element::new(Marks { cells, width, on_press })
}

struct Marks<F> {
    cells: Vec<MarkCell>,
    width: f32,
    on_press: F,
}

/// What a row of marks keeps between views.
#[derive(Debug, Default)]
struct Kept {
    hovered: Option<usize>,
    pressed: Option<usize>,
}

impl<F> Marks<F> {
    fn at(&self, cursor: mouse::Cursor, bounds: Rectangle) -> Option<usize> {
        let place = cursor.position_in(bounds)?;
        Some((place.x / self.width) as usize).filter(|index| *index < self.cells.len())
    }

    fn cell(&self, index: usize, bounds: Rectangle) -> Rectangle {
        Rectangle { x: bounds.x + self.width * index as f32, width: self.width, ..bounds }
    }
}

impl<M, F: Fn(usize) -> M> Widget<M, Theme, iced::Renderer> for Marks<F> {
    fn tag(&self) -> tree::Tag {
        tree::Tag::of::<Kept>()
    }

    fn state(&self) -> tree::State {
        tree::State::new(Kept::default())
    }

    fn size(&self) -> Size<Length> {
        Size::new(Length::Fixed(self.width * self.cells.len() as f32 + 1.0), Length::Fill)
    }

    fn layout(&mut self, _: &mut Tree, _: &iced::Renderer, limits: &layout::Limits) -> layout::Node {
        let width = self.width * self.cells.len() as f32 + 1.0;
        layout::atomic(limits, Length::Fixed(width), Length::Fill)
    }

    fn update(
        &mut self,
        tree: &mut Tree,
        event: &Event,
        layout: Layout<'_>,
        cursor: mouse::Cursor,
        _renderer: &iced::Renderer,
        _clipboard: &mut dyn Clipboard,
        shell: &mut Shell<'_, M>,
        _viewport: &Rectangle,
    ) {
        let kept = tree.state.downcast_mut::<Kept>();
        let Event::Mouse(event) = event else { return };
        let here = self.at(cursor, layout.bounds());
        match event {
            mouse::Event::CursorMoved { .. } | mouse::Event::CursorLeft if kept.hovered != here => {
                kept.hovered = here;
                shell.request_redraw();
            }
            mouse::Event::ButtonPressed(mouse::Button::Left) => {
                kept.pressed = here;
                if here.is_some() {
                    shell.capture_event();
                }
            }
            mouse::Event::ButtonReleased(mouse::Button::Left) => {
                if let (Some(index), true) = (kept.pressed.take(), here.is_some()) {
                    if here == Some(index) {
                        shell.publish((self.on_press)(index));
                    }
                    shell.capture_event();
                }
            }
            _ => {}
        }
    }

    fn draw(
        &self,
        tree: &Tree,
        renderer: &mut iced::Renderer,
        theme: &Theme,
        _style: &renderer::Style,
        layout: Layout<'_>,
        _cursor: mouse::Cursor,
        viewport: &Rectangle,
    ) {
        let bounds = layout.bounds();
        if bounds.intersection(viewport).is_none() {
            return;
        }
        let palette = theme.palette();
        let kept = tree.state.downcast_ref::<Kept>();
        for (index, cell) in self.cells.iter().enumerate() {
            let place = self.cell(index, bounds);
            if kept.hovered == Some(index) {
                fill(renderer, place, Border::default(), palette.accentsoft);
            }
            let line = Rectangle { width: 1.0, ..place };
            let ink = if cell.group { palette.control } else { palette.line };
            fill(renderer, line, Border::default(), ink);
            let (picture, color) = match cell.mark {
                Mark::None => continue,
                Mark::Recorded => (Icon::Check, palette.bad),
                Mark::Derived => (Icon::Check, palette.text2),
                Mark::Proposed => (Icon::Ring, palette.prop),
            };
            let spot = Rectangle {
                x: (place.x + (place.width + 1.0 - size::ICON) / 2.0).round(),
                y: (place.y + (place.height - size::ICON) / 2.0).round(),
                width: size::ICON,
                height: size::ICON,
            };
            renderer.draw_svg(svg::Svg::new(handle(picture)).color(color), spot, *viewport);
        }
        let end = Rectangle { x: bounds.x + bounds.width - 1.0, width: 1.0, ..bounds };
        fill(renderer, end, Border::default(), palette.control);
    }

    fn mouse_interaction(
        &self,
        _tree: &Tree,
        layout: Layout<'_>,
        cursor: mouse::Cursor,
        _viewport: &Rectangle,
        _renderer: &iced::Renderer,
    ) -> mouse::Interaction {
        match self.at(cursor, layout.bounds()) {
            Some(_) => mouse::Interaction::Pointer,
            None => mouse::Interaction::None,
        }
    }
}
