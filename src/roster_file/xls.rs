//! Workbooks of Excel 97 to 2003 and of WPS (`.xls`, `.et`): the records of BIFF8 (MS-XLS).

use std::sync::Arc;

use super::biff_strings;
use super::budget::Budget;
use super::cell::Cell;
use super::compound_file::{u16_at, u32_at};
use super::grid::{Grid, GridRow, Merge};
use super::read_error::ReadError;

const BOF: u16 = 0x0809;
const EOF: u16 = 0x000a;
const FILE_PASS: u16 = 0x002f;
const DATE_MODE: u16 = 0x0022;
const BOUND_SHEET: u16 = 0x0085;
const SST: u16 = 0x00fc;
const CONTINUE: u16 = 0x003c;
const ROW: u16 = 0x0208;
const LABEL_SST: u16 = 0x00fd;
const LABEL: u16 = 0x0204;
const RSTRING: u16 = 0x00d6;
const NUMBER: u16 = 0x0203;
const RK: u16 = 0x027e;
const MUL_RK: u16 = 0x00bd;
const BOOL_ERR: u16 = 0x0205;
const FORMULA: u16 = 0x0006;
const STRING: u16 = 0x0207;
const MERGE_CELLS: u16 = 0x00e5;
const BIFF8: u16 = 0x0600;
/// Bit of a ROW record: height zero.
const ROW_HIDDEN: u8 = 0x20;
const ROWS: usize = 65_536;

/// Reads every sheet of a workbook stream.
pub fn read(stream: &[u8], budget: &mut Budget<'_>) -> Result<Vec<Grid>, ReadError> {
    budget.expect(stream.len());
    let book = Book::read(stream, budget)?;
    let mut grids = Vec::new();
    for sheet in &book.sheets {
        let records = stream.get(sheet.at..).ok_or(ReadError::Damaged)?;
        let mut reader = SheetReader::new(&book.strings, budget);
        reader.grid.sheet = Some(sheet.name.clone());
        reader.grid.hidden = sheet.hidden;
        reader.grid.from_1904 = book.from_1904;
        grids.push(reader.read(records)?);
    }
    Ok(grids)
}

/// Records one after another: kind and content.
struct Records<'a> {
    rest: &'a [u8],
}

impl<'a> Iterator for Records<'a> {
    type Item = Result<(u16, &'a [u8]), ReadError>;

    fn next(&mut self) -> Option<Self::Item> {
        let kind = u16_at(self.rest, 0)?;
        let length = usize::from(u16_at(self.rest, 2)?);
        let Some(content) = self.rest.get(4..4 + length) else {
            self.rest = &[];
            return Some(Err(ReadError::Damaged));
        };
        self.rest = self.rest.get(4 + length..).unwrap_or_default();
        Some(Ok((kind, content)))
    }
}

struct BookSheet {
    name: String,
    hidden: bool,
    at: usize,
}

/// What stands before the sheets.
struct Book {
    sheets: Vec<BookSheet>,
    strings: Vec<Arc<str>>,
    from_1904: bool,
}

impl Book {
    fn read(stream: &[u8], budget: &mut Budget<'_>) -> Result<Self, ReadError> {
        let mut book = Self { sheets: Vec::new(), strings: Vec::new(), from_1904: false };
        let mut table: Vec<&[u8]> = Vec::new();
        let mut in_table = false;
        for record in (Records { rest: stream }) {
            let (kind, content) = record?;
            in_table = kind == SST || in_table && kind == CONTINUE;
            match kind {
                BOF if u16_at(content, 0) != Some(BIFF8) => {
                    return Err(ReadError::UnsupportedType("Excel 5"));
                }
                FILE_PASS => return Err(ReadError::Password),
                DATE_MODE => book.from_1904 = u16_at(content, 0) == Some(1),
                BOUND_SHEET => {
                    budget.sheet()?;
                    book.sheets.extend(Self::sheet(content)?);
                }
                SST | CONTINUE if in_table => table.push(content),
                EOF => break,
                _ => {}
            }
        }
        if !table.is_empty() {
            book.strings = biff_strings::table(&table, budget)?;
        }
        if book.sheets.is_empty() { Err(ReadError::Damaged) } else { Ok(book) }
    }

    /// A sheet of cells; charts and macros are left out.
    fn sheet(content: &[u8]) -> Result<Option<BookSheet>, ReadError> {
        let at = u32_at(content, 0).ok_or(ReadError::Damaged)? as usize;
        let (Some(state), Some(kind)) = (content.get(4), content.get(5)) else {
            return Err(ReadError::Damaged);
        };
        let name = content.get(6..).and_then(biff_strings::short).ok_or(ReadError::Damaged)?;
        Ok((*kind == 0).then_some(BookSheet { name, hidden: state & 3 != 0, at }))
    }
}

struct SheetReader<'a, 'p> {
    strings: &'a [Arc<str>],
    budget: &'a mut Budget<'p>,
    grid: Grid,
    /// Rows by their number from 0: cells may come in any order.
    rows: Vec<GridRow>,
    /// The formula cell whose text the next record holds.
    formula: Option<(usize, usize)>,
}

impl<'a, 'p> SheetReader<'a, 'p> {
    fn new(strings: &'a [Arc<str>], budget: &'a mut Budget<'p>) -> Self {
        Self { strings, budget, grid: Grid::default(), rows: Vec::new(), formula: None }
    }

