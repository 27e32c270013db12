use chrono::{Days, NaiveDate};
use iced::keyboard::{Key, Modifiers, key::Named};

use super::*;
use crate::domain::group::Group;
use crate::domain::home::{BatchBody, HomeDay, HomeSlot, ReviewFacts};
use crate::domain::id::BatchId;
use crate::domain::progress::Silent;
use crate::domain::temperature::{Site, Temperature};
use crate::gui::screen::bench::{assert_nothing_cut, assert_tab_reaches_all, context, picture};
use crate::gui::screen::trace::Trace;
use crate::i18n::Language;
use crate::ops::Book;
use crate::ops::home::{BatchDraft, HomeChoice, HomeOp, NewScreening, ScreenOp};
use crate::ops::sample_book::{self, class, person};
use crate::ops::settings::SettingsOp;

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 23).unwrap()
}

fn in_language(language: Language, size: (f32, f32)) -> Context {
    let mut context = context(language, size);
    context.shell.tracing.home = Some(0);
    context
}

fn here() -> Context {
    in_language(Language::Chinese, (1024.0, 768.0))
}

/// Both third classes come back tomorrow.
fn begun() -> (tempfile::TempDir, Book, BatchId) {
    let (folder, mut book) = sample_book::book();
    book.set_up(&SettingsOp::Home(HomeChoice::Module(true))).unwrap();
    let classes = [1, 2].into_iter().filter_map(|n| match class(n) {
        Group::Class(id) => Some(id),
        _ => None,
    });
    let body = BatchBody { name: "第一批".into(), classes: classes.collect(), ..BatchBody::default() };
    let id = book.put_batch(None, &BatchDraft { day: today() + Days::new(1), body }).unwrap();
    (folder, book, id)
}

fn shown(book: &mut Book, part: Part) -> Trace {
    let mut trace = Trace::at(TracePlace { tab: Tab::Home(part), person: None });
    load(&mut trace, book);
    trace
}

fn load(trace: &mut Trace, book: &mut Book) {
    for query in trace.queries(&here()) {
        let answer = book.load(&query).unwrap();
        let _ = trace.answered(answer, &here());
    }
}

/// Presses a key and does what comes of it; the effects that were nothing to do.
fn press(trace: &mut Trace, book: &mut Book, key: Key, modifiers: Modifiers) -> Vec<Effect> {
    let press = KeyPress { key, modifiers, in_field: false };
    let Some(message) = trace.key(&press, &here()) else { return Vec::new() };
    let effects = trace.update(message, &here());
    let mut others = Vec::new();
    for effect in effects {
        match effect {
            Effect::Run(op) => match book.run(&op, &mut Silent) {
                Ok(outcome) => others.extend(trace.done(&op, &outcome.value, &here())),
                Err(error) => {
                    let why = crate::i18n::Explain::explain(&error, &here().tr);
                    others.extend(trace.refused(&op, &why, &here()).unwrap_or_default());
                }
            },
            other => others.push(other),
        }
    }
    others
}

fn sign(trace: &mut Trace, book: &mut Book, sign: char) -> Vec<Effect> {
    press(trace, book, Key::Character(sign.to_string().into()), Modifiers::empty())
}

fn say(trace: &mut Trace, message: Message) -> Vec<Effect> {
    trace.update(crate::gui::screen::trace::Message::Home(Box::new(message)), &here())
}

#[test]
fn a_paper_sheet_of_fourteen_days_takes_thirty_keys() {
    let (_folder, mut book, _) = begun();
    let mut trace = shown(&mut book, Part::Days);
    let mut pressed = 0;
    for day in 0..14_u32 {
        for digit in [day % 3, 5 + day % 4] {
            sign(&mut trace, &mut book, char::from_digit(digit, 10).unwrap());
            pressed += 1;
        }
    }
    // The sheet goes on with the next row by itself; back to say what the paper says of the first one.
    press(&mut trace, &mut book, Key::Named(Named::ArrowUp), Modifiers::empty());
    sign(&mut trace, &mut book, 'r');
    sign(&mut trace, &mut book, 'g');
    pressed += 3;
    assert!(pressed <= 31, "{pressed}");
    let days = book.home_days_of(person(101), today() - Days::new(13), today()).unwrap();
    assert_eq!(days.len(), 14);
    assert!(days.values().all(|day| day.is_complete(&HomeSlot::ALL) && day.signed_by.is_some()));
    let of = |back, slot| days[&(today() - Days::new(back))].temperatures[&slot].tenths;
    assert_eq!((of(13, HomeSlot::Morning), of(12, HomeSlot::Evening)), (360, 366));
    load(&mut trace, &mut book);
    assert_nothing_cut(&trace, "days");
    picture(&trace, &here(), "home-days");
}

