//! Which of its numbers a column holds, where its title may mean either: below 学号 stands the number in the class or
//! the pupil number, and 学籍辅号 is a pupil number where anything stands in it.

use super::cell::{Cell, EXACT_BELOW};
use super::column_titles::ColumnTitles;
use super::field::Field;
use super::grid::Grid;
use super::table_layout::TableLayout;
use crate::domain::resident_id::clean;

/// Filled cells that are looked at.
const SAMPLE: usize = 60;
/// Digits from which a number is none in a class.
const LONG: usize = 15;

/// Settles by content what the titles leave open. Columns that the user has set stay: `set` tells them by title.
pub fn settle(layout: &mut TableLayout, grid: &Grid, titles: &ColumnTitles, set: impl Fn(&str) -> bool) {
    let first = layout.header_row + layout.header_rows;
    let cells = |column: usize| {
        let below = grid.rows.iter().filter(move |row| row.number >= first);
        below.map(move |row| row.cell(column)).filter(|cell| !cell.is_empty()).take(SAMPLE)
    };
    let means = |title: &str, field: Field| titles.field(title).is_some_and(|(found, _)| found == field);
    let mut own: Option<usize> = None;
    for column in &mut layout.columns {
        let empty = || cells(column.index).next().is_none();
        if column.field == Some(Field::StudentNo) {
            if !set(&column.title) && column.title.contains("辅号") && empty() {
                column.field = None;
            } else {
                own = Some(column.index);
            }
        }
    }
    let filled = own.is_some_and(|column| cells(column).next().is_some());
    let mut found = None;
    for column in &mut layout.columns {
        let long = cells(column.index).filter(|cell| is_long(cell)).count();
        let open = !set(&column.title) && means(&column.title, Field::SeatNo);
        if open && long * 2 > cells(column.index).count() {
            column.field = (!filled && found.is_none()).then_some(Field::StudentNo);
            found = found.or(column.field.and(Some(column.index)));
        }
    }
    // An empty column of the pupil number gives way to the one that is filled.
    if found.is_some() {
        let given_up = layout.columns.iter_mut().filter(|c| Some(c.index) == own);
        given_up.for_each(|column| column.field = None);
    }
}

/// `G430525…`, `L…`, a bare number as long as these, and what a spreadsheet has made of one.
fn is_long(cell: &Cell) -> bool {
    match cell {
        Cell::Number(number) => number.abs() >= EXACT_BELOW,
        Cell::Text(text) => {
            let number = clean(text);
            let digits = number.trim_start_matches(|c: char| c.is_ascii_alphabetic());
            digits.contains("E+") || digits.bytes().filter(u8::is_ascii_digit).count() >= LONG
        }
        _ => false,
    }
}
