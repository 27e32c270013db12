//! Text that never spills: it wraps or shortens, and tells a test when it has too little room.
//!
//! ```no_run
//! use chenjian::gui::{Element, theme::Ink, widget::text};
//! let title: Element<'_, ()> = text("三（2）班今日呕吐 3 人").section().into();
//! let name: Element<'_, ()> = text("欧阳若兰").shorten().ink(Ink::Text2).into();
//! ```

use std::borrow::Cow;

use iced::advanced::text::paragraph::Plain;
use iced::advanced::text::{Alignment, LineHeight, Renderer as _, Shaping, Wrapping};
use iced::advanced::widget::{Operation, Tree, tree};
use iced::advanced::{Layout, Widget, layout, mouse, renderer};
use iced::{Font, Length, Pixels, Rectangle, Size, alignment};

use crate::gui::theme::{Ink, Theme, font, size};

type Paragraph = <iced::Renderer as iced::advanced::text::Renderer>::Paragraph;

/// What a text does where its line is too long.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Fit {
    /// It takes more lines, broken by the Chinese rules.
    #[default]
    Wrap,
    /// It stays on one line; the view must give it room.
    Line,
    /// It ends in …; the view shows the whole elsewhere.
    End,
    /// It keeps beginning and end around ….
    Middle,
    /// 15 px, where that is too wide 13 px, then … in the middle: names.
    Name,
    /// 15 px on one line, where that is too wide 13 px on at most two, then ….
    Two,
}

/// What a text tells an operation about its room, through `Operation::custom`.
#[derive(Debug, Clone, PartialEq)]
pub struct Report {
    /// The whole text.
    pub content: String,
    /// The room it needs as it is set.
    pub need: Size,
    /// Whether … stands for a part of it.
    pub shortened: bool,
    /// Height of a line.
    pub line: f32,
}

/// Body text in the colour around it; change both with the methods.
pub fn text<'a>(content: impl Into<Cow<'a, str>>) -> Text<'a> {
    Text {
        content: content.into(),
        kind: size::BODY,
        font: font::REGULAR,
        ink: Ink::Inherit,
        fit: Fit::Wrap,
        width: Length::Shrink,
        align: Alignment::Left,
    }
}

/// A text as a part of a view.
#[derive(Debug, Clone)]
pub struct Text<'a> {
    content: Cow<'a, str>,
    kind: size::Type,
    font: Font,
    ink: Ink,
    fit: Fit,
    width: Length,
    align: Alignment,
}

impl Text<'_> {
    /// A figure of the sum: 26 px bold, one line.
    pub fn figure(mut self) -> Self {
        self.kind = size::FIGURE;
        self.bold().line()
    }

    /// Title of a page: 22 px bold.
    pub fn title(mut self) -> Self {
        self.kind = size::TITLE;
        self.bold()
    }

    /// Title of a section, alert or dialog: 17 px bold.
    pub fn section(mut self) -> Self {
        self.kind = size::SECTION;
        self.bold()
    }

    /// 13 px: heads, hints, times.
    pub const fn small(mut self) -> Self {
        self.kind = size::SMALL;
        self
    }

    /// 13 px on lines of 17 px: the stacked letters of a vertical head.
    pub const fn stacked(mut self) -> Self {
        self.kind = size::STACKED;
        self
    }

    /// The bold weight.
    pub const fn bold(mut self) -> Self {
        self.font = font::BOLD;
        self
    }

    /// Bold where a condition holds.
    pub const fn bold_if(self, condition: bool) -> Self {
        if condition { self.bold() } else { self }
    }

    /// Its colour.
    pub const fn ink(mut self, ink: Ink) -> Self {
        self.ink = ink;
        self
    }

    /// One line that must have its room: figures, times, class names, labels of buttons.
    pub const fn line(mut self) -> Self {
        self.fit = Fit::Line;
        self
    }

    /// Shortened at the end where it is too long.
    pub const fn shorten(mut self) -> Self {
        self.fit = Fit::End;
        self
    }

    /// Shortened in the middle where it is too long.
    pub const fn shorten_middle(mut self) -> Self {
        self.fit = Fit::Middle;
        self
    }

    /// A name: smaller where it is too long, then shortened in the middle.
    pub const fn name(mut self) -> Self {
        self.fit = Fit::Name;
        self
    }

    /// One line, where it is too long two small ones, then shortened.
    pub const fn two(mut self) -> Self {
        self.fit = Fit::Two;
        self
    }

    /// Its width; what it needs by default.
    pub fn width(mut self, width: impl Into<Length>) -> Self {
        self.width = width.into();
        self
    }

    /// Right-aligned in its width.
    pub const fn right(mut self) -> Self {
        self.align = Alignment::Right;
        self
    }

    /// Centred in its width.
    pub const fn center(mut self) -> Self {
        self.align = Alignment::Center;
        self
    }

    fn set<'b>(&self, content: &'b str, bounds: Size) -> iced::advanced::Text<&'b str, Font> {
        self.set_as(content, bounds, self.kind, self.fit == Fit::Wrap)
    }

    fn set_as<'b>(
        &self,
        content: &'b str,
        bounds: Size,
        kind: size::Type,
        wraps: bool,
    ) -> iced::advanced::Text<&'b str, Font> {
        iced::advanced::Text {
            content,
            bounds,
            size: Pixels(kind.size),
            line_height: LineHeight::Absolute(Pixels(kind.line)),
            font: self.font,
            align_x: self.align,
            align_y: alignment::Vertical::Top,
            shaping: Shaping::Auto,
            wrapping: if wraps { Wrapping::WordOrGlyph } else { Wrapping::None },
        }
    }

    /// Size and wrapping that a too long text steps down to before it is shortened.
    const fn smaller(&self) -> (size::Type, bool) {
        match self.fit {
            Fit::Name => (size::SMALL, false),
            Fit::Two => (size::SMALL, true),
            _ => (self.kind, false),
        }
    }

    /// Whether a paragraph has its room: one line, or two where it may wrap.
    fn fits(&self, need: Size, room: f32) -> bool {
        need.width <= room && (self.fit != Fit::Two || need.height <= 2.0 * size::SMALL.line + 0.5)
    }

    /// The longest form with … that fits into a width.
    fn shortened(&self, room: f32) -> String {
        let letters: Vec<char> = self.content.chars().collect();
        let form = |kept: usize| -> String {
            let middle = matches!(self.fit, Fit::Middle | Fit::Name);
            let head = if middle { kept.div_ceil(2) } else { kept };
            let tail = kept - head;
            let start = letters.iter().take(head);
            let end = letters.iter().skip(letters.len() - tail);
            start.chain(std::iter::once(&'…')).chain(end).collect()
        };
        let (kind, wraps) = self.smaller();
        let bounds = Size::new(if wraps { room } else { f32::INFINITY }, f32::INFINITY);
        let fits = |kept: usize| {
            let set = self.set_as("", bounds, kind, wraps).with_content(form(kept));
            self.fits(Plain::<Paragraph>::new(set).min_bounds(), room)
        };
        let (mut low, mut high) = (0, letters.len());
        while low + 1 < high {
            let middle = usize::midpoint(low, high);
            if fits(middle) { low = middle } else { high = middle }
        }
        form(low)
    }
}

