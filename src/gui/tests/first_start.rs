use iced::Size;
use iced::keyboard::{Key, Modifiers, key::Named};

use super::super::Start;
use super::super::robot::Robot;
use crate::domain::rule_book::RuleBook;
use crate::ops::first_step::FirstStep;
use crate::ops::preferences::Preferences;
use crate::ops::{Book, OpenOptions};

fn start(folder: &std::path::Path) -> Start {
    let open = OpenOptions {
        folder: folder.to_owned(),
        now: Some("2026-11-23T09:12:00".parse().unwrap()),
        seed: Some(7),
        ..OpenOptions::default()
    };
    Start { open, preferences: Preferences::default(), rules: RuleBook::shipped().unwrap(), remember: false }
}

fn window(folder: &std::path::Path) -> Robot {
    Robot::start(start(folder), Size::new(1024.0, 768.0))
}

fn book(folder: &std::path::Path) -> Book {
    Book::open(&start(folder).open).unwrap()
}

/// On the question of the folder: the last card is another folder; its button and its field follow.
fn type_folder(robot: &mut Robot, folder: &std::path::Path) {
    for _ in 0..12 {
        robot.tap(Named::ArrowDown);
    }
    robot.tap(Named::Tab);
    robot.tap(Named::Tab);
    robot.commit(&folder.display().to_string());
}

#[test]
fn by_keyboard_alone_with_a_power_cut_and_another_folder() {
    let home = tempfile::tempdir().unwrap();
    let (before, after) = (home.path().join("before"), home.path().join("另一个盘/晨检簿"));
    let mut robot = window(&before);
    robot.commit("王秀兰");
    robot.tap(Named::Enter);
    robot.commit("石桥学校");
    robot.tap(Named::Enter);
    drop(robot);
    assert_eq!(book(&before).first_step().unwrap(), Some(FirstStep::Place));

    // The power is back: the question about the folder is next. The last card is another folder.
    let mut robot = window(&before);
    type_folder(&mut robot, &after);
    robot.tap(Named::Enter);
    let view = book(&after).settings_view().unwrap();
    assert_eq!((view.school.as_str(), view.operator.as_str()), ("石桥学校", "王秀兰"));
    assert_eq!(view.first_step, Some(FirstStep::Terms));
    assert!(!before.exists(), "the book that was only begun does not stay behind");

    // Back once and on again, then the terms as they are, and the roster later.
    robot.press(Key::Named(Named::ArrowLeft), Modifiers::ALT);
    robot.tap(Named::Enter);
    robot.tap(Named::Enter);
    assert_eq!(book(&after).settings_view().unwrap().first_step, Some(FirstStep::Roster));
    assert!(book(&after).settings_view().unwrap().terms_set);
    for _ in 0..3 {
        robot.press(Key::Named(Named::Tab), Modifiers::empty());
    }
    robot.tap(Named::Enter);
    let view = book(&after).shell_view().unwrap();
    assert!(!view.first_start, "later");
    drop(robot);
    let mut robot = window(&after);
    robot.tap(Named::F9);
    assert!(!robot.ended);
}

#[test]
fn a_folder_that_cannot_be_opened_leads_back_to_the_one_before() {
    let home = tempfile::tempdir().unwrap();
    let (before, newer) = (home.path().join("before"), home.path().join("newer"));
    std::fs::create_dir(&newer).unwrap();
    std::fs::write(newer.join("chenjian.db"), "no book of ours, but long enough to be looked at").unwrap();
    let mut robot = window(&before);
    robot.commit("王秀兰");
    robot.tap(Named::Enter);
    robot.commit("石桥");
    robot.tap(Named::Enter);
    type_folder(&mut robot, &newer);
    robot.tap(Named::Enter);
    // The refusal is a dialog; the answers still go into the book before.
    robot.tap(Named::Escape);
    robot.press(Key::Named(Named::ArrowLeft), Modifiers::ALT);
    robot.commit("学校");
    robot.tap(Named::Enter);
    let school = book(&before).school().unwrap().name;
    assert!(school.contains("石桥") && school.contains("学校"), "{school}");
}
