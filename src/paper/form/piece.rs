//! The parts of a form's blocks that a sheet can end between: rows of fields, matrices, long texts line by line.

use super::boxes::text_or_boxes;
use super::{Block, BlockField, FormContent, FormTemplate, Photo};
use crate::i18n::Tr;
use crate::paper::font::FontKind;
use crate::paper::layout::{Align, Cell, Frame, Ink, POINT, Pen, Style, break_lines};

/// Height of a title with the space above it, mm.
const TITLE: f32 = 8.0;
/// Lowest row, mm.
const ROW: f32 = 8.0;
/// Width of a label, mm.
const LABEL: f32 = 22.0;
/// Space left and right of a text, mm.
const PADDING: f32 = 1.2;
/// Space above and below a text together, mm.
const AIR: f32 = 1.6;
/// Type of labels and values, points, and how far each shrinks.
const LABEL_TYPE: f32 = 9.0;
const VALUE_TYPE: f32 = 10.5;
const SMALLEST: f32 = 7.0;
const SMALLEST_VALUE: f32 = 9.0;
/// Line pitch of a text that goes on over sheets, em.
const PITCH: f32 = 1.12;
/// Frame and inner rules, mm.
const FRAME: f32 = 0.45;
const INNER: f32 = 0.18;

/// What a piece holds.
#[derive(Debug, Clone, PartialEq)]
enum Body<'a> {
    /// Labels and texts in rows and columns; the first row and the first column are labels.
    Matrix(Vec<Vec<String>>),
    /// Rows of fields, beside the photograph where there is one.
    Rows(&'a [Vec<BlockField>], Option<&'a Photo>),
    /// Some of the lines of a text that no sheet holds whole.
    Lines(&'a BlockField, Vec<String>),
}

/// A part of a block that stands on one sheet.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Piece<'a> {
    block: &'a Block,
    /// Whether it begins its block.
    first: bool,
    body: Body<'a>,
    /// Height without the title, mm.
    height: f32,
}

/// What the pieces are made and drawn with.
#[derive(Clone, Copy)]
pub(super) struct Pieces<'a> {
    pub form: &'a FormTemplate,
    pub content: &'a FormContent,
    pub tr: &'a Tr,
    /// The sheet below its head.
    pub frame: Frame,
}

/// Where a grid begins whose title begins at `y`, mm.
pub(super) fn heading_end(y: f32) -> f32 {
    y + TITLE
}

/// Sets the title of a grid or table that begins at the top of the frame.
pub(super) fn heading(pen: &mut Pen<'_>, frame: Frame, words: &str) {
    let style = Style::points(FontKind::SansBold, 11.0);
    pen.aligned(frame.x, frame.width, frame.y - 2.0, style, Align::Left, words);
}

impl<'a> Pieces<'a> {
    /// The pieces on each sheet, in their order; none where the form has no blocks.
    pub(super) fn pages(&self, pen: &mut Pen<'_>) -> Vec<Vec<Piece<'a>>> {
        let mut pages: Vec<Vec<Piece<'a>>> = Vec::new();
        let mut used = f32::INFINITY;
        for piece in self.form.blocks.iter().flat_map(|block| self.of_block(pen, block)) {
            let mut need = piece.height + if piece.first { TITLE } else { 0.0 };
            if used + need > self.frame.height {
                // A block that goes on repeats its title.
                need = piece.height + TITLE;
                used = 0.0;
                pages.push(Vec::new());
            }
            used += need;
            if let Some(page) = pages.last_mut() {
                page.push(piece);
            }
        }
        pages
    }

    fn of_block(&self, pen: &mut Pen<'_>, block: &'a Block) -> Vec<Piece<'a>> {
        let mut bodies: Vec<Body<'a>> = Vec::new();
        if let Some(matrix) = self.content.matrices.get(&block.matrix) {
            bodies.push(Body::Matrix(matrix.clone()));
        }
        bodies.extend(self.cross(block).map(Body::Matrix));
        let beside = block.photo.as_ref().map_or(0, |photo| photo.rows).min(block.rows.len());
        let (with_photo, others) = block.rows.split_at(beside);
        if !with_photo.is_empty() {
            bodies.push(Body::Rows(with_photo, block.photo.as_ref()));
        }
        for row in others.chunks(1) {
            bodies.extend(self.of_row(pen, row));
        }
        let mut pieces = Vec::new();
        for body in bodies {
            let mut piece = Piece { block, first: pieces.is_empty(), body, height: 0.0 };
            let trial = &mut Pen::new(pen.fonts);
            piece.height = self.body(trial, Frame { y: 0.0, ..self.frame }, &piece.body);
            pieces.push(piece);
        }
        pieces
    }

