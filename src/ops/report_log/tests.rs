use chrono::{NaiveDate, NaiveDateTime};

use super::*;
use crate::domain::finding::Attendance;
use crate::domain::progress::Silent;
use crate::domain::report_entry::{ReportSubject, ReportWay};
use crate::ops::clock::FixedClock;
use crate::ops::error::OpError;
use crate::ops::print::{PrintOp, PrintRequest};
use crate::ops::reporting::ReportingError;
use crate::ops::sample_book::{book, hand_in, morning, with};
use crate::ops::settings::SettingsOp;

fn at(text: &str) -> NaiveDateTime {
    format!("{text}:00").parse().unwrap()
}

fn day(month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, month, day).unwrap()
}

#[test]
fn a_report_is_kept_with_whom_and_how_and_the_unit_is_filled_in_the_next_time() {
    let (_folder, mut book) = book();
    let first = NewReport {
        unit: " 云坪镇中心校 ".into(),
        person: Some("陈主任".into()),
        phone: Some("0735-2880001".into()),
        way: ReportWay::Paper,
        answer: Some("继续观察".into()),
        ..NewReport::about(ReportSubject::Day(day(11, 23)), "daily-report")
    };
    let id = book.log_report(&first).unwrap();
    let again = NewReport::about(ReportSubject::Day(day(11, 20)), "daily-report");
    let _ = book.log_report(&again).unwrap();
    let log = book.report_log(day(11, 23), day(11, 23)).unwrap();
    assert_eq!(log.len(), 2);
    let line = log.iter().find(|line| line.key == id).unwrap();
    assert_eq!(
        (line.unit.as_str(), line.by.as_str(), line.way),
        ("云坪镇中心校", "王秀兰", ReportWay::Paper)
    );
    let filled = log.iter().find(|line| line.key != id).unwrap();
    assert_eq!((filled.unit.as_str(), filled.phone.as_deref()), ("云坪镇中心校", Some("0735-2880001")));
    assert_eq!(filled.what, "11 月 20 日的日报");
    // Corrected and taken away, both journalled.
    let corrected = NewReport { at: Some(at("2026-11-23T07:50")), ..first.clone() };
    book.correct_report(id, &corrected).unwrap();
    assert_eq!(book.report_log(day(11, 23), day(11, 23)).unwrap().last().unwrap().at, at("2026-11-23T07:50"));
    book.remove_report(id).unwrap();
    assert_eq!(book.report_log(day(11, 23), day(11, 23)).unwrap().len(), 1);
    let nobody = NewReport::about(ReportSubject::Other, "other");
    assert!(matches!(book.log_report(&nobody), Err(OpError::Reporting(ReportingError::NoUnit))));
}

#[test]
fn inspectors_get_expected_made_and_not_nil_of_a_period() {
    let (folder, mut book) = book();
    // Friday's report was telephoned, today's goes out on paper after the hour.
    book.clock = Box::new(FixedClock(at("2026-11-24T12:05")));
    for (date, nil) in [(day(11, 20), Some(true)), (day(11, 23), Some(false))] {
        let report = NewReport {
            unit: "中心校".into(),
            at: Some(date.and_hms_opt(10, 0, 0).unwrap()),
            nil,
            ..NewReport::about(ReportSubject::Day(date), "daily-report")
        };
        let _ = book.log_report(&report).unwrap();
    }
    hand_in(&mut book, morning(1, day(11, 24)), &[(101, with(Attendance::Ill, &["cough"]))]);
    let request = PrintRequest::form("school-day", day(11, 24));
    let op = PrintOp::SavePdf { request, path: folder.path().join("report.pdf") };
    let _ = book.run_print(&op, &mut Silent).unwrap();
    // The 18th and 19th are school days, the week-end is not.
    let counts = book.report_counts(day(11, 18), day(11, 30)).unwrap();
    assert_eq!((counts.expected, counts.made, counts.late), (5, 3, 1));
    assert_eq!((counts.nil, counts.not_nil), (1, 2));
    assert_eq!(counts.missing, [day(11, 18), day(11, 19)]);
    // A day made free owes the register of days off; a day of the week-end made a school day owes a report.
    let saturday = crate::domain::calendar::DayException {
        date: day(11, 21),
        kind: crate::domain::calendar::ExceptionKind::SchoolDay,
        note: None,
    };
    book.set_up(&SettingsOp::Day(saturday)).unwrap();
    assert_eq!(book.report_counts(day(11, 18), day(11, 30)).unwrap().expected, 6);
    // Before the roster began nothing was owed.
    assert_eq!(book.report_counts(day(6, 1), day(6, 30)).unwrap().expected, 0);
    assert!(matches!(book.report_counts(day(11, 2), day(11, 1)), Err(OpError::BadValue { .. })));
}
