//! A case is opened with person and disease found by sound, and its first report written down, by keyboard alone.

use std::path::Path;

use iced::Size;
use iced::keyboard::key::Named;
use iced::keyboard::{Key, Modifiers};

use super::super::Start;
use super::super::robot::Robot;
use crate::domain::rule_book::RuleBook;
use crate::i18n::{Language, Tr};
use crate::ops::case::CaseFilter;
use crate::ops::preferences::Preferences;
use crate::ops::sample_book::{book_in, person};
use crate::ops::{Book, OpenOptions};

fn start(folder: &Path) -> Start {
    let open = OpenOptions {
        folder: folder.to_owned(),
        now: Some("2026-11-23T09:12:00".parse().unwrap()),
        seed: Some(7),
        operator: Some("王秀兰".into()),
        ..OpenOptions::default()
    };
    Start { open, preferences: Preferences::default(), rules: RuleBook::shipped().unwrap(), remember: false }
}

#[test]
fn a_case_is_opened_and_reported_by_keys_and_an_input_method() {
    let folder = tempfile::tempdir().unwrap();
    drop(book_in(folder.path()));
    let mut robot = Robot::start(start(folder.path()), Size::new(1024.0, 768.0));
    let enter = Key::Named(Named::Enter);
    robot.tap(Named::F4);
    robot.press(Key::Named(Named::PageDown), Modifiers::CTRL);
    robot.type_keys("n");
    assert_eq!(robot.focused(), Some("find-person".into()));
    // Enter takes whom it finds, and says where nobody is found.
    robot.commit("没有的人");
    robot.tap(Named::Enter);
    assert!(robot.words().iter().any(|words| words.starts_with("没有这样的人")), "{:?}", robot.words());
    for _ in 0..4 {
        robot.tap(Named::Backspace);
    }
    robot.commit("学生0103");
    robot.tap(Named::Enter);
    assert_eq!(robot.focused(), Some("find-disease".into()), "{:?}", robot.words());
    // Without a disease the form stays and says so there; the bottom bar shows the keys of the form.
    robot.press(enter.clone(), Modifiers::CTRL);
    assert_eq!(robot.focused(), Some("find-disease".into()));
    let words = robot.words();
    assert!(
        words.iter().any(|words| words == &Tr::new(Language::Chinese).case_disease_missing()),
        "{words:?}"
    );
    assert!(words.iter().any(|words| words == "Ctrl+Enter") && !words.contains(&"打电话记录".to_owned()));
    robot.commit("流腮");
    robot.tap(Named::Enter);
    assert_eq!(robot.focused(), Some("certainty".into()), "{:?}", robot.words());
    robot.press(enter.clone(), Modifiers::CTRL);
    assert!(robot.words().iter().any(|words| words == "病例 1"), "{:?}", robot.words());
    assert!(robot.words().iter().any(|words| words.contains("剩 24 小时")), "{:?}", robot.words());
    robot.type_keys("r");
    assert_eq!(robot.focused(), Some("tell-person".into()));
    robot.commit("蒙国庆");
    robot.press(enter, Modifiers::CTRL);
    let book = Book::open(&start(folder.path()).open).unwrap();
    let lines = book.case_lines(&CaseFilter::default()).unwrap();
    assert_eq!((lines.len(), lines[0].person, lines[0].disease.as_str()), (1, person(103), "mumps"));
    assert_eq!(lines[0].clock.open, ["principal", "clinic", "office"]);
    let told = &book.case_view(lines[0].key).unwrap().entries[0];
    assert_eq!(told.person.as_deref(), Some("蒙国庆"));
    // Taken back from anywhere, the report is owed again.
    robot.ctrl("z");
    let lines = book.case_lines(&CaseFilter::default()).unwrap();
    assert_eq!(lines[0].clock.open.len(), 4);
}