    /// A row, or the parts of it where its text is higher than a sheet.
    fn of_row(&self, pen: &Pen<'_>, rows: &'a [Vec<BlockField>]) -> Vec<Body<'a>> {
        let whole = vec![Body::Rows(rows, None)];
        let [row] = rows else { return whole };
        let [field] = row.as_slice() else { return whole };
        let room = self.frame.height - TITLE - AIR;
        let trial = &mut Pen::new(pen.fonts);
        if self.body(trial, Frame { y: 0.0, ..self.frame }, &Body::Rows(rows, None)) <= room + AIR {
            return whole;
        }
        let size = SMALLEST_VALUE * POINT;
        let width = self.frame.width - LABEL - 2.0 * PADDING;
        let text = self.content.header(&field.key);
        let lines = break_lines(pen.fonts, text, FontKind::SansRegular, size, width, 0.0);
        let lines: Vec<String> = lines.into_iter().map(|line| line.text).collect();
        let each = ((room - size) / (PITCH * size)).floor().max(1.0) as usize;
        lines.chunks(each).map(|lines| Body::Lines(field, lines.to_vec())).collect()
    }

    fn cross(&self, block: &Block) -> Option<Vec<Vec<String>>> {
        let cross = block.cross.as_ref()?;
        let language = self.tr.language();
        let head = cross.across.iter().map(|column| column.title.get(language).to_owned());
        let mut rows = vec![std::iter::once(String::new()).chain(head).collect::<Vec<_>>()];
        for down in &cross.down {
            let text = |across: &str| self.content.header(&format!("{}-{across}", down.key)).to_owned();
            let cells = cross.across.iter().map(|column| text(&column.key));
            rows.push(std::iter::once(down.title.get(language).to_owned()).chain(cells).collect());
        }
        Some(rows)
    }

    /// Draws the pieces of a sheet from the top of the frame; answers where they end, mm from the top.
    pub(super) fn draw(&self, pen: &mut Pen<'_>, pieces: &[Piece<'_>]) -> f32 {
        let mut y = self.frame.y;
        for of_block in pieces.chunk_by(|a, b| std::ptr::eq(a.block, b.block)) {
            let Some(first) = of_block.first() else { continue };
            y = heading_end(y);
            heading(pen, Frame { y, ..self.frame }, first.block.title.get(self.tr.language()));
            let top = y;
            for piece in of_block {
                if y > top {
                    pen.line([self.frame.x, y], [self.frame.x + self.frame.width, y], INNER, Ink::Grey);
                }
                y = self.body(pen, Frame { y, ..self.frame }, &piece.body);
            }
            pen.border(Frame { y: top, height: y - top, ..self.frame }, FRAME);
        }
        y
    }

    fn body(&self, pen: &mut Pen<'_>, frame: Frame, body: &Body<'_>) -> f32 {
        match body {
            Body::Matrix(rows) => matrix(pen, frame, rows),
            Body::Rows(rows, photo) => self.rows(pen, frame, rows, *photo),
            Body::Lines(field, lines) => {
                let style = Style::points(FontKind::SansRegular, SMALLEST_VALUE);
                let value = Cell::stacked(lines.clone(), style);
                let name = label(pen, field.label.get(self.tr.language()), LABEL);
                let height = value.height() + AIR;
                field_cell(pen, Frame { height, ..frame }, &name, &value);
                frame.y + height
            }
        }
    }

    fn rows(&self, pen: &mut Pen<'_>, frame: Frame, rows: &[Vec<BlockField>], photo: Option<&Photo>) -> f32 {
        let width = frame.width - photo.map_or(0.0, |photo| photo.width);
        let mut y = frame.y;
        for fields in rows {
            if y > frame.y {
                pen.line([frame.x, y], [frame.x + width, y], INNER, Ink::Grey);
            }
            y = self.row(pen, Frame { y, width, ..frame }, fields);
        }
        if let Some(photo) = photo {
            let x = frame.x + width;
            pen.line([x, frame.y], [x, y], INNER, Ink::Grey);
            pen.line([x, y], [x + photo.width, y], INNER, Ink::Grey);
            let style = Style::points(FontKind::SansRegular, LABEL_TYPE).ink(Ink::Light);
            let room = Frame { x, y: frame.y, width: photo.width, height: y - frame.y };
            Cell::plain(photo.label.get(self.tr.language()), style).set(pen, room, Align::Centre);
        }
        y
    }

    fn row(&self, pen: &mut Pen<'_>, frame: Frame, fields: &[BlockField]) -> f32 {
        let language = self.tr.language();
        let shares: f32 = fields.iter().map(|field| field.share).sum();
        let mut x = frame.x;
        let mut cells = Vec::new();
        let mut height = ROW;
        for field in fields {
            let width = frame.width * field.share / shares;
            let font = if field.strong { FontKind::SansBold } else { FontKind::SansRegular };
            let size = if field.strong { VALUE_TYPE + 1.5 } else { VALUE_TYPE };
            let room = width - LABEL - 2.0 * PADDING;
            let style = Style::points(font, size);
            let text = text_or_boxes(self.content.header(&field.key), &field.boxes, language);
            let smallest = if field.boxes.is_empty() { SMALLEST_VALUE } else { SMALLEST };
            let least = field.tall.max(ROW);
            let value = Cell::fit(pen.fonts, &text, style, smallest * POINT, room, least - AIR);
            let name = label(pen, field.label.get(language), LABEL);
            height = height.max(least).max(name.height().max(value.height()) + AIR);
            cells.push((Frame { x, width, ..frame }, name, value));
            x += width;
        }
        for (room, name, value) in cells {
            field_cell(pen, Frame { height, ..room }, &name, &value);
            if room.x > frame.x {
                pen.line([room.x, frame.y], [room.x, frame.y + height], INNER, Ink::Grey);
            }
        }
        frame.y + height
    }
}

