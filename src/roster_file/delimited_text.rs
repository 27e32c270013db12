//! Text tables: comma, semicolon or tab between fields, quotes around fields that hold those or line breaks.

use super::budget::Budget;
use super::cell::Cell;
use super::grid::{Grid, GridRow};
use super::read_error::ReadError;
use crate::domain::person_name::FORMULA_SIGNS;
use crate::domain::progress::Silent;

/// Separators that spreadsheets write, the usual one first.
pub const SEPARATORS: [char; 3] = [',', '\t', ';'];

/// Rows among which a header stands.
const HEAD: usize = 64;
/// Bytes that are counted at once.
const PIECE: usize = 1024;

/// The first records, to find the header; `None` where they are not to be read.
pub fn head(text: &str, separator: char) -> Option<Grid> {
    records(text, separator, HEAD, &mut Budget::new(&mut Silent)).ok()
}

/// Reads the records; a quoted line break does not begin a new one.
pub fn read(text: &str, separator: char, budget: &mut Budget<'_>) -> Result<Grid, ReadError> {
    budget.expect(text.len());
    records(text, separator, usize::MAX, budget)
}

fn records(text: &str, separator: char, rows: usize, budget: &mut Budget<'_>) -> Result<Grid, ReadError> {
    let mut grid = Grid::default();
    let mut row = GridRow { number: 1, ..GridRow::default() };
    let mut column = 0;
    let mut field = String::new();
    let mut quoted = false;
    let mut told = 0;
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        if at - told >= PIECE {
            budget.advance(at - told)?;
            told = at;
        }
        match c {
            '"' if quoted && chars.peek().is_some_and(|(_, next)| *next == '"') => {
                chars.next();
                field.push('"');
            }
            '"' if quoted => quoted = false,
            '"' if field.is_empty() => quoted = true,
            c if quoted => field.push(c),
            c if c == separator => {
                put(&mut row, column, &mut field, budget)?;
                column += 1;
            }
            '\r' | '\n' => {
                if c == '\r' && chars.peek().is_some_and(|(_, next)| *next == '\n') {
                    chars.next();
                }
                put(&mut row, column, &mut field, budget)?;
                column = 0;
                let number = row.number + 1;
                budget
                    .push(&mut grid, std::mem::replace(&mut row, GridRow { number, ..GridRow::default() }))?;
                if grid.rows.len() >= rows {
                    return Ok(grid);
                }
            }
            c => field.push(c),
        }
    }
    if quoted {
        return Err(ReadError::Damaged);
    }
    put(&mut row, column, &mut field, budget)?;
    budget.push(&mut grid, row)?;
    Ok(grid)
}

/// Without the apostrophe that a text table has before what a spreadsheet would run as a formula.
fn unguarded(field: &str) -> &str {
    let guarded = field.trim_start_matches('\'').trim_start().starts_with(FORMULA_SIGNS);
    field.strip_prefix('\'').filter(|_| guarded).unwrap_or(field)
}

fn put(
    row: &mut GridRow,
    column: usize,
    field: &mut String,
    budget: &mut Budget<'_>,
) -> Result<(), ReadError> {
    budget.put(row, column, Cell::of_text(unguarded(field)))?;
    field.clear();
    Ok(())
}
