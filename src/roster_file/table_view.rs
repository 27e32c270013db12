//! A file before it is read: its sheets as they are, where the header is thought to be, what the columns may mean.

use super::cell::Cell;
use super::column_titles::ColumnTitles;
use super::field::Field;
use super::grid::Grid;
use super::read_error::ReadError;
use super::roster_reader::{ReadOptions, named_term};
use super::sheet_take::SheetTake;
use super::table_choice::TableChoice;
use super::table_layout::{self, TableLayout};
use super::table_reader::TableReader;
use super::{school_year, source, written_date};
use crate::domain::progress::{Progress, Stage};

/// Rows shown of a sheet.
const ROWS_SHOWN: usize = 20;
/// Values shown of a column.
const SAMPLES: usize = 3;
/// Rows in which they are looked for.
const SAMPLE_ROWS: usize = 200;

/// A sheet as the file has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TableView {
    /// Name; `None` where the file has none.
    pub sheet: Option<String>,
    /// Whether it is hidden.
    pub hidden: bool,
    /// Whether it will be read.
    pub taken: bool,
    /// Whether it lists staff.
    pub staff: bool,
    /// Whether the columns mean what was set for this header the last time.
    pub remembered: bool,
    /// Whether it is read or left out as set the last time.
    pub taken_before: bool,
    /// Rows below the header in which something is written.
    pub rows: usize,
    /// Header and columns; `None` where no header was found.
    pub layout: Option<TableLayout>,
    /// The first rows of the sheet: row number and the texts of its cells.
    pub top: Vec<(u32, Vec<String>)>,
    /// A few different values of each column of the layout.
    pub samples: Vec<Vec<String>>,
}

impl TableView {
    /// What reading needs to read this sheet as it is shown.
    pub fn choice(&self) -> TableChoice {
        TableChoice {
            sheet: self.sheet.clone(),
            left_out: !self.taken,
            header_row: self.layout.as_ref().map(|layout| layout.header_row),
            fields: self.layout.as_ref().map(TableLayout::used),
        }
    }

    /// Sets what a column means, by its place in the layout; one that meant it before is not used any more.
    pub fn set(&mut self, at: usize, field: Option<Field>) {
        let Some(layout) = &mut self.layout else { return };
        for (index, column) in layout.columns.iter_mut().enumerate() {
            if index == at {
                column.field = field;
            } else if column.field == field {
                column.field = None;
            }
        }
        self.remembered = false;
    }
}

/// Looks at a file. Refused is what cannot be opened at all, and what holds no table in which a header could be
/// pointed at, such as a letter that was given a workbook's name.
///
/// # Errors
/// As for [`read`](super::read), but a table without a known header is shown as it is.
pub fn look(
    bytes: &[u8],
    file_name: Option<&str>,
    options: &ReadOptions,
    progress: &mut dyn Progress,
) -> Result<Vec<TableView>, ReadError> {
    progress.report(Stage::Reading, 0, 100)?;
    let titles = ColumnTitles::shipped();
    let grids = source::grids(bytes, &titles, progress)?;
    let takes = SheetTake::all(&grids, &titles, options);
    let has_table = |take: &SheetTake<'_>| {
        take.layout.is_some() || take.grid.rows.iter().any(|row| row.filled().count() > 1)
    };
    if !takes.iter().any(has_table) {
        return Err(ReadError::NoPupils);
    }
    let tables: Vec<(&Grid, TableLayout)> =
        takes.iter().filter_map(|take| Some((take.grid, take.layout.clone()?))).collect();
    let named = named_term(&tables, file_name);
    let year = options.school_year.or(named.year).unwrap_or_else(|| school_year::of_day(options.today));
    let views = takes.into_iter().map(|take| view(take, (&titles, options, year))).collect();
    progress.report(Stage::Reading, 100, 100)?;
    Ok(views)
}

fn view(
    take: SheetTake<'_>,
    (titles, options, school_year): (&ColumnTitles, &ReadOptions, i32),
) -> TableView {
    let SheetTake { grid, layout, taken, remembered: taken_before, .. } = take;
    let staff = layout.as_ref().is_some_and(|layout| {
        TableReader { grid, layout, titles, school_year, today: options.today }.is_staff()
    });
    let by_titles = layout.as_ref().and_then(|l| table_layout::below(grid, l.header_row, titles, &[]));
    let differs = layout.as_ref().zip(by_titles).is_some_and(|(own, titled)| own.used() != titled.used());
    let set = options.choice(grid).is_some_and(|choice| choice.fields.is_some());
    let first = layout.as_ref().map_or(0, |layout| layout.header_row + layout.header_rows);
    let below = || grid.rows.iter().filter(|row| first > 0 && row.number >= first);
    let width = grid.rows.iter().take(ROWS_SHOWN).map(|row| row.cells.len()).max().unwrap_or_default();
    let dates: Vec<usize> = layout.iter().filter_map(|layout| layout.column(Field::Birth)).collect();
    let shown = |row: &super::grid::GridRow, column: usize| {
        text(row.cell(column), dates.contains(&column) && row.number >= first, grid.from_1904)
    };
    let columns = layout.iter().flat_map(|layout| &layout.columns);
    let samples = columns
        .map(|column| {
            let mut values: Vec<String> = Vec::new();
            for row in below().take(SAMPLE_ROWS) {
                let value = shown(row, column.index);
                if values.len() < SAMPLES && !value.is_empty() && !values.contains(&value) {
                    values.push(value);
                }
            }
            values
        })
        .collect();
    TableView {
        sheet: grid.sheet.clone(),
        hidden: grid.hidden,
        taken,
        staff,
        remembered: differs && !set && options.map.is_empty(),
        taken_before,
        rows: below().count(),
        top: grid
            .rows
            .iter()
            .take(ROWS_SHOWN)
            .map(|row| (row.number, (0..width).map(|column| shown(row, column)).collect()))
            .collect(),
        samples,
        layout,
    }
}

/// A cell as the clerk sees it; a date cell holds a number.
fn text(cell: &Cell, date: bool, from_1904: bool) -> String {
    let day = matches!(cell, Cell::Number(_) if date).then(|| written_date::read(cell, from_1904)).flatten();
    day.map_or_else(|| cell.text(), |day| day.to_string())
}
