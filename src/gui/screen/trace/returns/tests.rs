use chrono::NaiveDate;
use iced::keyboard::{Key, Modifiers, key::Named};

use super::details::DetailPlace;
use super::*;
use crate::domain::case_contact::Nearness;
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

/// Tells the tab who was near the chosen case.
fn tell_near(trace: &mut Trace, book: &mut Book) {
    let case = trace.returns.awaited().map(|it| it.case).unwrap();
    let _ = trace.answered(book.load(&Query::Contacts(case)).unwrap(), &here());
}

/// Runs what the tab asks for and tells it the answer.
fn run(trace: &mut Trace, book: &mut Book, effects: &[Effect]) {
    let [Effect::Run(op)] = effects else { panic!("{effects:?}") };
    let answer = book.run(op, &mut crate::domain::progress::Silent).unwrap().value;
    let _ = trace.done(op, &answer, &here());
    let _ = load(trace, book);
}

fn letter(trace: &mut Trace, letter: &str) -> Vec<Effect> {
    let press =
        KeyPress { key: Key::Character(letter.into()), modifiers: Modifiers::empty(), in_field: false };
    trace.key(&press, &here()).map(|message| trace.update(message, &here())).unwrap_or_default()
}

#[test]
fn several_contacts_are_kept_and_let_go_at_once_by_keyboard() {
    let (_folder, mut book) = sample_book::book();
    filled(&mut book);
    let mut trace = shown(&mut book, Some(103));
    tell_near(&mut trace, &mut book);
    // The neighbours 102 and 104 first, then the rest of the class; all are proposed.
    let neighbour = Effect::Focus(picks::pick_id(person(102)).into());
    assert_eq!(letter(&mut trace, "c"), [neighbour]);
    assert_nothing_cut(&trace, "contacts to choose");
    assert_tab_reaches_all(&trace, "contacts to choose");
    picture(&trace, &here(), "returns-contacts");
    say(&mut trace, Message::Pick(PickMessage::Group(Nearness::Class)));
    press(&mut trace, Named::ArrowDown, Modifiers::empty());
    press(&mut trace, Named::Space, Modifiers::empty());
    assert!(trace.unsaved(&here()).is_some());
    let keep = press(&mut trace, Named::Enter, Modifiers::empty());
    run(&mut trace, &mut book, &keep);
    assert!(trace.escape().is_none(), "the list is closed");
    let case = trace.returns.awaited().map(|it| it.case).unwrap();
    let kept = |book: &Book| book.case_contacts(case).unwrap().iter().map(|it| it.key).collect::<Vec<_>>();
    assert_eq!(kept(&book), [person(102)]);
    // Another time: the one is ticked, the others are offered. A whole group is added in one act.
    tell_near(&mut trace, &mut book);
    letter(&mut trace, "c");
    say(&mut trace, Message::Pick(PickMessage::Toggle(Some(person(102)))));
    say(&mut trace, Message::Pick(PickMessage::Group(Nearness::Class)));
    let keep = press(&mut trace, Named::Enter, Modifiers::CTRL);
    run(&mut trace, &mut book, &keep);
    assert_eq!(kept(&book).len(), 9);
    assert!(!kept(&book).contains(&person(102)));
    book.undo(None).unwrap();
    assert_eq!(kept(&book), [person(102)]);
}

