//! How much a file may unpack to, so that a hostile or broken one never fills the memory of a small PC, and how far
//! its reading is.

use std::time::Duration;

use super::cell::Cell;
use super::grid::{Grid, GridRow, Merge};
use super::read_error::ReadError;
use crate::domain::progress::{Progress, Stage};

/// A file on the stick; a workbook may hold the pupils' pictures.
pub const FILE_BYTES: usize = 40 * 1024 * 1024;
/// A text table or web page, which is decoded whole.
pub const TEXT_FILE_BYTES: usize = 24 * 1024 * 1024;
/// One part of a zip container, unpacked.
pub const PART_BYTES: u64 = 96 * 1024 * 1024;
/// All parts that a container declares, read or not.
pub const CONTAINER_BYTES: u128 = 512 * 1024 * 1024;
/// All that is unpacked of one container, a part read twice counted twice.
pub const UNPACKED_BYTES: u64 = 192 * 1024 * 1024;
/// Parts of a container: a picture of each pupil and some more.
pub const PARTS: u64 = 20_000;
/// Elements inside one another.
pub const DEPTH: usize = 256;
/// Reading and comparing: a roster of 3,000 pupils takes seconds on an old computer.
pub const READING_TIME: Duration = Duration::from_secs(120);
/// One text, tag or cell; a spreadsheet allows 32,767 characters in a cell.
pub const TOKEN_BYTES: usize = 1024 * 1024;
/// People of one file: six times the largest school.
pub const PEOPLE: usize = 20_000;
/// Classes of one file.
pub const CLASSES: usize = 1_000;
/// Columns; a national sheet has 71.
pub const COLUMNS: usize = 512;
const CELLS: usize = 800_000;
const ROWS: usize = 100_000;
const TEXT_BYTES: usize = 24 * 1024 * 1024;
const MERGES: usize = 20_000;
const STRINGS: usize = 400_000;
const SHEETS: usize = 512;
const RECORD_BYTES: usize = 192 * 1024 * 1024;
/// Bytes between two reports: some hundred cells.
const STEP: usize = 16 * 1024;
/// Of all reading the part, in percent, after which the cells are there and their rows are looked at.
pub const CELLS_READ: usize = 60;

/// What may still be taken from one file, and who is told how far it is.
pub struct Budget<'p> {
    cells: usize,
    rows: usize,
    text: usize,
    merges: usize,
    strings: usize,
    sheets: usize,
    records: usize,
    progress: &'p mut dyn Progress,
    /// Bytes that are to be read, as far as that is known.
    expected: usize,
    read: usize,
    /// Where the next report is due.
    due: usize,
}

impl std::fmt::Debug for Budget<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Budget").field("read", &self.read).finish_non_exhaustive()
    }
}

impl<'p> Budget<'p> {
    /// All that a file may take.
    pub fn new(progress: &'p mut dyn Progress) -> Self {
        Self {
            cells: CELLS,
            rows: ROWS,
            text: TEXT_BYTES,
            merges: MERGES,
            strings: STRINGS,
            sheets: SHEETS,
            records: RECORD_BYTES,
            progress,
            expected: 0,
            read: 0,
            due: STEP,
        }
    }

    /// So many bytes more are going to be read.
    pub fn expect(&mut self, bytes: usize) {
        self.expected = self.expected.saturating_add(bytes);
    }

    /// So many bytes were read. Says so now and then, and learns whether to go on.
    pub fn advance(&mut self, bytes: usize) -> Result<(), ReadError> {
        self.read = self.read.saturating_add(bytes);
        if self.read < self.due {
            return Ok(());
        }
        self.due = self.read.saturating_add(STEP);
        let part = self.read.saturating_mul(CELLS_READ) / self.expected.max(1);
        Ok(self.progress.report(Stage::Reading, part.min(CELLS_READ), 100)?)
    }

    /// Counts a string of a table that cells share; an empty one costs memory too.
    pub fn string(&mut self, text: &str) -> Result<(), ReadError> {
        take(&mut self.strings, 1)?;
        take(&mut self.text, text.len())
    }

    /// Counts a sheet.
    pub fn sheet(&mut self) -> Result<(), ReadError> {
        take(&mut self.sheets, 1)
    }

    /// Counts bytes of records: sheets that lie over one another are read several times.
    pub fn record(&mut self, bytes: usize) -> Result<(), ReadError> {
        take(&mut self.records, bytes)?;
        self.advance(bytes)
    }

    /// Puts a cell into a row; what lies beyond the last column is no roster. Text counts as often as it is
    /// used, since every use may be kept.
    pub fn put(&mut self, row: &mut GridRow, column: usize, cell: Cell) -> Result<(), ReadError> {
        if cell.is_empty() || column >= COLUMNS {
            return Ok(());
        }
        if let Cell::Text(text) = &cell {
            take(&mut self.text, text.len())?;
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
