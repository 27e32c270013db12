//! Rows of a file as they stand in it, to be written out again beside a remark, mended and read once more.

use super::cell::{Cell, EXACT_BELOW};
use super::class_column::ClassColumn;
use super::column_titles::ColumnTitles;
use super::field::Field;
use super::grid::{Grid, GridRow};
use super::list_table::ListCell;
use super::read_error::ReadError;
use super::roster_reader::{ReadOptions, named_term, tables, takes};
use super::row_note::RowOrigin;
use super::table_layout::TableLayout;
use super::{school_year, source, written_date};
use crate::domain::progress::Progress;

/// Title of the column that tells the class where the sheet's name or title does.
const CLASS: &str = "班级";

/// Rows of one sheet.
#[derive(Debug, Clone, PartialEq)]
pub struct CopiedSheet {
    /// Name; `None` where the file has none.
    pub sheet: Option<String>,
    /// What stands above the header.
    pub title: String,
    /// Titles of the columns.
    pub columns: Vec<String>,
    /// Row number in the file and cells, as many as there are columns.
    pub rows: Vec<(u32, Vec<ListCell>)>,
}

/// Copies rows. Sheets without any of them are left out. Every row carries its class, also where only the sheet
/// or a row above it tells that.
///
/// # Errors
/// As for [`read`](super::read).
pub fn copy_rows(
    bytes: &[u8],
    file_name: Option<&str>,
    options: &ReadOptions,
    wanted: &dyn Fn(&RowOrigin) -> bool,
    progress: &mut dyn Progress,
) -> Result<Vec<CopiedSheet>, ReadError> {
    let titles = ColumnTitles::shipped();
    let grids = source::grids(bytes, &titles, progress)?;
    let tables = tables(&takes(&grids, &titles, options)?);
    let named = named_term(&tables, file_name);
    let year = options.school_year.or(named.year).unwrap_or_else(|| school_year::of_day(options.today));
    let copies = tables.iter().map(|(grid, layout)| copy(grid, layout, year, wanted));
    Ok(copies.filter(|copy| !copy.rows.is_empty()).collect())
}

fn copy(grid: &Grid, layout: &TableLayout, year: i32, wanted: &dyn Fn(&RowOrigin) -> bool) -> CopiedSheet {
    let first = layout.header_row + layout.header_rows;
    let below: Vec<&GridRow> = grid.rows.iter().filter(|row| row.number >= first).collect();
    let numbers: Vec<u32> = below.iter().map(|row| row.number).collect();
    let classes = ClassColumn::read(grid, layout, &numbers, year);
    let own = layout.column(Field::Class);
    let told = own.is_some() || layout.column(Field::Teaches).is_some();
    let added = !told && numbers.first().is_some_and(|row| classes.of(*row).is_some());
    let mut columns: Vec<String> = layout.columns.iter().map(|column| column.title.clone()).collect();
    if added {
        columns.push(CLASS.to_owned());
    }
    let cells = |row: &GridRow| {
        let class = || classes.of(row.number).map(|class| class.written.as_str());
        let mut cells: Vec<ListCell> = Vec::with_capacity(columns.len());
        cells.extend(layout.columns.iter().map(|column| {
            let cell = grid.merged_cell(row.number, column.index);
            match cell {
                Cell::Empty if Some(column.index) == own => class().into(),
                // What the sheet's name or the year of entry adds to a bare number is lost in a copy.
                _ if Some(column.index) == own && layout.column(Field::Grade).is_none() => class().into(),
                _ => list_cell(cell, column.field == Some(Field::Birth), grid.from_1904),
            }
        }));
        if added {
            cells.push(class().into());
        }
        cells
    };
    let rows = below.iter().filter(|row| wanted(&RowOrigin { sheet: grid.sheet.clone(), row: row.number }));
    let above = grid.rows.iter().take_while(|row| row.number < layout.header_row);
    let title: Vec<String> =
        above.flat_map(|row| row.filled().map(|(_, cell)| cell.text()).collect::<Vec<_>>()).collect();
    CopiedSheet {
        sheet: grid.sheet.clone(),
        title: title.join("  "),
        rows: rows.map(|row| (row.number, cells(row))).collect(),
        columns,
    }
}

/// Numbers that are exact become text, so that nothing rounds them; rounded ones stay numbers, so that nothing
/// takes them for exact.
fn list_cell(cell: &Cell, date: bool, from_1904: bool) -> ListCell {
    let day = matches!(cell, Cell::Number(_) if date).then(|| written_date::read(cell, from_1904)).flatten();
    match (day, cell) {
        (Some(day), _) => ListCell::Date(day),
        (None, Cell::Number(number)) if number.abs() >= EXACT_BELOW => ListCell::Number(*number),
        (None, cell) => ListCell::from(cell.text().as_str()),
    }
}
