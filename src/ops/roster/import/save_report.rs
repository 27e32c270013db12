//! The report of an import on paper, and its rows with the reasons beside them as a workbook.

use std::collections::{BTreeMap, HashMap};
use std::path::Path;
use std::sync::Arc;

use super::{ImportReport, ImportRequest, ReportKind};
use crate::disk::{RealFiles, replace};
use crate::domain::progress::Progress;
use crate::ops::book::Book;
use crate::ops::error::OpError;
use crate::ops::print::send_to_printer;
use crate::paper::font::{Fonts, MissingGlyph};
use crate::paper::form::{self, FormContent, FormRow, FormTemplate};
use crate::paper::pdf;
use crate::roster_file::RowOrigin;
use crate::roster_file::write::{ListCell, ListTable, write_sheets};

/// What an import did, and what one would do.
const DONE: (&str, &str) = ("import-report", include_str!("../../../../assets/forms/import-report.toml"));
const BEFORE: (&str, &str) = ("import-review", include_str!("../../../../assets/forms/import-review.toml"));
/// Least and most widths of a copied column and of the reasons, in half-width characters.
const COLUMN: (usize, usize) = (5, 24);
const REASON: (usize, usize) = (24, 56);

impl Book {
    /// Saves the report: a path that ends in `.pdf` gets all of it as on paper, any other the rows to be mended
    /// as a workbook, each as it stands in the file with the reasons in a last column.
    ///
    /// # Errors
    /// [`OpError::RosterFileChanged`] if the file is not the one that was imported any more;
    /// [`OpError::NoWorkbook`] if no row is to be mended.
    pub fn save_import_report(
        &self,
        report: &ImportReport,
        request: &ImportRequest,
        path: &Path,
        progress: &mut dyn Progress,
    ) -> Result<usize, OpError> {
        let paper = path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("pdf"));
        let (bytes, count) = if paper {
            (self.import_report_pdf(report, progress)?, report.lines.len())
        } else {
            self.rows_to_mend(report, request, progress)?
        };
        replace(&RealFiles, path, &bytes)?;
        Ok(count)
    }

    /// The report to save or print: what is not written yet is compared again with all that was decided, so that it
    /// counts as the writing will.
    ///
    /// # Errors
    /// As [`Self::review_import`]; [`OpError::RosterFileChanged`] if the file is not the one that was compared.
    pub fn report_as_decided(
        &self,
        report: &Arc<ImportReport>,
        request: &ImportRequest,
        progress: &mut dyn Progress,
    ) -> Result<Arc<ImportReport>, OpError> {
        if report.written {
            return Ok(Arc::clone(report));
        }
        let plan = self.review_import(request, progress)?;
        if plan.file_digest != report.file_digest {
            return Err(OpError::RosterFileChanged);
        }
        Ok(Arc::new(ImportReport::before(&plan, report.file.clone(), &self.tr)))
    }

    /// Sends the report to the usual printer.
    pub fn print_import_report(
        &self,
        report: &ImportReport,
        progress: &mut dyn Progress,
    ) -> Result<usize, OpError> {
        let bytes = self.import_report_pdf(report, progress)?;
        send_to_printer(&bytes, None, self.folder())?;
        Ok(report.lines.len())
    }

    fn import_report_pdf(
        &self,
        report: &ImportReport,
        progress: &mut dyn Progress,
    ) -> Result<Vec<u8>, OpError> {
        let (id, form) = if report.written { DONE } else { BEFORE };
        let template = FormTemplate::parse(id, form)?;
        let content = self.import_report_content(report)?;
        let cells = content.rows.iter().filter_map(|row| match row {
            FormRow::Filled(cells) => Some(cells),
            _ => None,
        });
        let texts = cells.chain([&content.header]).flat_map(|cells| cells.values().map(String::as_str));
        let fonts = Fonts::covering(texts);
        let run = form::layout(&template, &content, &fonts, MissingGlyph::Rule, &self.tr, progress)?;
        Ok(pdf::write(&run.document, &fonts, progress)?)
    }

    /// The report as the form prints it.
    pub(super) fn import_report_content(&self, report: &ImportReport) -> Result<FormContent, OpError> {
        let tr = &self.tr;
        let mut content = self.blank_content()?;
        let header =
            [("file", report.file.clone()), ("as-of", report.as_of.to_string()), ("done", report.counts(tr))];
        content.header.extend(header.map(|(key, text)| (key.to_owned(), text)));
        for kind in ReportKind::ALL {
            let lines: Vec<_> = report.lines.iter().filter(|line| line.kind == kind).collect();
            if lines.is_empty() {
                continue;
            }
            content.rows.push(FormRow::Section(tr.import_more(lines.len(), &kind.word(tr))));
            content.rows.extend(lines.into_iter().map(|line| {
                let origin = line.origin.as_ref();
                let cells = [
                    ("row", origin.map(|origin| origin.row.to_string()).unwrap_or_default()),
                    ("place", report.place(line)),
                    ("name", line.name.clone()),
                    ("reason", line.reason.clone()),
                ];
                FormRow::Filled(cells.into_iter().map(|(key, text)| (key.to_owned(), text)).collect())
            }));
        }
        if content.rows.is_empty() {
            content.rows.push(FormRow::Span {
                cells: BTreeMap::new(),
                from: "row".to_owned(),
                strong: if report.written { tr.import_report_nothing() } else { tr.import_review_nothing() },
                text: String::new(),
            });
        }
        Ok(content)
    }

    fn rows_to_mend(
        &self,
        report: &ImportReport,
        request: &ImportRequest,
        progress: &mut dyn Progress,
    ) -> Result<(Vec<u8>, usize), OpError> {
        let mut reasons: HashMap<RowOrigin, Vec<String>> = HashMap::new();
        for line in report.lines.iter().filter(|line| line.kind.is_to_mend()) {
            if let Some(origin) = &line.origin {
                let words = self.tr.import_report_reason(&line.kind.word(&self.tr), &line.reason);
                reasons.entry(origin.clone()).or_default().push(words);
            }
        }
        let source = self.import_source(request)?;
        if source.digest() != report.file_digest {
            return Err(OpError::RosterFileChanged);
        }
        let title = self.tr.import_report_column();
        let mut sheets = Vec::new();
        for copy in source.rows(&|origin| reasons.contains_key(origin), progress)? {
            // A file of this kind that is read again has the column already.
            let old = copy.columns.iter().position(|column| *column == title);
            let keep = |at: &usize| Some(*at) != old;
            let columns = copy.columns.iter().enumerate().filter(|(at, _)| keep(at));
            let mut columns: Vec<(String, f64)> = columns
                .map(|(at, name)| {
                    let cells = copy.rows.iter().filter_map(|(_, cells)| cells.get(at));
                    (name.clone(), width(cells.map(words_of).chain([name.clone()]), COLUMN))
                })
                .collect();
            let all = reasons.values().flatten().cloned();
            columns.push((title.clone(), width(all.chain([title.clone()]), REASON)));
            let rows = copy.rows.into_iter().map(|(row, cells)| {
                let cells = cells.into_iter().enumerate().filter(|(at, _)| keep(at)).map(|(_, cell)| cell);
                let origin = RowOrigin { sheet: copy.sheet.clone(), row };
                let words = reasons.get(&origin).map(|words| words.join("\n")).unwrap_or_default();
                cells.chain([ListCell::Text(words)]).collect()
            });
            let table =
                ListTable { title: copy.title.clone(), columns, rows: rows.collect(), made_at: self.now() };
            sheets.push((copy.sheet.unwrap_or_default(), table));
        }
        if sheets.is_empty() {
            return Err(OpError::NoWorkbook);
        }
        let count = sheets.iter().map(|(_, table)| table.rows.len()).sum();
        Ok((write_sheets(&sheets)?, count))
    }
}

/// The text of a cell, to know how wide it is.
fn words_of(cell: &ListCell) -> String {
    match cell {
        ListCell::Text(text) => text.clone(),
        ListCell::Number(number) => number.to_string(),
        ListCell::Date(day) => day.to_string(),
        ListCell::Empty => String::new(),
    }
}

/// Width of the widest line in half-width characters, with some air, within bounds.
fn width(texts: impl Iterator<Item = String>, (least, most): (usize, usize)) -> f64 {
    let wide = |c: char| if c > '\u{2e7f}' { 2 } else { 1 };
    let line = |line: &str| line.chars().map(wide).sum::<usize>() + 2;
    let widest = texts.flat_map(|text| text.lines().map(line).collect::<Vec<_>>()).max();
    widest.unwrap_or_default().clamp(least, most) as f64
}
