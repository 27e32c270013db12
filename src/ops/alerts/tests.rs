mod clocks;
mod days;
mod growth;
mod settled;
mod week;

use chrono::{Days, NaiveDate};

use super::*;
use crate::domain::finding::{Attendance, Finding};
use crate::domain::free_group::FreeGroupKind;
use crate::domain::illness_case::{CaseFacts, Certainty};
use crate::domain::obligation::ObligationState;
use crate::domain::temperature::{Site, Temperature};
use crate::ops::case::CaseDraft;
use crate::ops::clock::FixedClock;
use crate::ops::roster::FreeGroupOp;
use crate::ops::sample_book::{book, hand_in, morning, person, with};
use crate::storage::StorageError;

fn day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 23).unwrap()
}

fn ill(n: u128, code: &str) -> (u128, Finding) {
    (n, with(Attendance::Ill, &[code]))
}

fn hot(n: u128) -> (u128, Finding) {
    let cough = with(Attendance::Ill, &["cough"]);
    (n, Finding { temperature: Temperature::new(386, Site::Axillary), ..cough })
}

fn answer(key: &str) -> AnswerRequest {
    AnswerRequest { key: key.to_owned(), comment: "已电话核实".into(), reported_to: None, event: None }
}

/// The keys on the banner.
fn banner(book: &Book, date: NaiveDate) -> Vec<String> {
    let alerts = book.unanswered(book.alerts_around(date).unwrap()).unwrap();
    alerts.iter().map(Alert::key).collect()
}

fn state(book: &Book, date: NaiveDate) -> Option<ObligationState> {
    book.todo(date).unwrap().into_iter().find(|line| line.rule == "cn2006-1d3").map(|line| line.state)
}

#[test]
fn two_rules_that_say_the_same_of_the_same_children_are_one_call() {
    let (_folder, mut book) = book();
    let five: Vec<_> = (101..=105).map(|n| ill(n, "vomiting")).collect();
    hand_in(&mut book, morning(1, day()), &five);
    let keys = banner(&book, day());
    assert_eq!(keys.len(), 2, "{keys:?}");
    let calls = |book: &Book| {
        let todo = book.todo(day()).unwrap();
        todo.into_iter()
            .filter(|line| line.rule.starts_with("cn2006"))
            .map(|line| line.state)
            .collect::<Vec<_>>()
    };
    assert_eq!(calls(&book), [ObligationState::Open]);
    // To have seen one says nothing of the other; to have reported it does.
    book.answer_alert(&answer(&keys[0])).unwrap();
    assert_eq!(banner(&book, day()), keys[1..]);
    book.undo(None).unwrap();
    book.answer_alert(&AnswerRequest { reported_to: Some("云坪镇卫生院".into()), ..answer(&keys[0]) })
        .unwrap();
    assert!(banner(&book, day()).is_empty());
    assert_eq!(calls(&book), [ObligationState::Done]);
    // A sixth child is news for both.
    hand_in(&mut book, morning(1, day()), &[ill(106, "vomiting")]);
    assert_eq!(banner(&book, day()).len(), 2);
}

#[test]
fn what_is_answered_leaves_the_banner_until_it_grows_or_is_undone() {
    let (_folder, mut book) = book();
    hand_in(
        &mut book,
        morning(1, day()),
        &[ill(101, "vomiting"), ill(102, "vomiting"), ill(103, "vomiting")],
    );
    let [key] = banner(&book, day()).try_into().unwrap();
    assert_eq!(state(&book, day()), Some(ObligationState::Open));
    book.answer_alert(&AnswerRequest { reported_to: Some(" 云坪镇卫生院 ".into()), ..answer(&key) }).unwrap();
    assert!(banner(&book, day()).is_empty());
    assert_eq!(state(&book, day()), Some(ObligationState::Done));
    let line = book.alert_lines(day()).unwrap().remove(0);
    let said = line.answer.unwrap();
    assert!(said.stands && line.key == key);
    assert_eq!((said.words[0].by.as_str(), said.words[0].comment.as_str()), ("王秀兰", "已电话核实"));
    assert_eq!(said.words[0].reported_to.as_deref(), Some("云坪镇卫生院"));
    // A fourth falls ill: it comes back, and what was said stays.
    book.record(morning(1, day()), person(104), &with(Attendance::Ill, &["vomiting"])).unwrap();
    assert_eq!(banner(&book, day()), [key.as_str()]);
    assert!(!book.alert_view_of(&key).unwrap().answer.unwrap().stands);
    book.answer_alert(&answer(&key)).unwrap();
    let said = book.alert_view_of(&key).unwrap().answer.unwrap();
    assert_eq!((said.words.len(), said.event.as_deref(), said.stands), (2, None, true));
    assert!(book.undo(None).unwrap().operation.words.contains("预警"));
    assert_eq!(banner(&book, day()), [key.as_str()]);
    let missing = book.answer_alert(&answer("cn2006-1d3/school/rash/2026-11-23")).unwrap_err();
    assert!(matches!(missing, OpError::NoSuchAlert { .. }));
    assert!(matches!(book.answer_alert(&answer("x")), Err(OpError::NoSuchAlert { .. })));
}

