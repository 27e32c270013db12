//! The table of a form: column edges, head, rows, closing rows.

use super::boxes::boxes;
use super::content::Cells;
use super::fill::fill;
use super::{Column, FootRow, FormContent, FormRow, FormTemplate};
use crate::i18n::{Language, Tr};
use crate::paper::font::{FontKind, Fonts};
use crate::paper::layout::{Align, Cell, Frame, Ink, POINT, Pen, Style, stack};

/// Outer frame and group rules, inner rules, mm.
const FRAME: f32 = 0.45;
const GROUP: f32 = 0.3;
const INNER: f32 = 0.18;
/// Space left and right of a cell's text, mm.
const PADDING: f32 = 0.8;
/// Smallest type in titles, points.
const SMALLEST: f32 = 5.5;
/// Height of the row of group titles, mm.
const GROUP_ROW: f32 = 6.2;

/// Space above and below the texts of a row together, mm: less in squeezed rows.
fn air(height: f32) -> f32 {
    (0.18 * height).min(1.4)
}

/// A table laid into the width of a sheet.
pub(super) struct Table<'a> {
    form: &'a FormTemplate,
    content: &'a FormContent,
    fonts: &'a Fonts,
    language: Language,
    columns: Vec<&'a Column>,
    /// Left edges of the columns and the right edge of the last, mm.
    edges: Vec<f32>,
}

/// Where a column stands and how.
struct Place<'a> {
    column: &'a Column,
    x: f32,
    width: f32,
}

impl<'a> Table<'a> {
    /// Columns share the width by their weights; hidden ones leave theirs to the others.
    pub(super) fn new(
        form: &'a FormTemplate,
        content: &'a FormContent,
        fonts: &'a Fonts,
        tr: &Tr,
        frame: Frame,
    ) -> Self {
        let columns: Vec<&Column> =
            form.columns.iter().filter(|c| !content.hidden.contains(&c.key)).collect();
        let total: f32 = columns.iter().map(|c| c.width).sum();
        let mut edges = vec![frame.x];
        let mut at = frame.x;
        for column in &columns {
            at += column.width / total * frame.width;
            edges.push(at);
        }
        Self { form, content, fonts, language: tr.language(), columns, edges }
    }

