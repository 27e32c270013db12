//! Each day keeps the hours that held on it.

use chrono::NaiveDate;

use super::*;
use crate::domain::report_entry::ReportSubject;
use crate::ops::Book;
use crate::ops::clock::FixedClock;
use crate::ops::own_rules::NewOwnRule;
use crate::ops::sample_book::{book, hand_in, morning};

fn day(day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, day).unwrap()
}

fn at(book: &mut Book, on: u32, hour: u32, minute: u32) {
    book.clock = Box::new(FixedClock(day(on).and_hms_opt(hour, minute, 0).unwrap()));
    book.follow_day().unwrap();
}

#[test]
fn an_hour_set_today_makes_nothing_late_that_was_in_time() {
    let (_folder, mut book) = book();
    hand_in(&mut book, morning(1, day(23)), &[]);
    at(&mut book, 23, 11, 20);
    let made = NewReport {
        unit: "中心校".into(),
        ..NewReport::about(ReportSubject::Day(day(23)), "daily-report")
    };
    let _ = book.log_report(&made).unwrap();
    at(&mut book, 24, 7, 0);
    for (path, value) in
        [("sessions/report/deadline", "10:00"), ("sessions/sessions/morning/deadline", "07:50")]
    {
        let own = NewOwnRule {
            path: path.into(),
            value: value.into(),
            valid_from: Some(day(24)),
            source: "中心校".into(),
            approved_by: "何志远".into(),
            ..NewOwnRule::default()
        };
        book.set_own_rule(&own).unwrap();
    }
    let counts = book.report_counts(day(23), day(24)).unwrap();
    assert_eq!((counts.late, counts.days[0].due), (0, day(23).and_hms_opt(11, 30, 0).unwrap()));
    let line =
        |on| book.check_status(day(on)).unwrap().into_iter().find(|it| it.confirmed_at.is_some() || on == 24);
    let monday = line(23).unwrap();
    assert_eq!((monday.overdue, monday.deadline), (false, day(23).and_hms_opt(9, 0, 0)));
    assert_eq!(line(24).unwrap().deadline, day(24).and_hms_opt(7, 50, 0));
}
