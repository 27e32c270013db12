//! The days that a paper is about.

use chrono::{Datelike, Days, NaiveDate, Weekday};

use super::print_request::PrintRequest;
use crate::ops::book::Book;
use crate::ops::error::OpError;
use crate::paper::form::Period;

/// Most days of one print.
const MOST_DAYS: i64 = 400;

impl Book {
    /// First and last day of a request whose form is about `usual`. Of records a term ends with the request's day: what
    /// comes later is not known.
    ///
    /// # Errors
    /// [`OpError::BadValue`] where the last day is before the first, or more than a year is asked for.
    pub(in crate::ops) fn days_of(
        &self,
        request: &PrintRequest,
        usual: Period,
    ) -> Result<(NaiveDate, NaiveDate), OpError> {
        let date = request.date;
        if let Some((from, to)) = request.days {
            let days = (to - from).num_days();
            if !(0..=MOST_DAYS).contains(&days) {
                return Err(OpError::BadValue { field: "--to", given: format!("{from} – {to}") });
            }
            return Ok((from, to));
        }
        let period = request.period.unwrap_or(usual);
        Ok(match period {
            Period::Day => (date, date),
            Period::Week => {
                let monday = date.week(Weekday::Mon).first_day();
                (monday, monday + Days::new(6))
            }
            Period::Month => {
                let first = date - Days::new(u64::from(date.day0()));
                let next = first.checked_add_months(chrono::Months::new(1));
                (first, next.and_then(|next| next.pred_opt()).unwrap_or(date))
            }
            Period::Term => self.term_until(date)?,
        })
    }

    /// A span in words.
    pub(super) fn days_words(&self, (from, to): (NaiveDate, NaiveDate)) -> String {
        if from == to {
            return self.tr.long_day(from);
        }
        self.tr.alert_period(&self.tr.long_day(from), &self.tr.long_day(to))
    }

    /// A term's name: the school year and which of its two terms, empty outside terms.
    pub(super) fn term_words(&self, date: NaiveDate) -> Result<String, OpError> {
        let calendar = self.calendar(date)?;
        let Some(term) = calendar.term_of(date) else { return Ok(String::new()) };
        let (first, next) = (term.school_year().to_string(), (term.school_year() + 1).to_string());
        Ok(match term.season {
            crate::domain::calendar::Season::Autumn => self.tr.form_term_autumn(&first, &next),
            crate::domain::calendar::Season::Spring => self.tr.form_term_spring(&first, &next),
        })
    }
}
