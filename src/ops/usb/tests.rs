use chrono::NaiveDate;

use super::*;
use crate::disk::{Fault, FaultyFiles};
use crate::domain::finding::Attendance;
use crate::domain::progress::Silent;
use crate::ops::OpError;
use crate::ops::book::Book;
use crate::ops::print::{PrintOp, PrintRequest};
use crate::ops::sample_book::{book, hand_in, morning, with};

fn day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 23).unwrap()
}

fn checked() -> (tempfile::TempDir, Book) {
    let (folder, mut book) = book();
    let ill = |n| (n, with(Attendance::Ill, &["vomiting"]));
    hand_in(&mut book, morning(1, day()), &[ill(102), ill(103), ill(104)]);
    hand_in(&mut book, morning(2, day()), &[]);
    (folder, book)
}

fn export(book: &mut Book, to: &std::path::Path) -> Result<Exported, OpError> {
    let op = UsbOp::Export { to: to.to_owned(), date: day(), level: Level::Counts };
    book.run_usb(&op, &mut Silent)
}

#[test]
fn a_package_holds_counts_and_names_the_one_before() {
    let (_folder, mut book) = checked();
    let request = PrintRequest::form("school-day", day());
    let stick = tempfile::tempdir().unwrap();
    let path = stick.path().join("report.pdf");
    book.run_print(&PrintOp::SavePdf { request, path }, &mut Silent).unwrap();
    let first = export(&mut book, stick.path()).unwrap();
    assert!(first.folder.ends_with("云坪镇石桥学校_2026-11-23_第0001号"));
    let second = export(&mut book, stick.path()).unwrap();
    assert_eq!((second.sequence, second.previous_digest.as_ref()), (2, Some(&first.digest)));
    let report = verify_package(&second.folder).unwrap();
    assert_eq!(report.digest, second.digest);
    assert_eq!(report.manifest.tables.len(), 4);
    let read = |name: &str| std::fs::read_to_string(first.folder.join("data").join(name)).unwrap();
    let classes = read("class_day.csv");
    assert!(classes.contains("2026-11-23,morning,1,三（1）,1,0,12,0,9,3,0,0,0,3"), "{classes}");
    assert!(classes.contains("2026-11-23,morning,3,初中小班合计,1,1,5,5,,,,,,"), "{classes}");
    assert!(read("symptom_day.csv").contains("2026-11-23,morning,vomiting,3,3"));
    let alerts = read("alerts.csv");
    assert!(alerts.contains("cn2006-1d3") && alerts.contains("vomiting,2026-11-23,2026-11-23,3"), "{alerts}");
    assert!(read("reports.csv").contains("SQ-20261123-01,2026-11-23,2026-11-23T08:05:00,,false"));
    for file in &first.files {
        let bytes = std::fs::read(first.folder.join(&file.path)).unwrap();
        assert!(!String::from_utf8_lossy(&bytes).contains("学生"), "{}", file.path);
        assert!(!String::from_utf8_lossy(&bytes).contains("王秀兰"), "{}", file.path);
    }
    assert!(first.files.iter().any(|file| file.path == "日报_2026-11-23.xlsx"));
    assert!(book.todo(day()).unwrap().iter().any(|line| {
        line.rule == "weekly-package" && serde_json::to_value(line.state).unwrap() == "done"
    }));
}

#[test]
fn a_stick_that_refuses_leaves_nothing_and_takes_no_number() {
    let (_folder, mut book) = checked();
    let stick = tempfile::tempdir().unwrap();
    let missing = stick.path().join("gone");
    assert!(matches!(export(&mut book, &missing), Err(OpError::Disk(_))));
    let full = FaultyFiles::new(Fault::FullAfter(2000));
    let result = book.export_package(stick.path(), day(), Level::Counts, &full, &mut Silent);
    assert!(matches!(result, Err(OpError::Disk(_))), "{result:?}");
    assert_eq!(std::fs::read_dir(stick.path()).unwrap().count(), 0);
    let cases = UsbOp::Export { to: stick.path().to_owned(), date: day(), level: Level::Cases };
    assert!(matches!(book.run_usb(&cases, &mut Silent), Err(OpError::Exchange(_))));
    assert_eq!(book.usb_view(day()).unwrap().next, 1);
    assert_eq!(export(&mut book, stick.path()).unwrap().sequence, 1);
}

#[test]
fn the_week_is_counted_by_day() {
    let (_folder, mut book) = checked();
    let view = book.usb_view(day()).unwrap();
    assert_eq!((view.table.days.len(), view.table.classes, view.next), (5, 3, 1));
    let row = |count: WeekCount| view.table.rows.iter().find(|row| row.count == count).unwrap();
    let sheets = row(WeekCount::Sheets);
    assert_eq!((sheets.days.as_slice(), sheets.total), (&[Some(2), None, None, None, None][..], 2));
    let totals = WeekCount::ALL.map(|count| row(count).total);
    assert_eq!(totals, [2, 1, 1, 1, 3, 0, 1]);
    let stick = tempfile::tempdir().unwrap();
    export(&mut book, stick.path()).unwrap();
    let view = book.usb_view(day()).unwrap();
    assert_eq!((view.next, view.packages.len()), (2, 1));
    assert!(view.folder.ends_with("第0002号") && view.packages[0].from == Some(day()));
}
