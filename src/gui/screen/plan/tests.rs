use chrono::NaiveDate;
use iced::keyboard::{Key, Modifiers, key::Named};

use super::form::Part;
use super::view::OPEN;
use super::*;
use crate::domain::progress::Silent;
use crate::gui::context::Context;
use crate::gui::effect::Effect;
use crate::gui::screen::bench::{assert_nothing_cut, assert_tab_reaches_all, committed, context, picture};
use crate::gui::screen::{KeyPress, Screen};
use crate::i18n::{Explain, Language};
use crate::ops::plan::PlanOp;
use crate::ops::sample_book;
use crate::ops::{Answer, Book, Op};

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 23).unwrap()
}

fn here() -> Context {
    context(Language::Chinese, (1024.0, 768.0))
}

/// The screen with what the book says on a day.
fn shown(book: &mut Book, date: NaiveDate) -> Plan {
    let mut plan = Plan::default();
    let loaded = book.plan_view(date).unwrap();
    let _ = plan.answered(Answer::Plan(Box::new(loaded)), &here());
    plan
}

fn press(plan: &Plan, key: impl Into<Key>, modifiers: Modifiers) -> Option<Message> {
    plan.key(&KeyPress { key: key.into(), modifiers, in_field: false }, &here())
}

fn letter(plan: &Plan, letter: &str) -> Option<Message> {
    press(plan, Key::Character(letter.into()), Modifiers::empty())
}

fn refuse(plan: &mut Plan, book: &mut Book, effects: &[Effect]) -> Option<Vec<Effect>> {
    let [Effect::Run(op)] = effects else { panic!("{effects:?}") };
    let error = book.run(op, &mut Silent).unwrap_err();
    plan.refused(op, &error.explain(book.tr()), &here())
}

#[test]
fn late_tasks_are_chosen_first_and_arrows_move_among_all() {
    let (_folder, mut book) = sample_book::book();
    let mut plan = shown(&mut book, today());
    let first = plan.chosen.clone();
    assert!(first.is_some());
    let late = shown(&mut book, today() + chrono::Days::new(40));
    assert_eq!(late.task().unwrap().current.state, PlanState::Late);
    plan.chosen = plan.tasks().first().map(|task| task.id.clone());
    assert_eq!(press(&plan, Named::ArrowDown, Modifiers::empty()), Some(Message::Move(1)));
    let second = plan.tasks()[1].id.clone();
    let focus = Effect::Focus(row_id(&second).into());
    assert_eq!(plan.update(Message::Move(1), &here()), [Effect::Reveal(OPEN.into()), focus]);
    let _ = plan.update(Message::Move(1000), &here());
    assert_eq!(plan.chosen, plan.tasks().last().map(|task| task.id.clone()));
}

#[test]
fn a_person_is_found_by_initials_and_named_at_once() {
    let (_folder, mut book) = sample_book::book();
    let mut plan = shown(&mut book, today());
    let task = plan.task().unwrap().current.task;
    assert_eq!(letter(&plan, "p"), Some(Message::Assign));
    assert_eq!(
        plan.update(Message::Assign, &here()),
        [Effect::Reveal("close".into()), Effect::Focus("person".into())]
    );
    let _ = plan.update(Message::Search("ly".into()), &here());
    let (found, more) = plan.form.as_ref().unwrap().found(&plan.data.as_ref().unwrap().staff);
    assert_eq!((found.len(), more), (1, 0));
    let person = Some(found[0].key);
    let run = Effect::Run(Op::Plan(PlanOp::Assign { task, person }));
    assert_eq!(plan.update(Message::Person(person), &here()), std::slice::from_ref(&run));
    let Effect::Run(op) = run else { unreachable!() };
    let outcome = book.run(&op, &mut Silent).unwrap();
    let _ = plan.done(&op, &outcome.value, &here());
    assert!(plan.form.is_none());
    let plan = shown(&mut book, today());
    assert_eq!(
        plan.tasks().iter().find(|t| t.current.task == task).unwrap().responsible.as_ref().unwrap().name,
        "梁燕"
    );
}

