//! The school goes up to a new year by keys alone, and back to what it was.

use iced::Size;
use iced::keyboard::key::Named;
use iced::keyboard::{Key, Modifiers};

use super::super::Start;
use super::super::robot::Robot;
use crate::domain::progress::Silent;
use crate::domain::rule_book::RuleBook;
use crate::ops::preferences::Preferences;
use crate::ops::roster::RosterOp;
use crate::ops::roster::import::ImportRequest;
use crate::ops::settings::SettingsOp;
use crate::ops::{Book, Op, OpenOptions};

/// Classes by name with their head-counts, and pupils with class and number.
type Roll = (Vec<(String, usize)>, Vec<(String, u32, String)>);

/// The school on a day.
fn roll(open: &OpenOptions, day: &str) -> Roll {
    let book = Book::open(open).unwrap();
    let day = day.parse().unwrap();
    let classes = book.class_list(day).unwrap().into_iter().map(|c| (c.class, c.head_count)).collect();
    let lines = book.roster_list(day, &crate::ops::roster::RosterFilter::default()).unwrap();
    (classes, lines.into_iter().map(|line| (line.class, line.seat_no, line.name)).collect())
}

#[test]
fn the_school_goes_up_by_keys_alone_and_back() {
    let folder = tempfile::tempdir().unwrap();
    let open = OpenOptions {
        folder: folder.path().to_owned(),
        now: "2026-07-05T08:05:00".parse().ok(),
        seed: Some(7),
        operator: Some("王秀兰".into()),
        ..OpenOptions::default()
    };
    let mut book = Book::open(&open).unwrap();
    book.set_up(&SettingsOp::School { name: "石桥学校".into(), phone: None, principal: None }).unwrap();
    let roster = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/rosters/01-standard.xlsx");
    let request = ImportRequest { path: roster.into(), ..ImportRequest::default() };
    book.run(&Op::Roster(RosterOp::Import(Box::new(request))), &mut Silent).unwrap();
    drop(book);
    let (before, later) = (roll(&open, "2026-07-05"), roll(&open, "2026-09-01"));
    let start = Start {
        open: open.clone(),
        preferences: Preferences::default(),
        rules: RuleBook::shipped().unwrap(),
        remember: false,
    };
    let mut robot = Robot::start(start, Size::new(1024.0, 768.0));
    let sign = |robot: &mut Robot, sign: &str| {
        robot.press(Key::Character(sign.into()), Modifiers::empty());
    };
    robot.tap(Named::F3);
    robot.ctrl("u");
    let first = robot.focused().unwrap();
    assert!(format!("{first:?}").contains("class-"), "the first class: {first:?}");
    // The second pupil of the second class does the year again; the class is split.
    robot.tap(Named::ArrowDown);
    robot.tap(Named::Enter);
    robot.tap(Named::ArrowDown);
    sign(&mut robot, "2");
    robot.tap(Named::Escape);
    sign(&mut robot, "e");
    assert_eq!(robot.focused(), Some("target".into()));
    robot.commit("＋二（3）");
    robot.press(Key::Named(Named::Enter), Modifiers::CTRL);
    // What was typed is shown first; the same key again writes it.
    robot.press(Key::Named(Named::Enter), Modifiers::CTRL);
    assert_eq!(robot.focused(), Some("roster".into()));
    assert_eq!(roll(&open, "2026-07-05"), before, "today's classes stay");
    let (classes, _) = roll(&open, "2026-09-01");
    let count = |label: &str| classes.iter().find(|(name, _)| name == label).map(|(_, count)| *count);
    assert_eq!(count("一年级(2)班"), Some(1), "{classes:?}");
    assert_eq!(count("二年级(2)班").zip(count("二年级(3)班")), Some((22, 20)), "{classes:?}");
    // What its button asks is asked of the key as well; Esc is the harmless answer.
    let promoted = roll(&open, "2026-09-01");
    robot.ctrl("z");
    assert_eq!(robot.focused(), Some("dialog-harmless".into()));
    robot.tap(Named::Escape);
    assert_eq!(roll(&open, "2026-09-01"), promoted, "nothing is taken back unasked");
    robot.ctrl("z");
    robot.confirm();
    assert_eq!(roll(&open, "2026-09-01"), later);
    assert!(format!("{:?}", robot.focused()).contains("class-"), "the plan lies open again");
}
