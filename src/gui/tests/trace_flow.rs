//! A call to a home is written down by keyboard alone, with words from an input method, from the duty that asks for it.

use std::path::Path;

use iced::Size;
use iced::keyboard::key::Named;
use iced::keyboard::{Key, Modifiers};

use super::super::Start;
use super::super::robot::Robot;
use crate::domain::finding::Attendance;
use crate::domain::rule_book::RuleBook;
use crate::ops::preferences::Preferences;
use crate::ops::sample_book::{book_in, hand_in, morning, person, with};
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

/// Tabs on until a part has the focus.
fn tab_to(robot: &mut Robot, part: &'static str) {
    for _ in 0..60 {
        if robot.focused() == Some(part.into()) {
            return;
        }
        robot.tap(Named::Tab);
    }
    panic!("{part} is not reached");
}

#[test]
fn a_call_is_written_down_by_keys_and_an_input_method() {
    let folder = tempfile::tempdir().unwrap();
    let mut book = book_in(folder.path());
    let today = book.today();
    let ill = |n| (n, with(Attendance::Ill, &[]));
    hand_in(&mut book, morning(1, today), &[ill(103), ill(104)]);
    drop(book);
    let mut robot = Robot::start(start(folder.path()), Size::new(1024.0, 768.0));
    robot.tap(Named::F4);
    let row = |n| Some(format!("absence-{}", person(n)).into());
    assert_eq!(robot.focused(), row(103));
    assert!(robot.words().iter().any(|words| words == "未结 2"), "{:?}", robot.words());
    robot.tap(Named::Enter);
    tab_to(&mut robot, "symptom-fever");
    robot.tap(Named::Space);
    tab_to(&mut robot, "hospital");
    robot.commit("云坪镇卫生院");
    tab_to(&mut robot, "diagnosis");
    robot.commit("流行性");
    robot.commit("感冒");
    assert!(robot.words().iter().any(|words| words.contains("丙类")), "said before it is saved");
    robot.press(Key::Named(Named::Enter), Modifiers::CTRL);
    assert_eq!(robot.focused(), row(104), "the hand goes on to the next who waits");
    robot.ctrl("n");
    let book = Book::open(&start(folder.path()).open).unwrap();
    let open = book.trace_view(today).unwrap().open;
    let of = |n| open.iter().find(|line| line.key == person(n)).unwrap();
    let talk = &of(103).traces[0].talk;
    assert_eq!(talk.hospital.as_deref(), Some("云坪镇卫生院"));
    assert_eq!(talk.diagnosis.as_ref().map(|it| it.name.as_str()), Some("流行性感冒"));
    assert_eq!(of(103).words, "发热", "on the sheet as well");
    assert_eq!(of(104).traces[0].words, "没有打通");
    assert_eq!(of(104).due, Some("2026-11-23T11:12:00".parse().unwrap()));
}
