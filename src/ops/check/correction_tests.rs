use chrono::NaiveDate;

use crate::domain::finding::{Attendance, Finding};
use crate::domain::progress::Silent;
use crate::domain::report_entry::ReportSubject;
use crate::domain::session::Session;
use crate::domain::sheet::SheetKey;
use crate::ops::clock::FixedClock;
use crate::ops::print::{PrintOp, PrintRequest};
use crate::ops::report_log::NewReport;
use crate::ops::sample_book::{book, hand_in, morning, person, with};
use crate::ops::{Book, OpError};

fn day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 23).unwrap()
}

/// All three classes are in and the report has gone out.
fn reported() -> (tempfile::TempDir, Book) {
    let (folder, mut book) = book();
    hand_in(&mut book, morning(1, day()), &[(103, with(Attendance::Ill, &["fever"]))]);
    hand_in(&mut book, morning(2, day()), &[]);
    report(&mut book, folder.path());
    (folder, book)
}

fn report(book: &mut Book, folder: &std::path::Path) {
    book.clock = Box::new(FixedClock("2026-11-23T09:00:00".parse().unwrap()));
    let request = PrintRequest::form("school-day", day());
    let _ =
        book.run_print(&PrintOp::SavePdf { request, path: folder.join("日报.pdf") }, &mut Silent).unwrap();
}

#[test]
fn before_the_report_a_correction_needs_no_reason_and_after_it_does() {
    let (folder, mut book) = book();
    let key = morning(1, day());
    hand_in(&mut book, key, &[(103, with(Attendance::Ill, &["fever"]))]);
    book.record(key, person(104), &with(Attendance::Late, &[])).unwrap();
    assert!(book.corrections(day(), day()).unwrap().is_empty());
    assert!(!book.sheet_view(key).unwrap().reported);
    report(&mut book, folder.path());
    assert!(book.sheet_view(key).unwrap().reported);
    let leave = with(Attendance::Leave, &[]);
    for reason in [None, Some(""), Some("  ")] {
        let refused = book.record_all(key, &[(person(103), leave.clone())], reason).unwrap_err();
        assert!(matches!(refused, OpError::ReasonNeeded { .. }));
    }
    let same = with(Attendance::Late, &[]);
    book.record(key, person(104), &same).unwrap();
    let findings = [(person(103), leave.clone()), (person(104), Finding::default())];
    book.record_all(key, &findings, Some(" 家长来电：请假回老家 ")).unwrap();
    let lines = book.corrections(day(), day()).unwrap();
    let seen: Vec<_> =
        lines.iter().map(|l| (l.number, l.before_words.as_str(), l.after_words.as_str())).collect();
    assert_eq!(seen, [(1, "因病 发热", "事假"), (2, "迟到", "到校")]);
    assert_eq!((lines[0].reason.as_str(), lines[0].by.as_str()), ("家长来电：请假回老家", "王秀兰"));
}

#[test]
fn a_sheet_that_the_report_named_as_unchecked_is_handed_in_freely_and_then_corrected() {
    let (_folder, mut book) = reported();
    let late = morning(3, day());
    book.clock = Box::new(FixedClock("2026-11-23T10:00:00".parse().unwrap()));
    hand_in(&mut book, late, &[(301, with(Attendance::Ill, &[]))]);
    assert!(book.corrections(day(), day()).unwrap().is_empty(), "coming in late corrects no value");
    assert!(book.report_to_correct(day()).unwrap().is_some());
    assert!(book.sheet_view(late).unwrap().reported);
    let leave = with(Attendance::Leave, &[]);
    let refused = book.record(late, person(301), &leave).unwrap_err();
    assert!(matches!(refused, OpError::ReasonNeeded { .. }));
    book.record_all(late, &[(person(301), leave)], Some("家长来电")).unwrap();
    assert_eq!(book.corrections(day(), day()).unwrap().len(), 1);
    // A session of which no report has said anything is changed freely.
    let noon = SheetKey { session: Session::Noon, ..late };
    book.clock = Box::new(FixedClock("2026-11-23T14:00:00".parse().unwrap()));
    hand_in(&mut book, noon, &[]);
    book.record(noon, person(302), &with(Attendance::Ill, &[])).unwrap();
    assert_eq!(book.corrections(day(), day()).unwrap().len(), 1);
}

#[test]
fn any_report_that_counted_the_sheet_asks_for_a_reason_whatever_the_clock_says() {
    let (folder, mut book) = book();
    let key = morning(1, day());
    book.clock = Box::new(FixedClock("2026-11-23T11:00:00".parse().unwrap()));
    hand_in(&mut book, key, &[(103, with(Attendance::Ill, &[]))]);
    // The clock was wrong and is set back before the report, and forward again after it.
    report(&mut book, folder.path());
    book.clock = Box::new(FixedClock("2026-11-23T11:30:00".parse().unwrap()));
    let refused = book.record(key, person(103), &with(Attendance::Leave, &[])).unwrap_err();
    assert!(matches!(refused, OpError::ReasonNeeded { .. }));
    // It is not opened from under the report, which goes on saying what it said.
    assert!(matches!(book.undo(None), Err(OpError::SheetReported { .. })));
    let refused = book.record(key, person(103), &with(Attendance::Leave, &[])).unwrap_err();
    assert!(matches!(refused, OpError::ReasonNeeded { .. }));
}

