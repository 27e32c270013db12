//! When a task of the plan falls due.

use chrono::{Datelike, Days, Months, NaiveDate, Weekday};
use serde::{Deserialize, Serialize};

use crate::domain::calendar::Term;

/// When a task of the plan falls due within a term.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "every", rename_all = "snake_case", deny_unknown_fields)]
pub enum DueRule {
    /// Once, so many days before the term begins.
    BeforeTerm {
        /// Days before the first day.
        days: u64,
    },
    /// Once, so many days after the term has begun.
    AfterStart {
        /// Days after the first day.
        days: u64,
    },
    /// Once, so many days before the term ends.
    BeforeEnd {
        /// Days before the last day.
        days: u64,
    },
    /// Each week of the term.
    Weekly {
        /// Day of the week.
        weekday: Weekday,
    },
    /// Each month of the term.
    Monthly {
        /// Day of the month; the last day where the month is shorter.
        day: u32,
    },
    /// At the end of each quarter of the calendar year that ends within the term.
    Quarterly,
    /// Three times: a week before the term begins, in its middle, on its last day.
    #[serde(rename = "per_term_3")]
    ThreePerTerm,
    /// On a date of the year, if it lies within the term.
    Fixed {
        /// Month.
        month: u32,
        /// Day.
        day: u32,
    },
}

impl DueRule {
    /// Whether it is done once a term and stays owed where its day has passed.
    pub fn is_once(self) -> bool {
        matches!(self, Self::BeforeTerm { .. } | Self::AfterStart { .. } | Self::BeforeEnd { .. })
    }

    /// All due days of a term in their order.
    pub fn days_of(self, term: &Term) -> Vec<NaiveDate> {
        let Term { first, last, .. } = *term;
        let mut days: Vec<NaiveDate> = match self {
            Self::BeforeTerm { days } => first.checked_sub_days(Days::new(days)).into_iter().collect(),
            Self::AfterStart { days } => first.checked_add_days(Days::new(days)).into_iter().collect(),
            Self::BeforeEnd { days } => last.checked_sub_days(Days::new(days)).into_iter().collect(),
            Self::Weekly { weekday } => each_day(term).filter(|d| d.weekday() == weekday).collect(),
            Self::Monthly { day } => each_day(term).filter(|d| is_day_of_month(*d, day)).collect(),
            Self::Quarterly => {
                each_day(term).filter(|d| d.month() % 3 == 0 && is_day_of_month(*d, 31)).collect()
            }
            Self::ThreePerTerm => {
                let middle = first.checked_add_days(Days::new((last - first).num_days().unsigned_abs() / 2));
                let before = first.checked_sub_days(Days::new(7));
                [before, middle, Some(last)].into_iter().flatten().collect()
            }
            Self::Fixed { month, day } => {
                each_day(term).filter(|d| (d.month(), d.day()) == (month, day)).collect()
            }
        };
        days.dedup();
        days
    }
}

fn each_day(term: &Term) -> impl Iterator<Item = NaiveDate> {
    let last = term.last;
    term.first.iter_days().take_while(move |day| *day <= last)
}

/// Whether the date is that day of its month, or its month's last day where the month is shorter.
fn is_day_of_month(date: NaiveDate, day: u32) -> bool {
    let last = date
        .with_day(1)
        .and_then(|first| first.checked_add_months(Months::new(1)))
        .and_then(|next| next.pred_opt())
        .map_or(28, |last| last.day());
    date.day() == day.min(last)
}