    fn places(&self) -> impl Iterator<Item = Place<'a>> {
        self.columns
            .iter()
            .zip(self.edges.iter().zip(self.edges.iter().skip(1)))
            .map(|(column, (left, right))| Place { column, x: *left, width: right - left })
    }

    fn left(&self) -> f32 {
        self.edges.first().copied().unwrap_or_default()
    }

    fn right(&self) -> f32 {
        self.edges.last().copied().unwrap_or_default()
    }

    /// Left edge of a column; the table's left edge where it is hidden.
    fn edge(&self, key: &str) -> f32 {
        self.places().find(|p| p.column.key == key).map_or(self.left(), |p| p.x)
    }

    fn has_groups(&self) -> bool {
        self.columns.iter().any(|c| !c.group.is_empty())
    }

    fn title(&self, place: &Place<'_>) -> Cell {
        let title = fill(place.column.title.get(self.language), self.content);
        let style = Style::points(FontKind::SansRegular, self.form.rows.size.min(9.0));
        if place.column.vertical && self.language == Language::Chinese {
            let lines = stack(&title);
            let longest = lines.iter().map(|line| line.chars().count()).max().unwrap_or(1);
            let widest = (place.width - 1.2) / longest as f32;
            return Cell::stacked(lines, Style { size: (style.size * 0.95).min(widest), ..style });
        }
        Cell::fit(self.fonts, &title, style, SMALLEST * POINT, place.width - 2.0 * PADDING, 14.0)
    }

    fn turns(&self, column: &Column) -> bool {
        column.vertical && self.language == Language::English
    }

    /// Height of the row of column titles, mm.
    fn title_height(&self) -> f32 {
        let style = Style::points(FontKind::SansRegular, self.form.rows.size.min(8.5));
        self.places()
            .map(|place| {
                if self.turns(place.column) {
                    self.fonts.width(style.font, place.column.title.get(self.language)) * style.size + 3.0
                } else {
                    let height = self.title(&place).height() + 2.4;
                    // A title over both rows of the head has the group row's height as well.
                    if place.column.group.is_empty() && self.has_groups() {
                        height - GROUP_ROW
                    } else {
                        height
                    }
                }
            })
            .fold(6.0, f32::max)
    }

    /// Height of the head, mm.
    pub(super) fn head_height(&self) -> f32 {
        self.title_height() + if self.has_groups() { GROUP_ROW } else { 0.0 }
    }

    /// Draws the head from `y`.
    pub(super) fn draw_head(&self, pen: &mut Pen<'_>, y: f32) {
        let (height, lower) = (self.head_height(), self.title_height());
        let split = y + height - lower;
        let turned = Style::points(FontKind::SansRegular, self.form.rows.size.min(8.5));
        for place in self.places() {
            let top = if place.column.group.is_empty() { y } else { split };
            let frame = Frame { x: place.x, y: top, width: place.width, height: y + height - top };
            if self.turns(place.column) {
                pen.turned(frame, turned, place.column.title.get(self.language));
            } else {
                self.title(&place).set(pen, frame.inset(PADDING), Align::Centre);
            }
        }
        for group in &self.form.groups {
            let mut members = self.places().filter(|p| p.column.group == group.key);
            let Some(first) = members.next() else { continue };
            let end = members.last().map_or(first.x + first.width, |last| last.x + last.width);
            let frame = Frame { x: first.x, y, width: end - first.x, height: GROUP_ROW };
            let style = Style::points(FontKind::SansRegular, self.form.rows.size.min(9.5));
            let title = fill(group.title.get(self.language), self.content);
            let cell = Cell::fit(
                self.fonts,
                &title,
                style,
                SMALLEST * POINT,
                frame.width - 2.0 * PADDING,
                GROUP_ROW,
            );
            cell.set(pen, frame.inset(PADDING), Align::Centre);
            pen.line([first.x, split], [end, split], INNER, Ink::Grey);
        }
        self.verticals(pen, y, split, |index| self.starts_group(index));
        self.verticals(pen, split, y + height, |_| true);
        pen.line([self.left(), y + height], [self.right(), y + height], GROUP, Ink::Black);
    }

    /// Whether the rule before a column reaches through the row of group titles.
    fn starts_group(&self, index: usize) -> bool {
        let group = |i: usize| self.columns.get(i).map(|c| c.group.as_str());
        let before = index.checked_sub(1).and_then(group);
        group(index).is_none_or(|g| g.is_empty() || before != Some(g))
    }

    /// Draws the rules between columns; those before a group are stronger.
    fn verticals(&self, pen: &mut Pen<'_>, top: f32, bottom: f32, drawn: impl Fn(usize) -> bool) {
        for (index, x) in self.edges.iter().enumerate().skip(1).take(self.columns.len().saturating_sub(1)) {
            if !drawn(index) {
                continue;
            }
            let group = |i: usize| self.columns.get(i).map_or("", |c| c.group.as_str());
            let strong = group(index) != group(index - 1);
            let (width, ink) = if strong { (GROUP, Ink::Black) } else { (INNER, Ink::Grey) };
            pen.line([*x, top], [*x, bottom], width, ink);
        }
    }

    fn style(&self, height: f32) -> Style {
        let style = Style::points(FontKind::SansRegular, self.form.rows.size);
        Style { size: style.size.min(height * 0.78), ..style }
    }

    fn cell(&self, place: &Place<'_>, cells: &Cells, empty: &str, style: Style, height: f32) -> Cell {
        let text = cells.get(&place.column.key).map_or("", |t| t.trim());
        let choice = boxes(&place.column.boxes, "", self.language);
        let empty = match (empty.is_empty(), place.column.by_hand) {
            (true, _) => choice.as_str(),
            (false, true) => "",
            (false, false) => empty,
        };
        let text = if text.is_empty() { empty } else { text };
        let width = place.width - 2.0 * PADDING;
        Cell::fit(self.fonts, text, style, self.form.rows.smallest * POINT, width, height - air(height))
    }

    /// Height that a row takes when rows are `height` mm high: more where a text needs more lines.
    pub(super) fn row_height(&self, row: &FormRow, height: f32) -> f32 {
        let cells = match row {
            FormRow::Filled(cells) | FormRow::Open(cells) | FormRow::Span { cells, .. } => cells,
            FormRow::Section(_) => return height,
        };
        let style = self.style(height);
        self.places()
            .map(|place| self.cell(&place, cells, "", style, height).height() + air(height))
            .fold(height, f32::max)
    }

    /// Draws a row from `y`; answers its height, mm.
    pub(super) fn draw_row(&self, pen: &mut Pen<'_>, y: f32, row: &FormRow, height: f32) -> f32 {
        let tall = self.row_height(row, height);
        let style = self.style(height);
        match row {
            FormRow::Filled(cells) => self.cells(pen, (y, tall, height), cells, &self.form.rows.empty, style),
            FormRow::Open(cells) => self.cells(pen, (y, tall, height), cells, "", style),
            FormRow::Span { cells, from, strong, text } => {
                let start = self.edge(from);
                for place in self.places().filter(|p| p.x + p.width <= start + 0.01) {
                    let frame = Frame { x: place.x, y, width: place.width, height: tall }.inset(PADDING);
                    self.cell(&place, cells, "", style, height).set(pen, frame, place.column.align);
                }
                self.verticals(pen, y, y + tall, |i| self.edges.get(i).is_some_and(|x| *x <= start + 0.01));
                self.span(
                    pen,
                    Frame { x: start, y, width: self.right() - start, height: tall },
                    style,
                    strong,
                    text,
                );
            }
            FormRow::Section(text) => {
                let frame = Frame { x: self.left(), y, width: self.right() - self.left(), height: tall };
                pen.fill(frame, Ink::Pale);
                self.span(pen, frame, style, text, "");
            }
        }
        pen.line([self.left(), y + tall], [self.right(), y + tall], INNER, Ink::Grey);
        tall
    }

    fn cells(
        &self,
        pen: &mut Pen<'_>,
        (y, tall, height): (f32, f32, f32),
        cells: &Cells,
        empty: &str,
        style: Style,
    ) {
        for place in self.places() {
            let frame = Frame { x: place.x, y, width: place.width, height: tall }.inset(PADDING);
            self.cell(&place, cells, empty, style, height).set(pen, frame, place.column.align);
        }
        self.verticals(pen, y, y + tall, |_| true);
    }

    fn span(&self, pen: &mut Pen<'_>, frame: Frame, style: Style, strong: &str, text: &str) {
        let bold = Style { font: FontKind::SansBold, ..style };
        let inner = frame.inset(3.0 * PADDING);
        let used = pen.measure(bold, strong);
        Cell::plain(strong, bold).set(pen, inner, Align::Left);
        let rest = Frame { x: inner.x + used, width: (inner.width - used).max(0.0), ..inner };
        let cell = Cell::fit(self.fonts, text, style, SMALLEST * POINT, rest.width, frame.height);
        cell.set(pen, rest, Align::Left);
    }

    /// Height of a closing row, mm.
    pub(super) fn foot_height(row: &FootRow, height: f32) -> f32 {
        if row.height > 0.0 { row.height } else { height }
    }

    /// Draws a closing row from `y`; answers its height, mm.
    pub(super) fn draw_foot(&self, pen: &mut Pen<'_>, y: f32, row: &FootRow, height: f32) -> f32 {
        let tall = Self::foot_height(row, height);
        let regular = self.style(height);
        let style = Style { font: if row.strong { FontKind::SansBold } else { regular.font }, ..regular };
        let start = self.edges.get(row.span).copied().unwrap_or(self.left());
        let label = Frame { x: self.left(), y, width: start - self.left(), height: tall }.inset(PADDING);
        let title = row.title.get(self.language);
        Cell::fit(self.fonts, title, style, SMALLEST * POINT, label.width, tall).set(
            pen,
            label,
            Align::Centre,
        );
        let none = Cells::new();
        let cells = self.content.foot.get(&row.key).unwrap_or(&none);
        for place in self.places().filter(|p| p.x >= start - 0.01) {
            let frame = Frame { x: place.x, y, width: place.width, height: tall }.inset(PADDING);
            self.cell(&place, cells, "", style, tall).set(pen, frame, place.column.align);
        }
        self.verticals(pen, y, y + tall, |i| i >= row.span);
        pen.line([self.left(), y], [self.right(), y], GROUP, Ink::Black);
        tall
    }

    /// Frames the table between two heights.
    pub(super) fn frame(&self, pen: &mut Pen<'_>, top: f32, bottom: f32) {
        let frame = Frame { x: self.left(), y: top, width: self.right() - self.left(), height: bottom - top };
        pen.border(frame, FRAME);
    }
}
