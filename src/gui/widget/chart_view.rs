//! A picture in the window: the same boxes that are printed, in the colours of the appearance, with one place marked.
//!
//! ```no_run
//! use chenjian::gui::{Element, widget::chart_view};
//! use chenjian::paper::chart::Chart;
//! let picture: Element<'_, (usize, usize)> =
//!     chart_view(|_, _| Chart::default(), Some((0, 0)), |day, row| (day, row)).into();
//! ```

use iced::advanced::widget::{Operation, Tree};
use iced::advanced::{Clipboard, Layout, Shell, Widget, layout, mouse, renderer};
use iced::{Border, Color, Event, Length, Rectangle, Size, Vector};

use super::brush::{Brush, between};
use super::look::fill;
use crate::gui::Element;
use crate::gui::theme::{Palette, Theme, size};
use crate::paper::chart::{Chart, Spot};
use crate::paper::layout::{Frame, Ink, Item};

/// Draws a picture into a region in pixels, with texts of that size.
type Draw<'a> = Box<dyn Fn(Frame, f32) -> Chart + 'a>;

/// A picture that fills its room; `marked` is the day and row that keys mean, `on_spot` is told of a click.
pub fn chart_view<'a, M: 'a>(
    draw: impl Fn(Frame, f32) -> Chart + 'a,
    marked: Option<(usize, usize)>,
    on_spot: impl Fn(usize, usize) -> M + 'a,
) -> Element<'a, M> {
    Element::new(ChartView {
        draw: Box::new(draw),
        marked,
        on_spot: Box::new(on_spot),
        chart: Chart::default(),
    })
}

struct ChartView<'a, M> {
    draw: Draw<'a>,
    marked: Option<(usize, usize)>,
    on_spot: Box<dyn Fn(usize, usize) -> M + 'a>,
    chart: Chart,
}

/// The colours of a picture: texts and lines as everywhere, parts in the colours of the states, each with its hatching.
pub(in crate::gui) fn on_screen(palette: &Palette, ink: Ink) -> Color {
    let soft = |color: Color, share: f32| between(palette.surface, color, share);
    match ink {
        Ink::Black | Ink::Step(4..) => palette.text,
        Ink::Grey => palette.text2,
        Ink::Light => palette.text3,
        Ink::Pale => palette.head,
        Ink::White | Ink::Step(0) => palette.surface,
        Ink::Step(1) => soft(palette.text, 0.1),
        Ink::Step(2) => soft(palette.text, 0.18),
        Ink::Step(3) => soft(palette.text, 0.28),
        Ink::Part(0) => palette.accent,
        Ink::Part(2) => soft(part(palette, 2), 0.3),
        Ink::Part(at) => soft(part(palette, at), 0.14),
        Ink::Hatch(at) => part(palette, at),
    }
}

const fn part(palette: &Palette, at: u8) -> Color {
    match at % 8 {
        0 | 5 => palette.accent,
        1 => palette.bad,
        2 => palette.ok,
        3 => palette.prop,
        4 => palette.warn,
        6 => palette.text2,
        _ => palette.control,
    }
}

impl<M> ChartView<'_, M> {
    fn spot(&self, day: usize, row: usize) -> Option<&Spot> {
        self.chart.spots.iter().find(|spot| (spot.day, spot.row) == (day, row))
    }
}

fn rectangle(frame: Frame) -> Rectangle {
    Rectangle { x: frame.x, y: frame.y, width: frame.width, height: frame.height }
}

impl<M> Widget<M, Theme, iced::Renderer> for ChartView<'_, M> {
    fn size(&self) -> Size<Length> {
        Size::new(Length::Fill, Length::Fill)
    }

    fn layout(&mut self, _: &mut Tree, _: &iced::Renderer, limits: &layout::Limits) -> layout::Node {
        let size = limits.max();
        let frame = Frame { x: 0.0, y: 0.0, width: size.width, height: size.height };
        self.chart = (self.draw)(frame, size::SMALL.size);
        layout::Node::new(size)
    }

    fn operate(
        &mut self,
        _: &mut Tree,
        layout: Layout<'_>,
        _: &iced::Renderer,
        operation: &mut dyn Operation,
    ) {
        for item in &self.chart.items {
            let Item::Text(text) = item else { continue };
            let [left, top, right, bottom] = text.bounds();
            let corner = layout.position() + Vector::new(left, top);
            let place = Rectangle::new(corner, Size::new(right - left, bottom - top));
            operation.text(None, place, &text.text);
        }
    }

    fn update(
        &mut self,
        _: &mut Tree,
        event: &Event,
        layout: Layout<'_>,
        cursor: mouse::Cursor,
        _: &iced::Renderer,
        _: &mut dyn Clipboard,
        shell: &mut Shell<'_, M>,
        _: &Rectangle,
    ) {
        let pressed = matches!(event, Event::Mouse(mouse::Event::ButtonPressed(mouse::Button::Left)));
        let place = cursor.position_in(layout.bounds()).filter(|_| pressed);
        let spot =
            place.and_then(|at| self.chart.spots.iter().find(|spot| rectangle(spot.frame).contains(at)));
        if let Some(spot) = spot {
            shell.publish((self.on_spot)(spot.day, spot.row));
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
        let Some(viewport) = bounds.intersection(viewport) else { return };
        let marked = self.marked.and_then(|(day, row)| self.spot(day, row)).map(|spot| {
            let place = rectangle(spot.frame) + Vector::new(bounds.x, bounds.y);
            place.expand(1.0)
        });
        let inks = |ink| on_screen(palette, ink);
        Brush::new(renderer, &inks, (bounds.position(), 1.0), viewport).draw(&self.chart.items);
        if let Some(place) = marked {
            // The first part is in accent colour, so that a frame of it would not show.
            let border = Border { color: palette.text, width: 2.0, radius: iced::border::radius(0) };
            fill(renderer, place, border, Color::TRANSPARENT);
        }
    }
}
