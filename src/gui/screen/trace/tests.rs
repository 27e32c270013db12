use chrono::NaiveDate;
use iced::keyboard::{Key, Modifiers, key::Named};

use super::*;
use crate::domain::finding::Attendance;
use crate::gui::context::Context;
use crate::gui::effect::Effect;
use crate::gui::route::Route;
use crate::gui::screen::bench::{assert_nothing_cut, assert_tab_reaches_all, context, picture};
use crate::gui::screen::{KeyPress, Screen};
use crate::i18n::Language;
use crate::ops::sample_book::{self, hand_in, morning, person, with};
use crate::ops::{Book, Query};

fn day(day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, day).unwrap()
}

fn here() -> Context {
    context(Language::Chinese, (1024.0, 768.0))
}

fn load(trace: &mut Trace, book: &mut Book) -> Vec<Effect> {
    let answer = book.load(&Query::Trace(day(23))).unwrap();
    trace.answered(answer, &here())
}

fn shown(book: &mut Book) -> Trace {
    let mut trace = Trace::at(TracePlace::default());
    let _ = load(&mut trace, book);
    trace
}

fn press(trace: &mut Trace, key: Named) -> Vec<Effect> {
    let press = KeyPress { key: Key::Named(key), modifiers: Modifiers::empty(), in_field: false };
    trace.key(&press, &here()).map(|message| trace.update(message, &here())).unwrap_or_default()
}

/// Two are ill, one of them without a symptom.
fn ill(book: &mut Book) {
    let ill = |n, symptoms: &[&str]| (n, with(Attendance::Ill, symptoms));
    hand_in(book, morning(1, day(20)), &[ill(103, &["vomiting"])]);
    hand_in(book, morning(1, day(23)), &[ill(103, &["vomiting"]), ill(105, &[])]);
}

#[test]
fn the_rows_are_walked_and_lead_to_the_person() {
    let (_folder, mut book) = sample_book::book();
    ill(&mut book);
    let mut trace = Trace::at(TracePlace::absence_of(person(105)));
    let row = |n| Effect::Focus(format!("absence-{}", person(n)).into());
    assert_eq!(load(&mut trace, &mut book), [row(105)], "the one that was asked for");
    assert_eq!(press(&mut trace, Named::ArrowUp), [row(103)]);
    assert_eq!(press(&mut trace, Named::ArrowUp), [row(103)]);
    assert_eq!(press(&mut trace, Named::Enter), [Effect::Go(Route::Person(person(103)))]);
    assert_eq!(trace.place(), Some(Route::Trace(TracePlace::absence_of(person(103)))));
}

#[test]
fn views_keep_their_text_and_every_control_is_reached() {
    let (_folder, mut book) = sample_book::book();
    let empty = shown(&mut book);
    for (trace, what) in [(&Trace::at(TracePlace::default()), "before the answer"), (&empty, "nobody")] {
        assert_nothing_cut(trace, what);
        assert_tab_reaches_all(trace, what);
    }
    ill(&mut book);
    let full = shown(&mut book);
    assert_nothing_cut(&full, "full");
    assert_tab_reaches_all(&full, "full");
    picture(&full, &here(), "trace");
    picture(&full, &context(Language::English, (512.0, 384.0)), "trace-narrow");
}