    fn read(mut self, records: &[u8]) -> Result<Grid, ReadError> {
        // A chart inside a sheet is a whole stream of its own, from BOF to EOF.
        let mut depth = 0_u32;
        for record in (Records { rest: records }) {
            let (kind, content) = record?;
            self.budget.record(content.len() + 4)?;
            match kind {
                BOF => depth += 1,
                EOF if depth <= 1 => return self.finish(),
                EOF => depth -= 1,
                _ if depth == 1 => self.record(kind, content)?,
                _ => {}
            }
        }
        Err(ReadError::Damaged)
    }

    fn finish(mut self) -> Result<Grid, ReadError> {
        for (row, number) in std::mem::take(&mut self.rows).into_iter().zip(1..) {
            self.budget.push(&mut self.grid, GridRow { number, ..row })?;
        }
        Ok(self.grid)
    }

    fn record(&mut self, kind: u16, content: &[u8]) -> Result<(), ReadError> {
        let number = |at| u16_at(content, at).map(usize::from).ok_or(ReadError::Damaged);
        match kind {
            ROW => {
                let hidden = content.get(12).is_some_and(|flags| flags & ROW_HIDDEN != 0);
                self.row(number(0)?)?.hidden = hidden;
            }
            LABEL_SST => {
                let text = u32_at(content, 6).and_then(|at| self.strings.get(at as usize));
                let text = Arc::clone(text.ok_or(ReadError::Damaged)?);
                let cell = match Cell::of_text(&text) {
                    Cell::Text(_) => Cell::Text(text),
                    other => other,
                };
                self.put(number(0)?, number(2)?, cell)?;
            }
            LABEL | RSTRING => {
                let text = content.get(6..).and_then(biff_strings::single).unwrap_or_default();
                self.put(number(0)?, number(2)?, Cell::of_text(&text))?;
            }
            NUMBER => self.put(number(0)?, number(2)?, Cell::Number(double(content, 6)?))?,
            RK => self.put(number(0)?, number(2)?, rk(content, 6)?)?,
            MUL_RK => {
                let (row, first) = (number(0)?, number(2)?);
                for at in 0..content.len().saturating_sub(6) / 6 {
                    self.put(row, first + at, rk(content, 6 + at * 6)?)?;
                }
            }
            BOOL_ERR if content.get(7) == Some(&1) => self.put(number(0)?, number(2)?, Cell::Error)?,
            FORMULA => self.formula(number(0)?, number(2)?, content)?,
            STRING => {
                if let Some((row, column)) = self.formula.take() {
                    let text = biff_strings::single(content).unwrap_or_default();
                    self.put(row, column, Cell::of_text(&text))?;
                }
            }
            MERGE_CELLS => {
                for at in (2..content.len().saturating_sub(7)).step_by(8) {
                    let (top, bottom) = (number(at)? as u32 + 1, number(at + 2)? as u32 + 1);
                    let merge = Merge { top, bottom, left: number(at + 4)?, right: number(at + 6)? };
                    self.budget.merge(&mut self.grid, merge)?;
                }
            }
            _ => {}
        }
        Ok(())
    }

    /// The result of a formula: a number, a text in the next record, a truth value, an error or nothing.
    fn formula(&mut self, row: usize, column: usize, content: &[u8]) -> Result<(), ReadError> {
        let result = content.get(6..14).ok_or(ReadError::Damaged)?;
        match (result.get(6..8), result.first()) {
            (Some([0xff, 0xff]), Some(0)) => self.formula = Some((row, column)),
            (Some([0xff, 0xff]), Some(2)) => self.put(row, column, Cell::Error)?,
            (Some([0xff, 0xff]), _) => {}
            _ => self.put(row, column, Cell::Number(double(content, 6)?))?,
        }
        Ok(())
    }

    fn row(&mut self, row: usize) -> Result<&mut GridRow, ReadError> {
        if self.rows.len() <= row && row < ROWS {
            self.rows.resize_with(row + 1, GridRow::default);
        }
        self.rows.get_mut(row).ok_or(ReadError::Damaged)
    }

    fn put(&mut self, row: usize, column: usize, cell: Cell) -> Result<(), ReadError> {
        self.row(row)?;
        match self.rows.get_mut(row) {
            Some(row) => self.budget.put(row, column, cell),
            None => Ok(()),
        }
    }
}

fn double(content: &[u8], at: usize) -> Result<f64, ReadError> {
    let bytes = content.get(at..at + 8).and_then(|b| b.try_into().ok()).ok_or(ReadError::Damaged)?;
    Ok(f64::from_le_bytes(bytes))
}

/// A number in four bytes behind the two of its format: the high part of a double or a whole number,
/// both perhaps times 100.
fn rk(content: &[u8], at: usize) -> Result<Cell, ReadError> {
    // In MULRK each number stands behind its format too; in RK the format stands before `at`.
    let bits = u32_at(content, at).ok_or(ReadError::Damaged)?;
    let number = if bits & 2 == 2 {
        f64::from(bits.cast_signed() >> 2)
    } else {
        f64::from_bits(u64::from(bits & !3) << 32)
    };
    Ok(Cell::Number(if bits & 1 == 1 { number / 100.0 } else { number }))
}
