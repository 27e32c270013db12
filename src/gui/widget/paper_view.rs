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
use iced::advanced::graphics::geometry::{Frame, Renderer as _};
use iced::advanced::text::{Alignment, LineHeight, Renderer as _, Shaping, Wrapping};
use iced::advanced::widget::{Id, Operation, Tree};
use iced::advanced::{Layout, Widget, layout, mouse, renderer};
use iced::widget::{canvas, container, responsive, scrollable};
use iced::{Background, Border, Color, Font, Length, Pixels, Point, Rectangle, Size, Vector};

use super::look::fill;
use crate::gui::Element;
use crate::gui::theme::{Palette, Theme, font, size};
use crate::paper::font::{FontKind, Fonts};
use crate::paper::layout::{Ink, Item, Line, Rect, Sheet, Strokes, Text};

/// Logical pixels per millimetre at 100 %.
const FULL: f32 = 96.0 / 25.4;
/// Height of a line of the shipped faces and the place of its baseline, in em.
const LINE: f32 = 1.448;
const ABOVE: f32 = 1.16;
/// The thinnest line that still shows, px.
const HAIR: f32 = 0.7;

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
    container(view)
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
fn color(palette: &Palette, ink: Ink) -> Color {
    let share = ink.brightness();
    let mix = |ink: f32, paper: f32| ink + (paper - ink) * share;
    let (ink, paper) = (palette.ink, palette.paper);
    Color::from_rgb(mix(ink.r, paper.r), mix(ink.g, paper.g), mix(ink.b, paper.b))
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

/// Draws the boxes of a sheet with its corner at `origin`.
struct Brush<'a> {
    renderer: &'a mut iced::Renderer,
    palette: &'a Palette,
    origin: Point,
    scale: f32,
    viewport: Rectangle,
    /// Read only where letters stand apart.
    fonts: Option<Fonts>,
}

impl Brush<'_> {
    fn at(&self, x: f32, y: f32) -> Point {
        Point::new(self.origin.x + x * self.scale, self.origin.y + y * self.scale)
    }

    fn rect(&mut self, rect: &Rect) {
        let bounds = Rectangle::new(self.at(rect.x, rect.y), Size::new(rect.width, rect.height) * self.scale);
        let border = rect.border.map_or(Border::default(), |width| Border {
            color: self.palette.ink,
            width: (width * self.scale).max(HAIR),
            radius: iced::border::radius(0),
        });
        // On paper the border is centred on the edge, here it lies inside.
        let bounds = bounds.expand(border.width / 2.0);
        let ground = rect.fill.map_or(Color::TRANSPARENT, |ink| color(self.palette, ink));
        fill(self.renderer, bounds, border, ground);
    }

    fn line(&mut self, line: &Line) {
        let (from, to) = (self.at(line.from[0], line.from[1]), self.at(line.to[0], line.to[1]));
        let width = (line.width * self.scale).max(HAIR);
        let ink = color(self.palette, line.ink);
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
        let ink = color(self.palette, strokes.ink);
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
        self.renderer.fill_text(set, top, color(self.palette, text.ink), room);
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
            color: color(self.palette, text.ink),
            size: Pixels(em),
            line_height: LineHeight::Absolute(Pixels(LINE * em)),
            font: face(text.font),
            ..canvas::Text::default()
        });
        self.renderer.draw_geometry(frame.into_geometry());
    }
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
        let mut brush =
            Brush { renderer, palette, origin: bounds.position(), scale: self.scale, viewport, fonts: None };
        for item in &self.sheet.items {
            match item {
                Item::Text(text) => brush.text(text),
                Item::Line(line) => brush.line(line),
                Item::Strokes(strokes) => brush.strokes(strokes),
                Item::Rect(rect) => brush.rect(rect),
            }
        }
    }
}
