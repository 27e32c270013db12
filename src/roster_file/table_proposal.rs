//! How a table was understood, for the user to look at and change.

use serde::Serialize;

use super::grid::Grid;
use super::roster_document::ReadTable;
use super::table_layout::TableLayout;

const ROWS_SHOWN: usize = 20;

/// A table: header, meaning of its columns and its first rows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TableProposal {
    /// Sheet; `None` where the file has none.
    pub sheet: Option<String>,
    /// Header and columns.
    pub layout: TableLayout,
    /// Whether it lists staff.
    pub staff: bool,
    /// Whether the columns mean something else than their titles say, because the user set it.
    pub by_choice: bool,
    /// Whether the user reads or leaves it out against what is usual.
    pub unusual: bool,
    /// The first rows below the header: row number and, per column of the layout, the text.
    pub rows: Vec<(u32, Vec<String>)>,
}

impl TableProposal {
    /// Describes a table.
    pub fn new(grid: &Grid, layout: TableLayout, staff: bool, (by_choice, unusual): (bool, bool)) -> Self {
        let first = layout.header_row + layout.header_rows;
        let rows = grid
            .rows
            .iter()
            .filter(|row| row.number >= first)
            .take(ROWS_SHOWN)
            .map(|row| (row.number, layout.columns.iter().map(|c| row.cell(c.index).text()).collect()))
            .collect();
        Self { sheet: grid.sheet.clone(), layout, staff, by_choice, unusual, rows }
    }

    /// Place of the table.
    pub fn table(&self) -> ReadTable {
        ReadTable {
            sheet: self.sheet.clone(),
            header_row: self.layout.header_row,
            header_rows: self.layout.header_rows,
        }
    }
}
