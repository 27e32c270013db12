//! 应报、实报、非零 of a period, from the calendar, the issued reports and the log.

use std::collections::BTreeMap;

use chrono::{NaiveDate, NaiveDateTime};
use serde::Serialize;

use crate::domain::calendar::Calendar;
use crate::domain::report_counts::{MadeReport, ReportCounts, ReportDay};
use crate::domain::report_entry::{ReportEntry, ReportSubject};
use crate::ops::book::Book;
use crate::ops::daily_report::{DAILY_REPORT, ReportBody};
use crate::ops::error::OpError;

/// Days that can be counted at once: two school years are touched at most.
const MOST_DAYS: i64 = 366;

/// A day that owed a report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DayCount {
    /// The day.
    pub date: NaiveDate,
    /// By when it was due.
    pub due: NaiveDateTime,
    /// When it went out first.
    pub made_at: Option<NaiveDateTime>,
    /// Whether that was after its hour.
    pub late: bool,
    /// Whether it was a zero report.
    pub nil: Option<bool>,
}

/// The counts of a period.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CountsView {
    /// First day.
    pub from: NaiveDate,
    /// Last day.
    pub to: NaiveDate,
    /// 应报
    pub expected: usize,
    /// 实报
    pub made: usize,
    /// Of them, after the hour.
    pub late: usize,
    /// 零报告
    pub nil: usize,
    /// 非零
    pub not_nil: usize,
    /// Days for which nothing went out.
    pub missing: Vec<NaiveDate>,
    /// The days behind the counts.
    pub days: Vec<DayCount>,
}

impl Book {
    /// How many daily reports the days of a period owed, and how many went out: issued on paper or as a file, or written
    /// into the log as handed over or telephoned. A day owes one where the calendar holds school or a register of days
    /// off, and somebody is in a class.
    ///
    /// # Errors
    /// [`OpError::BadValue`] for a period that ends before it begins or is longer than a year.
    pub fn report_counts(&self, from: NaiveDate, to: NaiveDate) -> Result<CountsView, OpError> {
        let length = (to - from).num_days();
        if !(0..MOST_DAYS).contains(&length) {
            return Err(OpError::BadValue { field: "days", given: format!("{from}..{to}") });
        }
        let now = self.now();
        let due = |day: NaiveDate| day.and_time(self.rules_on(day).report().deadline);
        let calendars = self.calendars_of(from, to)?;
        let owed = |day: NaiveDate| {
            let calendar = calendars.get(&Calendar::school_year_of(day));
            calendar.is_some_and(|calendar| calendar.report_session(day).is_some())
        };
        let made = self.made_reports(from, to)?;
        let first = self.first_enrolment()?;
        let days = from
            .iter_days()
            .take_while(|day| *day <= to.min(now.date()))
            .filter(|day| owed(*day) && first.is_some_and(|first| first <= *day));
        let days = days.map(|date| ReportDay { date, due: due(date), made: made.get(&date).copied() });
        let counts = ReportCounts::new(days.collect(), now);
        Ok(CountsView {
            from,
            to,
            expected: counts.expected(),
            made: counts.made(),
            late: counts.late(),
            nil: counts.nil(),
            not_nil: counts.not_nil(),
            missing: counts.missing().collect(),
            days: counts
                .days
                .iter()
                .map(|day| DayCount {
                    date: day.date,
                    due: day.due,
                    made_at: day.made.map(|made| made.at),
                    late: day.is_late(),
                    nil: day.made.and_then(|made| made.nil),
                })
                .collect(),
        })
    }

    /// What went out for each day of a period: when first, and what the last one said.
    fn made_reports(
        &self,
        from: NaiveDate,
        to: NaiveDate,
    ) -> Result<BTreeMap<NaiveDate, MadeReport>, OpError> {
        let mut made: BTreeMap<NaiveDate, MadeReport> = BTreeMap::new();
        let mut add = |date: NaiveDate, at: NaiveDateTime, nil: Option<bool>| {
            let known = made.entry(date).or_insert(MadeReport { at, nil });
            known.at = known.at.min(at);
            known.nil = nil.or(known.nil);
        };
        let days: Vec<NaiveDate> = from.iter_days().take_while(|day| *day <= to).collect();
        let subjects = days.iter().map(|day| ReportSubject::Day(*day)).collect();
        for entry in self.store.entries_about(&subjects)?.iter().filter(|e| e.step == ReportEntry::DAILY) {
            add(entry.day(), entry.at, entry.body.nil);
        }
        for row in self.store.issued_about_days(DAILY_REPORT, from, to)? {
            add(row.date, row.made_at, Some(ReportBody::kept_in(&row)?.report.nil));
        }
        Ok(made)
    }

    /// The calendar of each school year that a period touches.
    fn calendars_of(&self, from: NaiveDate, to: NaiveDate) -> Result<BTreeMap<i32, Calendar>, OpError> {
        let mut calendars = BTreeMap::new();
        for day in [from, to] {
            let _ = calendars.insert(Calendar::school_year_of(day), self.calendar(day)?);
        }
        Ok(calendars)
    }

    /// The first day on which anybody was in a class.
    fn first_enrolment(&self) -> Result<Option<NaiveDate>, OpError> {
        Ok(self.store.enrolments()?.iter().map(|enrolment| enrolment.from).min())
    }
}
