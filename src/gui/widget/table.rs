//! Tables: columns as data, a fixed head, rows that scroll, only whole rows in sight.
//!
//! Show at most [`PAGE`] rows; more are paged or made as [`LongRows`](super::LongRows), since every row is laid out.
//!
//! ```no_run
//! use chenjian::gui::{Element, widget::{Column, Columns, row_button, table, text}};
//! let columns = Columns::new(vec![Column::new("班级", 90), Column::new("在籍", 52).right(), Column::new("异常", iced::Fill)]);
//! let cells: Vec<Element<'_, ()>> = vec![text("六（2）").bold().line().into(), text("23").line().into(), text("").into()];
//! let rows = vec![row_button("class-6-2", columns.row(cells), ()).into()];
//! let view: Element<'_, ()> = table("classes", columns.head(), rows, 28.0);
//! ```

use iced::advanced::widget::Id;
use iced::widget::{Column as Stack, Row, Scrollable, column, container, row, rule, scrollable, space};
use iced::{Alignment, Background, Color, Length, Length::Fill, alignment::Horizontal};

use super::whole_rows::WholeRows;
use super::{key_cap, text};
use crate::gui::Element;
use crate::gui::theme::{Ink, Palette, Theme, size};

/// The most rows that a table shows at once.
pub const PAGE: usize = 60;

/// What parts a column from the one before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Parting {
    #[default]
    Nothing,
    Line,
    Group,
}

/// A column: head, width, alignment.
#[derive(Debug, Clone)]
pub struct Column {
    head: String,
    key: Option<String>,
    width: Length,
    align: Horizontal,
    parting: Parting,
    gap: f32,
}

impl Column {
    /// A column of words, left-aligned. The name takes `Fill`, the others what they need.
    pub fn new(head: impl Into<String>, width: impl Into<Length>) -> Self {
        Self {
            head: head.into(),
            key: None,
            width: width.into(),
            align: Horizontal::Left,
            parting: Parting::Nothing,
            gap: 8.0,
        }
    }

    /// A column of marks with a vertical head of two characters and its key below.
    pub fn mark(head: impl Into<String>, key: impl Into<String>) -> Self {
        let mut column = Self::new(head, 27).center();
        column.key = Some(key.into());
        column.parting = Parting::Line;
        column.gap = 1.0;
        column
    }

    /// Another width than usual for its kind.
    pub fn width(mut self, width: impl Into<Length>) -> Self {
        self.width = width.into();
        self
    }

    /// Without a gap at its sides: its cells bring their own.
    pub const fn flush(mut self) -> Self {
        self.gap = 0.0;
        self
    }

    /// Only a line in control colour: columns of marks end here.
    pub fn closing() -> Self {
        let mut column = Self::new("", 1).group();
        column.gap = 0.0;
        column
    }

    /// Figures.
    pub const fn right(mut self) -> Self {
        self.align = Horizontal::Right;
        self
    }

    /// Marks.
    pub const fn center(mut self) -> Self {
        self.align = Horizontal::Center;
        self
    }

    /// A line in control colour before it: a new group of columns.
    pub const fn group(mut self) -> Self {
        self.parting = Parting::Group;
        self
    }

    fn cell<'a, M: 'a>(&self, content: Element<'a, M>) -> Element<'a, M> {
        let pick: fn(&Palette) -> Color = match self.parting {
            Parting::Group => |palette| palette.control,
            _ => |palette| palette.line,
        };
        let parting = (self.parting != Parting::Nothing).then(|| {
            container(space()).width(1).height(Fill).style(move |theme: &Theme| container::Style {
                background: Some(Background::Color(pick(theme.palette()))),
                ..container::Style::default()
            })
        });
        let content = container(content)
            .width(Fill)
            .height(Fill)
            .align_x(self.align)
            .align_y(Alignment::Center)
            .padding([0.0, self.gap]);
        row![].push(parting).push(content).width(self.width).height(Fill).into()
    }

    fn head<'a, M: 'a>(&self, tall: bool) -> Element<'a, M> {
        let content: Element<'a, M> = if let Some(key) = &self.key {
            // Two characters, or a short word in two halves.
            let letters: Vec<char> = self.head.chars().collect();
            let (upper, lower) = letters.split_at(letters.len() / 2);
            let halves = [upper, lower]
                .map(|half| text(half.iter().collect::<String>()).stacked().line().ink(Ink::Text2).into());
            column![Stack::with_children(halves).align_x(Alignment::Center), key_cap(key)]
                .align_x(Alignment::Center)
                .spacing(4)
                .into()
        } else {
            let words = text(self.head.clone()).small().ink(Ink::Text2);
            let bottom = if tall { Alignment::End } else { Alignment::Center };
            container(words).height(Fill).align_y(bottom).padding([if tall { 4 } else { 0 }, 0]).into()
        };
        self.cell(content)
    }
}

/// The columns of a table.
#[derive(Debug, Clone)]
pub struct Columns(Vec<Column>);

impl Columns {
    /// Columns from left to right.
    pub const fn new(columns: Vec<Column>) -> Self {
        Self(columns)
    }

    /// The head, 28 px or 65 px where it has vertical heads, closed by a control rule.
    pub fn head<'a, M: 'a>(&self) -> Element<'a, M> {
        let tall = self.0.iter().any(|column| column.key.is_some());
        let height = if tall { size::HEAD_TALL } else { size::ROW };
        let cells = Row::with_children(self.0.iter().map(|column| column.head(tall)));
        let ground = container(cells.height(height)).style(|theme: &Theme| container::Style {
            background: Some(Background::Color(theme.palette().head)),
            ..container::Style::default()
        });
        let closing = rule::horizontal(1).style(|theme: &Theme| rule::Style {
            color: theme.palette().control,
            radius: iced::border::radius(0),
            fill_mode: rule::FillMode::Full,
            snap: true,
        });
        column![ground, closing].width(Fill).into()
    }

    /// The cells of a row in their columns; put it into a `row_button` or a container of the row's height.
    pub fn row<'a, M: 'a>(&self, cells: Vec<Element<'a, M>>) -> Element<'a, M> {
        let cells = self.0.iter().zip(cells).map(|(column, content)| column.cell(content));
        Row::with_children(cells).width(Fill).height(Fill).into()
    }
}

/// A table in a panel: `id` names its list for scrolling, `row_height` is in pixels with the hairline.
pub fn table<'a, M: 'a>(
    id: impl Into<Id>,
    head: Element<'a, M>,
    rows: Vec<Element<'a, M>>,
    row_height: f32,
) -> Element<'a, M> {
    framed_table(head, list(id, rows), row_height)
}

/// A table whose list is made already.
pub fn framed_table<'a, M: 'a>(
    head: Element<'a, M>,
    list: impl Into<Element<'a, M>>,
    row_height: f32,
) -> Element<'a, M> {
    container(Element::new(WholeRows::new(head, list.into(), row_height))).width(Fill).padding(1).into()
}

/// Rows that scroll, with the bar beside them.
pub fn list<'a, M: 'a>(id: impl Into<Id>, rows: Vec<Element<'a, M>>) -> Element<'a, M> {
    scroll(Stack::with_children(rows).width(Fill)).id(id).into()
}

/// What scrolls where it is higher than its room: the bar stands beside it and never covers its edge.
pub fn scroll<'a, M: 'a>(content: impl Into<Element<'a, M>>) -> Scrollable<'a, M, Theme, iced::Renderer> {
    let bar = scrollable::Scrollbar::new().width(10).scroller_width(5).spacing(0);
    scrollable(content).direction(scrollable::Direction::Vertical(bar)).width(Fill)
}