#[test]
fn a_report_told_by_telephone_has_gone_out_too() {
    let (_folder, mut book) = book();
    let key = morning(1, day());
    hand_in(&mut book, key, &[(103, with(Attendance::Ill, &[]))]);
    let told =
        NewReport { unit: "中心校".into(), ..NewReport::about(ReportSubject::Day(day()), "daily-report") };
    book.log_report(&told).unwrap();
    let refused = book.record(key, person(103), &with(Attendance::Leave, &[])).unwrap_err();
    assert!(matches!(refused, OpError::ReasonNeeded { .. }));
    hand_in(&mut book, SheetKey { session: Session::Noon, ..key }, &[]);
    let noon = SheetKey { session: Session::Noon, ..key };
    book.record(noon, person(103), &with(Attendance::Ill, &[])).unwrap();
}

#[test]
fn the_register_of_the_day_takes_somebody_new_after_the_report_and_asks_why_of_those_it_named() {
    let (folder, mut book) = book();
    let key = SheetKey { session: Session::AllDay, ..morning(1, day()) };
    book.record(key, person(103), &with(Attendance::Present, &["cough"])).unwrap();
    report(&mut book, folder.path());
    book.record(key, person(104), &with(Attendance::Present, &["rash"])).unwrap();
    book.record(key, person(104), &with(Attendance::Present, &["rash", "cough"])).unwrap();
    assert!(!book.sheet_view(key).unwrap().reported, "most of what comes is new");
    let refused = book.record(key, person(103), &Finding::default()).unwrap_err();
    assert!(matches!(refused, OpError::ReasonNeeded { .. }));
    book.record_all(key, &[(person(103), Finding::default())], Some("认错人")).unwrap();
    assert_eq!(book.corrections(day(), day()).unwrap().len(), 1);
}

#[test]
fn a_correction_is_taken_back_whole_and_its_number_is_free_again() {
    let (_folder, mut book) = reported();
    let key = morning(2, day());
    let ill = with(Attendance::Ill, &[]);
    book.record_all(key, &[(person(201), ill.clone()), (person(202), ill.clone())], Some("漏报")).unwrap();
    assert!(book.report_to_correct(day()).unwrap().is_some());
    book.undo(None).unwrap();
    assert!(book.corrections(day(), day()).unwrap().is_empty());
    assert!(book.store.sheet(key).unwrap().findings.is_empty());
    assert_eq!(book.report_to_correct(day()).unwrap(), None);
    book.record_all(key, &[(person(203), ill)], Some("漏报")).unwrap();
    let lines = book.corrections(day(), day()).unwrap();
    assert_eq!((lines.len(), lines[0].number), (1, 1));
    assert_eq!(book.term_until(day()).unwrap().0, NaiveDate::from_ymd_opt(2026, 9, 1).unwrap());
}

#[test]
fn an_undo_behind_the_report_asks_why_and_is_a_correction() {
    let (folder, mut book) = book();
    let key = morning(1, day());
    hand_in(&mut book, key, &[]);
    book.record(key, person(103), &with(Attendance::Present, &["rash"])).unwrap();
    report(&mut book, folder.path());
    let written = book.undo_list().unwrap().into_iter().find(|line| line.kind == "correct").unwrap();
    let target = Some(written.id.parse().unwrap());
    for reason in [None, Some(" ")] {
        let refused = book.undo_because(target, reason).unwrap_err();
        assert!(matches!(refused, OpError::ReasonNeeded { .. }));
    }
    assert_eq!(book.store.sheet(key).unwrap().findings.len(), 1, "nothing is changed");
    book.undo_because(target, Some("看错了人")).unwrap();
    assert!(book.store.sheet(key).unwrap().findings.is_empty());
    let lines = book.corrections(day(), day()).unwrap();
    let said: Vec<_> = lines
        .iter()
        .map(|l| (l.number, l.before_words.as_str(), l.after_words.as_str(), l.reason.as_str()))
        .collect();
    assert_eq!(said, [(1, "皮疹", "到校", "看错了人")]);
    assert!(book.report_to_correct(day()).unwrap().is_some());
    // What was confirmed stays so, and what no report tells of is free.
    let confirmed = book.undo_list().unwrap().into_iter().find(|line| line.kind == "confirm").unwrap();
    let refused = book.undo_because(Some(confirmed.id.parse().unwrap()), Some("看错了")).unwrap_err();
    assert!(matches!(refused, OpError::SheetReported { .. }));
    let noon = SheetKey { session: Session::Noon, ..key };
    book.clock = Box::new(FixedClock("2026-11-23T14:00:00".parse().unwrap()));
    hand_in(&mut book, noon, &[(104, with(Attendance::Ill, &[]))]);
    book.undo(None).unwrap();
    assert_eq!(book.corrections(day(), day()).unwrap().len(), 1);
}

#[test]
fn a_correction_of_which_a_second_report_told_is_taken_back_by_another() {
    let (folder, mut book) = reported();
    let key = morning(2, day());
    book.record_all(key, &[(person(201), with(Attendance::Ill, &[]))], Some("漏报")).unwrap();
    let correction = book.undo_list().unwrap().remove(0);
    book.clock = Box::new(FixedClock("2026-11-23T10:00:00".parse().unwrap()));
    let request = PrintRequest::form("school-day", day());
    let again = PrintOp::SavePdf { request, path: folder.path().join("更正.pdf") };
    let _ = book.run_print(&again, &mut Silent).unwrap();
    let target = Some(correction.id.parse().unwrap());
    assert!(matches!(book.undo(target), Err(OpError::ReasonNeeded { .. })));
    book.undo_because(target, Some("其实到校")).unwrap();
    let lines = book.corrections(day(), day()).unwrap();
    let said: Vec<_> = lines.iter().map(|line| (line.number, line.reason.as_str())).collect();
    assert_eq!(said, [(1, "漏报"), (2, "其实到校")]);
}
