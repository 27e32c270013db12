//! The table of a form: column edges, head, rows, closing rows.

use std::ops::Range;

use super::boxes::boxes;
use super::content::Cells;
use super::fill::fill;
use super::{Column, FootRow, FormContent, FormRow, FormTemplate, Group};
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
        let columns: Vec<&Column> = form.shown().filter(|c| !content.hidden.contains(&c.key)).collect();
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

    /// The widest run of columns next to each other that are wanted.
    fn run(&self, wanted: impl Fn(&Column) -> bool) -> Option<Range<usize>> {
        let width = |run: &Range<usize>| self.span_of(run).width;
        let mut runs: Vec<Range<usize>> = Vec::new();
        for (at, _) in self.columns.iter().enumerate().filter(|(_, column)| wanted(column)) {
            match runs.last_mut() {
                Some(run) if run.end == at => run.end += 1,
                _ => runs.push(at..at + 1),
            }
        }
        runs.into_iter().max_by(|one, other| width(one).total_cmp(&width(other)))
    }

    /// The place of some columns, without a height.
    fn span_of(&self, run: &Range<usize>) -> Frame {
        let edge = |at: usize| self.edges.get(at).copied().unwrap_or_else(|| self.right());
        Frame { x: edge(run.start), y: 0.0, width: edge(run.end) - edge(run.start), height: 0.0 }
    }

    /// The columns that a text in place of cells covers, from a column on; the last where all of those stand before it.
    fn text_run(&self, from: &str) -> Range<usize> {
        let last = self.columns.len().saturating_sub(1)..self.columns.len();
        self.run(|column| self.form.stands_from(column, from)).unwrap_or(last)
    }

    /// The columns over which the word of a closing row stands; none where all of them are hidden.
    fn label_run(&self, row: &FootRow) -> Option<Range<usize>> {
        self.run(|column| self.form.stands_under_word(column, row))
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

    /// Title of a group over its columns, and their place without a height.
    fn group_title(&self, group: &Group) -> Option<(Cell, Frame)> {
        let frame = self.span_of(&self.run(|column| column.group == group.key)?);
        let style = Style::points(FontKind::SansRegular, self.form.rows.size.min(9.5));
        let title = fill(group.title.get(self.language), self.content);
        let width = frame.width - 2.0 * PADDING;
        Some((Cell::fit(self.fonts, &title, style, SMALLEST * POINT, width, GROUP_ROW), frame))
    }

    /// Height of the row of group titles, mm: more where few columns of a group are left.
    fn group_height(&self) -> f32 {
        let titles = self.form.groups.iter().filter_map(|group| self.group_title(group));
        titles.map(|(title, _)| title.height()).fold(GROUP_ROW, f32::max)
    }

    /// Height of the row of column titles, mm.
    fn title_height(&self) -> f32 {
        let style = Style::points(FontKind::SansRegular, self.form.rows.size.min(8.5));
        let group_row = self.group_height();
        self.places()
            .map(|place| {
                if self.turns(place.column) {
                    self.fonts.width(style.font, place.column.title.get(self.language)) * style.size + 3.0
                } else {
                    let height = self.title(&place).height() + 2.4;
                    // A title over both rows of the head has the group row's height as well.
                    if place.column.group.is_empty() && self.has_groups() {
                        height - group_row
                    } else {
                        height
                    }
                }
            })
            .fold(6.0, f32::max)
    }

    /// Height of the head, mm.
    pub(super) fn head_height(&self) -> f32 {
        self.title_height() + if self.has_groups() { self.group_height() } else { 0.0 }
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
            let Some((title, place)) = self.group_title(group) else { continue };
            title.set(pen, Frame { y, height: split - y, ..place }.inset(PADDING), Align::Centre);
            pen.line([place.x, split], [place.x + place.width, split], INNER, Ink::Grey);
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
        let span = match row {
            FormRow::Span { from, strong, text, .. } => {
                let width = self.span_of(&self.text_run(from)).width;
                self.crowded(width, style, (strong, text), height)
                    .map_or(0.0, |cell| cell.height() + air(height))
            }
            _ => 0.0,
        };
        self.places()
            .map(|place| self.cell(&place, cells, "", style, height).height() + air(height))
            .fold(height.max(span), f32::max)
    }

    /// Draws a row from `y`; answers its height, mm.
    pub(super) fn draw_row(&self, pen: &mut Pen<'_>, y: f32, row: &FormRow, height: f32) -> f32 {
        let tall = self.row_height(row, height);
        let style = self.style(height);
        match row {
            FormRow::Filled(cells) => self.cells(pen, (y, tall, height), cells, &self.form.rows.empty, style),
            FormRow::Open(cells) => self.cells(pen, (y, tall, height), cells, "", style),
            FormRow::Span { cells, from, strong, text } => {
                let run = self.text_run(from);
                let before =
                    |at: usize, column: &Column| !run.contains(&at) && !self.form.stands_from(column, from);
                for (_, place) in self.places().enumerate().filter(|(at, place)| before(*at, place.column)) {
                    let frame = Frame { x: place.x, y, width: place.width, height: tall }.inset(PADDING);
                    self.cell(&place, cells, "", style, height).set(pen, frame, place.column.align);
                }
                self.verticals(pen, y, y + tall, |at| !(run.contains(&at) && at > run.start));
                self.span(pen, Frame { y, height: tall, ..self.span_of(&run) }, style, strong, text);
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

    /// Strong words and a text as one cell, where so few columns are left that they need several lines.
    fn crowded(&self, width: f32, style: Style, (strong, text): (&str, &str), height: f32) -> Option<Cell> {
        let width = width - 6.0 * PADDING;
        let used = self.fonts.width(FontKind::SansBold, strong) * style.size;
        let fit = |text: &str, width| Cell::fit(self.fonts, text, style, SMALLEST * POINT, width, height);
        let roomy = used <= width && fit(text, width - used).height() <= height;
        (!roomy).then(|| fit(&format!("{strong} {text}"), width.max(SMALLEST * POINT)))
    }

    fn span(&self, pen: &mut Pen<'_>, frame: Frame, style: Style, strong: &str, text: &str) {
        let bold = Style { font: FontKind::SansBold, ..style };
        let inner = frame.inset(3.0 * PADDING);
        if let Some(cell) = self.crowded(frame.width, style, (strong, text), frame.height) {
            return cell.set(pen, inner, Align::Left);
        }
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
        let run = self.label_run(row).unwrap_or(0..0);
        let label = Frame { y, height: tall, ..self.span_of(&run) }.inset(PADDING);
        self.label(row, style, label.width, tall).set(pen, label, Align::Centre);
        let none = Cells::new();
        let cells = self.content.foot.get(&row.key).unwrap_or(&none);
        for (_, place) in self.places().enumerate().filter(|(at, _)| !run.contains(at)) {
            let frame = Frame { x: place.x, y, width: place.width, height: tall }.inset(PADDING);
            self.cell(&place, cells, "", style, tall).set(pen, frame, place.column.align);
        }
        self.verticals(pen, y, y + tall, |at| !(run.contains(&at) && at > run.start));
        pen.line([self.left(), y], [self.right(), y], GROUP, Ink::Black);
        tall
    }

    /// Keys and widths of the columns, mm.
    pub(super) fn widths(&self) -> Vec<(&'a str, f32)> {
        self.places().map(|place| (place.column.key.as_str(), place.width)).collect()
    }

    fn label(&self, row: &FootRow, style: Style, width: f32, height: f32) -> Cell {
        Cell::fit(self.fonts, row.title.get(self.language), style, SMALLEST * POINT, width, height)
    }

    /// The closing row whose word has no room among the columns that are printed.
    pub(super) fn foot_without_room(&self) -> Option<&'a FootRow> {
        let height = self.form.rows.least;
        self.form.foot.iter().find(|row| {
            let tall = Self::foot_height(row, height);
            let width = self.label_run(row).map_or(0.0, |run| self.span_of(&run).width - 2.0 * PADDING);
            width <= 0.0 || self.label(row, self.style(height), width, tall).height() > tall
        })
    }

    /// Frames the table between two heights.
    pub(super) fn frame(&self, pen: &mut Pen<'_>, top: f32, bottom: f32) {
        let frame = Frame { x: self.left(), y: top, width: self.right() - self.left(), height: bottom - top };
        pen.border(frame, FRAME);
    }
}
