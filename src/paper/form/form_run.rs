//! A form put on sheets: the head on every sheet, rows never split, the tail on the last.

use super::fill::{choose, fill};
use super::piece::{self, Piece, Pieces};
use super::table::Table;
use super::{FormContent, FormRow, FormTemplate, head, tail};
use crate::domain::progress::{Progress, Stage};
use crate::i18n::Tr;
use crate::paper::PaperError;
use crate::paper::font::{FontKind, Fonts, MissingGlyph};
use crate::paper::layout::{Align, Document, Frame, Pen, Sheet, Style};

/// Margin below, mm: holds the number of the page.
const BOTTOM: f32 = 14.0;

/// A form laid out.
#[derive(Debug, Clone, PartialEq)]
pub struct FormRun {
    /// The sheets.
    pub document: Document,
    /// Indexes of rows left out because no font draws their names.
    pub left_out: Vec<usize>,
}

/// Lays out a form in the translator's language.
pub fn layout(
    form: &FormTemplate,
    content: &FormContent,
    fonts: &Fonts,
    missing: MissingGlyph,
    tr: &Tr,
    progress: &mut dyn Progress,
) -> Result<FormRun, PaperError> {
    let form = &*form.worded_for(content.group);
    let (mut content, left_out) = choose(content, fonts, missing)?;
    if content.rows.is_empty() {
        content.rows = blank_rows(form, &content, fonts, tr);
    }
    progress.report(Stage::LayingOut, 0, 1)?;
    let sheets = Sheets::new(form, &content, fonts, tr).lay_out();
    progress.report(Stage::LayingOut, 1, 1)?;
    let document = Document {
        title: fill(form.title.get(tr.language()), &content),
        language: tr.language(),
        made_at: content.made_at,
        sheets,
        bookmarks: Vec::new(),
    };
    Ok(FormRun { document, left_out })
}

/// The rows of a blank form.
fn blank_rows(form: &FormTemplate, content: &FormContent, fonts: &Fonts, tr: &Tr) -> Vec<FormRow> {
    if form.columns.is_empty() {
        return Vec::new();
    }
    let fixed = form.fixed_rows(tr.language());
    let mut rows = match (form.rows.open, fixed.is_empty()) {
        (0, true) => {
            let count = Sheets::new(form, content, fonts, tr).open_rows();
            vec![FormRow::Open(super::content::Cells::new()); count]
        }
        (count, true) => vec![FormRow::Open(super::content::Cells::new()); count],
        (count, false) => std::iter::repeat_n(fixed, count.max(1)).flatten().collect(),
    };
    form.number(&mut rows);
    rows
}

struct Sheets<'a> {
    form: &'a FormTemplate,
    content: &'a FormContent,
    fonts: &'a Fonts,
    tr: &'a Tr,
    paper: (f32, f32),
    frame: Frame,
    table: Table<'a>,
    /// What the blocks are drawn with, and their pieces on the first sheets.
    pieces: Pieces<'a>,
    blocks: Vec<Vec<Piece<'a>>>,
    /// Sheets before the one on which the table begins.
    lead: usize,
    /// Where the table begins on its first sheet, mm: below the blocks.
    first_top: f32,
    /// Where it begins on the others, mm.
    table_top: f32,
    /// Height of what stands below the table, mm.
    tail: f32,
}

impl<'a> Sheets<'a> {
    fn new(form: &'a FormTemplate, content: &'a FormContent, fonts: &'a Fonts, tr: &'a Tr) -> Self {
        let upright = form.paper.upright();
        let paper = if form.landscape { (upright.1, upright.0) } else { upright };
        let side = form.paper.margin();
        let (width, height) = (paper.0 - 2.0 * side, paper.1 - side - BOTTOM);
        let frame = Frame { x: side, y: side, width, height };
        let table = Table::new(form, content, fonts, tr, frame);
        let mut trial = Pen::new(fonts);
        let head = head::draw(&mut trial, frame, form, content, tr);
        let below = Frame { y: head, height: frame.y + frame.height - head, ..frame };
        let pieces = Pieces { form, content, tr, frame: below };
        let blocks = pieces.pages(&mut trial);
        let heading = |y: f32| if form.heading.zh.is_empty() { y } else { piece::heading_end(y) };
        let blocks_end = blocks.last().map_or(head, |last| pieces.draw(&mut trial, last));
        let (mut first_top, table_top) = (heading(blocks_end), heading(head));
        let tail = tail::draw(&mut trial, Frame { y: 0.0, ..frame }, form, content, tr);
        let mut lead = blocks.len().saturating_sub(1);
        // A table without room for two rows below the blocks begins on a sheet of its own.
        let two_rows = first_top + table.head_height() + 2.0 * form.rows.height;
        if !form.columns.is_empty() && !blocks.is_empty() && two_rows > frame.y + frame.height {
            lead += 1;
            first_top = table_top;
        }
        Self {
            form,
            content,
            fonts,
            tr,
            paper,
            frame,
            table,
            pieces,
            blocks,
            lead,
            first_top,
            table_top,
            tail,
        }
    }

