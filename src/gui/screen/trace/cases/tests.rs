use chrono::NaiveDateTime;
use iced::keyboard::{Key, Modifiers, key::Named};

use super::form::Part;
use super::*;
use crate::domain::illness_case::{CaseFacts, Certainty};
use crate::domain::progress::Silent;
use crate::domain::report_entry::ReportSubject;
use crate::gui::context::Context;
use crate::gui::effect::Effect;
use crate::gui::route::Route;
use crate::gui::screen::bench::{assert_nothing_cut, assert_tab_reaches_all, committed, context, picture};
use crate::gui::screen::trace::{Message as Screens, Tab, Trace, TracePlace};
use crate::gui::screen::{KeyPress, Screen};
use crate::gui::theme::Theme;
use crate::i18n::{Explain, Language};
use crate::ops::Book;
use crate::ops::case::CaseDraft;
use crate::ops::report_log::NewReport;
use crate::ops::sample_book::{self, person};

/// 2026-11-23 at 09:12, when the book says 08:05.
fn here() -> Context {
    context(Language::Chinese, (1024.0, 768.0))
}

fn place() -> TracePlace {
    TracePlace { tab: Tab::Cases, person: None }
}

/// Answers everything that the screen asks for, until it asks no more.
fn serve(trace: &mut Trace, book: &mut Book, effects: Vec<Effect>) -> Vec<Effect> {
    let mut rest = Vec::new();
    for effect in effects {
        match effect {
            Effect::Load(query) => {
                let answer = book.load(&query).unwrap();
                let next = trace.answered(answer, &here());
                rest.extend(serve(trace, book, next));
            }
            other => rest.push(other),
        }
    }
    rest
}

fn load(trace: &mut Trace, book: &mut Book) -> Vec<Effect> {
    let queries = trace.queries(&here()).into_iter().map(Effect::Load).collect();
    serve(trace, book, queries)
}

fn shown(book: &mut Book) -> Trace {
    let mut trace = Trace::at(place());
    let _ = load(&mut trace, book);
    trace
}

fn say(trace: &mut Trace, book: &mut Book, message: Message) -> Vec<Effect> {
    let effects = trace.update(Screens::Cases(message), &here());
    serve(trace, book, effects)
}

fn press(trace: &mut Trace, book: &mut Book, key: impl Into<Key>, modifiers: Modifiers) -> Vec<Effect> {
    let press = KeyPress { key: key.into(), modifiers, in_field: false };
    let effects =
        trace.key(&press, &here()).map(|message| trace.update(message, &here())).unwrap_or_default();
    serve(trace, book, effects)
}

fn letter(sign: &str) -> Key {
    Key::Character(sign.into())
}

fn draft(disease: &str, known: &str) -> CaseDraft {
    let known_at: NaiveDateTime = format!("{known}:00").parse().unwrap();
    let facts = CaseFacts {
        certainty: Certainty::Suspected,
        hospital: Some("云坪镇卫生院".into()),
        onset: Some(known_at.date()),
        contact: Some(true),
        ..CaseFacts::default()
    };
    CaseDraft { disease: disease.into(), known_at: Some(known_at), facts, ..CaseDraft::default() }
}

/// A case of yesterday's late hour, one of this morning with two told, one closed.
fn ill(book: &mut Book) -> crate::domain::id::CaseId {
    let mut pupil = book.person_view(person(103)).unwrap().person;
    pupil.guardian = Some("蒙国庆".into());
    pupil.guardian_phone = Some("16377420319".into());
    book.edit_person(&pupil).unwrap();
    let id = book.open_case(person(103), &draft("mumps", "2026-11-23T08:00"), None).unwrap();
    for step in ["parents", "principal"] {
        let _ = book.log_report(&NewReport::about(ReportSubject::Case(id), step)).unwrap();
    }
    let cold = book.open_case(person(104), &draft("common-cold", "2026-11-20T08:00"), None).unwrap();
    book.close_case(cold, None, Outcome::Recovered, None).unwrap();
    let _ = book.open_case(person(201), &draft("chickenpox", "2026-11-19T16:00"), None).unwrap();
    id
}

