//! The school's calendar: what was set, else the shipped defaults of the school year.

use chrono::{Days, NaiveDate};

use super::book::Book;
use super::error::OpError;
use crate::domain::calendar::{Calendar, DayException, ExceptionKind, Season, Term};
use crate::domain::chosen_deadline::ChosenDeadline;
use crate::storage::{DayExceptionRow, TermRow};

/// Days before and after the one asked for whose exceptions are known: more than a school year.
const DAYS_AROUND: u64 = 400;
/// Setting that holds what is checked in another way, by first day.
pub(super) const CHECKS: &str = "checks";
/// Setting that holds by what hours sheets are wanted, by first day.
pub(super) const DEADLINES: &str = "deadlines";

impl Book {
    /// The calendar that holds for a day: terms that were set, and the defaults of the rule book for
    /// school years in which none was.
    pub fn calendar(&self, date: NaiveDate) -> Result<Calendar, OpError> {
        let year = Calendar::school_year_of(date);
        let mut calendar = Calendar::defaults(&self.rules, year);
        let set: Vec<Term> = self.store.terms()?.iter().filter_map(term).collect();
        // Proposals look back over the summer, so the year before counts as well.
        calendar.terms.extend(Calendar::defaults(&self.rules, year - 1).terms);
        calendar.terms.retain(|term| !set.iter().any(|own| own.school_year() == term.school_year()));
        calendar.terms.extend(set);
        calendar.terms.sort_by_key(|term| term.first);
        let around = Days::new(DAYS_AROUND);
        let exceptions = self.store.day_exceptions(date - around, date + around)?;
        calendar.exceptions = exceptions.into_iter().filter_map(exception).collect();
        calendar.checks = self.store.setting(CHECKS)?.unwrap_or_default();
        calendar.deadlines = self.deadlines()?;
        Ok(calendar)
    }

    /// By what hours the school wants its sheets.
    pub(super) fn deadlines(&self) -> Result<Vec<ChosenDeadline>, OpError> {
        Ok(self.store.setting(DEADLINES)?.unwrap_or_default())
    }
}

fn term(row: &TermRow) -> Option<Term> {
    Some(Term { season: Season::from_name(&row.season)?, first: row.first, last: row.last })
}

fn exception(row: DayExceptionRow) -> Option<DayException> {
    let kind = match row.kind.as_str() {
        "school_day" => ExceptionKind::SchoolDay,
        "day_off" => ExceptionKind::DayOff,
        _ => return None,
    };
    Some(DayException { date: row.date, kind, note: row.note })
}
