//! By what hour a school wants the sheets of a session, and from which day on.

use chrono::{NaiveDate, NaiveTime};
use serde::{Deserialize, Serialize};

use super::session::Session;

/// An hour that holds from a day on, until the next one. Dated, so that an hour set today never makes a sheet late
/// that was in time yesterday.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChosenDeadline {
    /// First day.
    pub from: NaiveDate,
    /// The session.
    pub session: Session,
    /// The hour; `None`: that of the rules again.
    pub at: Option<NaiveTime>,
}

impl ChosenDeadline {
    /// The hour that the school set for a day; `all` by their first day.
    pub fn on(all: &[Self], session: Session, day: NaiveDate) -> Option<NaiveTime> {
        all.iter()
            .rfind(|chosen| chosen.session == session && chosen.from <= day)
            .and_then(|chosen| chosen.at)
    }

    /// The hours with one that holds from a day on; what was to hold later is replaced by it.
    pub fn with(mut all: Vec<Self>, chosen: Self) -> Vec<Self> {
        all.retain(|other| other.session != chosen.session || other.from < chosen.from);
        let place = all.partition_point(|other| other.from <= chosen.from);
        all.insert(place, chosen);
        all
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_hour_holds_from_its_day_until_the_next() {
        let day = |n| NaiveDate::from_ymd_opt(2026, 11, n).unwrap();
        let hour = |h| NaiveTime::from_hms_opt(h, 0, 0);
        let chosen = |from, session, at| ChosenDeadline { from: day(from), session, at };
        let mut all = ChosenDeadline::with(Vec::new(), chosen(10, Session::Morning, hour(8)));
        all = ChosenDeadline::with(all, chosen(12, Session::Noon, hour(13)));
        all = ChosenDeadline::with(all, chosen(20, Session::Morning, None));
        let on = |all: &[ChosenDeadline], n| ChosenDeadline::on(all, Session::Morning, day(n));
        assert_eq!([9, 10, 19, 20].map(|n| on(&all, n)), [None, hour(8), hour(8), None]);
        all = ChosenDeadline::with(all, chosen(15, Session::Morning, hour(7)));
        assert_eq!([14, 15, 25].map(|n| on(&all, n)), [hour(8), hour(7), hour(7)]);
        assert!(all.is_sorted_by_key(|chosen| chosen.from));
    }
}
