use iced::Size;
use iced::keyboard::key::Named;

use super::super::Start;
use super::super::robot::Robot;
use crate::domain::rule_book::RuleBook;
use crate::gui::theme::Breadth;
use crate::ops::preferences::Preferences;
use crate::ops::settings::SettingsOp;
use crate::ops::{Book, OpenOptions};

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
    for key in [Named::F3, Named::F5, Named::F7, Named::F8, Named::F9, Named::F1, Named::F2, Named::Escape] {
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
