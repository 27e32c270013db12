use chrono::NaiveDate;
use serde_json::json;

use super::*;
use crate::domain::finding::Attendance;
use crate::domain::id::PersonId;
use crate::domain::person::{Person, PersonKind};
use crate::domain::progress::Silent;
use crate::i18n::{Explain, Language};
use crate::ops::book::Book;
use crate::ops::print::{PaperId, PrintOp, PrintRequest, PrintScope};
use crate::ops::sample_book::{book, class, hand_in, morning, person, with};
use crate::ops::todo::TodoLine;
use crate::ops::usb::{Level, UsbOp};
use crate::ops::{OpError, sample_book};
use crate::paper::layout::tests::words;

fn day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 23).unwrap()
}

fn again(key: uuid::Uuid) -> PrintRequest {
    PrintRequest { paper: PaperId::Issued(key), ..PrintRequest::form("", day()) }
}

fn save(book: &mut Book, request: PrintRequest, name: &str) -> Vec<u8> {
    let path = book.folder().join(name);
    let op = if name.ends_with("xlsx") {
        PrintOp::SaveXlsx { request, path: path.clone() }
    } else {
        PrintOp::SavePdf { request, path: path.clone() }
    };
    let _ = book.run_print(&op, &mut Silent).unwrap();
    std::fs::read(path).unwrap()
}

fn rename(book: &mut Book, who: PersonId, name: &str) {
    book.act("edit_person", json!({}), |act, _| {
        act.put(&Person::named(who, PersonKind::Pupil, name)).map(drop).map_err(OpError::from)
    })
    .unwrap();
}

fn shown(book: &mut Book, key: uuid::Uuid) -> String {
    let look = book.preview(&again(key), 0, &mut Silent).unwrap();
    look.document.sheets.iter().map(words).collect::<Vec<_>>().join("\n")
}

fn report_duty(book: &Book) -> TodoLine {
    book.todo(day()).unwrap().into_iter().find(|line| line.rule == "daily-report").unwrap()
}

fn state_of(line: &TodoLine) -> String {
    serde_json::to_value(line.state).unwrap().as_str().unwrap().to_owned()
}

#[test]
fn a_report_opens_and_prints_again_as_it_was_although_the_records_have_changed() {
    for language in Language::ALL {
        let (_folder, mut book) = book();
        book.set_language(language);
        hand_in(&mut book, morning(1, day()), &[(102, with(Attendance::Ill, &["vomiting"]))]);
        hand_in(&mut book, morning(2, day()), &[]);
        hand_in(&mut book, morning(3, day()), &[]);
        let report = PrintRequest::form("school-day", day());
        let first = save(&mut book, report.clone(), "first.pdf");
        let table = save(&mut book, report.clone(), "first.xlsx");
        let line = book.issued(day(), 10).unwrap().pop().unwrap();
        assert_eq!((line.kind, line.state), (IssuedKind::DailyReport, Some(IssuedState::AsIssued)));
        assert_eq!((line.number.as_str(), line.printed), ("SQ-20261123-01", 2), "PDF and workbook");
        assert_eq!(state_of(&report_duty(&book)), "done");

        let ill = [(person(205), with(Attendance::Ill, &["cough"]))];
        book.record_all(morning(2, day()), &ill, Some("家长来电")).unwrap();
        let line = book.issued_by_number("sq-20261123-01").unwrap();
        assert!(line.is_changed());
        let duty = report_duty(&book);
        assert!(state_of(&duty) != "done" && duty.subject.contains(&line.number), "{}", duty.subject);
        assert_eq!(save(&mut book, again(line.key), "again.pdf"), first, "to the byte");
        assert_eq!(save(&mut book, again(line.key), "again.xlsx"), table);
        // The other language makes no other paper of it.
        book.set_language(if language == Language::Chinese { Language::English } else { Language::Chinese });
        assert_eq!(save(&mut book, again(line.key), "again.pdf"), first);
        book.set_language(language);

        let second = save(&mut book, report, "second.pdf");
        assert_ne!(second, first);
        let lines = book.issued(day(), 10).unwrap();
        let numbers: Vec<_> = lines.iter().map(|line| (line.number.as_str(), line.state.unwrap())).collect();
        assert_eq!(
            numbers,
            [("SQ-20261123-02", IssuedState::AsIssued), ("SQ-20261123-01", IssuedState::Corrected)]
        );
        assert_eq!(lines[0].corrects.as_deref(), Some("SQ-20261123-01"));
        assert_eq!(lines[1].corrected_by.as_deref(), Some("SQ-20261123-02"));
        assert_eq!(lines[1].printed, 5, "every time it was put out is counted");
        assert_eq!(state_of(&report_duty(&book)), "done");
        let undo = book.undo_list().unwrap();
        assert!(undo.iter().all(|line| line.kind != "reprint"));
    }
}

