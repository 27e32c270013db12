//! The terms that are proposed for a new school year.

use chrono::{Datelike, NaiveDate};

use crate::domain::calendar::{Calendar, Term};
use crate::ops::book::Book;
use crate::ops::error::OpError;

impl Book {
    /// The terms of a school year: those that were set, else the same days as in the year before where that was
    /// set, else the shipped defaults. The second value says whether they were set.
    pub(super) fn next_terms(&self, school_year: i32) -> Result<(Vec<Term>, bool), OpError> {
        let calendar = self.calendar(Calendar::first_day_of(school_year))?;
        let of = |year: i32| -> Vec<Term> {
            calendar.terms.iter().copied().filter(|term| term.school_year() == year).collect()
        };
        let set = |year: i32| -> Result<bool, OpError> {
            Ok(self.store.terms()?.iter().any(|row| Calendar::school_year_of(row.last) == year))
        };
        if set(school_year)? {
            return Ok((of(school_year), true));
        }
        if !set(school_year - 1)? {
            return Ok((of(school_year), false));
        }
        let later =
            |term: Term| Some(Term { first: next_year(term.first)?, last: next_year(term.last)?, ..term });
        Ok((of(school_year - 1).into_iter().filter_map(later).collect(), false))
    }
}

/// The same day a year later; 28 February for the 29th.
fn next_year(day: NaiveDate) -> Option<NaiveDate> {
    day.with_year(day.year() + 1).or_else(|| day.pred_opt()?.with_year(day.year() + 1))
}
