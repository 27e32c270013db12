use chrono::{NaiveDate, NaiveDateTime};
use iced::keyboard::{Key, Modifiers, key::Named};

use super::open::{Ending, FormEdit, Message as Part};
use super::*;
use crate::domain::finding::{Attendance, Finding};
use crate::domain::progress::Silent;
use crate::domain::trace::{Basis, Closing};
use crate::gui::context::Context;
use crate::gui::effect::Effect;
use crate::gui::route::Route;
use crate::gui::screen::bench::{assert_nothing_cut, assert_tab_reaches_all, committed, context, picture};
use crate::gui::screen::{KeyPress, Screen};
use crate::gui::theme::Theme;
use crate::i18n::{Explain, Language};
use crate::ops::sample_book::{self, hand_in, morning, person, with};
use crate::ops::trace::{NewTrace, TraceOp};
use crate::ops::{Book, Op, Query};

fn day(day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, day).unwrap()
}

fn at(on: u32, hour: u32, minute: u32) -> NaiveDateTime {
    day(on).and_hms_opt(hour, minute, 0).unwrap()
}

/// 2026-11-23 at 09:12, when the book says 08:05.
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

fn press(trace: &mut Trace, key: impl Into<Key>, modifiers: Modifiers) -> Vec<Effect> {
    let press = KeyPress { key: key.into(), modifiers, in_field: false };
    trace.key(&press, &here()).map(|message| trace.update(message, &here())).unwrap_or_default()
}

fn edit(trace: &mut Trace, edit: FormEdit) {
    assert!(trace.update(Message::Open(Part::Edit(edit)), &here()).is_empty());
}

fn row(n: u128) -> Effect {
    Effect::Focus(format!("absence-{}", person(n)).into())
}

fn asked(effects: &[Effect]) -> NewTrace {
    let [Effect::Run(Op::Trace(TraceOp::Add(new)))] = effects else { panic!("{effects:?}") };
    new.as_ref().clone()
}

/// Two are ill since days, one of them without a symptom; 103 has a guardian, another number and a call before.
fn ill(book: &mut Book) {
    let mut pupil = book.person_view(person(103)).unwrap().person;
    pupil.guardian = Some("韦春梅".into());
    pupil.guardian_relation = Some("祖母".into());
    pupil.guardian_phone = Some("16377420318".into());
    pupil.emergency_contact = Some("蒙国庆（父亲）".into());
    pupil.emergency_phone = Some("16377420319".into());
    pupil.address = Some("大塘村 6 组".into());
    pupil.birth = NaiveDate::from_ymd_opt(2017, 5, 1);
    book.edit_person(&pupil).unwrap();
    let ill = |n, symptoms: &[&str]| (n, with(Attendance::Ill, symptoms));
    hand_in(book, morning(1, day(20)), &[ill(103, &["fever", "cough"])]);
    let talk = crate::domain::trace::Talk {
        reached: true,
        relation: Some("祖母".into()),
        seen_doctor: Some(false),
        ..Default::default()
    };
    let first = NewTrace { person: person(103), at: Some(at(20, 9, 5)), next_call: Some(at(23, 9, 0)), talk };
    book.add_trace(&first).unwrap();
    hand_in(book, morning(1, day(23)), &[ill(103, &["fever", "cough"]), ill(105, &[])]);
}

#[test]
fn the_rows_are_walked_and_lead_to_the_form_and_the_person() {
    let (_folder, mut book) = sample_book::book();
    ill(&mut book);
    let mut trace = Trace::at(TracePlace::absence_of(person(105)));
    assert_eq!(load(&mut trace, &mut book), [row(105)], "the one that was asked for");
    let none = Modifiers::empty();
    assert_eq!(press(&mut trace, Named::ArrowUp, none), [row(103)]);
    assert_eq!(press(&mut trace, Named::ArrowUp, none), [row(103)]);
    assert_eq!(press(&mut trace, Named::Enter, none), [Effect::Focus("no-symptoms".into())]);
    let letter = Key::Character("p".into());
    assert_eq!(press(&mut trace, letter.clone(), none), [Effect::Go(Route::Person(person(103)))]);
    assert!(matches!(press(&mut trace, letter, Modifiers::CTRL)[..], [Effect::Go(Route::Print(Some(_)))]));
    assert_eq!(trace.place(), Some(Route::Trace(TracePlace::absence_of(person(103)))));
}