#[test]
fn what_the_evening_adds_makes_no_report_of_the_morning_wrong() {
    let (_folder, mut book) = book();
    for n in 1..=3 {
        hand_in(&mut book, morning(n, day()), &[]);
    }
    let _ = save(&mut book, PrintRequest::form("school-day", day()), "report.pdf");
    let noon = crate::domain::sheet::SheetKey {
        session: crate::domain::session::Session::Noon,
        ..morning(1, day())
    };
    hand_in(&mut book, noon, &[(102, with(Attendance::Ill, &["fever"]))]);
    assert_eq!(book.issued(day(), 1).unwrap()[0].state, Some(IssuedState::AsIssued));
    assert_eq!(state_of(&report_duty(&book)), "done");
}

#[test]
fn letters_are_kept_word_for_word_and_say_when_the_roster_has_changed() {
    for language in Language::ALL {
        let (_folder, mut book) = book();
        book.set_language(language);
        let crate::domain::group::Group::Class(third) = class(3) else { panic!() };
        let request = PrintRequest {
            scope: PrintScope::of_class(Some(third)),
            ..PrintRequest::letter("winter", day())
        };
        let first = save(&mut book, request, "letters.pdf");
        let line = book.issued_by_number("winter-20261123-01").unwrap();
        assert_eq!((line.letters, line.class.as_deref()), (5, Some("九（1）")));
        assert_eq!(line.state, Some(IssuedState::AsIssued));
        // Somebody of another class has nothing to do with it.
        rename(&mut book, person(105), "王小明");
        assert_eq!(book.issued(day(), 1).unwrap()[0].state, Some(IssuedState::AsIssued));
        rename(&mut book, person(302), "李思远");
        assert!(book.issued(day(), 1).unwrap()[0].is_changed());
        assert!(!shown(&mut book, line.key).contains("李思远"));
        assert_eq!(save(&mut book, again(line.key), "again.pdf"), first);
    }
}

#[test]
fn packages_are_listed_and_cannot_be_printed() {
    let (_folder, mut book) = book();
    let stick = tempfile::tempdir().unwrap();
    let op = UsbOp::Export { to: stick.path().to_owned(), date: day(), level: Level::Counts };
    let _ = book.run_usb(&op, &mut Silent).unwrap();
    let line = book.issued_by_number("0001").unwrap();
    assert_eq!((line.kind, line.opens, line.state), (IssuedKind::Package, false, None));
    let error = book.preview(&again(line.key), 0, &mut Silent).unwrap_err();
    assert!(matches!(error, OpError::NotOnPaper { .. }));
    let error = book.issued_by_number("SQ-1").unwrap_err();
    assert_eq!(error.explain(book.tr()).code, "no_such_issue");
    // Forms for use in the house are no reports.
    let _ = save(&mut book, PrintRequest::form("plan-checklist", day()), "plan.pdf");
    assert_eq!(book.issued(day(), 10).unwrap().len(), 1);
    assert_eq!(book.issued(day().pred_opt().unwrap(), 10).unwrap(), [], "of the days before");
}

#[test]
fn an_empty_roster_has_nothing_to_report() {
    let folder = tempfile::tempdir().unwrap();
    let mut book = sample_book::empty_in(folder.path());
    let error = book.report_view(day()).unwrap_err();
    assert!(matches!(error, OpError::NobodyInRoster { .. }));
    assert_eq!(error.explain(book.tr()).code, "nobody_in_roster");
    let stick = tempfile::tempdir().unwrap();
    let op = UsbOp::Export { to: stick.path().to_owned(), date: day(), level: Level::Counts };
    assert!(matches!(book.run_usb(&op, &mut Silent), Err(OpError::NobodyInRoster { .. })));
    assert_eq!(std::fs::read_dir(stick.path()).unwrap().count(), 0);
}

#[test]
fn undoing_an_import_keeps_those_who_were_written_to() {
    let (_folder, mut book) = book();
    let crate::domain::group::Group::Class(third) = class(3) else { panic!() };
    let request =
        PrintRequest { scope: PrintScope::of_class(Some(third)), ..PrintRequest::letter("winter", day()) };
    let _ = save(&mut book, request, "letters.pdf");
    let import = book.undo_list().unwrap().into_iter().find(|line| line.kind == "import").unwrap();
    let undone = book.undo(import.id.parse().ok()).unwrap();
    let left: Vec<_> = book.store.people(PersonKind::Pupil).unwrap().iter().map(|p| p.id).collect();
    assert_eq!(left, (301..=305).map(person).collect::<Vec<_>>());
    assert_eq!(undone.report.kept.iter().filter(|kept| kept.table == "person").count(), 5);
    assert_eq!(book.issued(day(), 1).unwrap()[0].letters, 5);
}