#[test]
fn temperatures_letters_and_silence_are_kept_as_typed() {
    let (_folder, mut book, _) = begun();
    let mut trace = shown(&mut book, Part::Days);
    let first = today() - Days::new(13);
    for typed in "381+401".chars() {
        sign(&mut trace, &mut book, typed);
    }
    let day = |book: &Book| book.home_days_of(person(101), first, first).unwrap().remove(&first).unwrap();
    let known = day(&book);
    let of = |slot| known.temperatures[&slot].tenths;
    assert_eq!((of(HomeSlot::Morning), of(HomeSlot::Evening)), (381, 401));
    assert!(known.symptoms.is_none() && known.marks.is_none(), "nothing was said of them");
    press(&mut trace, &mut book, Key::Named(Named::ArrowLeft), Modifiers::empty());
    sign(&mut trace, &mut book, 'k');
    sign(&mut trace, &mut book, 'i');
    let known = day(&book);
    assert_eq!(known.symptoms.unwrap().len(), 1);
    assert!(known.marks.unwrap().contains("contact"));
    // A single 3 is whole once one goes on; nothing is said of a row without a temperature.
    press(&mut trace, &mut book, Key::Named(Named::Enter), Modifiers::empty());
    let refused = sign(&mut trace, &mut book, 'r');
    assert!(matches!(refused.as_slice(), [Effect::Notify(_)]), "{refused:?}");
    sign(&mut trace, &mut book, '3');
    press(&mut trace, &mut book, Key::Named(Named::ArrowRight), Modifiers::empty());
    let second = book.home_days_of(person(102), first, first).unwrap().remove(&first).unwrap();
    assert_eq!(second.temperatures[&HomeSlot::Morning].tenths, 363);
    press(&mut trace, &mut book, Key::Named(Named::ArrowLeft), Modifiers::empty());
    press(&mut trace, &mut book, Key::Named(Named::Delete), Modifiers::empty());
    assert!(book.home_days_of(person(102), first, first).unwrap().is_empty());
    load(&mut trace, &mut book);
    assert_nothing_cut(&trace, "fever");
    assert_tab_reaches_all(&trace, "fever");
    picture(&trace, &in_language(Language::English, (512.0, 384.0)), "home-days-narrow");
}

/// Whoever has fourteen days without anything and the letter.
fn ready(book: &mut Book, batch: BatchId, n: u128) {
    let temperature = Temperature::new(365, Site::Axillary).unwrap();
    let mut day = HomeDay {
        temperatures: HomeSlot::ALL.into_iter().map(|slot| (slot, temperature)).collect(),
        ..HomeDay::default()
    };
    day.say_nil();
    let days = (0..14).map(|back| (today() - Days::new(back), day.clone())).collect();
    book.run_home(&HomeOp::Record(person(n), days)).unwrap();
    let facts = ReviewFacts { commitment_on: Some(today()), ..ReviewFacts::default() };
    book.run_home(&HomeOp::Facts(batch, person(n), Box::new(facts))).unwrap();
}

#[test]
fn returns_are_decided_by_keyboard_and_a_reason_is_asked_for_where_it_belongs() {
    let (_folder, mut book, batch) = begun();
    book.set_up(&SettingsOp::Home(HomeChoice::Condition("family".into(), true))).unwrap();
    book.set_up(&SettingsOp::Home(HomeChoice::Condition("family".into(), false))).unwrap();
    ready(&mut book, batch, 102);
    let mut trace = shown(&mut book, Part::Reviews);
    let refused = sign(&mut trace, &mut book, 'y');
    assert_eq!(refused, [Effect::Focus("review-reason".into())]);
    assert_nothing_cut(&trace, "a reason is asked for");
    say(&mut trace, Message::Reviews(reviews::Message::Typed(reviews::Place::Reason, "卫生院同意".into())));
    assert!(trace.unsaved(&here()).is_some());
    sign(&mut trace, &mut book, 'y');
    let line = book.review_of(batch, person(101)).unwrap();
    assert!(line.against && line.decision.unwrap().reason.is_some());
    load(&mut trace, &mut book);
    let said = sign(&mut trace, &mut book, 'a');
    assert!(matches!(said.as_slice(), [Effect::Notify(_)]), "{said:?}");
    assert!(book.review_of(batch, person(102)).unwrap().decision.is_some());
    load(&mut trace, &mut book);
    assert_nothing_cut(&trace, "reviews");
    assert_tab_reaches_all(&trace, "reviews");
    picture(&trace, &here(), "home-reviews");
    sign(&mut trace, &mut book, '.');
    load(&mut trace, &mut book);
    sign(&mut trace, &mut book, 'c');
    assert!(book.review_of(batch, person(201)).unwrap().facts.commitment_on.is_some());
}

