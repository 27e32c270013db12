//! How much a file may unpack to, so that a hostile or broken one never fills the memory of a small PC.

use super::cell::Cell;
use super::grid::{Grid, GridRow, Merge};
use super::read_error::ReadError;

/// A file on the stick.
pub const FILE_BYTES: usize = 64 * 1024 * 1024;
/// One part of a zip container, unpacked.
pub const PART_BYTES: u64 = 96 * 1024 * 1024;
/// All parts that a container declares, read or not.
pub const CONTAINER_BYTES: u128 = 512 * 1024 * 1024;
/// Columns; a national sheet has 71.
pub const COLUMNS: usize = 512;
const CELLS: usize = 1_500_000;
const ROWS: usize = 200_000;
const TEXT_BYTES: usize = 64 * 1024 * 1024;
const MERGES: usize = 100_000;

/// What may still be taken from one file.
#[derive(Debug)]
pub struct Budget {
    cells: usize,
    rows: usize,
    text: usize,
    merges: usize,
}

impl Default for Budget {
    fn default() -> Self {
        Self { cells: CELLS, rows: ROWS, text: TEXT_BYTES, merges: MERGES }
    }
}

impl Budget {
    /// Counts text that is kept.
    pub fn text(&mut self, text: &str) -> Result<(), ReadError> {
        take(&mut self.text, text.len())
    }

    /// Puts a cell into a row; what lies beyond the last column is no roster.
    pub fn put(&mut self, row: &mut GridRow, column: usize, cell: Cell) -> Result<(), ReadError> {
        if cell.is_empty() || column >= COLUMNS {
            return Ok(());
        }
        if row.cells.len() <= column {
            take(&mut self.cells, column + 1 - row.cells.len())?;
            row.cells.resize(column + 1, Cell::Empty);
        }
        if let Some(place) = row.cells.get_mut(column) {
            *place = cell;
        }
        Ok(())
    }

    /// Puts a row into a sheet if something is written in it.
    pub fn push(&mut self, grid: &mut Grid, row: GridRow) -> Result<(), ReadError> {
        if row.cells.is_empty() {
            return Ok(());
        }
        take(&mut self.rows, 1)?;
        match grid.rows.last() {
            // Rows out of order are no work of a spreadsheet program.
            Some(last) if last.number >= row.number => Err(ReadError::Damaged),
            _ => {
                grid.rows.push(row);
                Ok(())
            }
        }
    }

    /// Notes merged cells.
    pub fn merge(&mut self, grid: &mut Grid, merge: Merge) -> Result<(), ReadError> {
        take(&mut self.merges, 1)?;
        grid.merges.push(merge);
        Ok(())
    }
}

fn take(left: &mut usize, amount: usize) -> Result<(), ReadError> {
    *left = left.checked_sub(amount).ok_or(ReadError::TooLarge)?;
    Ok(())
}