/// Draws a label with its text.
fn field_cell(pen: &mut Pen<'_>, frame: Frame, name: &Cell, value: &Cell) {
    let head = Frame { width: LABEL, ..frame };
    pen.fill(head, Ink::Pale);
    name.set(pen, head.inset(PADDING), Align::Centre);
    let room = Frame { x: frame.x + LABEL, width: frame.width - LABEL, ..frame };
    value.set(pen, room.inset(PADDING), Align::Left);
    pen.line([frame.x + LABEL, frame.y], [frame.x + LABEL, frame.y + frame.height], INNER, Ink::Grey);
}

fn label(pen: &Pen<'_>, words: &str, width: f32) -> Cell {
    let style = Style::points(FontKind::SansRegular, LABEL_TYPE);
    Cell::fit(pen.fonts, words, style, SMALLEST * POINT, width - 2.0 * PADDING, ROW - AIR)
}

/// A table whose first row and first column are labels; the columns after the first share the width.
fn matrix(pen: &mut Pen<'_>, frame: Frame, rows: &[Vec<String>]) -> f32 {
    let columns = rows.iter().map(Vec::len).max().unwrap_or_default().saturating_sub(1).max(1);
    let each = (frame.width - LABEL) / columns as f32;
    let mut y = frame.y;
    for (number, cells) in rows.iter().enumerate() {
        if number > 0 {
            pen.line([frame.x, y], [frame.x + frame.width, y], INNER, Ink::Grey);
        }
        for (at, text) in cells.iter().enumerate() {
            let (x, width) =
                if at == 0 { (frame.x, LABEL) } else { (frame.x + LABEL + (at - 1) as f32 * each, each) };
            let room = Frame { x, y, width, height: ROW };
            let cell = if number == 0 || at == 0 {
                pen.fill(room, Ink::Pale);
                label(pen, text, width)
            } else {
                Cell::plain(text, Style::points(FontKind::SansRegular, VALUE_TYPE))
            };
            cell.set(pen, room, Align::Centre);
            if at > 0 {
                pen.line([x, y], [x, y + ROW], INNER, Ink::Grey);
            }
        }
        y += ROW;
    }
    y
}
