//! Blocks of labelled fields between head and table, each a framed grid: the details of a person, a check.

use serde::Deserialize;

use super::{FormContent, FormTemplate};
use crate::i18n::{Language, Tr};
use crate::paper::Words;
use crate::paper::font::FontKind;
use crate::paper::layout::{Align, Cell, Frame, Ink, POINT, Pen, Style};

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
const SMALLEST: f32 = 7.5;
const SMALLEST_VALUE: f32 = 9.0;
/// Frame and inner rules, mm.
const FRAME: f32 = 0.45;
const INNER: f32 = 0.18;

/// A titled grid of fields. A matrix from the content, such as one column for each vaccine, stands above them.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Block {
    /// Title above the grid.
    pub title: Words,
    /// Room for a photograph in the upper right corner.
    #[serde(default)]
    pub photo: Option<Photo>,
    /// Key of a matrix in the content; empty for none.
    #[serde(default)]
    pub matrix: String,
    /// Rows of fields.
    pub rows: Vec<Vec<BlockField>>,
}

/// Room for a photograph.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Photo {
    /// Width, mm.
    pub width: f32,
    /// How many rows stand beside it.
    pub rows: usize,
    /// Printed inside.
    pub label: Words,
}

/// A label with the text of a header key.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BlockField {
    /// Key in the content's header.
    pub key: String,
    /// Label.
    pub label: Words,
    /// Share of the row, so that fields of different rows align.
    #[serde(default = "one")]
    pub share: f32,
    /// Set bold.
    #[serde(default)]
    pub strong: bool,
}

fn one() -> f32 {
    1.0
}

/// Draws the form's blocks from the top of the frame; answers where they end, mm from the top.
pub(super) fn draw(
    pen: &mut Pen<'_>,
    frame: Frame,
    form: &FormTemplate,
    content: &FormContent,
    tr: &Tr,
) -> f32 {
    let mut y = frame.y;
    for block in &form.blocks {
        y = heading_end(y);
        heading(pen, Frame { y, ..frame }, block.title.get(tr.language()));
        y = grid(pen, Frame { y, ..frame }, block, content, tr.language());
    }
    y
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

fn grid(pen: &mut Pen<'_>, frame: Frame, block: &Block, content: &FormContent, language: Language) -> f32 {
    let mut y = frame.y;
    if let Some(matrix) = content.matrices.get(&block.matrix) {
        y = self::matrix(pen, Frame { y, ..frame }, matrix);
    }
    let mut beside = frame.y;
    for (number, fields) in block.rows.iter().enumerate() {
        let photo = block.photo.as_ref().filter(|photo| number < photo.rows);
        let width = frame.width - photo.map_or(0.0, |photo| photo.width);
        if number > 0 || y > frame.y {
            pen.line([frame.x, y], [frame.x + width, y], INNER, Ink::Grey);
        }
        y = row(pen, Frame { y, width, ..frame }, fields, content, language);
        if photo.is_some() {
            beside = y;
        }
    }
    if let Some(photo) = &block.photo {
        let x = frame.x + frame.width - photo.width;
        pen.line([x, frame.y], [x, beside], INNER, Ink::Grey);
        pen.line([x, beside], [x + photo.width, beside], INNER, Ink::Grey);
        let style = Style::points(FontKind::SansRegular, LABEL_TYPE).ink(Ink::Light);
        let room = Frame { x, y: frame.y, width: photo.width, height: beside - frame.y };
        Cell::plain(photo.label.get(language), style).set(pen, room, Align::Centre);
    }
    pen.border(Frame { height: y - frame.y, ..frame }, FRAME);
    y
}

fn label(pen: &Pen<'_>, words: &str, width: f32) -> Cell {
    let style = Style::points(FontKind::SansRegular, LABEL_TYPE);
    Cell::fit(pen.fonts, words, style, SMALLEST * POINT, width - 2.0 * PADDING, ROW - AIR)
}

fn row(
    pen: &mut Pen<'_>,
    frame: Frame,
    fields: &[BlockField],
    content: &FormContent,
    language: Language,
) -> f32 {
    let shares: f32 = fields.iter().map(|field| field.share).sum();
    let mut x = frame.x;
    let mut cells = Vec::new();
    for field in fields {
        let width = frame.width * field.share / shares;
        let font = if field.strong { FontKind::SansBold } else { FontKind::SansRegular };
        let size = if field.strong { VALUE_TYPE + 1.5 } else { VALUE_TYPE };
        let room = width - LABEL - 2.0 * PADDING;
        let style = Style::points(font, size);
        let value =
            Cell::fit(pen.fonts, content.header(&field.key), style, SMALLEST_VALUE * POINT, room, ROW - AIR);
        cells.push((x, width, label(pen, field.label.get(language), LABEL), value));
        x += width;
    }
    let height =
        cells.iter().map(|(.., label, value)| label.height().max(value.height()) + AIR).fold(ROW, f32::max);
    for (x, width, label, value) in cells {
        let head = Frame { x, width: LABEL, height, ..frame };
        pen.fill(head, Ink::Pale);
        label.set(pen, head.inset(PADDING), Align::Centre);
        let room = Frame { x: x + LABEL, width: width - LABEL, height, ..frame };
        value.set(pen, room.inset(PADDING), Align::Left);
        pen.line([x + LABEL, frame.y], [x + LABEL, frame.y + height], INNER, Ink::Grey);
        if x > frame.x {
            pen.line([x, frame.y], [x, frame.y + height], INNER, Ink::Grey);
        }
    }
    frame.y + height
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