fn run_all(trace: &mut Trace, book: &mut Book, effects: &[Effect]) {
    let [Effect::Run(op)] = effects else { panic!("{effects:?}") };
    let answer = book.run(op, &mut Silent).unwrap().value;
    let _ = trace.done(op, &answer, &here());
    let _ = load(trace, book);
}

#[test]
fn the_case_that_is_owed_first_is_shown_and_a_report_is_logged_in_place() {
    let (_folder, mut book) = sample_book::book();
    let id = ill(&mut book);
    let mut trace = shown(&mut book);
    assert_eq!(trace.cases.lines()[0].person, person(201), "four days old and nobody told");
    let down = press(&mut trace, &mut book, Named::ArrowDown, Modifiers::empty());
    assert_eq!(down, [Effect::Focus(format!("case-{id}").into())]);
    assert_eq!(trace.cases.shown().unwrap().line.key, id);
    assert_eq!(trace.place(), Some(Route::Trace(TracePlace::case_of(person(103)))));
    let effects = press(&mut trace, &mut book, letter("r"), Modifiers::empty());
    assert_eq!(effects, [Effect::Focus("tell-person".into())]);
    assert_nothing_cut(&trace, "report");
    assert_tab_reaches_all(&trace, "report");
    assert!(trace.unsaved(&here()).is_none() && trace.escape().is_some(), "nothing is typed yet");
    say(&mut trace, &mut book, Message::TellEdit(TellEdit::Person("李大夫".into())));
    assert!(trace.unsaved(&here()).is_some());
    say(&mut trace, &mut book, Message::TellEdit(TellEdit::At("上午".into())));
    let wrong = press(&mut trace, &mut book, Named::Enter, Modifiers::COMMAND);
    assert_eq!(wrong, [Effect::Focus("tell-at".into())]);
    assert_nothing_cut(&trace, "wrong time");
    say(&mut trace, &mut book, Message::TellEdit(TellEdit::At("08:03".into())));
    let effects = press(&mut trace, &mut book, Named::Enter, Modifiers::COMMAND);
    run_all(&mut trace, &mut book, &effects);
    let shown = trace.cases.shown().unwrap();
    assert_eq!(shown.steps.iter().filter(|step| step.state.is_done()).count(), 3);
    assert!(shown.entries.iter().any(|entry| entry.person.as_deref() == Some("李大夫")));
    assert_eq!(trace.unsaved(&here()), None);
    // What the book refuses is said at the form.
    press(&mut trace, &mut book, letter("r"), Modifiers::empty());
    say(&mut trace, &mut book, Message::TellEdit(TellEdit::At("2026-11-20 08:00".into())));
    let effects = press(&mut trace, &mut book, Named::Enter, Modifiers::COMMAND);
    let [Effect::Run(op)] = &effects[..] else { panic!("{effects:?}") };
    let why = book.run(op, &mut Silent).unwrap_err().explain(book.tr());
    assert_eq!(trace.refused(op, &why, &here()), Some(vec![Effect::Focus("tell-at".into())]));
}

