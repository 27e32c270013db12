use chrono::NaiveDate;
use iced::keyboard::{Key, Modifiers, key::Named};

use super::*;
use crate::domain::illness_case::{CaseFacts, Certainty};
use crate::domain::isolation::IsolationKind;
use crate::gui::context::Context;
use crate::gui::effect::Effect;
use crate::gui::screen::bench::{assert_nothing_cut, assert_tab_reaches_all, context, picture};
use crate::gui::screen::trace::{Trace, TracePlace};
use crate::gui::screen::{KeyPress, Screen};
use crate::i18n::Language;
use crate::ops::case::CaseDraft;
use crate::ops::isolation::{IsolationOp, NewIsolation};
use crate::ops::return_to_class::ReturnOp;
use crate::ops::sample_book::{self, person};
use crate::ops::{Book, Op, Query};

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 23).unwrap()
}

fn here() -> Context {
    context(Language::Chinese, (1024.0, 768.0))
}

fn load(trace: &mut Trace, book: &mut Book) -> Vec<Effect> {
    let answer = book.load(&Query::Returns(today())).unwrap();
    trace.answered(answer, &here())
}

/// Mumps of 103 (a doubtful table more), dysentery of 104, and 102 under observation.
fn filled(book: &mut Book) {
    for (n, disease) in [(103, "mumps"), (104, "bacillary-dysentery")] {
        let facts = CaseFacts {
            certainty: Certainty::Diagnosed,
            onset: NaiveDate::from_ymd_opt(2026, 11, 12),
            ..CaseFacts::default()
        };
        let known_at = "2026-11-13T09:00:00".parse().ok();
        let disease = book.find_disease(disease).unwrap_or_else(|_| "mumps".to_owned());
        let draft = CaseDraft { disease, known_at, facts, ..CaseDraft::default() };
        book.open_case(person(n), &draft, None).unwrap();
    }
    let mut new = NewIsolation::of(person(102), IsolationKind::Observation);
    new.body.place = Some("留观室".into());
    new.body.symptoms.insert(SymptomCode::new("vomiting"));
    book.run_isolation(&IsolationOp::Begin(Box::new(new))).unwrap();
}

fn shown(book: &mut Book, n: Option<u128>) -> Trace {
    let place = TracePlace { tab: crate::gui::screen::trace::Tab::Returns, person: n.map(person) };
    let mut trace = Trace::at(place);
    let _ = load(&mut trace, book);
    trace
}

fn press(trace: &mut Trace, key: Named, modifiers: Modifiers) -> Vec<Effect> {
    let press = KeyPress { key: Key::Named(key), modifiers, in_field: false };
    trace.key(&press, &here()).map(|message| trace.update(message, &here())).unwrap_or_default()
}

fn say(trace: &mut Trace, message: Message) -> Vec<Effect> {
    trace.update(crate::gui::screen::trace::Message::Returns(Box::new(message)), &here())
}

#[test]
fn a_return_is_checked_and_decided_by_keyboard() {
    let (_folder, mut book) = sample_book::book();
    filled(&mut book);
    let mut trace = shown(&mut book, Some(103));
    assert_eq!(press(&mut trace, Named::Enter, Modifiers::empty()), [Effect::Focus("issuer".into())]);
    say(&mut trace, Message::Typed(ReturnPlace::Issuer, "云坪镇卫生院".into()));
    say(&mut trace, Message::Typed(ReturnPlace::Issued, "2026-11-24".into()));
    let refused = press(&mut trace, Named::Enter, Modifiers::CTRL);
    assert_eq!(refused, [Effect::Focus("issued".into())], "a day that has not come");
    say(&mut trace, Message::Typed(ReturnPlace::Issued, "2026-11-22".into()));
    assert!(trace.unsaved(&here()).is_some());
    let effects = press(&mut trace, Named::Enter, Modifiers::CTRL);
    let [Effect::Run(Op::Return(ReturnOp::Check(new)))] = effects.as_slice() else { panic!("{effects:?}") };
    assert_eq!(new.decision, ReturnDecision::Admitted);
    assert_eq!(new.certificate.as_ref().unwrap().date, NaiveDate::from_ymd_opt(2026, 11, 22));
    book.run_return(&ReturnOp::Check(new.clone())).unwrap();
    let _ = load(&mut trace, &mut book);
    assert!(trace.returns.data.as_ref().unwrap().awaited.iter().all(|it| it.key != person(103)));
}

