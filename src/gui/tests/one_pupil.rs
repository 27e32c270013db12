//! A school of one class and one pupil, and the window on it.

use std::path::Path;

use iced::Size;

use super::super::Start;
use super::super::robot::Robot;
use crate::domain::rule_book::RuleBook;
use crate::ops::preferences::Preferences;
use crate::ops::roster::{NewClass, NewPupil};
use crate::ops::settings::SettingsOp;
use crate::ops::{Book, OpenOptions};

/// How the book in a folder is opened at a moment.
pub(super) fn options(folder: &Path, now: &str) -> OpenOptions {
    OpenOptions {
        folder: folder.to_owned(),
        now: now.parse().ok(),
        seed: Some(7),
        operator: Some("王秀兰".into()),
        ..OpenOptions::default()
    }
}

/// The window at nine; a class and a pupil were added at eight.
pub(super) fn window(folder: &Path) -> Robot {
    let mut book = Book::open(&options(folder, "2025-10-15T08:00:00")).unwrap();
    book.set_up(&SettingsOp::School { name: "石桥学校".into(), phone: None, principal: None }).unwrap();
    book.add_class(&NewClass { label: "三年级(1)班".into(), ..NewClass::default() }).unwrap();
    let pupil = NewPupil { name: "甲甲".into(), class: "三1".into(), ..NewPupil::default() };
    book.add_pupil(&pupil).unwrap();
    drop(book);
    let open = options(folder, "2025-10-15T09:00:00");
    let start = Start {
        open,
        preferences: Preferences::default(),
        rules: RuleBook::shipped().unwrap(),
        remember: false,
    };
    Robot::start(start, Size::new(1366.0, 768.0))
}

/// Whether the window shows a text with that part.
pub(super) fn has(robot: &mut Robot, part: &str) -> bool {
    robot.words().iter().any(|word| word.contains(part))
}