#[test]
fn what_nobody_answers_is_late_and_stays_so() {
    let (_folder, mut book) = book();
    hand_in(&mut book, morning(1, day()), &[ill(101, "rash"), ill(102, "rash"), ill(103, "rash")]);
    let [key] = banner(&book, day()).try_into().unwrap();
    let on = |n| day() + Days::new(n);
    book.clock = Box::new(FixedClock(on(3).and_hms_opt(8, 6, 0).unwrap()));
    assert_eq!(state(&book, on(3)), Some(ObligationState::Late), "three days later it is still asked for");
    assert!(banner(&book, on(3)).is_empty(), "the banner is of today");
    book.answer_alert(&answer(&key)).unwrap();
    assert_eq!(state(&book, on(3)), Some(ObligationState::Late), "to have seen it is no report");
    book.answer_alert(&AnswerRequest { reported_to: Some("云坪镇卫生院".into()), ..answer(&key) }).unwrap();
    assert_eq!(state(&book, on(3)), None);
}

#[test]
fn a_long_run_keeps_its_key_and_its_answer() {
    let (_folder, mut book) = book();
    let first = NaiveDate::from_ymd_opt(2026, 9, 7).unwrap();
    // Every day three fall ill with fever, for six weeks.
    for (n, date) in first.iter_days().take(42).enumerate() {
        book.clock = Box::new(FixedClock(date.and_hms_opt(8, 0, 0).unwrap()));
        let three = [0, 1, 2].map(|k| 101 + ((n * 3 + k) % 12) as u128);
        let key = crate::domain::sheet::SheetKey {
            session: crate::domain::session::Session::AllDay,
            ..morning(1, date)
        };
        for who in three {
            let finding = Finding { onset: Some(date), ..with(Attendance::Present, &["fever"]) };
            book.record(key, person(who), &finding).unwrap();
        }
    }
    let last = first + Days::new(41);
    let alert = book.alerts_on(last).unwrap().into_iter().find(|alert| alert.rule == "cn2006-1d3").unwrap();
    assert_eq!(alert.raised_on, first);
    book.answer_alert(&answer(&alert.key())).unwrap();
    assert!(!banner(&book, last).contains(&alert.key()));
}

#[test]
fn a_share_of_the_class_and_a_choice_of_rules() {
    let (_folder, mut book) = book();
    // 九（1） has five: two are 40 %.
    hand_in(&mut book, morning(3, day()), &[hot(301), hot(302)]);
    let alert = book.alerts_on(day()).unwrap().remove(0);
    assert_eq!((alert.rule.as_str(), alert.count, alert.head_count), ("ili-class-30", 2, Some(5)));
    let view = book.alert_view_of(&alert.key()).unwrap();
    assert_eq!(view.rule.edition.as_deref(), Some("流感样病例停课参考"));
    assert_eq!((view.people.len(), view.people[0].group_name.as_str()), (2, "九（1）"));
    book.choose_rules("ili-guide", false).unwrap();
    assert!(book.alerts_on(day()).unwrap().is_empty());
    let edition = |book: &Book, date| {
        book.editions(date).unwrap().into_iter().find(|edition| edition.id == "ili-guide").unwrap()
    };
    let line = edition(&book, day());
    assert!(!line.on && line.chosen.unwrap().by == "王秀兰");
    assert!(edition(&book, day() - Days::new(1)).on, "yesterday was judged by it");
    assert!(book.undo(None).unwrap().operation.words.contains("流感样病例停课参考"));
    assert_eq!(book.alerts_on(day()).unwrap().len(), 1);
    for id in ["cn2006", "x"] {
        assert!(matches!(book.choose_rules(id, false), Err(OpError::NoSuchRules { .. })));
    }
}

