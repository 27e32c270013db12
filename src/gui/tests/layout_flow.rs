//! 修改版式 in the whole window: by keys from 打印 to a version that is kept, asked about before it is lost, and undone.

use iced::Size;
use iced::keyboard::key::Named;

use super::super::Start;
use super::super::robot::Robot;
use super::super::screen::shown::Shown;
use crate::domain::rule_book::RuleBook;
use crate::ops::preferences::Preferences;
use crate::ops::print::PaperId;
use crate::ops::roster::{NewClass, NewPupil};
use crate::ops::settings::SettingsOp;
use crate::ops::{Book, OpenOptions};

fn options(folder: &std::path::Path, now: &str) -> OpenOptions {
    OpenOptions {
        folder: folder.to_owned(),
        now: now.parse().ok(),
        seed: Some(7),
        operator: Some("王秀兰".into()),
        ..OpenOptions::default()
    }
}

fn window(folder: &std::path::Path) -> Robot {
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

fn is_own(folder: &std::path::Path) -> bool {
    let book = Book::open(&options(folder, "2025-10-15T09:30:00")).unwrap();
    book.paper_view(&PaperId::Form("school-day".into())).unwrap().own
}

fn has(robot: &mut Robot, part: &str) -> bool {
    robot.words().iter().any(|word| word.contains(part))
}

#[test]
fn a_layout_is_changed_by_keys_asked_about_kept_and_undone() {
    let home = tempfile::tempdir().unwrap();
    let folder = home.path();
    let mut robot = window(folder);
    robot.tap(Named::F7);
    robot.type_keys("e");
    assert!(matches!(robot.app.shown(), Shown::PaperEditor(_)), "{:?}", robot.app.shown());
    robot.tap(Named::Enter);
    robot.commit("甲");
    assert!(has(&mut robot, "日报表甲"), "{:?}", robot.words());
    robot.tap(Named::Enter);
    // The second row is a column: the space bar leaves it out.
    robot.tap(Named::ArrowDown);
    robot.tap(Named::ArrowDown);
    robot.tap(Named::ArrowDown);
    robot.tap(Named::ArrowDown);
    robot.tap(Named::Space);
    assert!(has(&mut robot, "不印"), "{:?}", robot.words());
    robot.tap(Named::F2);
    assert!(has(&mut robot, "版式改过，还没有保存。"), "{:?}", robot.words());
    robot.tap(Named::Escape);
    assert!(matches!(robot.app.shown(), Shown::PaperEditor(_)) && !is_own(folder));
    robot.ctrl("s");
    assert!(has(&mut robot, "已保存为本校版") && is_own(folder), "{:?}", robot.words());
    robot.ctrl("z");
    assert!(!is_own(folder) && !has(&mut robot, "日报表甲"), "{:?}", robot.words());
}
