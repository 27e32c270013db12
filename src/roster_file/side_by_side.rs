//! Lists that stand side by side in one sheet, as printed class lists do: each is read as a sheet of its own, called by
//! its first column, so that nobody in the right half is lost.

use super::cell::Cell;
use super::column_titles::{ColumnTitles, plain};
use super::field::Field;
use super::grid::{Grid, GridRow, column_name};
use super::table_layout;

/// What the last of the lists may lack.
const ONCE: [Field; 3] = [Field::Class, Field::Grade, Field::Remark];

/// Columns that repeat below one header: `width` of them from `first` on, `count` times.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Blocks {
    first: usize,
    width: usize,
    count: usize,
}

impl Blocks {
    /// The block of a column; `None` for those beside the blocks, which hold for all of them.
    fn of(&self, column: usize) -> Option<usize> {
        let at = column.checked_sub(self.first)? / self.width.max(1);
        (at < self.count).then_some(at)
    }
}

/// Splits the sheets in which lists stand side by side; the others stay as they are.
pub fn split(grids: Vec<Grid>, titles: &ColumnTitles) -> Vec<Grid> {
    grids.into_iter().flat_map(|grid| parts(grid, titles)).collect()
}

fn parts(grid: Grid, titles: &ColumnTitles) -> Vec<Grid> {
    let layout = table_layout::find(&grid, titles, &[]).filter(|layout| layout.header_rows == 1);
    let header = layout.and_then(|layout| grid.row(layout.header_row));
    let Some((header, blocks)) = header.and_then(|row| Some((row.number, repeated(row, titles)?))) else {
        return vec![grid];
    };
    (0..blocks.count).map(|at| part(&grid, header, blocks, at)).collect()
}

/// The widest run of titles that stands twice or more, one time beside the other, with a name among them.
fn repeated(header: &GridRow, titles: &ColumnTitles) -> Option<Blocks> {
    let written: Vec<String> = header.cells.iter().map(|cell| plain(&cell.text())).collect();
    let title = |column: usize| written.get(column).map_or("", String::as_str);
    let means = |column: usize| titles.field(title(column)).map(|(field, _)| field);
    let names = (0..written.len()).filter(|column| means(*column) == Some(Field::Name));
    let names: Vec<usize> = names.collect();
    let (one, other) = (*names.first()?, *names.get(1)?);
    let width = other - one;
    let same = |a: usize, b: usize| title(a) == title(b);
    let first = (0..=one).rev().take_while(|column| same(*column, column + width)).last()?;
    // Behind the last one the separating column may lack, and what stands once for both.
    let lacked = |column: usize| means(column).is_some_and(|field| ONCE.contains(&field));
    let is_block = |at: usize| {
        one + at * width < written.len()
            && (first..first + width).all(|column| {
                let other = column + at * width;
                same(column, other) || other >= written.len() && lacked(column)
            })
    };
    let count = (1..=written.len()).find(|at| !is_block(*at))?;
    let known = (first..first + width).filter_map(means).count();
    (count > 1 && known > 1).then_some(Blocks { first, width, count })
}

/// One of the lists: the cells of the others are empty below the titles of the sheet.
fn part(grid: &Grid, header: u32, blocks: Blocks, at: usize) -> Grid {
    let own = |row: &GridRow| {
        let mut row = row.clone();
        if row.number >= header {
            for (column, cell) in row.cells.iter_mut().enumerate() {
                if blocks.of(column).is_some_and(|block| block != at) {
                    *cell = Cell::Empty;
                }
            }
        }
        let written = row.filled().next().is_some();
        written.then_some(row)
    };
    let beside = (at > 0).then(|| column_name(blocks.first + at * blocks.width));
    let sheet = match (&grid.sheet, &beside) {
        (Some(sheet), Some(column)) => Some(format!("{sheet} {column}")),
        (sheet, column) => sheet.clone().or_else(|| column.clone()),
    };
    let rows = grid.rows.iter().filter_map(own).collect();
    Grid { sheet, beside, rows, merges: grid.merges.clone(), ..*grid }
}
