//! What 追踪 shows of the open absences.

use chrono::{NaiveDate, NaiveDateTime};
use serde::Serialize;

use super::AbsenceLine;
use crate::domain::calendar::Calendar;
use crate::domain::id::{PersonId, TraceId};
use crate::domain::trace::{Talk, Trace, call_after};
use crate::ops::book::Book;
use crate::ops::error::OpError;

/// The open absences of a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TraceView {
    /// The day.
    pub date: NaiveDate,
    /// By the next call; those that need none last, the longest first.
    pub open: Vec<AbsenceLine>,
    /// When a home that was reached now would be called again, if nothing is agreed.
    pub next_call: NaiveDateTime,
    /// When a home that does not answer now would be called again.
    pub again: NaiveDateTime,
    /// Id of the scheme of reporting limits in force.
    pub reporting: String,
}

impl Book {
    /// The open absences of a day, judged at the moment at which 待办 is.
    pub fn trace_view(&self, date: NaiveDate) -> Result<TraceView, OpError> {
        let (calendar, moment) = (self.calendar(date)?, self.moment_of(date));
        let mut open = Vec::new();
        for followed in self.open_absences(date)? {
            open.push(self.absence_line(&followed, &calendar, moment)?);
        }
        open.sort_by_key(|line| {
            (line.due.is_none(), line.due, line.from, line.group, line.seat_no, line.key)
        });
        let (next_call, again) =
            (self.call_after(true, moment, &calendar), self.call_after(false, moment, &calendar));
        Ok(TraceView { date, open, next_call, again, reporting: self.reporting_edition_now() })
    }

    /// When a home is called again after a call at a moment, if nothing is agreed.
    fn call_after(&self, reached: bool, at: NaiveDateTime, calendar: &Calendar) -> NaiveDateTime {
        let nobody = (PersonId(uuid::Uuid::nil()), TraceId(uuid::Uuid::nil()));
        let (person, id) = nobody;
        let talk = Talk { reached, ..Talk::default() };
        let call = Trace { person, id, absent_on: at.date(), at, next_call: None, talk };
        call_after(&self.rules, calendar, &call)
    }
}
