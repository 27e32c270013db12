use chrono::NaiveDate;

use super::*;
use crate::domain::finding::Attendance;
use crate::domain::session::Session;
use crate::domain::sheet::SheetKey;
use crate::ops::OpError;
use crate::ops::book::Book;
use crate::ops::sample_book::{book, class, hand_in, morning, with};
use crate::paper::form::FormRow;

fn day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 23).unwrap()
}

/// 三（1）: three ill with vomiting, one on leave; 三（2）: nil; 九（1） not checked.
fn checked() -> (tempfile::TempDir, Book) {
    let (folder, mut book) = book();
    let ill = |n| (n, with(Attendance::Ill, &["vomiting"]));
    let findings = [ill(102), ill(103), ill(104), (105, with(Attendance::Leave, &[]))];
    hand_in(&mut book, morning(1, day()), &findings);
    hand_in(&mut book, morning(2, day()), &[]);
    (folder, book)
}

fn content(book: &Book, openness: Openness) -> crate::paper::form::FormContent {
    book.report_view(day()).unwrap().body.form_content(openness, book.rules(), book.tr())
}

#[test]
fn the_figures_balance_and_unchecked_classes_are_named() {
    let (_folder, book) = checked();
    let report = book.daily_report_figures(day(), &book.report_membership().unwrap()).unwrap();
    let total = &report.main.total;
    assert!(total.balances() && !report.nil);
    assert_eq!((total.head_count, total.present, total.unchecked), (29, 20, 5));
    assert_eq!((total.ill.len(), total.leave.len()), (3, 1));
    assert_eq!(book.report_view(day()).unwrap().body.unchecked(book.tr()), ["九（1）"]);
    let content = content(&book, Openness::Own);
    assert_eq!(content.header["number"], "SQ-20261123-01");
    assert_eq!(content.header["checked"], "应检 3 班，已检 2 班，未检 1 班");
    let FormRow::Filled(first) = &content.rows[0] else { panic!() };
    let cell = |key: &str| first[key].as_str();
    assert_eq!(
        [
            cell("grade"),
            cell("class"),
            cell("present"),
            cell("ill"),
            cell("today-vomiting"),
            cell("recent-cough")
        ],
        ["三", "1", "8", "3", "3", "0"]
    );
    let FormRow::Span { strong, text, .. } = &content.rows[2] else { panic!() };
    assert_eq!((strong.as_str(), text.as_str()), ("未检", "（08:05 止未交表）"));
    let notes = content.notes.join("");
    assert!(notes.contains("已检的 2 班 24 人") && notes.contains("事假 1 人"), "{notes}");
    assert!(notes.contains("三（1）呕吐 3 人"), "{notes}");
}

#[test]
fn where_only_counts_may_leave_small_classes_are_summed_and_nobody_is_named() {
    let (_folder, mut book) = checked();
    hand_in(&mut book, morning(3, day()), &[(301, with(Attendance::Ill, &["fever"]))]);
    let content = content(&book, Openness::Counts);
    assert_eq!(content.rows.len(), 3);
    let FormRow::Filled(junior) = &content.rows[2] else { panic!() };
    assert_eq!((junior["grade"].as_str(), junior["enrolled"].as_str()), ("初中", "5"));
    assert_eq!(content.header["reporter"], "");
    assert_eq!(content.foot["total"]["ill"], "4");
}

#[test]
fn later_sessions_stand_in_a_block_of_their_own() {
    let (_folder, mut book) = checked();
    let evening = SheetKey { group: class(1), date: day(), session: Session::Evening };
    hand_in(&mut book, evening, &[(101, with(Attendance::Present, &["fever"]))]);
    let content = content(&book, Openness::Own);
    let note = content.notes.last().unwrap();
    assert!(note.starts_with("晚检：已检 1 班 1 人") && note.contains("发热 1"), "{note}");
    assert_eq!(content.foot["total"]["today-fever"], "0");
}

#[test]
fn a_report_keeps_its_number_until_something_changes() {
    let (_folder, mut book) = checked();
    assert_eq!(book.report_view(day()).unwrap().state, ReportState::Draft);
    let keep = |book: &mut Book| {
        let view = book.report_view(day()).unwrap();
        book.keep_report(&view, None, None).unwrap();
        view.body
    };
    let first = keep(&mut book);
    assert_eq!(keep(&mut book), first);
    let row = book.store.issued_on(DAILY_REPORT, day()).unwrap().pop().unwrap();
    assert!(row.journal > 0 && row.body["rules"]["cn2006-1d3"].is_string());
    hand_in(&mut book, morning(3, day()), &[]);
    let view = book.report_view(day()).unwrap();
    assert_eq!(view.state, ReportState::Correction);
    let second = keep(&mut book);
    assert_eq!(
        (second.number.as_str(), second.corrects.as_deref()),
        ("SQ-20261123-02", Some("SQ-20261123-01"))
    );
    let content = content(&book, Openness::Own);
    assert!(content.header["number"].ends_with("（更正）") && content.notes[0].contains("-01"));
    assert_eq!(book.issued_reports(day()).unwrap(), [first, second]);
    assert!(book.undo_list().unwrap().iter().all(|line| line.kind != DAILY_REPORT));
}

#[test]
fn no_report_is_due_on_a_sunday_or_tomorrow() {
    let (_folder, book) = book();
    let sunday = NaiveDate::from_ymd_opt(2026, 11, 22).unwrap();
    assert!(matches!(book.report_view(sunday), Err(OpError::NotDue { .. })));
    let tomorrow = NaiveDate::from_ymd_opt(2026, 11, 24).unwrap();
    assert!(matches!(book.report_view(tomorrow), Err(OpError::BadValue { .. })));
}
