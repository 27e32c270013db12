//! A form put on sheets: the head on every sheet, rows never split, the tail on the last.

use super::fill::{choose, fill};
use super::table::Table;
use super::{FormContent, FormRow, FormTemplate, block, head, tail};
use crate::domain::progress::{Progress, Stage};
use crate::i18n::Tr;
use crate::paper::PaperError;
use crate::paper::font::{FontKind, Fonts, MissingGlyph};
use crate::paper::layout::{Align, Document, Frame, Pen, Sheet, Style};

/// A4 upright, mm.
const PAPER: (f32, f32) = (210.0, 297.0);
/// Margins, mm.
const SIDE: f32 = 13.0;
const TOP: f32 = 13.0;
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
        content.rows = vec![FormRow::Open(super::content::Cells::new()); form.rows.open];
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

struct Sheets<'a> {
    form: &'a FormTemplate,
    content: &'a FormContent,
    fonts: &'a Fonts,
    tr: &'a Tr,
    paper: (f32, f32),
    frame: Frame,
    table: Table<'a>,
    /// Where the table begins on the first sheet, mm: below the blocks.
    first_top: f32,
    /// Where it begins on the others, mm.
    table_top: f32,
    /// Height of what stands below the table, mm.
    tail: f32,
}

impl<'a> Sheets<'a> {
    fn new(form: &'a FormTemplate, content: &'a FormContent, fonts: &'a Fonts, tr: &'a Tr) -> Self {
        let paper = if form.landscape { (PAPER.1, PAPER.0) } else { PAPER };
        let frame = Frame { x: SIDE, y: TOP, width: paper.0 - 2.0 * SIDE, height: paper.1 - TOP - BOTTOM };
        let table = Table::new(form, content, fonts, tr, frame);
        let mut trial = Pen::new(fonts);
        let head = head::draw(&mut trial, frame, form, content, tr);
        let blocks = block::draw(&mut trial, Frame { y: head, ..frame }, form, content, tr);
        let heading = |y: f32| if form.heading.zh.is_empty() { y } else { block::heading_end(y) };
        let (first_top, table_top) = (heading(blocks), heading(head));
        let tail = tail::draw(&mut trial, Frame { y: 0.0, ..frame }, form, content, tr);
        Self { form, content, fonts, tr, paper, frame, table, first_top, table_top, tail }
    }

    /// Height for rows, closing rows and tail on a sheet counted from 1, mm.
    fn room(&self, number: usize) -> f32 {
        self.frame.y + self.frame.height - self.top(number) - self.table.head_height()
    }

    /// Where the table begins on a sheet counted from 1, mm.
    fn top(&self, number: usize) -> f32 {
        if number == 1 { self.first_top } else { self.table_top }
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
        let pages = self.pages(height);
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
        let end = head::draw(&mut pen, self.frame, self.form, self.content, self.tr);
        if number == 1 {
            block::draw(&mut pen, Frame { y: end, ..self.frame }, self.form, self.content, self.tr);
        }
        let top = self.top(number);
        block::heading(&mut pen, Frame { y: top, ..self.frame }, self.form.heading.get(self.tr.language()));
        self.table.draw_head(&mut pen, top);
        let mut y = top + self.table.head_height();
        for row in rows {
            y += self.table.draw_row(&mut pen, y, row, height);
        }
        if number == total {
            for row in &self.form.foot {
                y += self.table.draw_foot(&mut pen, y, row, height);
            }
        }
        self.table.frame(&mut pen, top, y);
        if number == total {
            tail::draw(&mut pen, Frame { y, ..self.frame }, self.form, self.content, self.tr);
        }
        let page = self.tr.paper_page(&number.to_string(), &total.to_string());
        let style = Style::points(FontKind::SansRegular, 8.5);
        pen.aligned(self.frame.x, self.frame.width, self.paper.1 - 7.0, style, Align::Centre, &page);
        if self.content.demo {
            pen.corner_mark(self.paper.0, &self.tr.paper_demo());
        }
        Sheet { width: self.paper.0, height: self.paper.1, items: pen.items }
    }
}
