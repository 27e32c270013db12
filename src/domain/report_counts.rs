//! 应报、实报、非零: how many daily reports a period owed, and how many went out, as inspectors ask for.

use chrono::{NaiveDate, NaiveDateTime};
use serde::{Deserialize, Serialize};

/// What went out for a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct MadeReport {
    /// When first.
    pub at: NaiveDateTime,
    /// Whether it was a zero report, as the last one says; `None` where nobody wrote it down.
    pub nil: Option<bool>,
}

/// A day that owed a report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReportDay {
    /// The day.
    pub date: NaiveDate,
    /// By when it was due.
    pub due: NaiveDateTime,
    /// What went out.
    pub made: Option<MadeReport>,
}

impl ReportDay {
    /// Whether it went out after its hour.
    pub fn is_late(&self) -> bool {
        self.made.is_some_and(|made| made.at > self.due)
    }
}

/// The counts of a period, with the days behind each.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReportCounts {
    /// The days that owed a report until now, the earliest first.
    pub days: Vec<ReportDay>,
}

impl ReportCounts {
    /// The counts at `now`: days whose hour has not come and for which nothing went out owe nothing yet.
    pub fn new(mut days: Vec<ReportDay>, now: NaiveDateTime) -> Self {
        days.retain(|day| day.due <= now || day.made.is_some());
        days.sort_by_key(|day| day.date);
        Self { days }
    }

    /// 应报
    pub fn expected(&self) -> usize {
        self.days.len()
    }

    /// 实报
    pub fn made(&self) -> usize {
        self.days.iter().filter(|day| day.made.is_some()).count()
    }

    /// Of them, those after the hour.
    pub fn late(&self) -> usize {
        self.days.iter().filter(|day| day.is_late()).count()
    }

    /// 零报告
    pub fn nil(&self) -> usize {
        self.nil_is(Some(true))
    }

    /// 非零
    pub fn not_nil(&self) -> usize {
        self.nil_is(Some(false))
    }

    /// The days for which nothing went out.
    pub fn missing(&self) -> impl Iterator<Item = NaiveDate> {
        self.days.iter().filter(|day| day.made.is_none()).map(|day| day.date)
    }

    fn nil_is(&self, nil: Option<bool>) -> usize {
        self.days.iter().filter(|day| day.made.is_some_and(|made| made.nil == nil)).count()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_period_counts_expected_made_late_and_not_nil() {
        let at = |day: u32, hour: u32| {
            NaiveDate::from_ymd_opt(2026, 9, day).unwrap().and_hms_opt(hour, 0, 0).unwrap()
        };
        let day = |n: u32, made: Option<(u32, Option<bool>)>| ReportDay {
            date: at(n, 0).date(),
            due: at(n, 11),
            made: made.map(|(hour, nil)| MadeReport { at: at(n, hour), nil }),
        };
        let days = vec![
            day(4, Some((10, None))),
            day(1, Some((10, Some(true)))),
            day(2, Some((12, Some(false)))),
            day(3, None),
            day(7, Some((9, Some(true)))),
            day(8, None),
        ];
        // On the 7th at ten its report is out and that of the 8th is not owed yet.
        let counts = ReportCounts::new(days, at(7, 10));
        assert_eq!((counts.expected(), counts.made(), counts.late()), (5, 4, 1));
        assert_eq!((counts.nil(), counts.not_nil()), (2, 1));
        assert_eq!(counts.missing().collect::<Vec<_>>(), [at(3, 0).date()]);
    }
}
