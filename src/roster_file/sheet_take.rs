//! Which sheets of a file are read: as set now, else as set the last time below the same header, else those that are
//! seen. Hidden sheets hold old lists and choices; they are read only where no other has a table.

use super::column_titles::ColumnTitles;
use super::grid::Grid;
use super::roster_document::SheetSkip;
use super::roster_reader::ReadOptions;
use super::table_layout::TableLayout;

/// A sheet, its table and whether that is read.
#[derive(Debug, Clone)]
pub(super) struct SheetTake<'a> {
    /// The sheet.
    pub grid: &'a Grid,
    /// Its table, if it has one.
    pub layout: Option<TableLayout>,
    /// Whether it is read.
    pub taken: bool,
    /// Whether it would be read if nobody had set anything.
    pub usual: bool,
    /// Whether that was set the last time and not now.
    pub remembered: bool,
}

impl<'a> SheetTake<'a> {
    /// The sheets of a file.
    pub fn all(grids: &'a [Grid], titles: &ColumnTitles, options: &ReadOptions) -> Vec<Self> {
        let layouts: Vec<Option<TableLayout>> =
            grids.iter().map(|grid| options.layout(grid, titles)).collect();
        let seen = grids.iter().zip(&layouts).any(|(grid, layout)| layout.is_some() && !grid.hidden);
        let mut takes: Vec<Self> = grids
            .iter()
            .zip(layouts)
            .map(|(grid, layout)| {
                let usual = layout.is_some() && !(grid.hidden && seen);
                Self { grid, layout, taken: usual, usual, remembered: false }
            })
            .collect();
        for take in &mut takes {
            take.set(options);
        }
        // What was left out the last time is all that this file has.
        if takes.iter().all(|take| !take.taken) {
            for take in takes.iter_mut().filter(|take| take.remembered) {
                (take.taken, take.remembered) = (take.usual, false);
            }
        }
        takes
    }

    fn set(&mut self, options: &ReadOptions) {
        let Some(layout) = &self.layout else { return };
        if let Some(only) = &options.sheet {
            self.taken = self.grid.sheet.as_ref() == Some(only) || self.grid.own_name() == Some(only);
        } else if let Some(choice) = options.choice(self.grid) {
            self.taken = !choice.left_out;
        } else if let Some(taken) = options.last_time(self.grid, layout) {
            (self.taken, self.remembered) = (taken, taken != self.usual);
        }
    }

    /// Why it is not read.
    pub fn skip(&self) -> Option<SheetSkip> {
        match () {
            () if self.taken => None,
            () if self.layout.is_some() && self.usual => Some(SheetSkip::LeftOut),
            () if self.grid.hidden => Some(SheetSkip::Hidden),
            () => Some(SheetSkip::NoTable),
        }
    }
}
