//! Importing by keyboard alone: a file whose header is not understood, then one with doubtful rows.

use std::path::Path;

use iced::Size;
use iced::keyboard::key::Named;
use iced::keyboard::{Key, Modifiers};

use super::super::Start;
use super::super::app::Message;
use super::super::robot::Robot;
use super::super::screen::shown::Shown;
use crate::domain::rule_book::RuleBook;
use crate::ops::preferences::Preferences;
use crate::ops::roster::import::Field;
use crate::ops::roster::{RosterFilter, RosterLine};
use crate::ops::settings::SettingsOp;
use crate::ops::{Book, OpenOptions};

fn start(folder: &Path) -> Start {
    let open = OpenOptions {
        folder: folder.to_owned(),
        now: Some("2025-10-15T08:05:00".parse().unwrap()),
        seed: Some(7),
        operator: Some("王秀兰".into()),
        ..OpenOptions::default()
    };
    Start { open, preferences: Preferences::default(), rules: RuleBook::shipped().unwrap(), remember: false }
}

fn window(folder: &Path) -> Robot {
    Robot::start(start(folder), Size::new(1024.0, 768.0))
}

fn pupils(folder: &Path) -> Vec<RosterLine> {
    let book = Book::open(&start(folder).open).unwrap();
    book.roster_list("2025-10-15".parse().unwrap(), &RosterFilter::default()).unwrap()
}

fn confirm(robot: &mut Robot) {
    robot.press(Key::Named(Named::Enter), Modifiers::CTRL);
}

/// From 名册 to the sheets of a file.
fn open(robot: &mut Robot, file: &Path) {
    robot.tap(Named::F3);
    robot.ctrl("i");
    robot.commit(&file.display().to_string());
    robot.tap(Named::Enter);
}

#[test]
fn a_doubtful_file_is_decided_by_keys_and_taken_back_by_one() {
    let home = tempfile::tempdir().unwrap();
    let (folder, file) = (home.path().join("data"), home.path().join("名单.csv"));
    let school = SettingsOp::School { name: "石桥学校".into(), phone: None, principal: None };
    Book::open(&start(&folder).open).unwrap().set_up(&school).unwrap();
    // A header that nobody understands: the second column is set to 姓名, the third to 出生日期.
    std::fs::write(
        &file,
        "班级,孩子,生于\n三年级1班,甲甲,2017-03-01\n三年级1班,乙乙,2017-03-02\n三年级1班,丙丙,2017-03-03\n三年级1班,丁丁,2017-03-04\n",
    )
    .unwrap();
    let mut robot = window(&folder);
    open(&mut robot, &file);
    robot.tap(Named::PageDown);
    robot.tap(Named::ArrowDown);
    robot.tap(Named::Enter);
    robot.tap(Named::ArrowDown);
    robot.tap(Named::Enter);
    robot.tap(Named::ArrowDown);
    robot.tap(Named::Enter);
    // 出生日期 is the twelfth meaning.
    for _ in 0..12 {
        robot.tap(Named::ArrowDown);
    }
    robot.tap(Named::Enter);
    confirm(&mut robot);
    confirm(&mut robot);
    assert_eq!(pupils(&folder).len(), 4);

    // Now three pupils stand in another class without a number: the same one, another one, left out; 丁丁 is missing.
    std::fs::write(
        &file,
        "班级,孩子,生于\n三年级2班,甲甲,2017-03-01\n三年级2班,乙乙,2017-03-02\n三年级2班,丙丙,2017-03-03\n三年级1班,戊戊,2017-03-05\n",
    )
    .unwrap();
    open(&mut robot, &file);
    // The header is known by now. Nothing is written unasked while rows are undecided.
    confirm(&mut robot);
    confirm(&mut robot);
    assert_eq!(pupils(&folder).len(), 4);
    robot.tap(Named::Escape);
    robot.type_keys("123");
    confirm(&mut robot);
    let lines = pupils(&folder);
    let classes = |name: &str| -> Vec<&str> {
        lines.iter().filter(|line| line.name == name).map(|line| line.class.as_str()).collect()
    };
    assert_eq!(classes("甲甲"), ["三年级2班"], "the same one has moved");
    assert_eq!(classes("乙乙").len(), 2, "another one of that name");
    assert_eq!(classes("丙丙"), ["三年级1班"], "left out");
    assert_eq!((classes("戊戊").len(), classes("丁丁").len()), (1, 1));
    // The report is saved beside the file.
    robot.ctrl("s");
    robot.tap(Named::Enter);
    let saved = |ending: &str| home.path().join(format!("名单-导入结果.{ending}")).is_file();
    assert!(saved("pdf"));
    robot.ctrl("e");
    robot.tap(Named::Enter);
    assert!(saved("xlsx"));
    robot.ctrl("z");
    robot.confirm();
    assert_eq!(pupils(&folder).len(), 4, "one step takes the whole file back");
}

