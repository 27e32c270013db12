use chrono::NaiveDate;
use iced::keyboard::{Key, Modifiers, key::Named};

use super::form::Part;
use super::*;
use crate::domain::finding::Attendance;
use crate::domain::progress::Silent;
use crate::gui::context::Context;
use crate::gui::dialog::Dialog;
use crate::gui::effect::Effect;
use crate::gui::route::Route;
use crate::gui::screen::bench::{assert_nothing_cut, assert_tab_reaches_all, committed, context, picture};
use crate::gui::screen::trace::tell::FIRST;
use crate::gui::screen::trace::{Message as Screens, Tab, Trace, TracePlace};
use crate::gui::screen::{KeyPress, Screen};
use crate::i18n::Language;
use crate::ops::Book;
use crate::ops::event::ReportingState;
use crate::ops::print::EventChoice;
use crate::ops::sample_book::{self, hand_in, morning, with};

fn here() -> Context {
    context(Language::Chinese, (1024.0, 768.0))
}

fn serve(trace: &mut Trace, book: &mut Book, effects: Vec<Effect>) -> Vec<Effect> {
    let mut rest = Vec::new();
    for effect in effects {
        match effect {
            Effect::Load(query) => {
                let answer = book.load(&query).unwrap();
                rest.extend(trace.answered(answer, &here()));
            }
            Effect::Run(op) => match book.run(&op, &mut Silent) {
                Ok(outcome) => {
                    rest.extend(trace.done(&op, &outcome.value, &here()));
                    let queries = trace.queries(&here()).into_iter().map(Effect::Load).collect();
                    rest.extend(serve(trace, book, queries));
                }
                Err(error) => {
                    let why = crate::i18n::Explain::explain(&error, book.tr());
                    rest.extend(trace.refused(&op, &why, &here()).unwrap());
                }
            },
            other => rest.push(other),
        }
    }
    rest
}

fn shown(book: &mut Book) -> Trace {
    let mut trace = Trace::at(TracePlace { tab: Tab::Events, person: None });
    let queries = trace.queries(&here()).into_iter().map(Effect::Load).collect();
    let _ = serve(&mut trace, book, queries);
    trace
}

fn press(trace: &mut Trace, book: &mut Book, key: impl Into<Key>, modifiers: Modifiers) -> Vec<Effect> {
    let press = KeyPress { key: key.into(), modifiers, in_field: false };
    let effects =
        trace.key(&press, &here()).map(|message| trace.update(message, &here())).unwrap_or_default();
    serve(trace, book, effects)
}

fn say(trace: &mut Trace, book: &mut Book, message: Message) -> Vec<Effect> {
    let effects = trace.update(Screens::Events(message), &here());
    serve(trace, book, effects)
}

fn ill(book: &mut Book) {
    let today = NaiveDate::from_ymd_opt(2026, 11, 23).unwrap();
    let ill = |n| (n, with(Attendance::Ill, &["vomiting"]));
    hand_in(book, morning(1, today), &[ill(101), ill(102), ill(103)]);
}

