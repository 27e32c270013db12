use chrono::NaiveDate;
use iced::keyboard::{Key, Modifiers, key::Named};

use super::*;
use crate::domain::progress::Silent;
use crate::gui::screen::bench::{assert_nothing_cut, assert_tab_reaches_all, context, picture};
use crate::gui::screen::trace::{Message as Screens, Trace};
use crate::i18n::Language;
use crate::ops::Book;
use crate::ops::report_log::NewReport;
use crate::ops::sample_book;

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
            Effect::Run(op) => {
                let answer = book.run(&op, &mut Silent).unwrap().value;
                rest.extend(trace.done(&op, &answer, &here()));
                let queries = trace.queries(&here()).into_iter().map(Effect::Load).collect();
                rest.extend(serve(trace, book, queries));
            }
            other => rest.push(other),
        }
    }
    rest
}

fn shown(book: &mut Book) -> Trace {
    let mut trace = Trace::at(TracePlace { tab: Tab::Log, person: None });
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

fn say(trace: &mut Trace, book: &mut Book, message: Message) {
    let effects = trace.update(Screens::Log(message), &here());
    let _ = serve(trace, book, effects);
}

#[test]
fn a_daily_report_is_written_down_corrected_and_taken_away_by_keyboard() {
    let (_folder, mut book) = sample_book::book();
    let mut trace = shown(&mut book);
    assert_nothing_cut(&trace, "empty");
    assert_tab_reaches_all(&trace, "empty");
    let none = Modifiers::empty();
    let effects = press(&mut trace, &mut book, Key::Character("r".into()), none);
    assert_eq!(effects, [Effect::Focus(FIRST.into())]);
    assert_nothing_cut(&trace, "form");
    assert_tab_reaches_all(&trace, "form");
    say(&mut trace, &mut book, Message::TellEdit(TellEdit::Unit("云坪镇中心校".into())));
    press(&mut trace, &mut book, Named::Enter, Modifiers::COMMAND);
    assert_eq!(trace.log.lines().count(), 1);
    assert_eq!(trace.log.data.as_ref().unwrap().counts.made, 1);
    // A day that was forgotten is made up for; the unit is filled in.
    let missing = trace.log.data.as_ref().unwrap().counts.missing.clone();
    assert!(missing.contains(&NaiveDate::from_ymd_opt(2026, 11, 20).unwrap()), "{missing:?}");
    say(&mut trace, &mut book, Message::Daily(missing[0]));
    press(&mut trace, &mut book, Named::Enter, Modifiers::COMMAND);
    assert_eq!(trace.log.data.as_ref().unwrap().counts.made, 2);
    picture(&trace, &here(), "log");
    press(&mut trace, &mut book, Named::ArrowDown, none);
    press(&mut trace, &mut book, Named::Enter, none);
    say(&mut trace, &mut book, Message::TellEdit(TellEdit::Answer("收到".into())));
    press(&mut trace, &mut book, Named::Enter, Modifiers::COMMAND);
    assert!(trace.log.lines().any(|line| line.answer.as_deref() == Some("收到")));
    press(&mut trace, &mut book, Named::Delete, none);
    assert_eq!(trace.log.lines().count(), 1);
    let limits = |trace: &Trace| trace.log.data.as_ref().unwrap().reporting.clone();
    say(&mut trace, &mut book, Message::CaseLimits("6-12-24".into()));
    say(&mut trace, &mut book, Message::EventLimits("30min-3d".into()));
    assert_eq!((limits(&trace).edition.as_str(), limits(&trace).events.as_str()), ("6-12-24", "30min-3d"));
    assert_eq!(limits(&trace).by.as_deref(), Some("王秀兰"));
    assert_nothing_cut(&trace, "limits");
    press(&mut trace, &mut book, Named::ArrowLeft, none);
    assert_eq!(trace.log.data.as_ref().unwrap().from, NaiveDate::from_ymd_opt(2026, 10, 1).unwrap());
    press(&mut trace, &mut book, Named::ArrowRight, none);
    press(&mut trace, &mut book, Named::ArrowRight, none);
    assert_eq!(trace.log.data.as_ref().unwrap().to, NaiveDate::from_ymd_opt(2026, 11, 23).unwrap());
}

#[test]
fn the_log_of_a_month_keeps_its_text_in_both_languages() {
    let (_folder, mut book) = sample_book::book();
    let long = NewReport {
        unit: "广西壮族自治区百色市云坪镇中心卫生院防保组".into(),
        person: Some("阿卜杜热西提·买买提伊敏·阿卜杜拉".into()),
        phone: Some("0776-2880120".into()),
        answer: Some("继续观察，发现新病例立即报告，教室和厕所消毒".into()),
        content: Some("全校体检情况".into()),
        ..NewReport::about(ReportSubject::Other, ReportEntry::OTHER)
    };
    let _ = book.log_report(&long).unwrap();
    for language in Language::ALL {
        book.set_language(language);
        let trace = shown(&mut book);
        assert_nothing_cut(&trace, "long");
        assert_tab_reaches_all(&trace, "long");
    }
}

#[test]
fn unsaved_typing_of_a_report_is_taken_back_before_anything_else() {
    let (_folder, mut book) = sample_book::book();
    let mut trace = shown(&mut book);
    say(&mut trace, &mut book, Message::Other);
    assert_eq!(trace.untype(None), None);
    say(&mut trace, &mut book, Message::TellEdit(TellEdit::Unit("县疾控中心".into())));
    say(&mut trace, &mut book, Message::TellEdit(TellEdit::Content("一例水痘".into())));
    for _ in 0..2 {
        assert_eq!(trace.untype(None), Some(Vec::new()));
    }
    assert_eq!(trace.untype(None), None);
}