#[test]
fn a_dropped_file_is_opened_wherever_it_falls() {
    let home = tempfile::tempdir().unwrap();
    let (folder, file) = (home.path().join("data"), home.path().join("名单.csv"));
    let school = SettingsOp::School { name: "石桥学校".into(), phone: None, principal: None };
    Book::open(&start(&folder).open).unwrap().set_up(&school).unwrap();
    std::fs::write(&file, "班级,姓名,出生日期\n三年级1班,甲甲,2017-03-01\n").unwrap();
    let mut robot = window(&folder);
    robot.tap(Named::F9);
    robot.say(Message::Dropped(file.clone()));
    confirm(&mut robot);
    confirm(&mut robot);
    assert_eq!(pupils(&folder).len(), 1);
    // On the first start it would lead away from the questions.
    let other = home.path().join("other");
    let mut robot = window(&other);
    robot.say(Message::Dropped(file));
    confirm(&mut robot);
    confirm(&mut robot);
    assert!(pupils(&other).is_empty());
}

#[test]
fn keys_typed_faster_than_the_window_is_painted_mean_the_chosen_row() {
    let home = tempfile::tempdir().unwrap();
    let (folder, file) = (home.path().join("data"), home.path().join("名单.csv"));
    let school = SettingsOp::School { name: "石桥学校".into(), phone: None, principal: None };
    Book::open(&start(&folder).open).unwrap().set_up(&school).unwrap();
    std::fs::write(&file, "班级,姓名,出生日期,家庭电话\n三年级1班,甲甲,2017-03-01,16311110001\n").unwrap();
    let mut robot = window(&folder);
    open(&mut robot, &file);
    let meaning = |robot: &Robot, at: usize| match robot.app.shown() {
        Shown::Import(import) => import.columns().unwrap().1.get(at).unwrap().field,
        other => panic!("{other:?}"),
    };
    assert_eq!(meaning(&robot, 2), Some(Field::Birth));
    // Down, down, Enter: the third column; Home is no key here; up to 不导入 at the top, Enter.
    let ups = [Named::ArrowUp; 40];
    robot.tap_at_once(&[Named::ArrowDown, Named::ArrowDown, Named::Enter]);
    robot.tap_at_once(&ups);
    robot.tap_at_once(&[Named::Enter]);
    assert_eq!((meaning(&robot, 0), meaning(&robot, 1)), (Some(Field::Class), Some(Field::Name)));
    assert_eq!(meaning(&robot, 2), None);
    // All of it at once: up to the second column, open it, one meaning on, take it.
    let name = meaning(&robot, 1);
    robot.tap_at_once(&[Named::ArrowUp, Named::Enter, Named::ArrowDown, Named::Enter, Named::ArrowDown]);
    assert_ne!(meaning(&robot, 1), name);
    match robot.app.shown() {
        Shown::Import(import) => assert_eq!(import.columns().unwrap().0, 2),
        other => panic!("{other:?}"),
    }
}

#[test]
fn three_thousand_rows_are_walked_by_keys_and_wheel() {
    use std::fmt::Write as _;
    let home = tempfile::tempdir().unwrap();
    let (folder, file) = (home.path().join("data"), home.path().join("名单.csv"));
    let school = SettingsOp::School { name: "石桥学校".into(), phone: None, principal: None };
    Book::open(&start(&folder).open).unwrap().set_up(&school).unwrap();
    let mut text = "班级,姓名,出生日期,身份证号\n".to_owned();
    for at in 0..3000 {
        let _ = writeln!(text, "三年级{}班,学生{at},2017-03-{:02},", at % 60 + 1, at % 28 + 1);
    }
    std::fs::write(&file, text).unwrap();
    let mut robot = window(&folder);
    open(&mut robot, &file);
    confirm(&mut robot);
    let shown = |robot: &mut Robot, name: &str| robot.words().iter().any(|word| word == name);
    assert!(shown(&mut robot, "学生0") && !shown(&mut robot, "学生2000"));
    for (key, name) in [(Named::PageDown, "学生12"), (Named::End, "学生2999"), (Named::Home, "学生0")] {
        robot.tap(key);
        assert!(shown(&mut robot, name), "{key:?}");
        assert!(robot.words().len() < 1500, "rows are made only near what is in sight");
    }
    // The wheel alone goes from page to page.
    for _ in 0..40 {
        robot.wheel_at(iced::Point::new(500.0, 450.0), -6.0);
    }
    assert!(shown(&mut robot, "学生520"), "{:?}", robot.words());
    assert!(robot.words().len() < 1500);
}
