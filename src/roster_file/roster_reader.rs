//! From the bytes of a file to the document of what it holds.

use std::collections::HashSet;

use chrono::NaiveDate;

use super::budget::{CELLS_READ, CLASSES, PEOPLE};
use super::column_titles::{ColumnTitles, plain};
use super::field::Field;
use super::findings::Findings;
use super::grid::Grid;
use super::read_error::ReadError;
use super::roster_document::{RosterDocument, SkippedSheet};
use super::school_year::{self, NamedTerm};
use super::sheet_take::SheetTake;
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

    /// Whether a sheet was read the last time, where somebody had set that.
    pub(super) fn last_time(&self, grid: &Grid, layout: &TableLayout) -> Option<bool> {
        let digest = layout.digest();
        let known = self.known.iter().find(|known| known.digest == digest)?;
        known.sheets.get(grid.sheet.as_ref()?).copied()
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
    let grids = source::grids(bytes, &titles, progress)?;
    let takes = takes(&grids, &titles, options)?;
    let tables = tables(&takes);
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
        let unusual = takes.iter().any(|take| std::ptr::eq(take.grid, *grid) && !take.usual);
        proposals.push(proposal(&reader, unusual));
    }
    let left_out = takes.iter().filter(|take| !take.taken && take.usual && options.sheet.is_none());
    let left_out = left_out.filter_map(|take| {
        let layout = take.layout.as_ref()?;
        let (grid, titles, today) = (take.grid, &titles, options.today);
        Some(proposal(&TableReader { grid, layout, titles, school_year, today }, true))
    });
    let left_out = left_out.collect();
    let skipped = takes
        .iter()
        .filter_map(|take| Some(SkippedSheet { sheet: take.grid.sheet.clone(), reason: take.skip()? }));
    let skipped = skipped.filter(|skip| options.sheet.is_none() || skip.sheet == options.sheet).collect();
    let classes: HashSet<_> = found.pupils.iter().filter_map(|p| Some(p.class.as_ref()?.key())).collect();
    if found.pupils.len() + found.staff.len() > PEOPLE || classes.len() > CLASSES {
        return Err(ReadError::TooLarge);
    }
    if found.pupils.is_empty() && found.staff.is_empty() {
        return Err(ReadError::NoPupils);
    }
    found.compare(school_year);
    progress.report(Stage::Reading, 100, 100)?;
    let year_told = options.school_year.or(year).is_some();
    let document = RosterDocument::of(found, (proposals, left_out), skipped, (school_year, term));
    Ok(RosterDocument { year_told, ..document })
}

/// The table as it was understood.
fn proposal(reader: &TableReader<'_>, unusual: bool) -> TableProposal {
    let TableReader { grid, layout, titles, .. } = *reader;
    let as_titled = table_layout::below(grid, layout.header_row, titles, &[]);
    let by_choice = as_titled.is_none_or(|titled| titled.used() != layout.used());
    TableProposal::new(grid, layout.clone(), reader.is_staff(), (by_choice, unusual))
}

/// The sheets of a file; the one that was asked for must be among them.
pub(super) fn takes<'a>(
    grids: &'a [Grid],
    titles: &ColumnTitles,
    options: &ReadOptions,
) -> Result<Vec<SheetTake<'a>>, ReadError> {
    match &options.sheet {
        Some(name) if grids.iter().all(|grid| grid.sheet.as_ref() != Some(name)) => {
            Err(ReadError::NoSuchSheet(name.clone()))
        }
        _ => Ok(SheetTake::all(grids, titles, options)),
    }
}

/// The tables that are read.
pub(super) fn tables<'a>(takes: &[SheetTake<'a>]) -> Vec<(&'a Grid, TableLayout)> {
    let read = takes.iter().filter(|take| take.taken);
    read.filter_map(|take| Some((take.grid, take.layout.clone()?))).collect()
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