#[test]
fn a_case_is_opened_with_person_and_disease_found_by_pinyin() {
    let (_folder, mut book) = sample_book::book();
    let mut trace = shown(&mut book);
    assert_nothing_cut(&trace, "nobody");
    assert_tab_reaches_all(&trace, "nobody");
    let effects = press(&mut trace, &mut book, letter("n"), Modifiers::empty());
    assert_eq!(effects, [Effect::Focus("find-person".into())]);
    assert_eq!(
        press(&mut trace, &mut book, Named::Enter, Modifiers::COMMAND),
        [Effect::Focus("find-person".into())],
        "nobody is chosen yet"
    );
    say(&mut trace, &mut book, Message::CaseEdit(CaseEdit::FindPerson("xs0103".into())));
    let Work::Write(form) = &trace.cases.work else { panic!() };
    let (found, name) = form.people[0].clone();
    assert_eq!(found, person(103));
    let next = say(&mut trace, &mut book, Message::CaseEdit(CaseEdit::Person(found, name)));
    assert_eq!(next, [Effect::Focus("find-disease".into())]);
    say(&mut trace, &mut book, Message::CaseEdit(CaseEdit::FindDisease("lxxsxy".into())));
    assert_nothing_cut(&trace, "found");
    assert_tab_reaches_all(&trace, "found");
    let Work::Write(form) = &trace.cases.work else { panic!() };
    let (disease, name) = (form.diseases[0].id.clone(), form.diseases[0].name.clone());
    assert_eq!(disease, "mumps");
    say(&mut trace, &mut book, Message::CaseEdit(CaseEdit::Disease(disease, name)));
    say(&mut trace, &mut book, Message::CaseEdit(CaseEdit::Text(Part::Temperature, "382".into())));
    say(&mut trace, &mut book, Message::CaseEdit(CaseEdit::Text(Part::Onset, "2026-11-22".into())));
    picture(&trace, &here(), "case-new");
    let effects = press(&mut trace, &mut book, Named::Enter, Modifiers::COMMAND);
    run_all(&mut trace, &mut book, &effects);
    let view = trace.cases.shown().unwrap();
    assert_eq!((view.line.person, view.line.disease.as_str()), (person(103), "mumps"));
    assert_eq!(view.facts.temperature.unwrap().tenths, 382);
    // It is changed, ended and opened again from the same page.
    press(&mut trace, &mut book, Named::Enter, Modifiers::empty());
    say(&mut trace, &mut book, Message::CaseEdit(CaseEdit::Certainty(Certainty::Diagnosed)));
    let effects = press(&mut trace, &mut book, Named::Enter, Modifiers::COMMAND);
    run_all(&mut trace, &mut book, &effects);
    assert_eq!(trace.cases.shown().unwrap().line.certainty, Certainty::Diagnosed);
    press(&mut trace, &mut book, letter("j"), Modifiers::empty());
    assert_nothing_cut(&trace, "end");
    assert_tab_reaches_all(&trace, "end");
    say(&mut trace, &mut book, Message::Outcome(Outcome::Recovered));
    let effects = press(&mut trace, &mut book, Named::Enter, Modifiers::COMMAND);
    run_all(&mut trace, &mut book, &effects);
    assert!(trace.cases.shown().unwrap().line.closed_on.is_some());
    let effects = say(&mut trace, &mut book, Message::Reopen);
    run_all(&mut trace, &mut book, &effects);
    assert!(trace.cases.shown().unwrap().line.closed_on.is_none());
}

#[test]
fn unsaved_typing_is_taken_back_a_field_at_a_time() {
    let (_folder, mut book) = sample_book::book();
    let case = ill(&mut book);
    let mut trace = shown(&mut book);
    assert_eq!(trace.untype(None), None, "nothing is typed");
    press(&mut trace, &mut book, letter("n"), Modifiers::empty());
    assert_eq!(trace.untype(None), None, "an open form alone holds no typing");
    let text = |part, text: &str| Message::CaseEdit(CaseEdit::Text(part, text.into()));
    for typed in ["云", "云坪", "云坪镇卫生院"] {
        say(&mut trace, &mut book, text(Part::Hospital, typed));
    }
    say(&mut trace, &mut book, text(Part::Onset, "2026-11-22"));
    let form = |trace: &Trace| {
        let Work::Write(form) = &trace.cases.work else { panic!() };
        (form.text(Part::Hospital).to_owned(), form.text(Part::Onset).to_owned())
    };
    assert_eq!(form(&trace), ("云坪镇卫生院".to_owned(), "2026-11-22".to_owned()));
    assert_eq!(trace.untype(None), Some(Vec::new()));
    assert_eq!(form(&trace), ("云坪镇卫生院".to_owned(), String::new()));
    assert_eq!(trace.untype(None), Some(Vec::new()));
    assert_eq!(form(&trace), (String::new(), String::new()), "what was typed in a row goes together");
    assert_eq!(trace.untype(None), None, "then Ctrl+Z means the last act");
    // The report of a case, and its end.
    say(&mut trace, &mut book, Message::Cancel);
    say(&mut trace, &mut book, Message::Choose(case));
    say(&mut trace, &mut book, Message::Tell(None));
    say(&mut trace, &mut book, Message::TellEdit(TellEdit::Person("李大夫".into())));
    assert_eq!(trace.untype(None), Some(Vec::new()));
    assert_eq!(trace.untype(None), None);
    say(&mut trace, &mut book, Message::Cancel);
    say(&mut trace, &mut book, Message::End);
    say(&mut trace, &mut book, Message::EndNote("已复课".into()));
    assert_eq!(trace.untype(None), Some(Vec::new()));
    assert_eq!(trace.cases.work, Work::End(None, String::new()));
}

