//! OpenDocument spreadsheets.

use std::collections::BTreeSet;

use quick_xml::events::{BytesStart, Event};

use super::budget::{Budget, COLUMNS};
use super::cell::Cell;
use super::grid::{Grid, GridRow, Merge};
use super::read_error::ReadError;
use super::xml_part::{Container, append, attribute};

/// Reads every sheet.
pub fn read(mut container: Container<'_>, budget: &mut Budget<'_>) -> Result<Vec<Grid>, ReadError> {
    budget.expect(container.size("content.xml"));
    if encrypted(&mut container, budget)? {
        return Err(ReadError::Password);
    }
    let mut part = container.part("content.xml")?.ok_or(ReadError::Damaged)?;
    let mut content = Content::new(budget);
    let mut closed = false;
    loop {
        match part.next_event(content.budget)? {
            Event::Start(start) => content.start(&start)?,
            Event::End(end) => {
                closed |= end.local_name().as_ref() == "document-content";
                content.end(end.local_name().as_ref())?;
            }
            Event::Eof if closed => return Ok(content.grids),
            Event::Eof => return Err(ReadError::Damaged),
            event if content.in_paragraph && content.notes == 0 => append(&mut content.text, &event)?,
            _ => {}
        }
    }
}

fn encrypted(container: &mut Container<'_>, budget: &mut Budget<'_>) -> Result<bool, ReadError> {
    let Some(mut part) = container.part("META-INF/manifest.xml")? else { return Ok(false) };
    loop {
        match part.next_event(budget)? {
            Event::Start(start) if start.local_name().as_ref() == "encryption-data" => return Ok(true),
            Event::Eof => return Ok(false),
            _ => {}
        }
    }
}

/// What one cell element says.
#[derive(Default)]
struct CellElement {
    repeated: usize,
    columns: usize,
    rows: u32,
    kind: String,
    value: Option<String>,
}

/// Where the stream stands.
struct Content<'a, 'p> {
    budget: &'a mut Budget<'p>,
    grids: Vec<Grid>,
    hidden_styles: BTreeSet<String>,
    style: String,
    row: GridRow,
    row_repeated: u32,
    next_row: u32,
    column: usize,
    cell: CellElement,
    text: String,
    in_paragraph: bool,
    /// Depth of comments, which are no content.
    notes: u32,
}

impl<'a, 'p> Content<'a, 'p> {
    fn new(budget: &'a mut Budget<'p>) -> Self {
        Self {
            budget,
            grids: Vec::new(),
            hidden_styles: BTreeSet::new(),
            style: String::new(),
            row: GridRow::default(),
            row_repeated: 1,
            next_row: 1,
            column: 0,
            cell: CellElement::default(),
            text: String::new(),
            in_paragraph: false,
            notes: 0,
        }
    }

    fn start(&mut self, start: &BytesStart<'_>) -> Result<(), ReadError> {
        match start.local_name().as_ref() {
            "style" => self.style = attribute(start, "name").unwrap_or_default(),
            "table-properties" if attribute(start, "display").as_deref() == Some("false") => {
                self.budget.string(&self.style)?;
                self.hidden_styles.insert(std::mem::take(&mut self.style));
            }
            "table" => {
                self.budget.sheet()?;
                let style = attribute(start, "style-name").unwrap_or_default();
                self.grids.push(Grid {
                    sheet: attribute(start, "name"),
                    hidden: self.hidden_styles.contains(&style),
                    ..Grid::default()
                });
                self.next_row = 1;
            }
            "table-row" => {
                self.row_repeated = number(start, "number-rows-repeated");
                let hidden = attribute(start, "visibility").is_some_and(|v| v != "visible");
                self.row = GridRow { number: self.next_row, hidden, cells: Vec::new() };
                self.column = 0;
            }
            "table-cell" | "covered-table-cell" => {
                self.cell = CellElement {
                    repeated: number(start, "number-columns-repeated") as usize,
                    columns: number(start, "number-columns-spanned") as usize,
                    rows: number(start, "number-rows-spanned"),
                    kind: attribute(start, "value-type").unwrap_or_default(),
                    value: attribute(start, "date-value").or_else(|| attribute(start, "value")),
                };
                self.text.clear();
            }
            "annotation" => self.notes += 1,
            "p" if self.notes == 0 => {
                if !self.text.is_empty() {
                    self.text.push('\n');
                }
                self.in_paragraph = true;
            }
            "s" if self.in_paragraph => self.text.push(' '),
            "tab" | "line-break" if self.in_paragraph => self.text.push('\n'),
            _ => {}
        }
        Ok(())
    }

    fn end(&mut self, name: &str) -> Result<(), ReadError> {
        match name {
            "p" => self.in_paragraph = false,
            "annotation" => self.notes = self.notes.saturating_sub(1),
            "table-cell" | "covered-table-cell" => self.end_cell()?,
            "table-row" => self.end_row()?,
            _ => {}
        }
        Ok(())
    }

    fn end_cell(&mut self) -> Result<(), ReadError> {
        let cell = match self.cell.kind.as_str() {
            "float" | "currency" | "percentage" => self
                .cell
                .value
                .as_deref()
                .and_then(|v| v.parse().ok())
                .map_or_else(|| Cell::of_text(&self.text), Cell::Number),
            "date" => Cell::of_text(self.cell.value.as_deref().unwrap_or(&self.text)),
            _ => Cell::of_text(&self.text),
        };
        if !cell.is_empty() {
            for column in self.column..(self.column + self.cell.repeated).min(COLUMNS) {
                self.budget.put(&mut self.row, column, cell.clone())?;
            }
        }
        if (self.cell.columns > 1 || self.cell.rows > 1)
            && let Some(grid) = self.grids.last_mut()
        {
            let merge = Merge {
                top: self.row.number,
                bottom: self.row.number.saturating_add(self.cell.rows - 1),
                left: self.column,
                right: self.column + self.cell.columns - 1,
            };
            self.budget.merge(grid, merge)?;
        }
        self.column = self.column.saturating_add(self.cell.repeated);
        Ok(())
    }

    fn end_row(&mut self) -> Result<(), ReadError> {
        let row = std::mem::take(&mut self.row);
        let (first, last) = (row.number, row.number.saturating_add(self.row_repeated - 1));
        self.next_row = last.saturating_add(1);
        let Some(grid) = self.grids.last_mut() else { return Ok(()) };
        if row.cells.is_empty() {
            return Ok(());
        }
        for number in first + 1..=last {
            let mut copy = GridRow { number: number - 1, hidden: row.hidden, cells: Vec::new() };
            for (column, cell) in row.filled() {
                self.budget.put(&mut copy, column, cell.clone())?;
            }
            self.budget.push(grid, copy)?;
        }
        self.budget.push(grid, GridRow { number: last, ..row })
    }
}

/// A count, at least 1.
fn number(start: &BytesStart<'_>, name: &str) -> u32 {
    attribute(start, name).and_then(|n| n.parse().ok()).unwrap_or(1).max(1)
}
