//! The numbers of a week by day.

use chrono::{NaiveDate, Weekday};
use serde::Serialize;

use crate::domain::sheet::SheetState;
use crate::domain::symptom::SymptomCode;
use crate::ops::book::Book;
use crate::ops::daily_report::ReportBody;
use crate::ops::error::OpError;

/// What a row counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum WeekCount {
    /// Confirmed sheets of the session that the report counts.
    Sheets,
    /// Of those, without anyone ill.
    Nil,
    /// Of those, with someone ill.
    Exceptions,
    /// Due sheets that nobody has confirmed.
    Unchecked,
    /// Absent ill.
    Ill,
    /// With fever.
    Fever,
    /// Clusters that were reached first on the day.
    Clusters,
}

impl WeekCount {
    /// All rows in their order.
    pub const ALL: [Self; 7] =
        [Self::Sheets, Self::Nil, Self::Exceptions, Self::Unchecked, Self::Ill, Self::Fever, Self::Clusters];

    fn of(self, day: &ReportBody) -> usize {
        let main = &day.report.main;
        let checked = || main.groups.iter().filter(|row| row.state != SheetState::Unchecked);
        match self {
            Self::Sheets => checked().count(),
            Self::Nil => checked().filter(|row| row.figures.illness.is_empty()).count(),
            Self::Exceptions => checked().filter(|row| !row.figures.illness.is_empty()).count(),
            Self::Unchecked => main.unchecked.len(),
            Self::Ill => main.total.ill.len(),
            Self::Fever => main.total.today_in(&SymptomCode::new("fever")),
            Self::Clusters => {
                day.alerts.iter().filter(|a| a.cluster && a.raised_on == day.report.date).count()
            }
        }
    }
}

/// A row of the table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct WeekRow {
    /// What it counts.
    pub count: WeekCount,
    /// One number a day; `None` where no report is due or the day is yet to come.
    pub days: Vec<Option<usize>>,
    /// Their sum. A person absent on two days counts twice.
    pub total: usize,
}

/// The table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct WeekTable {
    /// Monday to Friday, and a day of the weekend on which school was held.
    pub days: Vec<NaiveDate>,
    /// Classes of the week's last day that has a report.
    pub classes: usize,
    /// The rows.
    pub rows: Vec<WeekRow>,
}

impl Book {
    /// The numbers of the week in which a day lies.
    pub fn week_table(&self, date: NaiveDate) -> Result<WeekTable, OpError> {
        let calendar = self.calendar(date)?;
        let monday = date.week(Weekday::Mon).first_day();
        let mut days: Vec<NaiveDate> = monday.iter_days().take(7).collect();
        let weekend = |day: &NaiveDate| (*day - monday).num_days() > 4;
        days.retain(|day| !weekend(day) || calendar.is_school_day(*day));
        let membership = self.report_membership()?;
        let mut reports = Vec::with_capacity(days.len());
        for day in &days {
            let due = *day <= self.today() && calendar.report_session(*day).is_some();
            reports.push(if due { Some(self.report_draft(*day, &membership)?) } else { None });
        }
        let row = |count: WeekCount| {
            let days: Vec<Option<usize>> =
                reports.iter().map(|report| report.as_ref().map(|body| count.of(body))).collect();
            WeekRow { count, total: days.iter().flatten().sum(), days }
        };
        let classes = reports.iter().flatten().last().map_or(0, |body| body.report.main.groups.len());
        Ok(WeekTable { days, classes, rows: WeekCount::ALL.map(row).to_vec() })
    }
}