#[test]
fn done_wants_person_date_and_evidence_and_says_so_under_the_field() {
    let (_folder, mut book) = sample_book::book();
    let mut plan = shown(&mut book, today());
    let task = plan.chosen.clone();
    assert_eq!(letter(&plan, "c"), Some(Message::Complete));
    let _ = plan.update(Message::Complete, &here());
    let effects = plan.update(Message::Save, &here());
    let focus = refuse(&mut plan, &mut book, &effects).unwrap();
    assert_eq!(focus, [Effect::Reveal("close".into()), Effect::Focus("person".into())]);
    let _ = plan.update(Message::Person(Some(sample_book::person(901))), &here());
    assert!(plan.form.as_ref().unwrap().wrong.is_none(), "the error goes when the field is touched");
    let effects = plan.update(Message::Save, &here());
    let _ = refuse(&mut plan, &mut book, &effects);
    assert_eq!(plan.form.as_ref().unwrap().wrong.as_ref().unwrap().0, Part::Evidence);
    picture(&plan, &here(), "plan-refused");
    assert_nothing_cut(&plan, "refused");
    let _ = plan.update(Message::Date("2026-11-24".into()), &here());
    let _ = plan.update(Message::Evidence("会议记录 2026-03".into()), &here());
    assert!(plan.unsaved(&here()).is_some());
    // Ctrl+Z takes back what was typed, the last field first, and then no more.
    let typed =
        |plan: &Plan| plan.form.as_ref().map(|form| (form.evidence.clone(), form.date.clone())).unwrap();
    assert_eq!(plan.untype(None), Some(Vec::new()));
    assert_eq!(typed(&plan), (String::new(), "2026-11-24".to_owned()));
    assert_eq!(plan.untype(None), Some(Vec::new()));
    assert_eq!(typed(&plan).1, "2026-11-23");
    let _ = plan.update(Message::Date("2026-11-24".into()), &here());
    let _ = plan.update(Message::Evidence("会议记录 2026-03".into()), &here());
    let effects = plan.update(Message::Save, &here());
    let _ = refuse(&mut plan, &mut book, &effects);
    assert_eq!(plan.form.as_ref().unwrap().wrong.as_ref().unwrap().0, Part::Date, "not in the future");
    let _ = plan.update(Message::Date("2026-11-0".into()), &here());
    assert_eq!(plan.update(Message::Save, &here()), [Effect::Focus("date".into())]);
    let _ = plan.update(Message::Date("2026-11-23".into()), &here());
    let effects = plan.update(Message::Save, &here());
    let [Effect::Run(op)] = effects.as_slice() else { panic!("{effects:?}") };
    let outcome = book.run(op, &mut Silent).unwrap();
    let _ = plan.done(op, &outcome.value, &here());
    let mut after = shown(&mut book, today());
    after.chosen = task;
    assert_eq!(after.task().unwrap().current.state, PlanState::Done);
    assert_eq!((letter(&after, "c"), letter(&after, "r")), (None, Some(Message::Reopen)));
    assert!(matches!(
        after.update(Message::Reopen, &here()).as_slice(),
        [Effect::Run(Op::Plan(PlanOp::Reopen { .. }))]
    ));
}

#[test]
fn a_due_day_is_set_with_enter_and_esc_closes() {
    let (_folder, mut book) = sample_book::book();
    let mut plan = shown(&mut book, today());
    let _ = plan.update(Message::SetDue, &here());
    assert_eq!(plan.escape(), Some(Message::Close));
    let _ = plan.update(Message::Date("2026-12-01".into()), &here());
    assert_eq!(press(&plan, Named::Enter, Modifiers::empty()), Some(Message::Save));
    let effects = plan.update(Message::Save, &here());
    assert!(
        matches!(effects.as_slice(), [Effect::Run(Op::Plan(PlanOp::SetDue { date, .. }))] if date.to_string() == "2026-12-01")
    );
    let _ = plan.update(Message::Complete, &here());
    assert_eq!(press(&plan, Named::Enter, Modifiers::empty()), None, "Enter may come from an input method");
    assert_eq!(press(&plan, Named::Enter, Modifiers::COMMAND), Some(Message::Save));
    let _ = plan.update(Message::Close, &here());
    assert_eq!(plan.escape(), None);
}