#[test]
fn those_who_ate_together_are_counted_over_classes() {
    let (_folder, mut book) = book();
    let add = FreeGroupOp::Add { label: "一号窗口".into(), kind: FreeGroupKind::Meal };
    let group = book.change_free_group(&add).unwrap();
    let people = [101, 102, 201, 202, 301];
    let persons = people.map(person).to_vec();
    book.change_free_group(&FreeGroupOp::Join { persons, group, from: day() }).unwrap();
    hand_in(&mut book, morning(1, day()), &[ill(101, "vomiting"), ill(102, "diarrhoea")]);
    hand_in(&mut book, morning(2, day()), &[ill(201, "vomiting"), ill(202, "abdominal_pain")]);
    assert!(banner(&book, day()).is_empty());
    hand_in(&mut book, morning(3, day()), &[ill(301, "diarrhoea")]);
    let [key] = banner(&book, day()).try_into().unwrap();
    let view = book.alert_view_of(&key).unwrap();
    assert_eq!(
        (view.scope.as_str(), view.alert.count, view.rule.name.as_str()),
        ("一号窗口", 5, "同餐 5 例")
    );
    assert_eq!(view.people.iter().map(|p| p.person).collect::<Vec<_>>(), people.map(person));
    // It stands on the sheet of every class that it counts.
    let sheet = book.sheet_view(morning(2, day())).unwrap();
    assert_eq!(sheet.alerts.iter().map(|alert| alert.key.as_str()).collect::<Vec<_>>(), [key.as_str()]);
}

#[test]
fn a_book_of_the_first_format_keeps_its_groups() -> Result<(), StorageError> {
    let (_folder, mut book) = book();
    for (label, kind) in
        [("东线", FreeGroupKind::Bus), ("午餐", FreeGroupKind::Meal), ("棋", FreeGroupKind::Free)]
    {
        book.change_free_group(&FreeGroupOp::Add { label: label.into(), kind }).unwrap();
    }
    let kinds: Vec<_> = book.store.free_groups()?.into_iter().map(|group| group.kind).collect();
    assert_eq!(kinds, [FreeGroupKind::Bus, FreeGroupKind::Free, FreeGroupKind::Meal]);
    Ok(())
}

#[test]
fn cases_of_a_disease_alert_by_onset_and_the_clock_runs_from_their_learning() {
    let (_folder, mut book) = book();
    book.choose_rules("huzhou-2023", true).unwrap();
    let open = |book: &mut Book, n: u128, minute: u32, back: u64, certainty: Certainty| {
        let facts = CaseFacts { certainty, onset: Some(day() - Days::new(back)), ..CaseFacts::default() };
        let known_at = day().and_hms_opt(8, minute, 0);
        let draft = CaseDraft { disease: "measles".into(), known_at, facts, ..CaseDraft::default() };
        let _ = book.open_case(person(n), &draft, None).unwrap();
    };
    open(&mut book, 101, 1, 9, Certainty::Suspected);
    open(&mut book, 102, 2, 0, Certainty::RuledOut);
    assert!(book.alerts_on(day()).unwrap().is_empty());
    open(&mut book, 201, 3, 0, Certainty::Diagnosed);
    let alert = book.alerts_on(day()).unwrap().remove(0);
    assert_eq!((alert.rule.as_str(), alert.count, alert.raised_on), ("huzhou-measles", 2, day()));
    let view = book.alert_view_of(&alert.key()).unwrap();
    assert_eq!((view.subject.as_deref(), view.rule.local), (Some("麻疹"), true));
    let duty = book.todo(day()).unwrap().into_iter().find(|line| line.rule == "huzhou-measles").unwrap();
    assert_eq!(duty.due.to_string(), "2026-11-24 08:03:00", "from when the second was known");
}