#[test]
fn an_input_method_writes_into_the_fields_of_both_forms() {
    let (_folder, mut book) = sample_book::book();
    let _ = ill(&mut book);
    let mut trace = shown(&mut book);
    let words = "县医院";
    press(&mut trace, &mut book, letter("r"), Modifiers::empty());
    assert_eq!(committed(&trace, "tell-unit", words).len(), 1, "the unit is filled in and takes more");
    let typed = Screens::Cases(Message::TellEdit(TellEdit::Answer(words.into())));
    assert_eq!(committed(&trace, "tell-answer", words), [typed]);
    say(&mut trace, &mut book, Message::Cancel);
    press(&mut trace, &mut book, letter("n"), Modifiers::empty());
    let typed = |edit| [Screens::Cases(Message::CaseEdit(edit))];
    assert_eq!(committed(&trace, "find-person", words), typed(CaseEdit::FindPerson(words.into())));
    assert_eq!(committed(&trace, "find-disease", words), typed(CaseEdit::FindDisease(words.into())));
    for part in [Part::Hospital, Part::Measures, Part::Note] {
        assert_eq!(committed(&trace, part.id(), words), typed(CaseEdit::Text(part, words.into())));
    }
}

#[test]
fn views_keep_their_text_and_every_control_is_reached() {
    let (_folder, mut book) = sample_book::book();
    let reading = Trace::at(place());
    assert_nothing_cut(&reading, "before the answer");
    let id = ill(&mut book);
    let full = shown(&mut book);
    assert_nothing_cut(&full, "late");
    assert_tab_reaches_all(&full, "late");
    let mut trace = Trace::at(TracePlace::case_of(person(103)));
    let _ = load(&mut trace, &mut book);
    assert_eq!(trace.cases.shown().unwrap().line.key, id);
    assert_nothing_cut(&trace, "running");
    assert_tab_reaches_all(&trace, "running");
    picture(&trace, &here(), "cases");
    picture(&trace, &context(Language::Chinese, (682.0, 460.0)), "cases-middle");
    picture(&trace, &context(Language::English, (512.0, 384.0)), "cases-narrow");
    picture(&trace, &Context { theme: Theme::ALL[1], ..here() }, "cases-dark");
    let mut long = book.person_view(person(103)).unwrap().person;
    long.name = "阿卜杜热西提·买买提伊敏·阿卜杜拉·吐尔逊·阿布都克里木·买买提江·努尔麦麦提".into();
    long.guardian = Some("阿卜杜热西提·买买提伊敏·阿卜杜拉".into());
    book.edit_person(&long).unwrap();
    book.choose_reporting(Some("6-12-24"), None).unwrap();
    let _ = book.open_case(person(105), &draft("infectious-diarrhoea", "2026-11-23T08:05"), None).unwrap();
    let mut trace = Trace::at(TracePlace::case_of(person(103)));
    let _ = load(&mut trace, &mut book);
    assert_nothing_cut(&trace, "longest");
    book.set_language(Language::English);
    let mut english = Trace::at(TracePlace::case_of(person(105)));
    let _ = load(&mut english, &mut book);
    assert_nothing_cut(&english, "English");
    picture(&english, &context(Language::English, (1020.0, 690.0)), "cases-en");
}
