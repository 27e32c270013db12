use iced::Size;
use iced::keyboard::key::Named;

use super::super::Start;
use super::super::app::Message;
use super::super::robot::Robot;
use crate::domain::progress::Silent;
use crate::domain::rule_book::RuleBook;
use crate::gui::theme::Breadth;
use crate::ops::preferences::Preferences;
use crate::ops::roster::RosterOp;
use crate::ops::roster::import::ImportRequest;
use crate::ops::settings::SettingsOp;
use crate::ops::{Book, Op, OpenOptions};

/// A school with a name and nothing else.
fn start(folder: &std::path::Path) -> Start {
    let now = "2025-10-15T08:05:00".parse().unwrap();
    let open = OpenOptions {
        folder: folder.to_owned(),
        now: Some(now),
        seed: Some(7),
        operator: Some("王秀兰".into()),
        ..OpenOptions::default()
    };
    let mut book = Book::open(&open).unwrap();
    book.set_up(&SettingsOp::School { name: "石桥学校".into(), phone: None, principal: None }).unwrap();
    Start { open, preferences: Preferences::default(), rules: RuleBook::shipped().unwrap(), remember: false }
}

#[test]
fn the_window_opens_on_today_and_keys_lead_everywhere() {
    let folder = tempfile::tempdir().unwrap();
    let mut robot = Robot::start(start(folder.path()), Size::new(1024.0, 768.0));
    for key in [
        Named::F3,
        Named::F4,
        Named::F5,
        Named::F7,
        Named::F8,
        Named::F9,
        Named::F1,
        Named::F2,
        Named::Escape,
    ] {
        robot.tap(key);
    }
    assert!(!robot.ended);
}

#[test]
fn larger_text_lays_the_window_out_anew() {
    let folder = tempfile::tempdir().unwrap();
    let mut robot = Robot::start(start(folder.path()), Size::new(1020.0, 690.0));
    assert_eq!(robot.app.breadth(), Breadth::Wide);
    for _ in 0..5 {
        robot.ctrl("=");
    }
    assert_eq!(robot.app.breadth(), Breadth::Narrow);
    robot.ctrl("0");
    assert_eq!(robot.app.breadth(), Breadth::Wide);
}

#[test]
fn the_focus_stays_where_it_is_in_every_layout() {
    let folder = tempfile::tempdir().unwrap();
    let mut robot = Robot::start(start(folder.path()), Size::new(1020.0, 690.0));
    robot.tap(Named::F9);
    robot.tap(Named::Tab);
    let here = Some("school-phone".into());
    assert_eq!(robot.focused(), here);
    for _ in 0..5 {
        robot.ctrl("=");
        assert_eq!(robot.focused(), here);
    }
    assert_eq!(robot.app.breadth(), Breadth::Narrow);
    robot.ctrl("0");
    assert_eq!(robot.focused(), here);
    for width in [800.0, 500.0, 1020.0] {
        robot.say(Message::Resized(Size::new(width, 690.0)));
        assert_eq!((robot.app.breadth(), robot.focused()), (Breadth::of(width), here.clone()));
    }
}

#[test]
fn the_way_back_from_a_person_leads_to_the_class_and_asks_before_words_are_lost() {
    let folder = tempfile::tempdir().unwrap();
    let start = start(folder.path());
    let mut book = Book::open(&start.open).unwrap();
    let roster = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/rosters/04-small-school.ods");
    let request = ImportRequest { path: roster.into(), ..ImportRequest::default() };
    book.run(&Op::Roster(RosterOp::Import(Box::new(request))), &mut Silent).unwrap();
    drop(book);
    let mut robot = Robot::start(start, Size::new(1024.0, 768.0));
    robot.tap(Named::F3);
    robot.press(iced::keyboard::Key::Named(Named::ArrowDown), iced::keyboard::Modifiers::CTRL);
    let class = robot.focused().unwrap();
    assert!(format!("{class:?}").contains("part-"));
    robot.ctrl("f");
    robot.tap(Named::ArrowDown);
    robot.tap(Named::Enter);
    assert_eq!(robot.focused(), Some("person-name".into()));
    robot.tap(Named::Escape);
    robot.tap(Named::Escape);
    let row = robot.focused().unwrap();
    assert!(format!("{row:?}").contains("person-"), "the row one came from: {row:?}");
    // A new pupil is of this class.
    robot.ctrl("n");
    robot.tap(Named::Tab);
    robot.commit("甲");
    robot.tap(Named::Escape);
    robot.tap(Named::Escape);
    assert_eq!(robot.focused(), Some(row.clone()), "a class alone is nothing to lose");
    robot.tap(Named::Enter);
    robot.commit("甲");
    robot.tap(Named::Escape);
    robot.tap(Named::Escape);
    assert_eq!(robot.focused(), Some("dialog-harmless".into()));
}

#[test]
fn the_search_of_the_roster_is_reached_from_everywhere() {
    let folder = tempfile::tempdir().unwrap();
    let start = start(folder.path());
    let mut book = Book::open(&start.open).unwrap();
    let roster = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/rosters/04-small-school.ods");
    let request = ImportRequest { path: roster.into(), ..ImportRequest::default() };
    book.run(&Op::Roster(RosterOp::Import(Box::new(request))), &mut Silent).unwrap();
    drop(book);
    let mut robot = Robot::start(start, Size::new(1024.0, 768.0));
    robot.tap(Named::F3);
    let find = Some("find".into());
    assert_eq!(robot.focused(), find);
    for stop in 1..40 {
        for _ in 0..stop {
            robot.tap(Named::Tab);
        }
        let here = robot.focused();
        robot.ctrl("f");
        assert_eq!(robot.focused(), find, "from {here:?}");
    }
    // Marking keeps the hand where its keys are true.
    robot.press(iced::keyboard::Key::Named(Named::ArrowDown), iced::keyboard::Modifiers::CTRL);
    robot.ctrl("f");
    assert_eq!(robot.focused(), find);
}
