//! Tests of 今天.

use chrono::{Days, NaiveDate};
use iced::keyboard::key::Named;
use iced::keyboard::{Key, Modifiers};

use super::*;
use crate::domain::finding::Attendance;
use crate::domain::id::{DormitoryId, TaskId};
use crate::domain::obligation::ObligationSubject;
use crate::domain::progress::Silent;
use crate::domain::sheet::{SheetKey, SheetState};
use crate::gui::context::Context;
use crate::gui::effect::Effect;
use crate::gui::route::Route;
use crate::gui::screen::bench::{SIZES, assert_nothing_cut, assert_tab_reaches_all, context, picture, whole};
use crate::gui::screen::{KeyPress, Screen};
use crate::gui::theme::Theme;
use crate::gui::widget::focus;
use crate::gui::widget::stage::Stage;
use crate::i18n::{Explain, Language};
use crate::ops::check::CheckOp;
use crate::ops::print::{CALL_LIST, CORRECTIONS};
use crate::ops::sample_book::{self, class, hand_in, morning, with};
use crate::ops::todo::TodoLine;
use crate::ops::{Book, Op, OpenOptions, Query};

fn day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 23).unwrap()
}

fn here() -> Context {
    context(Language::Chinese, (1024.0, 768.0))
}

fn load(today: &mut Today, book: &mut Book) -> Vec<Effect> {
    let answer = book.load(&Query::Today(day(), Some(Session::Morning))).unwrap();
    today.answered(answer, &here())
}

fn shown(book: &mut Book) -> Today {
    let mut today = Today::new(day(), None);
    let _ = load(&mut today, book);
    today
}

fn press(today: &mut Today, key: impl Into<Key>) -> Vec<Effect> {
    let press = KeyPress { key: key.into(), modifiers: Modifiers::empty(), in_field: false };
    today.key(&press, &here()).map(|message| today.update(message, &here())).unwrap_or_default()
}

fn nil(n: u128) -> Op {
    Op::Check(CheckOp::SetNil(morning(n, day())))
}

#[test]
fn it_opens_on_the_first_unchecked_class() {
    let (_folder, mut book) = sample_book::book();
    hand_in(&mut book, morning(1, day()), &[]);
    let mut today = Today::new(day(), None);
    assert_eq!(load(&mut today, &mut book), [Effect::Focus(row_id(class(2)).into())]);
    assert!(load(&mut today, &mut book).is_empty(), "a reload leaves the hand where it is");
}

#[test]
fn zero_is_nil_and_goes_on_to_the_next_unchecked() {
    let (_folder, mut book) = sample_book::book();
    hand_in(&mut book, morning(2, day()), &[]);
    let mut today = shown(&mut book);
    assert_eq!(press(&mut today, Key::Character("0".into())), [Effect::Run(nil(1))]);
    let answer = book.run(&nil(1), &mut Silent).unwrap().value;
    let next = Effect::Focus(row_id(class(3)).into());
    assert_eq!(today.done(&nil(1), &answer, &here()), [next], "三（2） is checked already");
    let _ = load(&mut today, &mut book);
    assert_eq!(today.selected, Some(class(3)));
    assert_eq!(press(&mut today, Key::Character("0".into())), [Effect::Run(nil(3))]);
    let _ = today.done(&nil(3), &answer, &here());
    assert_eq!(today.selected, Some(class(3)), "nothing is left");
}

#[test]
fn what_is_taken_back_brings_the_hand_back_to_its_row() {
    let (_folder, mut book) = sample_book::book();
    let mut today = shown(&mut book);
    let _ = press(&mut today, Key::Character("0".into()));
    let answer = book.run(&nil(1), &mut Silent).unwrap().value;
    let _ = today.done(&nil(1), &answer, &here());
    let _ = load(&mut today, &mut book);
    assert_eq!(today.selected, Some(class(2)));
    let undone = book.run(&Op::Undo(None), &mut Silent).unwrap().value;
    let effects = today.done(&Op::Undo(None), &undone, &here());
    assert_eq!((today.selected, effects), (Some(class(1)), vec![Effect::Focus(row_id(class(1)).into())]));
    assert!(load(&mut today, &mut book).is_empty());
    // What belongs to another day moves nothing.
    book.run(&Op::Check(CheckOp::SetNil(morning(3, day() - Days::new(3)))), &mut Silent).unwrap();
    let undone = book.run(&Op::Undo(None), &mut Silent).unwrap().value;
    assert!(today.done(&Op::Undo(None), &undone, &here()).is_empty());
    assert_eq!(today.selected, Some(class(1)));
}

