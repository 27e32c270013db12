//! From the bytes of a file to the document of what it holds.

use std::collections::HashSet;

use chrono::NaiveDate;

use super::budget::{CELLS_READ, CLASSES, PEOPLE};
use super::column_titles::{ColumnTitles, plain};
use super::field::Field;
use super::findings::Findings;
use super::grid::Grid;
use super::read_error::ReadError;
use super::roster_document::{RosterDocument, SheetSkip, SkippedSheet};
use super::school_year::{self, NamedTerm};
use super::source;
use super::table_choice::{KnownColumns, TableChoice};
use super::table_layout::{self, TableLayout};
use super::table_proposal::TableProposal;
use super::table_reader::TableReader;
use crate::domain::progress::{Progress, Stage};

/// What the user chose.
#[derive(Debug, Clone)]
pub struct ReadOptions {
    /// Only this sheet; hidden ones may be named too.
    pub sheet: Option<String>,
    /// Column titles and what they mean, before the program's own list.
    pub map: Vec<(String, Field)>,
    /// What was set for single sheets, before everything that is found.
    pub tables: Vec<TableChoice>,
    /// What columns below known headers meant the last time, before what their titles say.
    pub known: Vec<KnownColumns>,
    /// Year of the school year's 1 September, before what the titles say.
    pub school_year: Option<i32>,
    /// The day of the reading.
    pub today: NaiveDate,
}

impl ReadOptions {
    /// Nothing chosen.
    pub const fn on(today: NaiveDate) -> Self {
        Self { sheet: None, map: Vec::new(), tables: Vec::new(), known: Vec::new(), school_year: None, today }
    }

    /// What was set for a sheet.
    pub(super) fn choice(&self, grid: &Grid) -> Option<&TableChoice> {
        self.tables.iter().find(|choice| choice.sheet == grid.sheet)
    }

    /// Where the table of a sheet stands and what its columns mean.
    pub(super) fn layout(&self, grid: &Grid, titles: &ColumnTitles) -> Option<TableLayout> {
        let choice = self.choice(grid);
        if let Some(row) = choice.and_then(|choice| choice.header_row) {
            let layout = table_layout::below(grid, row, titles, &self.map)?;
            let known = self.known.iter().find(|known| known.digest == layout.digest());
            let fields =
                choice.and_then(|choice| choice.fields.as_ref()).or(known.map(|known| &known.fields));
            return Some(match fields {
                Some(fields) => layout.with(fields),
                None => layout,
            });
        }
        let found = || table_layout::find(grid, titles, &self.map);
        if self.map.is_empty() {
            table_layout::recognise(grid, titles, &self.known).or_else(found)
        } else {
            found()
        }
    }
}

/// Reads a roster. `file_name` may name the school year; the kind of file is told by its content.
/// An error means that the whole file is refused: see [`RosterDocument::refused`].
pub fn read(
    bytes: &[u8],
    file_name: Option<&str>,
    options: &ReadOptions,
    progress: &mut dyn Progress,
) -> Result<RosterDocument, ReadError> {
    progress.report(Stage::Reading, 0, 100)?;
    let titles = ColumnTitles::shipped();
    let grids = chosen(source::grids(bytes, &titles, progress)?, options)?;
    let (tables, skipped) = tables(&grids, &titles, options);
    if let Some((title, _)) = options.map.iter().find(|(title, _)| !has_title(&tables, title)) {
        return Err(ReadError::NoSuchColumn(title.clone()));
    }
    let NamedTerm { year, term } = named_term(&tables, file_name);
    let school_year = options.school_year.or(year).unwrap_or_else(|| school_year::of_day(options.today));
    let mut found = Findings::default();
    let mut proposals = Vec::new();
    let all = tables.iter().map(|(grid, _)| grid.rows.len()).sum::<usize>().max(1);
    let mut before = 0;
    for (grid, layout) in &tables {
        let mut tell = |rows: usize| {
            let part = CELLS_READ + (before + rows) * (100 - CELLS_READ) / all;
            progress.report(Stage::Reading, part.min(100), 100)
        };
        let reader = TableReader { grid, layout, titles: &titles, school_year, today: options.today };
        reader.read(&mut found, &mut tell)?;
        before += grid.rows.len();
        let as_titled = table_layout::below(grid, layout.header_row, &titles, &[]);
        let by_choice = as_titled.is_none_or(|titled| titled.used() != layout.used());
        proposals.push(TableProposal::new(grid, layout.clone(), reader.is_staff(), by_choice));
    }
    let classes: HashSet<_> = found.pupils.iter().filter_map(|p| Some(p.class.as_ref()?.key())).collect();
    if found.pupils.len() + found.staff.len() > PEOPLE || classes.len() > CLASSES {
        return Err(ReadError::TooLarge);
    }
    if found.pupils.is_empty() && found.staff.is_empty() {
        return Err(ReadError::NoPupils);
    }
    found.compare(school_year);
    progress.report(Stage::Reading, 100, 100)?;
    Ok(RosterDocument::of(found, proposals, skipped, (school_year, term)))
}