#[test]
fn an_alert_becomes_an_event_that_is_reported_and_closed_in_place() {
    let (_folder, mut book) = sample_book::book();
    ill(&mut book);
    let mut trace = shown(&mut book);
    assert_nothing_cut(&trace, "alert");
    assert_tab_reaches_all(&trace, "alert");
    let effects = say(&mut trace, &mut book, Message::FromAlert(0));
    assert_eq!(effects, [Effect::Focus(Part::Title.id().into())]);
    assert_nothing_cut(&trace, "form");
    assert_tab_reaches_all(&trace, "form");
    say(&mut trace, &mut book, Message::EventEdit(EventEdit::FindDisease("nuoru".into())));
    assert_nothing_cut(&trace, "found");
    say(&mut trace, &mut book, Message::EventEdit(EventEdit::Disease("norovirus".into())));
    let course = EventEdit::Text(Part::Course, "早读后三人先后呕吐".into());
    say(&mut trace, &mut book, Message::EventEdit(course));
    press(&mut trace, &mut book, Named::Enter, Modifiers::COMMAND);
    let view = trace.events.shown().unwrap();
    assert_eq!((view.line.counts.ill, view.line.title.as_str()), (3, "三（1）班呕吐"));
    assert_nothing_cut(&trace, "event");
    assert_tab_reaches_all(&trace, "event");
    picture(&trace, &here(), "events");
    picture(&trace, &context(Language::English, (512.0, 384.0)), "events-narrow");
    let none = Modifiers::empty();
    let effects = press(&mut trace, &mut book, Key::Character("r".into()), none);
    assert_eq!(effects, [Effect::Focus(FIRST.into())]);
    say(&mut trace, &mut book, Message::TellEdit(TellEdit::Unit("县疾控中心".into())));
    press(&mut trace, &mut book, Named::Enter, Modifiers::COMMAND);
    assert_eq!(trace.events.shown().unwrap().line.reports[0].state, ReportingState::Done);
    // Closing asks first: a letter is soon pressed.
    let asked = press(&mut trace, &mut book, Key::Character("j".into()), none);
    let [Effect::Ask(Dialog::Confirm { op, .. })] = asked.as_slice() else { panic!("{asked:?}") };
    let act = vec![Effect::Run(op.as_ref().clone())];
    let _ = serve(&mut trace, &mut book, act);
    assert!(trace.events.shown().unwrap().line.closed_on.is_some());
    assert_eq!(trace.events.shown().unwrap().line.reports.len(), 2, "the closing report is owed");
    say(&mut trace, &mut book, Message::Reopen);
    let printed = say(&mut trace, &mut book, Message::Print(EventReport::First));
    let event = trace.events.shown().unwrap().line.key;
    let choice = EventChoice { event: Some(event), entry: None };
    assert_eq!(printed, [Effect::Go(Route::PrintEvent { form: "event-first".into(), choice })]);
    let entry = trace.events.shown().unwrap().entries[0].key;
    let printed = say(&mut trace, &mut book, Message::PrintEntry(entry));
    let choice = EventChoice { event: Some(event), entry: Some(entry) };
    assert_eq!(printed, [Effect::Go(Route::PrintEvent { form: "event-first".into(), choice })]);
    assert_nothing_cut(&trace, "reported");
    assert_tab_reaches_all(&trace, "reported");
}

#[test]
fn an_event_without_a_name_is_refused_at_its_field() {
    let (_folder, mut book) = sample_book::book();
    let mut trace = shown(&mut book);
    assert_nothing_cut(&trace, "empty");
    assert_tab_reaches_all(&trace, "empty");
    press(&mut trace, &mut book, Key::Character("n".into()), Modifiers::empty());
    let effects = press(&mut trace, &mut book, Named::Enter, Modifiers::COMMAND);
    assert_eq!(effects, [Effect::Focus(Part::Title.id().into())]);
    assert_nothing_cut(&trace, "refused");
    // Ctrl+Z takes back what was typed, the last field first.
    for (part, text) in [(Part::Title, "呕"), (Part::Title, "呕吐"), (Part::Cause, "不明")] {
        say(&mut trace, &mut book, Message::EventEdit(EventEdit::Text(part, text.into())));
    }
    for _ in 0..2 {
        assert_eq!(trace.untype(None), Some(Vec::new()));
    }
    assert_eq!(trace.untype(None), None);
    let Work::Write(form) = &trace.events.work else { panic!() };
    assert!(Part::ALL.into_iter().all(|part| part.text(&form.draft.words).is_empty()));
    for part in Part::ALL {
        let typed = Screens::Events(Message::EventEdit(EventEdit::Text(part, "呕吐".into())));
        assert_eq!(committed(&trace, part.id(), "呕吐"), [typed]);
    }
    assert!(trace.unsaved(&here()).is_none(), "nothing is typed any more");
}