#[test]
fn what_holds_something_is_opened_instead() {
    let (_folder, mut book) = sample_book::book();
    let friday = day() - Days::new(3);
    hand_in(&mut book, morning(1, friday), &[(101, with(Attendance::Ill, &["fever"]))]);
    let mut today = shown(&mut book);
    let error = book.run(&nil(1), &mut Silent).unwrap_err();
    let why = error.explain(book.tr());
    let effects = today.refused(&nil(1), &why, &here()).unwrap();
    assert_eq!(effects, [Effect::Notify(why.happened.clone()), Effect::Go(Route::Sheet(morning(1, day())))]);
    // Confirmed with findings: there is nothing to set, only to look at.
    hand_in(&mut book, morning(2, day()), &[(201, with(Attendance::Leave, &[]))]);
    let _ = load(&mut today, &mut book);
    let effects = today.update(Message::Nil(class(2)), &here());
    assert_eq!(effects, [Effect::Go(Route::Sheet(morning(2, day())))]);
}

#[test]
fn arrows_stay_in_the_list_and_enter_opens() {
    let (_folder, mut book) = sample_book::book();
    let mut today = shown(&mut book);
    let row = |n| vec![Effect::Focus(row_id(class(n)).into())];
    assert_eq!(press(&mut today, Named::ArrowUp), row(1));
    assert_eq!(press(&mut today, Named::ArrowDown), row(2));
    assert_eq!(press(&mut today, Named::ArrowDown), row(3));
    assert_eq!(press(&mut today, Named::ArrowDown), row(3));
    assert_eq!(press(&mut today, Named::Home), row(1));
    assert_eq!(press(&mut today, Named::End), row(3));
    let key = SheetKey { group: class(3), date: day(), session: Session::Morning };
    assert_eq!(press(&mut today, Named::Enter), [Effect::Go(Route::Sheet(key))]);
    let before = Route::Today(day() - Days::new(1), None);
    assert_eq!(press(&mut today, Named::PageUp), [Effect::Go(before)]);
}

#[test]
fn an_alert_opens_the_sheet_of_its_people() {
    let (_folder, mut book) = sample_book::book();
    let mut today = shown(&mut book);
    assert!(press(&mut today, Key::Character("e".into())).is_empty());
    let sick: Vec<_> = (201..=203).map(|n| (n, with(Attendance::Present, &["vomiting"]))).collect();
    hand_in(&mut book, morning(2, day()), &sick);
    let _ = load(&mut today, &mut book);
    assert_eq!(press(&mut today, Key::Character("e".into())), [Effect::Go(Route::Sheet(morning(2, day())))]);
    assert_eq!(press(&mut today, Key::Character("a".into())), [Effect::Go(Route::Plan)]);
}

/// What a click on the duty of a rule does.
fn click(today: &mut Today, rule: &str) -> Vec<Effect> {
    let duty = today.data.as_ref().and_then(|data| data.todo.iter().position(|line| line.rule == rule));
    today.update(Message::Duty(duty.expect(rule)), &here())
}

#[test]
fn every_duty_opens_what_it_is_about() {
    let (_folder, mut book) = sample_book::book();
    hand_in(&mut book, morning(1, day()), &[]);
    let sick: Vec<_> = (201..=203).map(|n| (n, with(Attendance::Present, &["vomiting"]))).collect();
    hand_in(&mut book, morning(2, day()), &sick);
    let mut today = shown(&mut book);
    let _ = press(&mut today, Named::Home);
    assert_eq!(click(&mut today, "sheets-morning"), [Effect::Focus(row_id(class(3)).into())]);
    assert_eq!(today.selected, Some(class(3)), "the first that is unchecked");
    let noon = Route::Today(day(), Some(Session::Noon));
    assert_eq!(click(&mut today, "sheets-noon"), [Effect::Go(noon)]);
    assert_eq!(click(&mut today, "cn2006-1d3"), [Effect::Go(Route::Sheet(morning(2, day())))]);
    assert_eq!(click(&mut today, "daily-report"), [Effect::Go(Route::Print(None))]);
    assert_eq!(click(&mut today, "weekly-package"), [Effect::Go(Route::Usb)]);
    let about = ObligationSubject::PlanTask { task: TaskId(uuid::Uuid::nil()), template: "drill".into() };
    let todo = &mut today.data.as_mut().unwrap().todo;
    let task = TodoLine { rule: "plan-task".into(), about, ..todo[0].clone() };
    todo.push(task);
    assert_eq!(click(&mut today, "plan-task"), [Effect::Go(Route::Plan)]);
}

