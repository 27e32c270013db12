use chrono::NaiveDate;
use iced::keyboard::key::Named;
use iced::keyboard::{Key, Modifiers};

use super::*;
use crate::domain::finding::Attendance;
use crate::gui::context::Context;
use crate::gui::effect::Effect;
use crate::gui::route::Route;
use crate::gui::screen::bench::{assert_nothing_cut, assert_tab_reaches_all, committed, context};
use crate::gui::screen::{KeyPress, Screen};
use crate::i18n::Language;
use crate::ops::alerts::AnswerRequest;
use crate::ops::sample_book::{self, hand_in, morning, person, with};
use crate::ops::{Answer, Book, Op, Query};

fn here() -> Context {
    context(Language::Chinese, (1024.0, 768.0))
}

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 23).unwrap()
}

/// Three of 三（1） vomit.
fn alerting() -> (tempfile::TempDir, Book, String) {
    let (folder, mut book) = sample_book::book();
    let ill = |n| (n, with(Attendance::Ill, &["vomiting"]));
    hand_in(&mut book, morning(1, today()), &[ill(101), ill(102), ill(103)]);
    let key = book.alert_lines(today()).unwrap().remove(0).key;
    (folder, book, key)
}

fn shown(book: &mut Book, key: &str) -> AlertPage {
    let mut page = AlertPage::new(key.to_owned());
    assert_eq!(page.queries(&here()), [Query::Alert(key.to_owned())]);
    let answer = book.load(&Query::Alert(key.to_owned())).unwrap();
    let first = page.data.is_none();
    let effects = page.answered(answer, &here());
    assert_eq!(effects, if first { vec![Effect::Focus(COMMENT.into())] } else { Vec::new() });
    page
}

#[test]
fn what_is_typed_answers_the_alert_and_leads_back() {
    let (_folder, mut book, key) = alerting();
    let mut page = shown(&mut book, &key);
    assert!(page.unsaved(&here()).is_none());
    for message in committed(&page, COMMENT, "已电话核实，午饭后开始") {
        let _ = page.update(message, &here());
    }
    let _ = page.update(Message::ReportedTo("乡镇卫生院".into()), &here());
    assert!(page.unsaved(&here()).is_some());
    let press = KeyPress { key: Key::Named(Named::Enter), modifiers: Modifiers::CTRL, in_field: true };
    assert_eq!(page.key(&press, &here()), Some(Message::Save));
    let effects = page.update(Message::Save, &here());
    let [Effect::Run(Op::Alert(request))] = effects.as_slice() else { panic!("an act") };
    let request = request.clone();
    let said = AnswerRequest {
        key: key.clone(),
        comment: "已电话核实，午饭后开始".into(),
        reported_to: Some("乡镇卫生院".into()),
        event: None,
    };
    assert_eq!(request, said);
    book.answer_alert(&request).unwrap();
    let effects = page.done(&Op::Alert(request), &Answer::Done, &here());
    assert_eq!(effects, [Effect::Notify(here().tr.alert_answered()), Effect::Back]);
    assert!(page.unsaved(&here()).is_none());
}

#[test]
fn a_person_leads_to_the_sheet_and_an_alert_that_is_gone_leads_back() {
    let (_folder, mut book, key) = alerting();
    let mut page = shown(&mut book, &key);
    let sheet = Route::Sheet(morning(1, today()));
    assert_eq!(page.update(Message::Open(person(102)), &here()), [Effect::Go(sheet)]);
    let case = Route::NewCase(person(102), "学生0102".into());
    assert_eq!(page.update(Message::Case(person(102)), &here()), [Effect::Go(case)]);
    let gone = crate::ops::OpError::NoSuchAlert { given: key.clone() };
    let why = crate::i18n::Explain::explain(&gone, &here().tr);
    let effects = page.unanswered(&Query::Alert(key), &why, &here()).unwrap();
    assert_eq!(effects, [Effect::Notify(why.happened), Effect::Back]);
}

#[test]
fn nothing_is_cut_and_tab_reaches_all() {
    let (_folder, mut book, key) = alerting();
    let mut page = shown(&mut book, &key);
    assert_nothing_cut(&AlertPage::new(key.clone()), "loading");
    assert_tab_reaches_all(&page, "three");
    let said = AnswerRequest { key: key.clone(), comment: "已知".into(), reported_to: None, event: None };
    book.answer_alert(&said).unwrap();
    book.record(morning(1, today()), person(104), &with(Attendance::Ill, &["vomiting"])).unwrap();
    let _ = page.answered(book.load(&Query::Alert(key)).unwrap(), &here());
    let data = page.data.as_mut().unwrap();
    data.people[0].name = "阿卜杜热合曼·买买提依明·阿卜杜拉·吐尔逊·阿卜杜热合曼".into();
    data.people[0].words = "因病 发热 咳嗽 咽痛 呕吐 腹泻 39.2 呼吸急促 疑似流行性腮腺炎".into();
    data.people[1].group_name = "云坪镇石桥村教学点学前混合（12）".into();
    page.comment = "很长的说明".repeat(20);
    assert_nothing_cut(&page, "answered and grown");
    assert_tab_reaches_all(&page, "answered and grown");
}