#[test]
fn a_talk_is_written_down_and_the_hand_goes_on_to_the_next_who_waits() {
    let (_folder, mut book) = sample_book::book();
    ill(&mut book);
    let mut trace = shown(&mut book);
    assert_eq!(trace.open.chosen(), Some(person(103)), "the call of nine o'clock comes first");
    edit(&mut trace, FormEdit::Seen(true));
    edit(&mut trace, FormEdit::Hospital("云坪镇卫生院".into()));
    edit(&mut trace, FormEdit::Note("退烧药已服".into()));
    edit(&mut trace, FormEdit::Next("明天 09:00".into()));
    assert!(trace.unsaved(&here()).is_some());
    let effects = press(&mut trace, Named::Enter, Modifiers::COMMAND);
    let new = asked(&effects);
    assert_eq!((new.person, new.next_call), (person(103), Some(at(24, 9, 0))));
    assert_eq!(new.talk.phone.as_deref(), Some("16377420318"));
    assert_eq!(new.talk.symptoms.as_ref().map(std::collections::BTreeSet::len), Some(2), "as known");
    let [Effect::Run(op)] = &effects[..] else { unreachable!() };
    let answer = book.run(op, &mut Silent).unwrap().value;
    assert!(trace.done(op, &answer, &here()).is_empty());
    assert_eq!(load(&mut trace, &mut book), [row(105)]);
    assert_eq!(trace.unsaved(&here()), None);
    // Nobody answers at the other home: only the note and a time remain.
    edit(&mut trace, FormEdit::Note("占线".into()));
    let new = asked(&press(&mut trace, Key::Character("n".into()), Modifiers::CTRL));
    assert!(!new.talk.reached && new.talk.symptoms.is_none());
    assert_eq!((new.talk.note.as_deref(), new.next_call), (Some("占线"), Some(at(23, 10, 5))));
}

#[test]
fn a_diagnosis_needs_no_further_call_and_says_what_follows() {
    let (_folder, mut book) = sample_book::book();
    ill(&mut book);
    let mut trace = shown(&mut book);
    edit(&mut trace, FormEdit::Diagnosis("流行性感冒".into()));
    edit(&mut trace, FormEdit::Basis(Basis::Certificate));
    picture(&trace, &here(), "trace-diagnosis");
    assert_nothing_cut(&trace, "diagnosis");
    let new = asked(&trace.update(Message::Open(Part::Save), &here()));
    assert_eq!(new.next_call, None, "the proposal has gone");
    assert_eq!(new.talk.diagnosis.unwrap().basis, Basis::Certificate);
    edit(&mut trace, FormEdit::Next("明天 09:00".into()));
    assert_eq!(asked(&trace.update(Message::Open(Part::Save), &here())).next_call, Some(at(24, 9, 0)));
    edit(&mut trace, FormEdit::Next(String::new()));
    edit(&mut trace, FormEdit::Diagnosis(String::new()));
    edit(&mut trace, FormEdit::Ending(Ending::SymptomsEnded));
    let new = asked(&trace.update(Message::Open(Part::Save), &here()));
    assert_eq!(new.talk.closing, Some(Closing::SymptomsEnded { on: day(23) }));
    assert_eq!((new.talk.seen_doctor, new.talk.symptoms.unwrap().len()), (Some(false), 0));
    edit(&mut trace, FormEdit::Day("2026-11-3".into()));
    edit(&mut trace, FormEdit::Day("2026-11-".into()));
    let effects = trace.update(Message::Open(Part::Save), &here());
    assert_eq!(effects, [Effect::Focus("ended-on".into())]);
    assert_nothing_cut(&trace, "wrong day");
}

