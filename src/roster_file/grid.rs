//! A sheet as rows of cells, whatever file it came from.

use super::cell::Cell;

/// Cells that belong together; rows from 1, columns from 0, both ends included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Merge {
    /// First row.
    pub top: u32,
    /// Last row.
    pub bottom: u32,
    /// First column.
    pub left: usize,
    /// Last column.
    pub right: usize,
}

impl Merge {
    /// Whether the cell belongs to it.
    pub fn covers(&self, row: u32, column: usize) -> bool {
        (self.top..=self.bottom).contains(&row) && (self.left..=self.right).contains(&column)
    }
}

/// A row in which something is written.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct GridRow {
    /// Row number as the clerk sees it, from 1.
    pub number: u32,
    /// Whether a filter or the user hides it.
    pub hidden: bool,
    /// Cells from the first column on.
    pub cells: Vec<Cell>,
}

impl GridRow {
    /// A cell; empty beyond the end.
    pub fn cell(&self, column: usize) -> &Cell {
        self.cells.get(column).unwrap_or(&Cell::Empty)
    }

    /// Cells in which something is written, with their columns.
    pub fn filled(&self) -> impl Iterator<Item = (usize, &Cell)> {
        self.cells.iter().enumerate().filter(|(_, cell)| !cell.is_empty())
    }
}

/// A sheet. Rows without content are left out.
#[derive(Debug, Clone, Default)]
pub struct Grid {
    /// Name of the sheet; `None` for text and HTML.
    pub sheet: Option<String>,
    /// First column of a list that stands beside another one on the sheet, whose name it is put behind.
    pub beside: Option<String>,
    /// Whether the sheet is hidden.
    pub hidden: bool,
    /// Serial days count from 1904-01-01 (old Mac workbooks).
    pub from_1904: bool,
    /// Rows with content, in order.
    pub rows: Vec<GridRow>,
    /// Merged cells.
    pub merges: Vec<Merge>,
}

impl Grid {
    /// The name of the sheet as the file has it.
    pub fn own_name(&self) -> Option<&str> {
        let name = self.sheet.as_deref()?;
        match &self.beside {
            Some(column) => name.strip_suffix(column.as_str()).map(str::trim_end),
            None => Some(name),
        }
    }

    /// A row by its number; `None` where it is blank.
    pub fn row(&self, number: u32) -> Option<&GridRow> {
        self.rows.binary_search_by_key(&number, |row| row.number).ok().and_then(|at| self.rows.get(at))
    }

    /// A column's cells in these rows, or the ones that merges put in their places.
    pub fn merged_column(&self, column: usize, rows: &[u32]) -> Vec<(u32, &Cell)> {
        let mut merges: Vec<&Merge> = self.merges.iter().filter(|m| m.covers(m.top, column)).collect();
        merges.sort_by_key(|merge| merge.top);
        let cell = |row: u32| {
            let own = self.row(row).map_or(&Cell::Empty, |r| r.cell(column));
            // Merges do not overlap: only the last one that begins above can reach down here.
            let above = merges.partition_point(|merge| merge.top <= row).checked_sub(1);
            match above.and_then(|at| merges.get(at)).filter(|m| own.is_empty() && m.covers(row, column)) {
                Some(merge) => self.row(merge.top).map_or(&Cell::Empty, |r| r.cell(merge.left)),
                None => own,
            }
        };
        rows.iter().map(|row| (*row, cell(*row))).collect()
    }

    /// A cell, or the one that a merge puts in its place.
    pub fn merged_cell(&self, row: u32, column: usize) -> &Cell {
        let own = self.row(row).map_or(&Cell::Empty, |r| r.cell(column));
        if !own.is_empty() {
            return own;
        }
        let Some(merge) = self.merges.iter().find(|m| m.covers(row, column)) else { return own };
        self.row(merge.top).map_or(&Cell::Empty, |r| r.cell(merge.left))
    }
}

/// A, B … Z, AA: the name of a column by its place from 0.
pub fn column_name(mut column: usize) -> String {
    let mut letters = Vec::new();
    loop {
        letters.push(char::from(b'A' + (column % 26) as u8));
        match (column / 26).checked_sub(1) {
            Some(rest) => column = rest,
            None => return letters.into_iter().rev().collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_named_as_spreadsheets_do() {
        let names = [0, 25, 26, 51, 52, 70, 701, 702].map(column_name);
        assert_eq!(names, ["A", "Z", "AA", "AZ", "BA", "BS", "ZZ", "AAA"]);
    }
}
