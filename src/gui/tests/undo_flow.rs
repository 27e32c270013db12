//! Ctrl+Z: typing first, then what was done here; what nobody expects to lose is asked about.

use iced::keyboard::key::Named;

use super::super::screen::shown::Shown;
use super::one_pupil::{has, options, window};
use crate::ops::Book;

fn open_acts(folder: &std::path::Path) -> Vec<String> {
    let book = Book::open(&options(folder, "2025-10-15T09:30:00")).unwrap();
    book.undo_list().unwrap().into_iter().map(|line| line.kind).collect()
}

#[test]
fn typing_goes_first_then_what_was_done_here_and_what_is_older_is_asked_about() {
    let home = tempfile::tempdir().unwrap();
    let folder = home.path();
    let mut robot = window(folder);
    robot.tap(Named::F3);
    robot.ctrl("f");
    robot.tap(Named::ArrowDown);
    robot.tap(Named::Enter);
    assert!(matches!(robot.app.shown(), Shown::PersonForm(_)), "{:?}", robot.app.shown());
    let before = open_acts(folder);

    // Two fields are typed into: the one with the focus goes back first, and nothing else.
    robot.tap(Named::Tab);
    robot.commit("曾甲");
    robot.ctrl("s");
    let saved = open_acts(folder);
    assert_eq!(saved.len(), before.len() + 1);
    robot.commit("乙");
    robot.ctrl("z");
    assert_eq!(open_acts(folder), saved, "only the typing went");
    assert!(has(&mut robot, "刚才输入的已退回"));
    assert!(!has(&mut robot, "有内容还没保存"));

    // Without typing it is the act of this window, at once; the bar says what would be next.
    robot.ctrl("z");
    assert_eq!(open_acts(folder), before);
    assert!(has(&mut robot, "再按一次撤销："), "{:?}", robot.words());

    // The one before was done at eight, before the window was there.
    robot.ctrl("z");
    assert_eq!(robot.focused(), Some("dialog-harmless".into()));
    assert!(has(&mut robot, "2025-10-15 08:00"));
    robot.tap(Named::Escape);
    assert_eq!(open_acts(folder), before, "no is no");
    robot.ctrl("z");
    robot.confirm();
    assert_eq!(open_acts(folder).len(), before.len() - 1);
}

#[test]
fn settings_are_asked_about_even_when_they_were_just_saved() {
    let home = tempfile::tempdir().unwrap();
    let mut robot = window(home.path());
    robot.tap(Named::F9);
    robot.tap(Named::Tab);
    robot.commit("12345");
    robot.ctrl("z");
    assert_eq!(robot.focused(), Some("school-phone".into()), "the typing went, nobody was asked");
    robot.commit("12345");
    robot.ctrl("s");
    let saved = open_acts(home.path());
    assert_eq!(saved.first().map(String::as_str), Some("set"));
    robot.ctrl("z");
    assert_eq!(robot.focused(), Some("dialog-harmless".into()));
    robot.confirm();
    assert_eq!(open_acts(home.path()).len(), saved.len() - 1);
}