/// The same data with the longest words that a school could have.
fn longest(mut plan: Plan) -> Plan {
    let data = plan.data.as_mut().unwrap();
    for task in data.sections.iter_mut().flat_map(|section| &mut section.tasks) {
        task.title = task.title.repeat(2);
        task.wanted = task.wanted.repeat(3);
        if let Some(person) = &mut task.responsible {
            person.name = "阿布都热合曼·阿布力孜·买买提依明江".to_owned();
        }
    }
    for person in &mut data.staff {
        person.name = "阿布都热合曼·阿布力孜·买买提依明江".to_owned();
    }
    plan
}

#[test]
fn views_keep_their_text_and_every_control_is_reached() {
    let (_folder, mut book) = sample_book::book();
    let mut empty = Plan::default();
    assert_nothing_cut(&empty, "before the answer");
    let mut data = book.plan_view(today()).unwrap();
    let task = data.tasks().next().unwrap().current.task;
    let op = PlanOp::Assign { task, person: Some(sample_book::person(901)) };
    let _ = book.run(&Op::Plan(op), &mut Silent).unwrap();
    data.sections.clear();
    let _ = empty.answered(Answer::Plan(Box::new(data)), &here());
    assert_nothing_cut(&empty, "no term");
    assert_tab_reaches_all(&empty, "no term");
    picture(&empty, &here(), "plan-empty");
    for days in [0, 40] {
        let mut plan = shown(&mut book, today() + chrono::Days::new(days));
        assert_nothing_cut(&plan, "full");
        assert_tab_reaches_all(&plan, "full");
        picture(&plan, &here(), &format!("plan-{days}"));
        for ask in [Message::Assign, Message::SetDue, Message::Complete] {
            let _ = plan.update(ask.clone(), &here());
            assert_nothing_cut(&plan, "form");
            assert_tab_reaches_all(&plan, "form");
            picture(&plan, &here(), &format!("plan-{days}-{ask:?}"));
        }
        plan.reading = true;
        assert_nothing_cut(&plan, "text");
        let mut plan = longest(plan);
        assert_nothing_cut(&plan, "longest");
        plan.form = None;
        assert_nothing_cut(&plan, "longest without form");
    }
    let mut plan = shown(&mut book, today());
    plan.data.as_mut().unwrap().staff.clear();
    let _ = plan.update(Message::Assign, &here());
    assert_nothing_cut(&plan, "no staff");
    assert_tab_reaches_all(&plan, "no staff");
    picture(&plan, &context(Language::English, (512.0, 384.0)), "plan-narrow");
    book.set_language(Language::English);
    for days in [0, 40] {
        let mut plan = shown(&mut book, today() + chrono::Days::new(days));
        picture(&plan, &context(Language::English, (1020.0, 690.0)), &format!("plan-en-{days}"));
        assert_nothing_cut(&plan, "English");
        plan.reading = true;
        assert_nothing_cut(&plan, "English text");
    }
}

#[test]
fn committed_text_arrives_in_every_field() {
    let (_folder, mut book) = sample_book::book();
    let mut plan = shown(&mut book, today());
    let _ = plan.update(Message::Complete, &here());
    assert_eq!(committed(&plan, "evidence", "会议记录"), [Message::Evidence("会议记录".into())]);
    assert_eq!(committed(&plan, "person", "梁"), [Message::Search("梁".into())]);
    plan.form.as_mut().unwrap().date.clear();
    assert_eq!(committed(&plan, "date", "2026"), [Message::Date("2026".into())]);
}
