//! Since when the school knows of an alert, and by when it is reported.

use chrono::{NaiveDateTime, TimeDelta};

use super::*;
use crate::ops::check::HandIn;

fn moment(day: u32, hour: u32, minute: u32) -> NaiveDateTime {
    NaiveDate::from_ymd_opt(2026, 11, day).unwrap().and_hms_opt(hour, minute, 0).unwrap()
}

fn at(book: &mut Book, now: NaiveDateTime) {
    book.clock = Box::new(FixedClock(now));
}

/// When the school knew of the three of a class, by what is due 24 hours later.
fn known(book: &Book) -> Option<NaiveDateTime> {
    let todo = book.todo(book.today()).unwrap();
    let line = todo.into_iter().find(|line| line.rule == "cn2006-1d3")?;
    Some(line.due - TimeDelta::hours(24))
}

#[test]
fn confirming_late_moves_no_clock() {
    let (_folder, mut book) = book();
    at(&mut book, moment(23, 8, 3));
    for n in 101..=103 {
        book.record(morning(1, day()), person(n), &ill(n, "vomiting").1).unwrap();
    }
    for (hour, minute) in [(8, 3), (10, 5)] {
        at(&mut book, moment(23, hour, minute));
        assert_eq!(known(&book), Some(moment(23, 8, 3)));
    }
    at(&mut book, moment(23, 15, 0));
    book.confirm(morning(1, day()), &HandIn::default()).unwrap();
    assert_eq!(known(&book), Some(moment(23, 8, 3)));
}

#[test]
fn what_is_added_to_a_sheet_is_known_since_it_was_added() {
    let (_folder, mut book) = book();
    hand_in(&mut book, morning(1, day()), &[]);
    at(&mut book, moment(24, 15, 0));
    for n in 101..=103 {
        book.record(morning(1, day()), person(n), &ill(n, "vomiting").1).unwrap();
    }
    assert_eq!(known(&book), Some(moment(24, 15, 0)));
    assert_eq!(state(&book, book.today()), Some(ObligationState::Open));
}

#[test]
fn a_symptom_that_is_told_by_telephone_is_known_since_the_call() {
    let (_folder, mut book) = book();
    at(&mut book, moment(23, 8, 10));
    let absent: Vec<_> = (101..=103).map(|n| (n, with(Attendance::Ill, &[]))).collect();
    hand_in(&mut book, morning(1, day()), &absent);
    at(&mut book, moment(23, 15, 3));
    for n in 101..=103 {
        book.record(morning(1, day()), person(n), &ill(n, "vomiting").1).unwrap();
    }
    assert_eq!(known(&book), Some(moment(23, 15, 3)));
}

#[test]
fn a_paper_of_an_earlier_day_is_known_since_it_came_in() {
    let (_folder, mut book) = book();
    let friday = day() - Days::new(3);
    let three: Vec<_> = (101..=103).map(|n| ill(n, "vomiting")).collect();
    book.set_hand_in(
        morning(1, friday),
        &HandIn { handed_in_at: Some(moment(20, 8, 40)), ..HandIn::default() },
    )
    .unwrap();
    hand_in(&mut book, morning(1, friday), &three);
    assert_eq!(known(&book), Some(moment(20, 8, 40)));
}

#[test]
fn the_earlier_of_rule_and_scheme_is_the_limit() {
    let (_folder, mut book) = book();
    book.choose_reporting(Some("1-local"), None).unwrap();
    let three: Vec<_> = (101..=103).map(|n| ill(n, "vomiting")).collect();
    hand_in(&mut book, morning(1, day()), &three);
    let due = |book: &Book| {
        book.todo(day()).unwrap().into_iter().find(|line| line.rule == "cn2006-1d3").unwrap().due
    };
    assert_eq!(due(&book), moment(23, 9, 5), "one hour, whatever the rule allows");
    let key = banner(&book, day()).remove(0);
    assert_eq!(book.alert_view_of(&key).unwrap().rule.report_hours, Some(1));
    let outbreak = book.rules().alert_rule("disease-week-10").unwrap();
    let usual = book.rules().reporting_edition("2-24").unwrap();
    assert_eq!(outbreak.hours_by(&usual.hours), Some(2));
    assert_eq!(book.rules().alert_rule("cn2006-1d3").unwrap().hours_by(&usual.hours), Some(24));
    assert_eq!(book.rules().alert_rule("ill-unknown-3").unwrap().hours_by(&usual.hours), None);
}
