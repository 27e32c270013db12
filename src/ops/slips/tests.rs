use chrono::NaiveDate;

use super::*;
use crate::domain::obligation::ObligationState;
use crate::domain::progress::Silent;
use crate::domain::slip::SlipTick;
use crate::domain::slip_code::SlipCode;
use crate::i18n::{Explain, Language, Tr};
use crate::ops::book::Book;
use crate::ops::clock::FixedClock;
use crate::ops::error::OpError;
use crate::ops::print::{PrintOp, PrintRequest, SLIPS_MISSING};
use crate::ops::sample_book;
use crate::paper::layout::tests::{assert_sound, words};

fn day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 23).unwrap()
}

fn print(book: &mut Book, id: &str) {
    let path = book.folder().join("letters.pdf");
    let op = PrintOp::SavePdf { request: PrintRequest::letter(id, day()), path };
    let _ = book.run_print(&op, &mut Silent).unwrap();
}

fn printed() -> (tempfile::TempDir, Book) {
    let (folder, mut book) = sample_book::book();
    print(&mut book, "winter");
    (folder, book)
}

fn code(number: u32) -> SlipCode {
    SlipCode { run: 1, number }
}

fn tick(book: &mut Book, numbers: &[u32]) -> Result<Ticked, OpError> {
    book.run_slips(&SlipOp::Tick(numbers.iter().copied().map(code).collect(), SlipTick::Code))
}

#[test]
fn a_run_awaits_its_slips_until_they_are_back() {
    let (_folder, mut book) = printed();
    let line = book.slip_runs().unwrap().remove(0);
    assert_eq!((line.run, line.number.as_str(), line.returned), (1, "winter-20261123-01", 0));
    assert_eq!(line.state, SlipState::Open);
    let told = tick(&mut book, &[1, 2, 2]).unwrap();
    assert_eq!((told.ticked, told.already, told.missing), (2, 0, line.copies as usize - 2));
    let told = tick(&mut book, &[2, 3]).unwrap();
    assert_eq!((told.ticked, told.already), (1, 1));
    let all: Vec<u32> = (1..=line.copies).collect();
    let _ = tick(&mut book, &all).unwrap();
    assert_eq!(book.slip_runs().unwrap()[0].state, SlipState::Done);
    // Another letter of the same day has numbers of its own.
    print(&mut book, "consent");
    assert_eq!(book.slip_runs().unwrap().iter().map(|run| run.run).collect::<Vec<_>>(), [2, 1]);
}

#[test]
fn ticks_are_taken_back_by_undo_and_by_number() {
    let (_folder, mut book) = printed();
    let _ = tick(&mut book, &[4]).unwrap();
    let undone = book.undo(None).unwrap();
    assert!(undone.operation.words.contains("收回执 1 份"), "{}", undone.operation.words);
    assert_eq!(book.slip_runs().unwrap()[0].returned, 0);
    let _ = tick(&mut book, &[4]).unwrap();
    assert_eq!(book.run_slips(&SlipOp::Untick(vec![code(4)])).unwrap().ticked, 1);
    let error = book.run_slips(&SlipOp::Untick(vec![code(4)])).unwrap_err();
    assert_eq!(error.explain(&Tr::new(Language::Chinese)).code, "no_such_slip");
}

#[test]
fn numbers_that_are_none_change_nothing() {
    let (_folder, mut book) = printed();
    for (numbers, run) in [(vec![1, 999], 1), (vec![1], 9)] {
        let codes = numbers.into_iter().map(|number| SlipCode { run, number }).collect();
        let error = book.run_slips(&SlipOp::Tick(codes, SlipTick::Code)).unwrap_err();
        assert!(matches!(error, OpError::Slip(SlipError::NoSlip { .. })), "{error:?}");
    }
    assert_eq!(book.slip_runs().unwrap()[0].returned, 0);
    for (given, code) in [("0001-0002-9", "bad_slip_code"), ("abc", "bad_slip_code")] {
        let error = Book::slip_code(given).unwrap_err();
        for language in Language::ALL {
            assert_eq!(error.explain(&Tr::new(language)).code, code);
        }
    }
}

#[test]
fn who_owes_a_slip_is_a_sheet_for_each_class_and_a_duty() {
    let (_folder, mut book) = printed();
    let duty =
        |book: &Book, date: NaiveDate| book.todo(date).unwrap().into_iter().find(|line| line.rule == "slips");
    let open = duty(&book, day()).unwrap();
    assert_eq!((open.state, open.due.to_string().as_str()), (ObligationState::Open, "2026-11-26 17:00:00"));
    let view = book.slip_run_view(1).unwrap();
    let first = view.classes[0].slips.len();
    let numbers: Vec<u32> = view.classes[0].slips.iter().map(|slip| slip.key.number).collect();
    let _ = tick(&mut book, &numbers[1..]).unwrap();
    let request = PrintRequest::form(SLIPS_MISSING, day());
    let look = book.preview(&request, 0, &mut Silent).unwrap();
    assert_sound(&look.document);
    assert_eq!(look.document.sheets.len(), view.classes.len());
    let sheet = words(&look.document.sheets[0]);
    assert!(sheet.contains(&view.classes[0].slips[0].name) && sheet.contains("0001-0001-"), "{sheet}");
    assert!(first > 1 && !sheet.contains(&view.classes[0].slips[1].name), "{sheet}");
    book.clock = Box::new(FixedClock("2026-11-27T08:00:00".parse().unwrap()));
    let late = duty(&book, "2026-11-27".parse().unwrap()).unwrap();
    assert_eq!(late.state, ObligationState::Late);
    let _ = book.run_slips(&SlipOp::Close(1, true)).unwrap();
    assert!(duty(&book, "2026-11-27".parse().unwrap()).is_none());
}