    fn has_table(&self) -> bool {
        !self.form.columns.is_empty()
    }

    /// Height for rows, closing rows and tail on a sheet of the table counted from 1, mm.
    fn room(&self, number: usize) -> f32 {
        let head = if self.has_table() { self.table.head_height() } else { 0.0 };
        self.frame.y + self.frame.height - self.top(number) - head
    }

    /// Where the table begins on a sheet of its own counted from 1, mm.
    fn top(&self, number: usize) -> f32 {
        if number == 1 { self.first_top } else { self.table_top }
    }

    /// How many rows to write on by hand the sheet holds.
    fn open_rows(&self) -> usize {
        let height = self.form.rows.height;
        (((self.room(1) - self.closing(height)) / height).floor() as usize).max(1)
    }

    fn closing(&self, height: f32) -> f32 {
        let foot: f32 = self.form.foot.iter().map(|row| Table::foot_height(row, height)).sum();
        foot + self.tail
    }

    fn heights(&self, height: f32) -> Vec<f32> {
        self.content.rows.iter().map(|row| self.table.row_height(row, height)).collect()
    }

    /// The greatest row height at which everything stands on one sheet, else the usual height.
    fn row_height(&self) -> f32 {
        let style = &self.form.rows;
        let steps = 40;
        (0..=steps)
            .map(|step| style.height - (style.height - style.least) * step as f32 / steps as f32)
            .find(|height| self.heights(*height).iter().sum::<f32>() + self.closing(*height) <= self.room(1))
            .unwrap_or(style.height)
    }

    fn lay_out(&self) -> Vec<Sheet> {
        let height = self.row_height();
        let pages: Vec<usize> = std::iter::repeat_n(0, self.lead).chain(self.pages(height)).collect();
        let total = pages.len();
        let mut rows = self.content.rows.iter();
        pages
            .into_iter()
            .enumerate()
            .map(|(number, count)| {
                let rows: Vec<&FormRow> = rows.by_ref().take(count).collect();
                self.sheet(&rows, height, (number + 1, total))
            })
            .collect()
    }

    /// How many rows stand on each sheet. The closing part never stands alone.
    fn pages(&self, height: f32) -> Vec<usize> {
        let mut pages = vec![0];
        let mut used = 0.0;
        for (tall, row) in self.heights(height).into_iter().zip(&self.content.rows) {
            // A heading does not stand last on a sheet.
            let need = if matches!(row, FormRow::Section(_)) { tall + height } else { tall };
            if used + need > self.room(pages.len()) && pages.last().is_some_and(|count| *count > 0) {
                pages.push(0);
                used = 0.0;
            }
            used += tall;
            if let Some(count) = pages.last_mut() {
                *count += 1;
            }
        }
        if used + self.closing(height) > self.room(pages.len()) {
            let carried = pages.last().map_or(0, |count| (*count / 2).min(3));
            if let Some(count) = pages.last_mut() {
                *count -= carried;
            }
            pages.push(carried);
        }
        pages
    }

    fn sheet(&self, rows: &[&FormRow], height: f32, (number, total): (usize, usize)) -> Sheet {
        let mut pen = Pen::new(self.fonts);
        head::draw(&mut pen, self.frame, self.form, self.content, self.tr);
        if let Some(pieces) = self.blocks.get(number - 1) {
            self.pieces.draw(&mut pen, pieces);
        }
        if number > self.lead {
            let mut y = self.top(number - self.lead);
            if self.has_table() {
                y = self.rows(&mut pen, y, rows, height, number == total);
            }
            if number == total {
                tail::draw(&mut pen, Frame { y, ..self.frame }, self.form, self.content, self.tr);
            }
        }
        let page = self.tr.paper_page(&number.to_string(), &total.to_string());
        let style = Style::points(FontKind::SansRegular, 8.5);
        pen.aligned(self.frame.x, self.frame.width, self.paper.1 - 7.0, style, Align::Centre, &page);
        if self.content.demo {
            pen.corner_mark(self.paper.0, &self.tr.paper_demo());
        }
        Sheet { width: self.paper.0, height: self.paper.1, items: pen.items }
    }

    /// Draws the table's part on a sheet from `top`; answers where it ends, mm.
    fn rows(&self, pen: &mut Pen<'_>, top: f32, rows: &[&FormRow], height: f32, last: bool) -> f32 {
        piece::heading(pen, Frame { y: top, ..self.frame }, self.form.heading.get(self.tr.language()));
        self.table.draw_head(pen, top);
        let mut y = top + self.table.head_height();
        for row in rows {
            y += self.table.draw_row(pen, y, row, height);
        }
        for row in self.form.foot.iter().filter(|_| last) {
            y += self.table.draw_foot(pen, y, row, height);
        }
        self.table.frame(pen, top, y);
        y
    }
}