#[test]
fn the_duty_of_a_dormitory_opens_the_class_of_its_people() {
    let mut today = busy();
    let data = today.data.as_mut().unwrap();
    let dormitory = Group::Dormitory(DormitoryId(uuid::Uuid::nil()));
    let view = data.alerts.first_mut().unwrap();
    view.alert.scope = dormitory.into();
    let about = ObligationSubject::Alert { alert: Box::new(view.alert.clone()) };
    data.todo[0] = TodoLine { rule: "room".into(), about, ..data.todo[0].clone() };
    assert_eq!(click(&mut today, "room"), [Effect::Go(Route::Sheet(morning(2, day())))]);
}

#[test]
fn a_key_on_the_focused_row_means_that_row() {
    let (_folder, mut book) = sample_book::book();
    let today = shown(&mut book);
    let context = here();
    let mut stage = Stage::new(whole(&today, &context), (1024.0, 768.0));
    let _ = stage.operate::<()>(focus::step(focus::Step::To(row_id(class(2)).into())));
    let _ = stage.key(Key::Character("0".into()), Modifiers::empty());
    stage.commit("０");
    stage.commit("零");
    let said: Vec<Message> = stage.messages().into_iter().flatten().collect();
    assert_eq!(said, [Message::Nil(class(2)), Message::Nil(class(2))]);
}

/// Every state at once: nil, exceptions, alert, draft, proposal.
fn busy() -> Today {
    let (_folder, mut book) = sample_book::book();
    let friday = day() - Days::new(3);
    hand_in(&mut book, morning(3, friday), &[(301, with(Attendance::Ill, &["fever"]))]);
    let all = ["fever", "cough", "vomiting", "diarrhoea", "rash", "parotid"];
    let sick: Vec<_> = (201..=206).map(|n| (n, with(Attendance::Ill, &all))).collect();
    hand_in(&mut book, morning(2, day()), &sick);
    hand_in(&mut book, morning(1, day()), &[]);
    shown(&mut book)
}

/// Many classes with long names, numbers and people.
fn longest() -> Today {
    let mut today = busy();
    if let Some(data) = &mut today.data {
        let exceptions = data.lines.iter().find(|l| l.status.state == SheetState::Exceptions).cloned();
        let mut line = exceptions.expect("one with exceptions");
        line.status.short = "云坪镇石桥村教学点学前混合班（12）".into();
        line.status.head_count = 1234;
        data.lines.extend((100..140).map(|n| {
            let mut line = line.clone();
            line.status.group = class(n);
            line
        }));
        data.sum.unknown = 12;
        data.sum.late = 34;
        for alert in &mut data.alerts {
            alert.scope_words = "云坪镇石桥村教学点学前混合（12）".into();
            for person in &mut alert.people {
                person.name = "阿卜杜热合曼·买买提依明·阿卜杜拉·吐尔逊·阿卜杜热合曼·买买提依明".into();
                person.words = "因病 发热 咳嗽 呕吐 腹泻 皮疹 腮腺肿大 39.8 不明原因高热 呼吸急促".into();
            }
        }
    }
    today
}

#[test]
fn nothing_is_cut_in_any_language_at_any_size() {
    assert_nothing_cut(&Today::new(day(), None), "loading");
    let mut empty = busy();
    if let Some(data) = &mut empty.data {
        data.lines.clear();
        data.roster_empty = true;
    }
    assert_nothing_cut(&empty, "empty");
    if let Some(data) = &mut empty.data {
        data.behind = 365;
    }
    assert_nothing_cut(&empty, "not promoted");
    assert_eq!(empty.update(Message::Promote, &here()), [Effect::Go(Route::Promotion)]);
    assert_nothing_cut(&busy(), "busy");
    assert_nothing_cut(&longest(), "longest");
    assert_tab_reaches_all(&busy(), "busy");
    assert_tab_reaches_all(&empty, "empty");
}

