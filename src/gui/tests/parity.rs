//! One scenario through the acts, the command line and the window gives one book.

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::path::Path;

use iced::Size;
use iced::keyboard::key::Named;

use super::super::Start;
use super::super::robot::Robot;
use crate::cli::{self, Call};
use crate::domain::finding::Finding;
use crate::domain::session::Session;
use crate::domain::sheet::SheetKey;
use crate::domain::symptom::SymptomCode;
use crate::domain::temperature::{Site, Temperature};
use crate::ops::check::HandIn;
use crate::ops::preferences::Preferences;
use crate::ops::{Book, OpenOptions};

const NOW: &str = "2025-10-15T08:05:00";

fn options(folder: &Path) -> OpenOptions {
    OpenOptions {
        folder: folder.to_owned(),
        now: Some(NOW.parse().unwrap()),
        seed: Some(7),
        operator: Some("王秀兰".into()),
        ..OpenOptions::default()
    }
}

/// The command line in this process.
fn command_line(folder: &Path, words: &[&str]) {
    let common = [
        "chenjian",
        "--now",
        "2025-10-15T08:05",
        "--by",
        "王秀兰",
        "--lang",
        "zh-CN",
        "--id-seed",
        "7",
        "--json",
    ];
    let mut arguments: Vec<OsString> = common.iter().map(OsString::from).collect();
    arguments.push("--data".into());
    arguments.push(folder.into());
    arguments.extend(words.iter().map(OsString::from));
    assert!(matches!(cli::call(arguments), Call::Done(0)), "{words:?}");
}

/// A school with the 365 pupils of roster file 01.
fn school(folder: &Path) {
    let roster = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/rosters/01-standard.xlsx");
    command_line(folder, &["school", "--name", "石桥学校"]);
    command_line(folder, &["roster", "import", roster.to_str().unwrap()]);
}

/// 一（1） nil; 一（2） seat 3 fever at 38.2 and cough, seat 5 ill; confirmed; 二（1） nil and taken back.
fn by_acts(folder: &Path) {
    let mut book = Book::open(&options(folder)).unwrap();
    let key = |book: &Book, class: &str| SheetKey {
        group: book.find_class(class, book.today()).unwrap().group,
        date: book.today(),
        session: Session::Morning,
    };
    let first = key(&book, "一1班");
    book.set_nil(first).unwrap();
    let second = key(&book, "一2班");
    let lines = book.sheet_view(second).unwrap().lines;
    let person = |seat: u32| lines.iter().find(|line| line.seat_no == seat).unwrap().person;
    let mut finding = Finding { temperature: Temperature::new(382, Site::Axillary), ..Finding::default() };
    finding.symptoms.extend(["fever", "cough"].map(SymptomCode::new));
    book.record(second, person(3), &finding).unwrap();
    let ill = Finding { attendance: crate::domain::finding::Attendance::Ill, ..Finding::default() };
    book.record(second, person(5), &ill).unwrap();
    book.confirm(second, &HandIn::default()).unwrap();
    let third = key(&book, "二1班");
    book.set_nil(third).unwrap();
    book.undo(None).unwrap();
}

fn by_command_line(folder: &Path) {
    let book = Book::open(&options(folder)).unwrap();
    let group = book.find_class("一2班", book.today()).unwrap().group;
    let key = SheetKey { group, date: book.today(), session: Session::Morning };
    let lines = book.sheet_view(key).unwrap().lines;
    let person = |seat: u32| lines.iter().find(|line| line.seat_no == seat).unwrap().person.to_string();
    let (three, five) = (person(3), person(5));
    drop(book);
    command_line(folder, &["check", "nil", "--class", "一（1）"]);
    command_line(
        folder,
        &[
            "check",
            "record",
            "--person",
            &three,
            "--symptom",
            "fever",
            "--symptom",
            "cough",
            "--temp",
            "38.2",
        ],
    );
    command_line(folder, &["check", "record", "--person", &five, "--absence", "ill"]);
    command_line(folder, &["check", "confirm", "--class", "一2"]);
    command_line(folder, &["check", "nil", "--class", "二（1）"]);
    command_line(folder, &["undo"]);
}

/// By keyboard alone, as the help sheet has it.
fn by_window(folder: &Path) {
    let start = Start {
        open: options(folder),
        preferences: Preferences::default(),
        rules: crate::domain::rule_book::RuleBook::shipped().unwrap(),
        remember: false,
    };
    let mut robot = Robot::start(start, Size::new(1024.0, 768.0));
    robot.type_keys("0");
    robot.tap(Named::Enter);
    robot.type_keys("3");
    robot.tap(Named::Enter);
    robot.type_keys("fk382");
    robot.tap(Named::Enter);
    robot.type_keys("5");
    robot.tap(Named::Enter);
    robot.type_keys("b");
    robot.press(iced::keyboard::Key::Named(Named::Enter), iced::keyboard::Modifiers::CTRL);
    robot.tap(Named::F2);
    robot.type_keys("0");
    robot.ctrl("z");
}

/// The records of a book with the keys of people and classes as names, journal and times of saving aside.
fn dump(folder: &Path) -> BTreeMap<String, Vec<String>> {
    let book = rusqlite::Connection::open(folder.join("chenjian.db")).unwrap();
    let mut names: Vec<(String, String)> = Vec::new();
    for sql in ["SELECT id, name FROM person", "SELECT id, label FROM school_class"] {
        let mut statement = book.prepare(sql).unwrap();
        let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?))).unwrap();
        names.extend(rows.map(Result::unwrap));
    }
    let tables = [
        "setting",
        "person",
        "school_class",
        "enrolment",
        "employment",
        "dormitory_stay",
        "sheet",
        "finding",
        "term",
    ];
    let lines = |table: &str| -> Vec<String> {
        let mut statement = book.prepare(&format!("SELECT * FROM {table}")).unwrap();
        let columns: Vec<String> = statement.column_names().map(ToString::to_string).collect();
        let read = |row: &rusqlite::Row<'_>| {
            let cells = columns.iter().enumerate().map(|(index, column)| {
                let value: rusqlite::types::Value = row.get(index).unwrap();
                format!("{column}={value:?}")
            });
            Ok(cells.collect::<Vec<_>>().join(" "))
        };
        let rows = statement.query_map([], read).unwrap();
        let mut lines: Vec<String> = rows.map(Result::unwrap).collect();
        for line in &mut lines {
            for (key, name) in
                names.iter().filter(|(key, _)| line.contains(key.as_str())).cloned().collect::<Vec<_>>()
            {
                *line = line.replace(&key, &name);
            }
        }
        lines.sort();
        lines
    };
    tables.iter().map(|table| ((*table).to_owned(), lines(table))).collect()
}

#[test]
fn acts_command_line_and_window_make_the_same_book() {
    let way = |run: fn(&Path)| {
        let folder = tempfile::tempdir().unwrap();
        school(folder.path());
        run(folder.path());
        dump(folder.path())
    };
    let acts = way(by_acts);
    assert_eq!(acts["finding"].len(), 2);
    assert_eq!(acts["sheet"].len(), 2, "what was taken back is gone");
    assert_eq!(acts, way(by_command_line), "command line");
    assert_eq!(acts, way(by_window), "window");
}