#[test]
fn batches_are_made_and_changed_and_the_views_keep_their_text() {
    let (_folder, mut book, batch) = begun();
    ready(&mut book, batch, 101);
    let mut trace = shown(&mut book, Part::Batches);
    assert_nothing_cut(&trace, "batches");
    assert_tab_reaches_all(&trace, "batches");
    picture(&trace, &here(), "home-batches");
    say(&mut trace, Message::Batches(batches::Message::New));
    say(&mut trace, Message::Batches(batches::Message::Typed(batches::Place::Name, "第二批".into())));
    let wrong = press(&mut trace, &mut book, Key::Named(Named::Enter), Modifiers::CTRL);
    assert_eq!(wrong, [Effect::Focus("batch-day".into())]);
    assert_nothing_cut(&trace, "a batch without its day");
    assert_tab_reaches_all(&trace, "a batch without its day");
    say(&mut trace, Message::Batches(batches::Message::Typed(batches::Place::Day, "2026-11-25".into())));
    say(&mut trace, Message::Batches(batches::Message::Grade(9)));
    press(&mut trace, &mut book, Key::Named(Named::Enter), Modifiers::CTRL);
    assert!(trace.escape().is_none(), "the form is closed");
    let second = book.find_batch("第二批").unwrap();
    assert!(second.body.grades.contains(&9));
    let mut empty = Trace::at(TracePlace { tab: Tab::Home(Part::Batches), person: None });
    let (_other, mut without) = sample_book::book();
    load(&mut empty, &mut without);
    assert_nothing_cut(&empty, "no batches");
}

#[test]
fn somebody_is_listed_found_by_sound_called_and_closed() {
    let (_folder, mut book, _) = begun();
    let mut trace = shown(&mut book, Part::Screenings);
    assert_nothing_cut(&trace, "nobody listed");
    say(&mut trace, Message::Screenings(screenings::Message::New(screenings::NewMessage::Open)));
    let roll = book.load(&Query::GateRoll(today())).unwrap();
    let _ = trace.answered(roll, &here());
    let typed = |message| Message::Screenings(screenings::Message::New(message));
    say(&mut trace, typed(screenings::NewMessage::Find("学生0105".into())));
    assert_nothing_cut(&trace, "somebody found");
    assert_tab_reaches_all(&trace, "somebody found");
    let found = say(&mut trace, typed(screenings::NewMessage::Take(None)));
    assert_eq!(found, [Effect::Focus("screen-place".into())]);
    let refused = press(&mut trace, &mut book, Key::Named(Named::Enter), Modifiers::CTRL);
    assert_eq!(refused, [Effect::Focus("screen-place".into())], "neither a journey nor a contact");
    say(&mut trace, typed(screenings::NewMessage::Typed(screenings::NewPlace::Place, "武汉市".into())));
    press(&mut trace, &mut book, Key::Named(Named::Enter), Modifiers::CTRL);
    load(&mut trace, &mut book);
    assert_nothing_cut(&trace, "listed");
    assert_tab_reaches_all(&trace, "listed");
    picture(&trace, &here(), "home-screenings");
    let what = screenings::Message::Typed(screenings::TalkPlace::What, "在家，体温正常".into());
    say(&mut trace, Message::Screenings(what));
    press(&mut trace, &mut book, Key::Named(Named::Enter), Modifiers::CTRL);
    let line = book.screening_lines().unwrap().remove(0);
    assert_eq!((line.key, line.body.talks.len()), (person(105), 1));
    let new = NewScreening { contact: Some("返乡人员".into()), ..NewScreening::default() };
    book.run_screening(&ScreenOp::List(person(901), Box::new(new))).unwrap();
    let closed = say(&mut trace, Message::Screenings(screenings::Message::Close("observed".into())));
    let [Effect::Run(op)] = closed.as_slice() else { panic!("{closed:?}") };
    book.run(op, &mut Silent).unwrap();
    load(&mut trace, &mut book);
    assert_nothing_cut(&trace, "closed");
}

#[test]
fn the_tab_is_there_only_while_the_module_is_on() {
    let mut counts = crate::ops::shell::TraceCounts::default();
    assert!(!Tab::shown(counts).contains(&Tab::Home(Part::Days)));
    assert_eq!(Tab::Returns.turned(1, counts), Tab::Closed);
    counts.home = Some(2);
    assert_eq!(Tab::Returns.turned(1, counts), Tab::Home(Part::Days));
    assert_eq!(Tab::Home(Part::Reviews).turned(1, counts), Tab::Closed);
}
