//! Keys that are typed before the window has drawn what the one before did: none is lost, none means another place; and
//! where Esc leads.

use iced::Size;
use iced::keyboard::key::Named;
use iced::keyboard::{Key, Modifiers};

use super::super::Start;
use super::super::robot::Robot;
use crate::domain::finding::Finding;
use crate::domain::rule_book::RuleBook;
use crate::domain::symptom::SymptomCode;
use crate::ops::preferences::Preferences;
use crate::ops::sample_book::{book_in, morning, person};
use crate::ops::{Book, OpenOptions};

fn open(folder: &std::path::Path) -> OpenOptions {
    OpenOptions {
        folder: folder.to_owned(),
        now: "2026-11-23T08:05:00".parse().ok(),
        seed: Some(7),
        operator: Some("王秀兰".into()),
        ..OpenOptions::default()
    }
}

/// Types on the sheet of the first class in goes; who coughs then, by seat, and whose temperature is known.
fn typed(goes: &[&str]) -> (Vec<u128>, Vec<u128>) {
    let folder = tempfile::tempdir().unwrap();
    let today = book_in(folder.path()).today();
    let start = Start {
        open: open(folder.path()),
        preferences: Preferences::default(),
        rules: RuleBook::shipped().unwrap(),
        remember: false,
    };
    let mut robot = Robot::start(start, Size::new(1024.0, 768.0));
    robot.tap(Named::Home);
    robot.tap(Named::Enter);
    robot.type_in_goes(goes);
    drop(robot);
    let book = Book::open(&open(folder.path())).unwrap();
    let key = morning(1, today);
    let lines = book.sheet_view(key).unwrap().lines;
    let cough = SymptomCode::new("cough");
    let of = |is: &dyn Fn(&Finding) -> bool| -> Vec<u128> {
        let line = |n: u128| lines.iter().find(|line| line.person == person(n));
        (101..=112).filter(|n| line(*n).and_then(|line| line.finding.as_ref()).is_some_and(is)).collect()
    };
    (of(&|finding| finding.symptoms.contains(&cough)), of(&|finding| finding.temperature.is_some()))
}

#[test]
fn keys_behind_enter_belong_to_the_row_however_they_arrive() {
    for goes in [
        &["1", "⏎", "k", "⏎", "2 3-4", "⏎", "k", "⏎"][..],
        &["1⏎k⏎2 3-4⏎k⏎"],
        &["1⏎k⏎", "2 3-4⏎k⏎"],
        &["1⏎k⏎2", " 3-4⏎k", "⏎"],
        &["1⏎", "k⏎2 3-", "4⏎", "k⏎"],
        &["1⏎k", "⏎2 3-4", "⏎k⏎"],
    ] {
        assert_eq!(typed(goes).0, [101, 102, 103, 104], "{goes:?}");
    }
    for goes in
        [&["2", "⏎", "k", "3", "8", "5", "⏎"][..], &["2⏎k385⏎"], &["2", "⏎k3", "85⏎"], &["2⏎", "k385", "⏎"]]
    {
        assert_eq!(typed(goes), (vec![102], vec![102]), "{goes:?}");
    }
}

#[test]
fn esc_goes_up_and_never_round() {
    let folder = tempfile::tempdir().unwrap();
    drop(book_in(folder.path()));
    let start = Start {
        open: open(folder.path()),
        preferences: Preferences::default(),
        rules: RuleBook::shipped().unwrap(),
        remember: false,
    };
    let mut robot = Robot::start(start, Size::new(1024.0, 768.0));
    let shows = |robot: &mut Robot, words: &str| robot.words().iter().any(|known| known == words);
    robot.tap(Named::PageUp);
    assert!(shows(&mut robot, "11 月 22 日"), "{:?}", robot.words());
    robot.tap(Named::PageUp);
    robot.tap(Named::PageUp);
    robot.tap(Named::Enter);
    // The sheet says of which day it is, and so does its way back.
    assert!(shows(&mut robot, "三（1）班 晨检"), "{:?}", robot.words());
    assert!(shows(&mut robot, "11 月 20 日"));
    robot.tap(Named::Escape);
    assert!(!shows(&mut robot, "三（1）班 晨检") && shows(&mut robot, "11 月 20 日"), "{:?}", robot.words());
    robot.tap(Named::Escape);
    assert!(!shows(&mut robot, "11 月 20 日"), "today: {:?}", robot.words());
    robot.tap(Named::Escape);
    assert!(!shows(&mut robot, "11 月 20 日") && !shows(&mut robot, "三（1）班 晨检"));
    // The tabs of 追踪 are one place.
    robot.tap(Named::F4);
    for _ in 0..3 {
        robot.press(Key::Named(Named::PageDown), Modifiers::CTRL);
    }
    robot.tap(Named::Escape);
    assert!(robot.words().iter().any(|words| words.starts_with("待办")), "{:?}", robot.words());
}