#[test]
fn what_became_of_somebody_apart_is_added_later_and_a_time_to_come_is_refused() {
    let (_folder, mut book) = sample_book::book();
    filled(&mut book);
    let mut trace = shown(&mut book, Some(102));
    assert_eq!(letter(&mut trace, "e"), [Effect::Focus("detail-place".into())]);
    let typed = |trace: &mut Trace, place: DetailPlace, text: &str| {
        let _ = say(trace, Message::Detail(DetailMessage::Typed(place, text.into())));
    };
    typed(&mut trace, DetailPlace::Hospital, "云坪镇卫生院");
    typed(&mut trace, DetailPlace::Called, "2026-11-23 23:50");
    let refused = press(&mut trace, Named::Enter, Modifiers::CTRL);
    assert_eq!(refused, [Effect::Focus("detail-called".into())]);
    assert_nothing_cut(&trace, "details with a time to come");
    assert_tab_reaches_all(&trace, "details with a time to come");
    picture(&trace, &here(), "returns-details");
    picture(&trace, &context(Language::English, (512.0, 384.0)), "returns-details-narrow");
    typed(&mut trace, DetailPlace::Called, "0740");
    typed(&mut trace, DetailPlace::Until, "2026-11-2");
    typed(&mut trace, DetailPlace::Until, "2026-11-31");
    let refused = press(&mut trace, Named::Enter, Modifiers::CTRL);
    assert_eq!(refused, [Effect::Focus("detail-until".into())]);
    typed(&mut trace, DetailPlace::Until, "2026-11-30");
    assert!(trace.unsaved(&here()).is_some());
    let save = press(&mut trace, Named::Enter, Modifiers::CTRL);
    run(&mut trace, &mut book, &save);
    let body = book.isolations_on(today()).unwrap().remove(0).body;
    assert_eq!((body.hospital.as_deref(), body.place.as_deref()), (Some("云坪镇卫生院"), Some("留观室")));
    assert_eq!(body.family_called_at, "2026-11-23T07:40:00".parse().ok());
    assert_eq!(body.until, NaiveDate::from_ymd_opt(2026, 11, 30));
    assert!(trace.escape().is_none() && trace.unsaved(&here()).is_none());
    assert_nothing_cut(&trace, "the details are shown");
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

#[test]
fn who_may_not_come_yet_is_asked_about_once_and_the_next_is_not_let_in_by_the_same_key() {
    let (_folder, mut book) = sample_book::book();
    filled(&mut book);
    let facts = CaseFacts { onset: NaiveDate::from_ymd_opt(2026, 11, 20), ..CaseFacts::default() };
    let draft = CaseDraft { disease: "mumps".into(), facts, ..CaseDraft::default() };
    book.open_case(person(105), &draft, None).unwrap();
    let mut trace = shown(&mut book, Some(105));
    let asked = press(&mut trace, Named::Enter, Modifiers::CTRL);
    let [Effect::Ask(crate::gui::dialog::Dialog::Confirm { text, op, .. })] = asked.as_slice() else {
        panic!("{asked:?}")
    };
    assert!(text.contains("未到复课日"), "{text}");
    book.run(op, &mut crate::domain::progress::Silent).unwrap();
    let answer = book.load(&Query::Returns(today())).unwrap();
    let _ = trace.done(op, &answer, &here());
    let _ = load(&mut trace, &mut book);
    assert!(trace.returns.chosen.is_some_and(|row| row != Row::Awaited(case_of(op))));
    let again = press(&mut trace, Named::Enter, Modifiers::CTRL);
    assert!(matches!(again.as_slice(), [Effect::Focus(_)]), "{again:?}");
    // Undo leads back to whom it was about.
    let undo = Op::Undo(None);
    let undone = book.run(&undo, &mut crate::domain::progress::Silent).unwrap().value;
    let _ = trace.done(&undo, &undone, &here());
    let _ = load(&mut trace, &mut book);
    assert_eq!(trace.returns.chosen, Some(Row::Awaited(case_of(op))));
}

fn case_of(op: &Op) -> crate::domain::id::CaseId {
    let Op::Return(ReturnOp::Check(new)) = op else { panic!("{op:?}") };
    new.case.unwrap()
}

#[test]
fn enter_on_the_chosen_row_goes_into_its_form() {
    let (_folder, mut book) = sample_book::book();
    filled(&mut book);
    let mut trace = shown(&mut book, Some(103));
    let row = trace.returns.chosen.unwrap();
    assert_eq!(say(&mut trace, Message::Choose(row)), [Effect::Focus("issuer".into())]);
}
