use chrono::NaiveDate;

use super::*;
use crate::domain::progress::Silent;
use crate::ops::print::{PaperId, PrintOp, PrintRequest};
use crate::ops::sample_book::book;
use crate::paper::layout::tests::{assert_sound, words};

fn day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 23).unwrap()
}

fn choice() -> LetterChoice {
    LetterChoice::default()
}

fn asked(id: &str, letter: LetterChoice) -> PrintRequest {
    PrintRequest { letter, ..PrintRequest::letter(id, day()) }
}

fn shown(book: &mut Book, request: &PrintRequest) -> (String, PrintFacts) {
    let look = book.preview(request, 0, &mut Silent).unwrap();
    assert_sound(&look.document);
    (look.document.sheets.iter().map(words).collect::<Vec<_>>().join("\n"), look.facts)
}

#[test]
fn a_disease_is_named_with_what_the_rules_say_of_it() {
    let (_folder, mut book) = book();
    let letter = LetterChoice { disease: Some("influenza".into()), ..choice() };
    let (all, told) = shown(&mut book, &asked("disease", letter));
    let all = all.replace(' ', "");
    for part in ["流行性感冒预防告家长书", "1–4天", "突然发高烧", "消失满48小时"] {
        assert!(all.contains(part), "{part} in {all}");
    }
    let (_, facts) = shown(&mut book, &asked("disease", choice()));
    assert_eq!(
        facts.empty_fields,
        told.empty_fields + 4,
        "what was not told is a space to write in and counted"
    );
}

#[test]
fn days_are_told_and_the_day_of_return_is_a_school_day() {
    let (_folder, mut book) = book();
    let date = |text: &str| Some(text.parse().unwrap());
    // A Friday before a week-end.
    let letter = LetterChoice { from: date("2026-11-24"), to: date("2026-11-27"), ..choice() };
    let (all, facts) = shown(&mut book, &asked("closing", letter.clone()));
    let all = all.replace(' ', "");
    assert!(all.contains("2026年11月24日（星期二）") && all.contains("2026年11月30日（星期一）"), "{all}");
    let (_, untold) = shown(&mut book, &asked("closing", choice()));
    assert_eq!(untold.empty_fields, facts.empty_fields + 3);
    let wrong = LetterChoice { to: date("2026-11-20"), ..letter };
    assert!(matches!(book.preview(&asked("closing", wrong), 0, &mut Silent), Err(OpError::BadValue { .. })));
    let letter = LetterChoice { from: date("2027-02-15"), ..choice() };
    let (all, _) = shown(&mut book, &asked("home-14", letter));
    assert!(all.contains("2 月 15 日") && all.contains("2 月 28 日"), "{all}");
}

#[test]
fn copies_for_classes_have_no_slip_and_halves_count_paper() {
    let (_folder, mut book) = book();
    let (_, children) = shown(&mut book, &asked("return", choice()));
    assert_eq!(children.papers, children.letters.div_ceil(2), "half a page is usual");
    assert!(children.slip_run == Some(1));
    let duplex = LetterChoice { duplex: true, half: Some(false), ..choice() };
    let (_, duplex) = shown(&mut book, &asked("return", duplex));
    assert_eq!((duplex.papers, duplex.sheets), (duplex.letters, duplex.letters * 2));
    for (copies, count) in [(LetterCopies::Class, 3), (LetterCopies::School, 1)] {
        let (all, facts) = shown(&mut book, &asked("winter", LetterChoice { copies, ..choice() }));
        assert_eq!((facts.letters, facts.slip_run), (count, None));
        assert!(all.contains("各位家长") && !all.contains("回　执"), "{all}");
    }
}

#[test]
fn a_run_goes_on_at_a_sheet_with_its_own_numbers() {
    let (folder, mut book) = book();
    let path = folder.path().join("letters.pdf");
    let request = asked("winter", LetterChoice { half: Some(false), ..choice() });
    let printed = book.run_print(&PrintOp::SavePdf { request, path: path.clone() }, &mut Silent).unwrap();
    let all = printed.facts.sheets;
    let key = book.issued(day(), 1).unwrap()[0].key;
    let rest = LetterChoice { first_sheet: all - 1, ..choice() };
    let request = PrintRequest { paper: PaperId::Issued(key), letter: rest, ..PrintRequest::form("", day()) };
    let _ = book.run_print(&PrintOp::SavePdf { request, path: path.clone() }, &mut Silent).unwrap();
    let pdf = lopdf::Document::load(&path).unwrap();
    assert_eq!(pdf.get_pages().len(), 2);
    let last = SlipCode { run: 1, number: u32::try_from(all).unwrap() }.to_string();
    assert!(pdf.extract_text(&[2]).unwrap().contains(&last));
    // Nothing new is awaited.
    assert_eq!(book.slip_runs().unwrap().len(), 1);
}
