//! 修改版式 in the whole window: by keys from 打印 to a version that is kept, asked about before it is lost, and undone.

use iced::keyboard::key::Named;

use super::super::screen::shown::Shown;
use super::one_pupil::{has, options, window};
use crate::ops::Book;
use crate::ops::print::PaperId;

fn is_own(folder: &std::path::Path) -> bool {
    let book = Book::open(&options(folder, "2025-10-15T09:30:00")).unwrap();
    book.paper_view(&PaperId::Form("school-day".into())).unwrap().own
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