#[test]
fn a_wrong_time_is_said_at_its_field_before_and_after_it_was_sent() {
    let (_folder, mut book) = sample_book::book();
    ill(&mut book);
    let mut trace = shown(&mut book);
    edit(&mut trace, FormEdit::Next("下午".into()));
    assert_eq!(trace.update(Message::Open(Part::Save), &here()), [Effect::Focus("next-call".into())]);
    assert_nothing_cut(&trace, "wrong time");
    assert_tab_reaches_all(&trace, "wrong time");
    edit(&mut trace, FormEdit::Next(String::new()));
    edit(&mut trace, FormEdit::Ending(Ending::Returned));
    edit(&mut trace, FormEdit::Day("2026-11-02".into()));
    let effects = trace.update(Message::Open(Part::Save), &here());
    let [Effect::Run(op)] = &effects[..] else { panic!("{effects:?}") };
    let why = book.run(op, &mut Silent).unwrap_err().explain(book.tr());
    assert_eq!(trace.refused(op, &why, &here()), Some(vec![Effect::Focus("ended-on".into())]));
}

#[test]
fn an_input_method_writes_into_every_field() {
    let (_folder, mut book) = sample_book::book();
    ill(&mut book);
    let trace = shown(&mut book);
    for (field, edit) in [
        ("hospital", FormEdit::Hospital as fn(String) -> FormEdit),
        ("diagnosis", FormEdit::Diagnosis),
        ("note", FormEdit::Note),
        ("sent-where", FormEdit::Where),
    ] {
        let words = "县医院";
        assert_eq!(committed(&trace, field, words), [Message::Open(Part::Edit(edit(words.into())))]);
    }
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
    let mut full = shown(&mut book);
    assert_nothing_cut(&full, "full");
    assert_tab_reaches_all(&full, "full");
    picture(&full, &here(), "trace");
    picture(&full, &context(Language::Chinese, (1020.0, 690.0)), "trace-low");
    picture(&full, &context(Language::Chinese, (682.0, 460.0)), "trace-middle");
    picture(&full, &context(Language::English, (512.0, 384.0)), "trace-narrow");
    let dark = Context { theme: Theme::ALL[1], ..here() };
    picture(&full, &dark, "trace-dark");
    edit(&mut full, FormEdit::More);
    assert_nothing_cut(&full, "all symptoms");
    assert_tab_reaches_all(&full, "all symptoms");
    let _ = press(&mut full, Named::ArrowDown, Modifiers::empty());
    assert_nothing_cut(&full, "without a number");
    let mut long = book.person_view(person(103)).unwrap().person;
    long.name = "阿卜杜热西提·买买提伊敏·阿卜杜拉·吐尔逊·阿布都克里木·买买提江·努尔麦麦提".into();
    long.address = Some("广西壮族自治区百色市云坪镇大塘村第六村民小组门牌一百二十八号".into());
    long.guardian = Some("阿卜杜热西提·买买提伊敏·阿卜杜拉".into());
    book.edit_person(&long).unwrap();
    let back = with(Attendance::Present, &["cough"]);
    hand_in(
        &mut book,
        morning(2, day(23)),
        &[(
            201,
            Finding {
                diagnosis: Some("急性化脓性扁桃体炎并发支气管肺炎".into()),
                ..with(Attendance::Unknown, &[])
            },
        )],
    );
    book.record(morning(1, day(23)), person(103), &back).unwrap();
    let long = shown(&mut book);
    assert_nothing_cut(&long, "longest");
    book.set_language(Language::English);
    let english = shown(&mut book);
    assert_nothing_cut(&english, "English");
    picture(&english, &context(Language::English, (1020.0, 690.0)), "trace-en");
}

fn tab(tab: Tab, book: &mut Book) -> Trace {
    let mut trace = Trace::at(TracePlace { tab, person: None });
    for query in trace.queries(&here()) {
        let answer = book.load(&query).unwrap();
        let _ = trace.answered(answer, &here());
    }
    trace
}

#[test]
fn a_call_written_down_wrongly_is_removed_and_comes_back_with_undo() {
    let (_folder, mut book) = sample_book::book();
    ill(&mut book);
    let mut trace = shown(&mut book);
    let open = book.trace_view(day(23)).unwrap().open;
    let call = open.iter().find_map(|line| line.traces.first()).unwrap().key;
    let effects = trace.update(Message::Open(super::open::Message::Remove(call)), &here());
    let [Effect::Run(op)] = &effects[..] else { panic!("{effects:?}") };
    let _ = book.run(op, &mut Silent).unwrap();
    assert!(book.trace_view(day(23)).unwrap().open.iter().all(|line| line.traces.is_empty()));
    book.undo(None).unwrap();
    assert!(book.trace_view(day(23)).unwrap().open.iter().any(|line| line.traces.len() == 1));
}