#[test]
fn pictures() {
    for (theme, name) in Theme::ALL.into_iter().zip(["light", "dark", "contrast"]) {
        let context = Context { theme, ..context(Language::Chinese, SIZES[1]) };
        picture(&busy(), &context, &format!("today-{name}"));
    }
    picture(&busy(), &context(Language::Chinese, SIZES[4]), "today-narrow");
    picture(&longest(), &context(Language::English, SIZES[0]), "today-longest-en");
}

#[test]
fn a_day_without_school_names_no_deadline() {
    let (_folder, mut book) = sample_book::book();
    let mut words = |day: NaiveDate| {
        let mut today = Today::new(day, None);
        let answer = book.load(&Query::Today(day, Some(Session::Morning))).unwrap();
        let _ = today.answered(answer, &here());
        let context = Context { now: day.and_hms_opt(9, 12, 0).unwrap(), ..here() };
        Stage::new(whole(&today, &context), SIZES[1]).words().join("\n")
    };
    assert!(words(day()).contains("11:30"), "Monday");
    let sunday = words(day() - Days::new(1));
    assert!(!sunday.contains("11:30") && !sunday.contains(&here().tr.today_not_reported()), "{sunday}");
}

#[test]
fn another_day_is_typed_and_all_sessions_can_be_chosen() {
    let (_folder, mut book) = sample_book::book();
    let mut today = shown(&mut book);
    assert!(today.data.as_ref().unwrap().sessions.contains(&Session::AllDay), "findings at any hour");
    assert_eq!(press(&mut today, Key::Character("d".into())), [Effect::Focus(DAY.into())]);
    assert_nothing_cut(&today, "another day");
    for wrong in ["2026-11-31", "2026-11"] {
        let _ = today.update(Message::DayTyped(wrong.into()), &here());
        assert!(today.update(Message::GoDay, &here()).is_empty(), "{wrong}");
    }
    let _ = today.update(Message::DayTyped("2026-11-20".into()), &here());
    let friday = day() - Days::new(3);
    assert_eq!(today.update(Message::GoDay, &here()), [Effect::Go(Route::Today(friday, None))]);
    let _ = today.update(Message::DayField, &here());
    assert!(today.day.is_none());
    // Nothing is above today; another day leads back to it.
    assert!(today.update(Message::Up, &here()).is_empty());
    let up = Today::new(friday, None).update(Message::Up, &here());
    assert_eq!(up, [Effect::Go(Route::Today(day(), None))]);
    let keys = [("m", Route::Gate(day())), ("c", list(CALL_LIST)), ("g", list(CORRECTIONS))];
    for (key, route) in keys {
        assert_eq!(press(&mut today, Key::Character(key.into())), [Effect::Go(route)], "{key}");
    }
}

fn list(form: &'static str) -> Route {
    Route::PrintList { form, date: day(), session: Session::Morning }
}

#[test]
fn an_alert_of_yesterday_says_so_and_opens_the_sheet_of_yesterday() {
    let (folder, mut book) = sample_book::book();
    let ill = |n| (n, with(Attendance::Present, &["vomiting"]));
    hand_in(&mut book, morning(1, day()), &[ill(101), ill(102), ill(103)]);
    drop(book);
    let tomorrow = day() + Days::new(1);
    let now = tomorrow.and_hms_opt(7, 50, 0);
    let options = OpenOptions { folder: folder.path().to_owned(), now, ..OpenOptions::default() };
    let mut book = Book::open(&options).unwrap();
    let mut context = here();
    context.now = book.now();
    let mut today = Today::new(tomorrow, None);
    let answer = book.load(&Query::Today(tomorrow, Some(Session::Morning))).unwrap();
    let _ = today.answered(answer, &context);
    assert_eq!(today.update(Message::Evidence, &context), [Effect::Go(Route::Sheet(morning(1, day())))]);
    let view = &today.data.as_ref().unwrap().alerts[0];
    let title = crate::gui::screen::alert_banner::title(view, &context);
    assert!(title.starts_with("三（1）班11 月 23 日呕吐 3 人"), "{title}");
    context.now = day().and_hms_opt(9, 0, 0).unwrap();
    assert!(crate::gui::screen::alert_banner::title(view, &context).starts_with("三（1）班今日呕吐"));
}
