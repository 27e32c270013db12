//! Tests of the gate.

use iced::keyboard::Key;
use iced::keyboard::key::Named;

use super::*;
use crate::domain::progress::Silent;
use crate::domain::temperature::{Site, Temperature};
use crate::gui::context::Context;
use crate::gui::effect::Effect;
use crate::gui::route::Route;
use crate::gui::screen::bench::{SIZES, assert_nothing_cut, assert_tab_reaches_all, context, picture};
use crate::gui::screen::{KeyPress, Screen};
use crate::gui::theme::Theme;
use crate::i18n::Language;
use crate::ops::check::{CheckOp, GateEntry, GateLine};
use crate::ops::sample_book::{self, person};
use crate::ops::{Answer, Book, Op, Query};

fn here() -> Context {
    context(Language::Chinese, (1024.0, 768.0))
}

fn load(gate: &mut Gate, book: &mut Book) -> Vec<Effect> {
    let queries = gate.queries(&here());
    let answers: Vec<Answer> = queries.iter().map(|query| book.load(query).unwrap()).collect();
    answers.into_iter().flat_map(|answer| gate.answered(answer, &here())).collect()
}

fn open(book: &mut Book) -> Gate {
    let mut gate = Gate::new(book.today());
    assert_eq!(load(&mut gate, book), [Effect::Focus(FIND.into())]);
    assert_eq!(gate.queries(&here()), [Query::Gate(book.today())], "the roster is read once");
    gate
}

fn find(gate: &mut Gate, typed: &str) {
    assert!(gate.update(Message::Find(typed.to_owned()), &here()).is_empty());
}

fn press(gate: &mut Gate, key: impl Into<Key>) -> Vec<Effect> {
    let press = KeyPress { key: key.into(), modifiers: Modifiers::empty(), in_field: false };
    gate.key(&press, &here()).map(|message| gate.update(message, &here())).unwrap_or_default()
}

fn type_keys(gate: &mut Gate, keys: &str) -> Vec<Effect> {
    keys.chars().flat_map(|c| press(gate, Key::Character(c.to_string().into()))).collect()
}

fn enter(gate: &mut Gate) -> Vec<Effect> {
    gate.update(Message::Enter(None), &here())
}

#[test]
fn a_number_a_temperature_and_letters_are_filed_and_the_next_can_come() {
    let (_folder, mut book) = sample_book::book();
    let mut gate = open(&mut book);
    find(&mut gate, "三2 5");
    assert_eq!(enter(&mut gate), [Effect::Focus(ENTRY.into())]);
    assert!(type_keys(&mut gate, "376kp").is_empty());
    assert!(type_keys(&mut gate, "p").is_empty(), "a letter takes away what it set");
    let effects = press(&mut gate, Named::Enter);
    let entry = GateEntry {
        person: person(205),
        temperature: Temperature::new(376, Site::Forehead),
        instrument: Some(Instrument::Infrared),
        symptoms: [SymptomCode::new("cough")].into(),
    };
    let op = Op::Check(CheckOp::Gate(entry));
    assert_eq!(effects, [Effect::Run(op.clone()), Effect::Focus(FIND.into())]);
    assert!(gate.who.is_none() && gate.find.is_empty() && gate.typed.is_empty());
    let answer = book.run(&op, &mut Silent).unwrap().value;
    let said = gate.done(&op, &answer, &here());
    assert!(matches!(&said[..], [Effect::Notify(words)] if words.contains("08:15")), "{said:?}");
    let _ = load(&mut gate, &mut book);
    assert_eq!(gate.view.as_ref().unwrap().lines.len(), 1);
    // Who waits for a retest is one click away.
    let _ = gate.update(Message::Enter(Some(person(205))), &here());
    assert_eq!(gate.who.as_ref().map(|who| who.number), Some(5));
    let _ = press(&mut gate, Named::ArrowLeft);
    assert_eq!(gate.instrument, Instrument::Glass);
    let effects = gate.update(Message::Find("368".into()), &here());
    assert!(effects.is_empty() && gate.typed == "368", "typed before the focus had come");
    assert!(matches!(&enter(&mut gate)[..], [Effect::Run(Op::Check(CheckOp::Gate(_))), Effect::Focus(_)]));
}