pub(super) fn chosen(mut grids: Vec<Grid>, options: &ReadOptions) -> Result<Vec<Grid>, ReadError> {
    grids.retain(|grid| !options.choice(grid).is_some_and(|choice| choice.left_out));
    for grid in &mut grids {
        // A hidden sheet that was chosen is read like any other.
        grid.hidden &= options.choice(grid).is_none();
    }
    let Some(name) = &options.sheet else { return Ok(grids) };
    let found: Vec<Grid> = grids
        .into_iter()
        .filter(|grid| grid.sheet.as_ref() == Some(name))
        .map(|grid| Grid { hidden: false, ..grid })
        .collect();
    if found.is_empty() { Err(ReadError::NoSuchSheet(name.clone())) } else { Ok(found) }
}

/// Sheets with a table, and those without. Hidden sheets hold old lists and choices; they are read only
/// where no other has a table.
pub(super) fn tables<'a>(
    grids: &'a [Grid],
    titles: &ColumnTitles,
    options: &ReadOptions,
) -> (Vec<(&'a Grid, TableLayout)>, Vec<SkippedSheet>) {
    let all: Vec<(&Grid, Option<TableLayout>)> =
        grids.iter().map(|grid| (grid, options.layout(grid, titles))).collect();
    let visible = all.iter().any(|(grid, layout)| layout.is_some() && !grid.hidden);
    let (mut tables, mut skipped) = (Vec::new(), Vec::new());
    for (grid, layout) in all {
        let skip = |reason| SkippedSheet { sheet: grid.sheet.clone(), reason };
        match layout {
            Some(_) if grid.hidden && visible => skipped.push(skip(SheetSkip::Hidden)),
            Some(layout) => tables.push((grid, layout)),
            None if grid.hidden => skipped.push(skip(SheetSkip::Hidden)),
            None => skipped.push(skip(SheetSkip::NoTable)),
        }
    }
    (tables, skipped)
}

fn has_title(tables: &[(&Grid, TableLayout)], title: &str) -> bool {
    tables.iter().any(|(_, layout)| layout.columns.iter().any(|c| plain(&c.title) == plain(title)))
}

/// Titles above the tables, then the name of the file.
pub(super) fn named_term(tables: &[(&Grid, TableLayout)], file_name: Option<&str>) -> NamedTerm {
    let mut titles: Vec<String> = Vec::new();
    for (grid, layout) in tables {
        for row in grid.rows.iter().take_while(|row| row.number < layout.header_row) {
            titles.extend(row.filled().map(|(_, cell)| cell.text()));
        }
        titles.extend(grid.sheet.clone());
    }
    let named = school_year::named_in(titles.iter().map(String::as_str));
    let by_name = school_year::named_in(file_name.into_iter());
    NamedTerm { year: named.year.or(by_name.year), term: named.term.or(by_name.term) }
}
