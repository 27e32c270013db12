//! One scenario through the acts, the command line and the window gives one book.

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::path::Path;

use iced::Size;
use iced::keyboard::key::Named;
use iced::keyboard::{Key, Modifiers};

use super::super::Start;
use super::super::robot::Robot;
use crate::cli::{self, Call};
use crate::domain::finding::Finding;
use crate::domain::progress::Silent;
use crate::domain::session::Session;
use crate::domain::sheet::SheetKey;
use crate::domain::symptom::SymptomCode;
use crate::domain::temperature::{Site, Temperature};
use crate::ops::check::HandIn;
use crate::ops::plan::PlanOp;
use crate::ops::preferences::Preferences;
use crate::ops::roster::import::ImportRequest;
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

fn roster_file(name: &str) -> String {
    format!("{}/tests/rosters/{name}", env!("CARGO_MANIFEST_DIR"))
}

/// The school that is imported on top of the first.
const SECOND: &str = "04-small-school.ods";

/// What shows that the first task of the plan was done.
const EVIDENCE: &str = "会议记录 3";

/// A school with the 365 pupils of roster file 01 and one member of staff.
fn school(folder: &Path) {
    command_line(folder, &["school", "--name", "石桥学校"]);
    command_line(folder, &["staff", "add", "--name", "王秀兰"]);
    command_line(folder, &["roster", "import", &roster_file("01-standard.xlsx")]);
}

/// 一（1） nil; 一（2） seat 3 fever, cough and 38.2, mark by mark as the window saves them, seat 5 ill; confirmed;
/// 二（1） nil and taken back; roster file 04 imported; the first task of the plan done.
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
    let mut finding = Finding::default();
    for symptom in ["fever", "cough"] {
        finding.symptoms.extend([SymptomCode::new(symptom)]);
        book.record(second, person(3), &finding).unwrap();
    }
    finding.temperature = Temperature::new(382, Site::Axillary);
    book.record(second, person(3), &finding).unwrap();
    let ill = Finding { attendance: crate::domain::finding::Attendance::Ill, ..Finding::default() };
    book.record(second, person(5), &ill).unwrap();
    book.confirm(second, &HandIn::default()).unwrap();
    let third = key(&book, "二1班");
    book.set_nil(third).unwrap();
    book.undo(None).unwrap();
    let request = ImportRequest { path: roster_file(SECOND).into(), ..ImportRequest::default() };
    let plan = book.review_import(&request, &mut Silent).unwrap();
    book.import(&plan, &mut Silent).unwrap();
    let task = book.find_plan_task(&first_task(&book), false).unwrap();
    let person = Some(book.find_staff("王秀兰").unwrap());
    let date = Some(book.today());
    book.run_plan(&PlanOp::Complete { task, person, date, evidence: EVIDENCE.into() }).unwrap();
}

/// The first task of the plan as the screen lists it.
fn first_task(book: &Book) -> String {
    book.plan_view(book.today()).unwrap().tasks().next().unwrap().id.clone()
}

fn by_command_line(folder: &Path) {
    let book = Book::open(&options(folder)).unwrap();
    let group = book.find_class("一2班", book.today()).unwrap().group;
    let key = SheetKey { group, date: book.today(), session: Session::Morning };
    let lines = book.sheet_view(key).unwrap().lines;
    let person = |seat: u32| lines.iter().find(|line| line.seat_no == seat).unwrap().person.to_string();
    let (three, five) = (person(3), person(5));
    let task = first_task(&book);
    drop(book);
    command_line(folder, &["check", "nil", "--class", "一（1）"]);
    let seen =
        ["check", "record", "--person", &three, "--symptom", "fever", "--symptom", "cough", "--temp", "38.2"];
    for marks in [6, 8, 10] {
        command_line(folder, &seen[..marks]);
    }
    command_line(folder, &["check", "record", "--person", &five, "--absence", "ill"]);
    command_line(folder, &["check", "confirm", "--class", "一2"]);
    command_line(folder, &["check", "nil", "--class", "二（1）"]);
    command_line(folder, &["undo"]);
    command_line(folder, &["roster", "import", &roster_file(SECOND)]);
    command_line(
        folder,
        &["plan", "done", &task, "--person", "王秀兰", "--date", "2025-10-15", "--evidence", EVIDENCE],
    );
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
    let confirm = |robot: &mut Robot| robot.press(Key::Named(Named::Enter), Modifiers::CTRL);
    confirm(&mut robot);
    robot.tap(Named::F2);
    robot.type_keys("0");
    robot.ctrl("z");
    robot.tap(Named::F3);
    robot.ctrl("i");
    robot.commit(&roster_file(SECOND));
    robot.tap(Named::Enter);
    confirm(&mut robot);
    confirm(&mut robot);
    robot.tap(Named::F5);
    for _ in 0..9 {
        robot.tap(Named::PageUp);
    }
    robot.type_keys("c");
    robot.commit(EVIDENCE);
    confirm(&mut robot);
}

/// The records of a book and what was done to it, in words instead of keys; journal and times of saving aside.
fn dump(folder: &Path) -> BTreeMap<String, Vec<String>> {
    let book = rusqlite::Connection::open(folder.join("chenjian.db")).unwrap();
    let mut names: Vec<(String, String)> = Vec::new();
    for sql in [
        "SELECT id, name FROM person",
        "SELECT id, label FROM school_class",
        "SELECT id, label FROM dormitory",
        "SELECT id, task || coalesce(due, '') FROM plan_task",
    ] {
        let mut statement = book.prepare(sql).unwrap();
        let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?))).unwrap();
        names.extend(rows.map(Result::unwrap));
    }
    let lines = |sql: &str| -> Vec<String> {
        let mut statement = book.prepare(sql).unwrap();
        let columns: Vec<String> = statement.column_names().map(ToString::to_string).collect();
        let read = |row: &rusqlite::Row<'_>| {
            let cells = columns.iter().enumerate().map(|(index, column)| {
                let value: rusqlite::types::Value = row.get(index).unwrap();
                format!("{column}={value:?}")
            });
            Ok(cells.collect::<Vec<_>>().join(" "))
        };
        let rows = statement.query_map([], read).unwrap();
        let in_words = |line: String| names.iter().fold(line, |line, (key, name)| line.replace(key, name));
        rows.map(|row| in_words(row.unwrap())).collect()
    };
    let tables = [
        "setting",
        "person",
        "imported_value",
        "school_class",
        "enrolment",
        "employment",
        "dormitory",
        "dormitory_stay",
        "boarding",
        "free_group",
        "free_group_member",
        "term",
        "day_exception",
        "sheet",
        "finding",
        "plan_task",
    ];
    let sorted = |table: &str| {
        let mut lines = lines(&format!("SELECT * FROM {table}"));
        lines.sort();
        (table.to_owned(), lines)
    };
    let issued = lines("SELECT kind, date, number, made_by, digest, body FROM issued ORDER BY rowid");
    let done =
        "SELECT kind, detail, actor, undoes IS NULL, undone_by IS NULL, undoable FROM operation ORDER BY seq";
    let in_order = [("issued".to_owned(), issued), ("operation".to_owned(), lines(done))];
    tables.into_iter().map(sorted).chain(in_order).collect()
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
    assert_eq!(acts["enrolment"].len(), 365 + 58);
    assert_eq!(acts["plan_task"].iter().filter(|task| task.contains(EVIDENCE)).count(), 1);
    for (other, what) in [(way(by_command_line), "command line"), (way(by_window), "window")] {
        for (table, lines) in &acts {
            assert_eq!(lines, &other[table], "{what}: {table}");
        }
    }
}