#[test]
fn what_is_no_entry_is_said_and_nothing_is_filed() {
    let (_folder, mut book) = sample_book::book();
    let mut gate = open(&mut book);
    assert!(enter(&mut gate).is_empty(), "nobody was found");
    find(&mut gate, "5");
    assert_eq!(gate.found.len(), 3);
    let _ = press(&mut gate, Named::ArrowDown);
    assert_eq!(gate.best().unwrap().class, "三（2）");
    let _ = enter(&mut gate);
    assert!(press(&mut gate, Named::Enter).is_empty() && gate.empty);
    let _ = type_keys(&mut gate, "99");
    assert!(press(&mut gate, Named::Enter).is_empty());
    assert_eq!(gate.wrong.as_deref(), Some("99"));
    let _ = type_keys(&mut gate, "3");
    assert!(gate.wrong.is_none() && gate.unsaved(&here()).is_some());
    let _ = press(&mut gate, Named::Delete);
    assert!(gate.unsaved(&here()).is_none());
    assert_eq!(gate.update(Message::Escape, &here()), [Effect::Focus(FIND.into())]);
    find(&mut gate, "zz");
    let _ = gate.update(Message::Escape, &here());
    assert_eq!(gate.find, "");
    assert_eq!(gate.update(Message::Escape, &here()), [Effect::Back]);
    let sheet = gate.update(Message::Sheet(crate::ops::sample_book::class(1), Session::AllDay), &here());
    assert!(matches!(&sheet[..], [Effect::Go(Route::Sheet(_))]));
}

/// Everything that the gate can show.
fn full(name: &str, typing: bool) -> Gate {
    let (_folder, mut book) = sample_book::book();
    let mut gate = open(&mut book);
    find(&mut gate, "5");
    if typing {
        let _ = enter(&mut gate);
        gate.symptoms = ["fever", "cough", "vomiting"].map(SymptomCode::new).into();
        gate.typed = "376".into();
        gate.wrong = Some("999".into());
        gate.empty = true;
    }
    name.clone_into(&mut gate.found[0].name);
    if let Some(who) = &mut gate.who {
        name.clone_into(&mut who.name);
        who.class = "九年一贯制实验班（3）".into();
    }
    let at = |minute| book.today().and_hms_opt(9, minute, 0);
    let measured = |tenths, minute| crate::domain::measurement::Measurement {
        temperature: Temperature::new(tenths, Site::Forehead).unwrap(),
        instrument: Some(Instrument::Infrared),
        at: at(minute),
    };
    let line = |n: u128, minute: Option<u32>, values: &[u16]| GateLine {
        key: person(n),
        name: name.to_owned(),
        class: "九年一贯制实验班（3）".into(),
        session: Session::Morning,
        asked: String::new(),
        words: "发热 37.6".into(),
        measurements: values.iter().map(|tenths| measured(*tenths, 0)).collect(),
        high: values.last() > Some(&372),
        retest_at: minute.and_then(at),
        sheet: sample_book::class(1),
    };
    let view = gate.view.as_mut().unwrap();
    view.lines = vec![line(101, Some(5), &[376]), line(102, Some(40), &[381]), line(103, None, &[376, 368])];
    view.lines.extend((104..120).map(|n| line(n, None, &[375, 376, 382])));
    gate
}

const LONGEST: &str =
    "阿卜杜热合曼·买买提依明·阿卜杜拉·吐尔逊·阿卜杜热合曼·买买提依明·阿卜杜拉·吐尔逊江·玉素甫";

#[test]
fn nothing_is_cut_and_tab_reaches_everything() {
    let (_folder, mut book) = sample_book::book();
    assert_nothing_cut(&open(&mut book), "empty");
    for typing in [false, true] {
        assert_nothing_cut(&full(LONGEST, typing), "longest");
        assert_tab_reaches_all(&full("黄思琪", typing), "usual");
    }
}

#[test]
fn pictures() {
    for language in Language::ALL {
        for (size, theme, name) in [
            (SIZES[1], Theme::Light, "usual"),
            (SIZES[0], Theme::Dark, "dark"),
            (SIZES[4], Theme::Light, "narrow"),
        ] {
            let context = Context { theme, ..context(language, size) };
            let name = format!("gate-{name}-{}", language.tag());
            picture(&full("欧阳若兰", true), &context, &name);
        }
    }
}