/// What a text keeps between views.
#[derive(Default)]
struct Kept {
    paragraph: Plain<Paragraph>,
    /// The shortened form with the whole text and the room that it was made for.
    short: Option<(String, f32, String)>,
    /// The room needed by what is shown.
    need: Size,
}

impl<M> Widget<M, Theme, iced::Renderer> for Text<'_> {
    fn tag(&self) -> tree::Tag {
        tree::Tag::of::<Kept>()
    }

    fn state(&self) -> tree::State {
        tree::State::new(Kept::default())
    }

    fn size(&self) -> Size<Length> {
        Size::new(self.width, Length::Shrink)
    }

    fn layout(
        &mut self,
        tree: &mut Tree,
        _renderer: &iced::Renderer,
        limits: &layout::Limits,
    ) -> layout::Node {
        let kept = tree.state.downcast_mut::<Kept>();
        layout::sized(limits, self.width, Length::Shrink, |limits| {
            let bounds = Size::new(limits.max().width, f32::INFINITY);
            kept.paragraph.update(self.set(&self.content, bounds));
            kept.need = kept.paragraph.min_bounds();
            if matches!(self.fit, Fit::Wrap | Fit::Line) || kept.need.width <= bounds.width {
                kept.short = None;
                return kept.need;
            }
            let (kind, wraps) = self.smaller();
            if matches!(self.fit, Fit::Name | Fit::Two) {
                kept.paragraph.update(self.set_as(&self.content, bounds, kind, wraps));
                kept.need = kept.paragraph.min_bounds();
                if self.fits(kept.need, bounds.width) {
                    kept.short = None;
                    return kept.need;
                }
            }
            let fresh = matches!(&kept.short, Some((whole, room, _)) if *whole == self.content && (*room - bounds.width).abs() < 0.01);
            if !fresh {
                kept.short = Some((self.content.to_string(), bounds.width, self.shortened(bounds.width)));
            }
            if let Some((_, _, short)) = &kept.short {
                kept.paragraph.update(self.set_as(short, bounds, kind, wraps));
            }
            kept.need = kept.paragraph.min_bounds();
            kept.need
        })
    }

    fn draw(
        &self,
        tree: &Tree,
        renderer: &mut iced::Renderer,
        theme: &Theme,
        style: &renderer::Style,
        layout: Layout<'_>,
        _cursor: mouse::Cursor,
        viewport: &Rectangle,
    ) {
        let kept = tree.state.downcast_ref::<Kept>();
        let color = self.ink.over(theme.palette(), style.text_color);
        let anchor = layout.bounds().anchor(
            kept.paragraph.min_bounds(),
            kept.paragraph.align_x(),
            kept.paragraph.align_y(),
        );
        renderer.fill_paragraph(kept.paragraph.raw(), anchor, color, *viewport);
    }

    fn operate(
        &mut self,
        tree: &mut Tree,
        layout: Layout<'_>,
        _renderer: &iced::Renderer,
        operation: &mut dyn Operation,
    ) {
        let kept = tree.state.downcast_ref::<Kept>();
        operation.text(None, layout.bounds(), &self.content);
        let mut report = Report {
            content: self.content.to_string(),
            need: kept.need,
            shortened: kept.short.is_some(),
            line: self.kind.line,
        };
        operation.custom(None, layout.bounds(), &mut report);
    }
}

impl<'a, M: 'a> From<Text<'a>> for crate::gui::Element<'a, M> {
    fn from(text: Text<'a>) -> Self {
        Self::new(text)
    }
}