#[test]
fn a_look_is_recorded_and_an_odd_temperature_is_said_at_its_field() {
    let (_folder, mut book) = sample_book::book();
    filled(&mut book);
    let mut trace = shown(&mut book, Some(102));
    assert_eq!(
        press(&mut trace, Named::Enter, Modifiers::empty()),
        [Effect::Focus("look-temperature".into())]
    );
    say(&mut trace, Message::Looked(LookPlace::Temperature, "99".into()));
    assert_eq!(press(&mut trace, Named::Enter, Modifiers::CTRL), [Effect::Focus("look-temperature".into())]);
    assert_nothing_cut(&trace, "an odd temperature");
    say(&mut trace, Message::Looked(LookPlace::Temperature, "382".into()));
    say(&mut trace, Message::Symptom(SymptomCode::new("fever")));
    let effects = press(&mut trace, Named::Enter, Modifiers::CTRL);
    let [Effect::Run(Op::Isolation(op @ IsolationOp::Follow(..)))] = effects.as_slice() else {
        panic!("{effects:?}")
    };
    book.run_isolation(op).unwrap();
    let line = book.isolations_on(today()).unwrap().remove(0);
    assert_eq!(line.body.follow_ups[0].by, "王秀兰", "the operator looked");
}

#[test]
fn an_observation_begins_with_somebody_found_by_sound() {
    let (_folder, mut book) = sample_book::book();
    let mut trace = shown(&mut book, None);
    let ctrl_n = KeyPress { key: Key::Character("n".into()), modifiers: Modifiers::CTRL, in_field: false };
    let open = trace.key(&ctrl_n, &here()).unwrap();
    let effects = trace.update(open, &here());
    assert!(effects.contains(&Effect::Focus(NEW_FIND.into())), "{effects:?}");
    let _ = trace.answered(book.load(&Query::GateRoll(today())).unwrap(), &here());
    say(&mut trace, Message::New(BeginMessage::Find("学生0105".into())));
    assert_nothing_cut(&trace, "somebody found");
    assert_tab_reaches_all(&trace, "somebody found");
    let effects = say(&mut trace, Message::New(BeginMessage::Take(None)));
    assert_eq!(effects, [Effect::Focus("new-place".into())]);
    say(&mut trace, Message::New(BeginMessage::Place("留观室".into())));
    let effects = press(&mut trace, Named::Enter, Modifiers::CTRL);
    let [Effect::Run(op)] = effects.as_slice() else { panic!("{effects:?}") };
    let answer = book.run(op, &mut crate::domain::progress::Silent).unwrap().value;
    let _ = trace.done(op, &answer, &here());
    let _ = load(&mut trace, &mut book);
    assert_eq!(trace.returns.apart().map(|line| line.key), Some(person(105)));
    assert!(trace.escape().is_none(), "the form is closed");
}

#[test]
fn views_keep_their_text_and_every_control_is_reached() {
    let (_folder, mut book) = sample_book::book();
    let empty = shown(&mut book, None);
    assert_nothing_cut(&empty, "nobody");
    assert_tab_reaches_all(&empty, "nobody");
    filled(&mut book);
    for (n, what) in [(103, "awaited"), (104, "treated"), (102, "apart")] {
        let trace = shown(&mut book, Some(n));
        assert_nothing_cut(&trace, what);
        assert_tab_reaches_all(&trace, what);
        picture(&trace, &here(), &format!("returns-{what}"));
        picture(&trace, &context(Language::English, (512.0, 384.0)), &format!("returns-{what}-narrow"));
    }
}
