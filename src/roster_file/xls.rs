//! Workbooks of Excel 97 to 2003 and of WPS (`.xls`, `.et`).

use std::io::Cursor;

use calamine::{Data, Reader, SheetVisible, Xls, XlsError};

use super::budget::Budget;
use super::cell::Cell;
use super::grid::{Grid, GridRow, Merge};
use super::read_error::ReadError;

/// Reads every sheet.
pub fn read(bytes: &[u8], budget: &mut Budget) -> Result<Vec<Grid>, ReadError> {
    let mut book = Xls::new(Cursor::new(bytes)).map_err(|error| match error {
        XlsError::Password => ReadError::Password,
        _ => ReadError::Damaged,
    })?;
    let from_1904 = book.has_1904_epoch();
    let mut grids = Vec::new();
    for sheet in book.sheets_metadata().to_vec() {
        let range = book.worksheet_range(&sheet.name).map_err(|_| ReadError::Damaged)?;
        let mut grid = Grid {
            hidden: sheet.visible != SheetVisible::Visible,
            from_1904,
            sheet: Some(sheet.name.clone()),
            ..Grid::default()
        };
        let (first_row, first_column) = range.start().unwrap_or_default();
        for (number, cells) in (first_row + 1..).zip(range.rows()) {
            let mut row = GridRow { number, ..GridRow::default() };
            for (column, data) in (first_column as usize..).zip(cells) {
                let cell = cell(data);
                if let Cell::Text(text) = &cell {
                    budget.text(text)?;
                }
                budget.put(&mut row, column, cell)?;
            }
            budget.push(&mut grid, row)?;
        }
        for area in book.merge_cells_by_sheet_name(&sheet.name).unwrap_or_default() {
            let merge = Merge {
                top: area.start.0 + 1,
                bottom: area.end.0 + 1,
                left: area.start.1 as usize,
                right: area.end.1 as usize,
            };
            budget.merge(&mut grid, merge)?;
        }
        grids.push(grid);
    }
    Ok(grids)
}

fn cell(data: &Data) -> Cell {
    match data {
        Data::Empty => Cell::Empty,
        Data::Int(number) => Cell::Number(*number as f64),
        Data::Float(number) => Cell::Number(*number),
        Data::DateTime(moment) => Cell::Number(moment.as_f64()),
        Data::Error(_) => Cell::Error,
        other => Cell::of_text(&other.to_string()),
    }
}
