use iced::keyboard::Modifiers;

use super::*;
use crate::domain::progress::Silent;
use crate::gui::screen::bench::{assert_nothing_cut, assert_tab_reaches_all, committed, context, picture};
use crate::i18n::Language;
use crate::ops::print::{PrintOp, PrintRequest};
use crate::ops::{Book, sample_book};

fn here() -> Context {
    context(Language::Chinese, (1024.0, 768.0))
}

fn printed() -> (tempfile::TempDir, Book) {
    let (folder, mut book) = sample_book::book();
    let request = PrintRequest::letter("winter", book.today());
    let path = folder.path().join("letters.pdf");
    let _ = book.run_print(&PrintOp::SavePdf { request, path }, &mut Silent).unwrap();
    (folder, book)
}

fn serve(slips: &mut Slips, book: &mut Book, effects: Vec<Effect>) -> Vec<Effect> {
    let mut rest = Vec::new();
    for effect in effects {
        match effect {
            Effect::Load(query) => rest.extend(slips.answered(book.load(&query).unwrap(), &here())),
            Effect::Run(op) => match book.run(&op, &mut Silent) {
                Ok(outcome) => {
                    rest.extend(slips.done(&op, &outcome.value, &here()));
                    let queries = slips.queries(&here()).into_iter().map(Effect::Load).collect();
                    rest.extend(serve(slips, book, queries));
                }
                Err(error) => {
                    let why = crate::i18n::Explain::explain(&error, &here().tr);
                    rest.extend(slips.refused(&op, &why, &here()).unwrap_or_default());
                }
            },
            other => rest.push(other),
        }
    }
    rest
}

fn opened(book: &mut Book) -> Slips {
    let mut slips = Slips::new(None);
    let queries = slips.queries(&here()).into_iter().map(Effect::Load).collect();
    let _ = serve(&mut slips, book, queries);
    slips
}

fn scan(slips: &mut Slips, book: &mut Book, text: &str) {
    let _ = slips.update(Message::Typed(text.to_owned()), &here());
    let enter = KeyPress { key: Key::Named(Named::Enter), modifiers: Modifiers::empty(), in_field: true };
    let message = slips.key(&enter, &here()).unwrap();
    let effects = slips.update(message, &here());
    let _ = serve(slips, book, effects);
}

#[test]
fn a_scanner_ticks_slip_after_slip_and_says_whose() {
    let (_folder, mut book) = printed();
    let mut slips = opened(&mut book);
    assert_nothing_cut(&slips, "all out");
    assert_tab_reaches_all(&slips, "all out");
    let all = slips.shown().unwrap().line.copies;
    scan(&mut slips, &mut book, &SlipCode { run: 1, number: 2 }.digits());
    let said = slips.said.clone().unwrap();
    assert_eq!((said.ticked, said.missing), (1, all as usize - 1));
    assert!(slips.typed.is_empty(), "ready for the next");
    assert_nothing_cut(&slips, "ticked");
    picture(&slips, &here(), "slips");
    // The same again is no fault; the last slip of another class opens that class.
    scan(&mut slips, &mut book, &SlipCode { run: 1, number: 2 }.to_string());
    assert_eq!(slips.said.as_ref().map(|told| (told.ticked, told.already)), Some((0, 1)));
    scan(&mut slips, &mut book, &SlipCode { run: 1, number: all }.digits());
    assert_eq!(slips.class, slips.shown().unwrap().classes.len() - 1);
    for wrong in ["0001-0002-9", "李思远", "000100090", &SlipCode { run: 7, number: 1 }.digits()] {
        scan(&mut slips, &mut book, wrong);
        assert!(slips.wrong.is_some() && slips.said.is_none(), "{wrong}");
    }
    assert_nothing_cut(&slips, "refused");
    assert_eq!(slips.shown().unwrap().line.returned, 2);
}

#[test]
fn slips_are_ticked_in_the_list_printed_and_closed() {
    let (_folder, mut book) = printed();
    let mut slips = opened(&mut book);
    let first = slips.lines().next().unwrap().key;
    let effects = slips.update(Message::Toggle(first, true), &here());
    let _ = serve(&mut slips, &mut book, effects);
    assert!(slips.lines().all(|line| line.key != first), "only those that are out are listed");
    let _ = slips.update(Message::Only(false), &here());
    assert_eq!(slips.lines().next().unwrap().key, first);
    let effects = slips.update(Message::Toggle(first, false), &here());
    let _ = serve(&mut slips, &mut book, effects);
    assert_eq!(slips.shown().unwrap().line.returned, 0);
    let print = slips.update(Message::Print, &here());
    assert_eq!(print, [Effect::Go(Route::PrintSlips { form: SLIPS_MISSING, run: Some(1) })]);
    let effects = slips.update(Message::Close(true), &here());
    let _ = serve(&mut slips, &mut book, effects);
    assert_eq!(slips.shown().unwrap().line.state, SlipState::Closed);
    assert_nothing_cut(&slips, "closed");
    let _ = slips.update(Message::Turn(1), &here());
    assert_eq!(slips.class, 1);
}

#[test]
fn without_letters_it_says_what_to_do_first_in_both_languages() {
    let (_folder, mut book) = sample_book::book();
    for language in Language::ALL {
        book.set_language(language);
        let slips = opened(&mut book);
        assert_nothing_cut(&slips, "empty");
        assert_tab_reaches_all(&slips, "empty");
    }
    assert!(
        committed(&opened(&mut printed().1), NUMBER, "000100024")
            .contains(&Message::Typed("000100024".into()))
    );
}