#[test]
fn ended_absences_show_their_calls() {
    let (_folder, mut book) = sample_book::book();
    let empty = tab(Tab::Closed, &mut book);
    assert_nothing_cut(&empty, "nothing ended");
    assert_tab_reaches_all(&empty, "nothing ended");
    ill(&mut book);
    let back = Finding::default();
    book.record(morning(1, day(23)), person(103), &back).unwrap();
    book.record(morning(1, day(23)), person(105), &back).unwrap();
    let mut closed = tab(Tab::Closed, &mut book);
    assert_eq!(
        press(&mut closed, Named::Enter, Modifiers::empty()),
        [Effect::Go(Route::Person(person(103)))]
    );
    assert_nothing_cut(&closed, "ended");
    let call = book.closed_absences(day(23)).unwrap()[0].traces[0].key;
    let effects = closed.update(Message::Closed(super::closed::Message::Remove(call)), &here());
    assert_eq!(effects, [Effect::Run(Op::Trace(TraceOp::Remove(person(103), call)))]);
    assert_tab_reaches_all(&closed, "ended");
    picture(&closed, &here(), "trace-closed");
    let turned = press(&mut closed, Named::PageUp, Modifiers::CTRL);
    let before = Tab::Closed.turned(-1, crate::ops::shell::TraceCounts::default());
    assert_eq!(turned, [Effect::Go(Route::Trace(TracePlace { tab: before, person: None }))]);
}

#[test]
fn rates_open_into_what_they_count() {
    let (_folder, mut book) = sample_book::book();
    let empty = tab(Tab::Rates, &mut book);
    assert_nothing_cut(&empty, "nothing checked");
    assert_tab_reaches_all(&empty, "nothing checked");
    ill(&mut book);
    hand_in(&mut book, morning(2, day(23)), &[]);
    let mut rates = tab(Tab::Rates, &mut book);
    assert_nothing_cut(&rates, "rates");
    assert_tab_reaches_all(&rates, "rates");
    picture(&rates, &here(), "trace-rates");
    picture(&rates, &context(Language::English, (1020.0, 690.0)), "trace-rates-en");
    let focus = |at| Effect::Focus(format!("rates-{at}").into());
    assert_eq!(
        press(&mut rates, Named::ArrowUp, Modifiers::empty()),
        [focus(2)],
        "from the school to the last class"
    );
    let _ = rates.update(Message::Rates(super::rates::Message::Class(0)), &here());
    assert_nothing_cut(&rates, "one class");
    let effects =
        rates.update(Message::Rates(super::rates::Message::Period(super::rates::Period::Year)), &here());
    let since = NaiveDate::from_ymd_opt(2026, 9, 1).unwrap();
    assert_eq!(effects, [Effect::Load(Query::AbsenceRates(since, day(23)))]);
    let mut here = here();
    here.shell.term_began = NaiveDate::from_ymd_opt(2026, 8, 31);
    let term = Message::Rates(super::rates::Message::Period(super::rates::Period::Term));
    let began = here.shell.term_began.unwrap();
    assert_eq!(rates.update(term, &here), [Effect::Load(Query::AbsenceRates(began, day(23)))]);
}

#[test]
fn unsaved_typing_of_a_talk_is_taken_back_before_anything_else() {
    let (_folder, mut book) = sample_book::book();
    hand_in(&mut book, morning(1, day(23)), &[(103, with(Attendance::Ill, &["fever"]))]);
    let mut trace = shown(&mut book);
    assert_eq!(trace.untype(None), None);
    for text in ["镇", "镇卫生院"] {
        edit(&mut trace, FormEdit::Hospital(text.into()));
    }
    edit(&mut trace, FormEdit::Note("明天再打".into()));
    assert!(trace.unsaved(&here()).is_some());
    for _ in 0..2 {
        assert_eq!(trace.untype(None), Some(Vec::new()));
    }
    assert_eq!((trace.untype(None), trace.unsaved(&here())), (None, None));
}
