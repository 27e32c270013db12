//! Draws the boxes of paper and pictures on the screen.

use iced::advanced::graphics::geometry::{Frame, Renderer as _};
use iced::advanced::text::{Alignment, LineHeight, Renderer as _, Shaping, Wrapping};
use iced::widget::canvas;
use iced::{Border, Color, Font, Pixels, Point, Rectangle, Size, Vector};

use super::look::fill;
use crate::gui::theme::font;
use crate::paper::font::{FontKind, Fonts};
use crate::paper::layout::{Ink, Item, Line, Rect, Strokes, Text};

/// Height of a line of the shipped faces and the place of its baseline, in em.
const LINE: f32 = 1.448;
const ABOVE: f32 = 1.16;
/// The thinnest line that still shows, px.
const HAIR: f32 = 0.7;

/// A colour between two: 0 the first, 1 the second.
pub(super) fn between(first: Color, second: Color, share: f32) -> Color {
    let mix = |first: f32, second: f32| first + (second - first) * share;
    Color::from_rgb(mix(first.r, second.r), mix(first.g, second.g), mix(first.b, second.b))
}

/// The face on the screen; what the shipped faces lack, the renderer looks for itself.
const fn face(kind: FontKind) -> Font {
    match kind {
        FontKind::SansRegular | FontKind::System(_) => font::REGULAR,
        FontKind::SansBold => font::BOLD,
        FontKind::SerifRegular => font::SERIF,
        FontKind::SerifBold => font::SERIF_BOLD,
    }
}

/// Draws boxes with their corner at `origin`.
pub(super) struct Brush<'a> {
    renderer: &'a mut iced::Renderer,
    inks: &'a dyn Fn(Ink) -> Color,
    origin: Point,
    scale: f32,
    viewport: Rectangle,
    /// Read only where letters stand apart.
    fonts: Option<Fonts>,
}

impl<'a> Brush<'a> {
    /// A brush with its colours, that draws from a corner at so many pixels per millimetre.
    pub fn new(
        renderer: &'a mut iced::Renderer,
        inks: &'a dyn Fn(Ink) -> Color,
        (origin, scale): (Point, f32),
        viewport: Rectangle,
    ) -> Self {
        Self { renderer, inks, origin, scale, viewport, fonts: None }
    }

    /// Draws boxes in their order.
    pub fn draw(&mut self, items: &[Item]) {
        for item in items {
            match item {
                Item::Text(text) => self.text(text),
                Item::Line(line) => self.line(line),
                Item::Strokes(strokes) => self.strokes(strokes),
                Item::Rect(rect) => self.rect(rect),
            }
        }
    }

    fn at(&self, x: f32, y: f32) -> Point {
        Point::new(self.origin.x + x * self.scale, self.origin.y + y * self.scale)
    }

    fn rect(&mut self, rect: &Rect) {
        let bounds = Rectangle::new(self.at(rect.x, rect.y), Size::new(rect.width, rect.height) * self.scale);
        let border = rect.border.map_or(Border::default(), |width| Border {
            color: (self.inks)(Ink::Black),
            width: (width * self.scale).max(HAIR),
            radius: iced::border::radius(0),
        });
        // On paper the border is centred on the edge, here it lies inside.
        let bounds = bounds.expand(border.width / 2.0);
        let ground = rect.fill.map_or(Color::TRANSPARENT, self.inks);
        fill(self.renderer, bounds, border, ground);
    }

    fn line(&mut self, line: &Line) {
        let (from, to) = (self.at(line.from[0], line.from[1]), self.at(line.to[0], line.to[1]));
        let width = (line.width * self.scale).max(HAIR);
        let ink = (self.inks)(line.ink);
        let straight = (from.x - to.x).abs() < 0.01 || (from.y - to.y).abs() < 0.01;
        if straight && line.dash.is_none() {
            let corner = Point::new(from.x.min(to.x) - width / 2.0, from.y.min(to.y) - width / 2.0);
            let size = Size::new((from.x - to.x).abs() + width, (from.y - to.y).abs() + width);
            fill(self.renderer, Rectangle::new(corner, size), Border::default(), ink);
            return;
        }
        let dash = line.dash.map(|dash| dash.map(|length| length * self.scale));
        let stroke = canvas::Stroke {
            line_dash: canvas::LineDash { segments: dash.as_ref().map_or(&[], |d| d.as_slice()), offset: 0 },
            ..canvas::Stroke::default().with_color(ink).with_width(width)
        };
        let mut frame = self.frame();
        frame.stroke(&canvas::Path::line(from, to), stroke);
        self.renderer.draw_geometry(frame.into_geometry());
    }

    fn strokes(&mut self, strokes: &Strokes) {
        let path = canvas::Path::new(|path| {
            for [from, to] in &strokes.lines {
                path.move_to(self.at(from[0], from[1]));
                path.line_to(self.at(to[0], to[1]));
            }
        });
        let width = (strokes.width * self.scale).max(HAIR);
        let ink = (self.inks)(strokes.ink);
        let mut frame = self.frame();
        frame.stroke(&path, canvas::Stroke::default().with_color(ink).with_width(width));
        self.renderer.draw_geometry(frame.into_geometry());
    }

    fn frame(&self) -> Frame<iced::Renderer> {
        Frame::with_bounds(self.renderer, self.viewport)
    }

    fn text(&mut self, text: &Text) {
        if text.turned {
            self.turned(text);
        } else if text.tracking.abs() > f32::EPSILON {
            for (letter, offset) in text.offsets(self.fonts.get_or_insert_with(Fonts::shipped)) {
                self.run(text, letter.to_string(), offset);
            }
        } else {
            self.run(text, text.text.clone(), 0.0);
        }
    }

    fn run(&mut self, text: &Text, content: String, offset: f32) {
        let em = text.size * self.scale;
        let top = self.at(text.x + offset, text.baseline) - Vector::new(0.0, ABOVE * em);
        let width = text.width * self.scale + em;
        let room = Rectangle::new(top, Size::new(width, LINE * em));
        if room.intersection(&self.viewport).is_none() {
            return;
        }
        let set = iced::advanced::Text {
            content,
            bounds: room.size(),
            size: Pixels(em),
            line_height: LineHeight::Absolute(Pixels(LINE * em)),
            font: face(text.font),
            align_x: Alignment::Left,
            align_y: iced::alignment::Vertical::Top,
            shaping: Shaping::Auto,
            wrapping: Wrapping::None,
        };
        // The renderer clips a text to the scrolled area only if the text's own clip reaches beyond it.
        self.renderer.fill_text(set, top, (self.inks)(text.ink), room);
    }

    /// Text that reads upwards; rare, so drawn as shapes.
    fn turned(&mut self, text: &Text) {
        let em = text.size * self.scale;
        let place = self.at(text.x, text.baseline);
        let mut frame = self.frame();
        frame.translate(Vector::new(place.x, place.y));
        frame.rotate(-std::f32::consts::FRAC_PI_2);
        frame.fill_text(canvas::Text {
            content: text.text.clone(),
            position: Point::new(0.0, -ABOVE * em),
            color: (self.inks)(text.ink),
            size: Pixels(em),
            line_height: LineHeight::Absolute(Pixels(LINE * em)),
            font: face(text.font),
            ..canvas::Text::default()
        });
        self.renderer.draw_geometry(frame.into_geometry());
    }
}
