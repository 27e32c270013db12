//! Every roster file of `expected.json` through the window by keyboard alone: what the review holds and shows, what was
//! written, and what the book holds afterwards.

use std::path::{Path, PathBuf};

use iced::Size;
use iced::keyboard::key::Named;
use iced::keyboard::{Key, Modifiers};
use serde_json::{Map, Value, json};

use super::super::Start;
use super::super::robot::Robot;
use super::super::screen::import::Import;
use super::super::screen::shown::Shown;
use crate::domain::progress::Silent;
use crate::domain::rule_book::RuleBook;
use crate::i18n::{Language, Tr};
use crate::ops::preferences::Preferences;
use crate::ops::roster::ExportPart;
use crate::ops::roster::import::{ImportRequest, PupilRecord, import_words};
use crate::ops::settings::SettingsOp;
use crate::ops::{Book, OpenOptions};

/// Keys of an expectation that describe it, or that are compared elsewhere.
const NOTES: [&str; 8] = [
    "about",
    "same_person_rule",
    "samples",
    "all_pupils",
    "all_staff",
    "posts",
    "staff_of_class",
    "compared_with",
];

fn roster(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/rosters").join(name)
}

fn expected() -> Map<String, Value> {
    let all: Value = serde_json::from_slice(&std::fs::read(roster("expected.json")).unwrap()).unwrap();
    all["files"].as_object().unwrap().clone()
}

fn now(name: &str) -> &'static str {
    if name.starts_with("09") { "2026-10-15T08:00:00" } else { "2025-10-15T08:00:00" }
}

fn start(folder: &Path, now: &str) -> Start {
    let open = OpenOptions {
        folder: folder.to_owned(),
        now: Some(now.parse().unwrap()),
        seed: Some(7),
        operator: Some("王秀兰".into()),
        ..OpenOptions::default()
    };
    Start { open, preferences: Preferences::default(), rules: RuleBook::shipped().unwrap(), remember: false }
}

/// A school without anybody.
fn school(folder: &Path) {
    let school = SettingsOp::School { name: "石桥学校".into(), phone: None, principal: None };
    Book::open(&start(folder, now("")).open).unwrap().set_up(&school).unwrap();
}

/// From 名册 to the review of a file.
fn review(robot: &mut Robot, file: &Path) {
    robot.tap(Named::F3);
    robot.ctrl("i");
    robot.commit(&file.display().to_string());
    robot.tap(Named::Enter);
    confirm(robot);
}

fn confirm(robot: &mut Robot) {
    robot.press(Key::Named(Named::Enter), Modifiers::CTRL);
}

fn import(robot: &Robot) -> &Import {
    match robot.app.shown() {
        Shown::Import(import) => import,
        other => panic!("{other:?}"),
    }
}

/// Every field of a record, where several values are right any of them, and no field beyond.
fn compare_record(expected: &Value, got: &Value, wrong: &mut Vec<String>) {
    let (expected, got) = (expected.as_object().unwrap(), got.as_object().unwrap());
    let either = expected.get("either");
    for (field, value) in expected.iter().filter(|(field, _)| *field != "either") {
        let allowed = either.and_then(|either| either[field].as_array());
        let found = got.get(field);
        if found != Some(value) && !allowed.zip(found).is_some_and(|(all, found)| all.contains(found)) {
            wrong.push(format!("row {} {field}: {value} is expected, {found:?} found", expected["row"]));
        }
    }
    let beyond = got.keys().filter(|field| !expected.contains_key(*field));
    wrong.extend(beyond.map(|field| format!("{field} is not expected")));
}

fn compare_records(list: &str, entry: &Value, records: &[Value], wrong: &mut Vec<String>) {
    let Some(wanted) = entry.get(list).and_then(Value::as_array) else { return };
    if list != "samples" && records.len() != wanted.len() {
        wrong.push(format!("{list}: {} are expected, {} found", wanted.len(), records.len()));
    }
    for record in wanted {
        match records.iter().find(|r| r["row"] == record["row"] && r["sheet"] == record["sheet"]) {
            Some(found) => compare_record(record, found, wrong),
            None => wrong.push(format!("row {} is missing", record["row"])),
        }
    }
}

/// What the review holds, field by field.
fn compare_review(entry: &Value, import: &Import, wrong: &mut Vec<String>) {
    let document = &import.plan().unwrap().document;
    let held = json!(document);
    for (field, value) in entry.as_object().unwrap() {
        if !NOTES.contains(&field.as_str()) && held.get(field) != Some(value) {
            wrong.push(format!("{field}: {value} is expected, {:?} found", held.get(field)));
        }
    }
    let (pupils, staff) = (json!(document.pupils), json!(document.staff));
    let (pupils, staff) = (pupils.as_array().unwrap(), staff.as_array().unwrap());
    compare_records("all_pupils", entry, pupils, wrong);
    compare_records("samples", entry, pupils, wrong);
    compare_records("all_staff", entry, staff, wrong);
    if let Some(posts) = entry.get("posts").and_then(Value::as_object) {
        for (post, count) in posts {
            let found = staff.iter().filter(|person| person["post"] == **post).count() as u64;
            if Some(found) != count.as_u64() {
                wrong.push(format!("{post}: {count} are expected, {found} found"));
            }
        }
    }
}

/// What the review shows: the counts, and beside every row that is rejected or odd its name and the reason.
fn compare_shown(entry: &Value, robot: &mut Robot, wrong: &mut Vec<String>) {
    let tr = Tr::new(Language::Chinese);
    let document = import(robot).plan().unwrap().document.clone();
    let mut words = robot.words();
    for named in [Named::Home, Named::End, Named::PageUp, Named::PageUp] {
        robot.tap(named);
        words.extend(robot.words());
    }
    let people = entry["pupils_imported"].as_u64().unwrap() + document.staff.len() as u64;
    let sentences = [people.to_string(), tr.import_write(people as usize)];
    let rejected = document.rows_rejected.iter();
    let rejected =
        rejected.map(|row| (row.name.clone(), row.class.clone(), import_words::rejected_row(&tr, row)));
    let warned = document.rows_warned.iter();
    let warned = warned.map(|row| (Some(row.name.clone()), None, import_words::warning(&tr, row.reason)));
    let beside = rejected.chain(warned).flat_map(|(name, class, reason)| {
        [name, class, Some(reason.trim_end_matches('。').to_owned())].into_iter().flatten()
    });
    for sentence in sentences.into_iter().chain(beside) {
        if !words.iter().any(|word| word.contains(&sentence)) {
            wrong.push(format!("{sentence} is not shown"));
        }
    }
}

/// What tells a pupil, without the place in the file.
fn record(pupil: &PupilRecord) -> String {
    let class = pupil.class.as_ref().and_then(|class| class.label);
    let mut value = json!(pupil);
    if let Some(fields) = value.as_object_mut() {
        // The class is spelled as the book does; the same words in another order of columns are the same.
        for field in
            ["sheet", "row", "class_as_written", "grade", "class_no", "seat_no", "enrolled", "teaches"]
        {
            fields.remove(field);
        }
        fields.retain(|_, value| !value.is_null());
    }
    format!("{value} {class:?}")
}

/// The people of the book as an export of it has them, and the staff by name and post.
fn in_the_book(folder: &Path, name: &str) -> (Vec<String>, Vec<(String, Option<String>)>) {
    let mut book = Book::open(&start(folder, now(name)).open).unwrap();
    let file = folder.join("all.xlsx");
    let mut staff: Vec<_> = book
        .staff_list("", crate::ops::roster::RosterOrder::Seat)
        .unwrap()
        .into_iter()
        .map(|line| (line.name, line.post))
        .collect();
    staff.sort();
    if book.export_roster(&file, book.today(), ExportPart::Whole).unwrap().pupils == 0 {
        return (Vec::new(), staff);
    }
    let request = ImportRequest { path: file, ..ImportRequest::default() };
    let mut pupils: Vec<String> =
        book.read_roster(&request, &mut Silent).unwrap().pupils.iter().map(record).collect();
    pupils.sort();
    (pupils, staff)
}

#[test]
fn every_file_gives_what_is_expected_through_the_window() {
    for (name, entry) in &expected() {
        let home = tempfile::tempdir().unwrap();
        school(home.path());
        let mut robot = Robot::start(start(home.path(), now(name)), Size::new(1366.0, 768.0));
        review(&mut robot, &roster(name));
        let mut wrong = Vec::new();
        compare_review(entry, import(&robot), &mut wrong);
        compare_shown(entry, &mut robot, &mut wrong);
        assert!(wrong.is_empty(), "{name}:\n{}", wrong.join("\n"));
        let document = import(&robot).plan().unwrap().document.clone();

        confirm(&mut robot);
        let (summary, report) = import(&robot).written().unwrap();
        let people = document.pupils.len() + document.staff.len();
        assert_eq!((summary.new, summary.changed, summary.unchanged), (people, 0, 0), "{name}");
        let lists = (summary.conflicts.len(), summary.doubtful.len(), summary.not_in_file.len());
        assert_eq!(lists, (0, 0, 0), "{name}");
        assert_eq!(report.lines.len(), document.rows_rejected.len() + document.rows_warned.len(), "{name}");

        let (pupils, staff) = in_the_book(home.path(), name);
        let mut wanted: Vec<String> = document.pupils.iter().map(record).collect();
        wanted.sort();
        let differs: Vec<_> = pupils.iter().zip(&wanted).filter(|(a, b)| a != b).take(3).collect();
        assert!(pupils.len() == wanted.len() && differs.is_empty(), "{name}: {differs:#?}");
        let mut wanted: Vec<_> =
            document.staff.iter().map(|person| (person.name.clone(), person.post.clone())).collect();
        wanted.sort();
        assert_eq!(staff, wanted, "{name}");

        // The same file once more changes nothing, and one step takes all of it back.
        robot.tap(Named::Escape);
        review(&mut robot, &roster(name));
        let again = import(&robot).plan().unwrap().summary();
        assert_eq!((again.new, again.changed, again.unchanged), (0, 0, people), "{name}");
        robot.ctrl("z");
        robot.confirm();
        assert_eq!(in_the_book(home.path(), name), (Vec::new(), Vec::new()), "{name}");
    }
}

#[test]
fn the_next_years_file_is_compared_as_expected() {
    let expected = expected();
    let (name, entry) = expected.iter().find(|(_, entry)| entry.get("compared_with").is_some()).unwrap();
    let home = tempfile::tempdir().unwrap();
    school(home.path());
    let before = entry["compared_with"]["file"].as_str().unwrap();
    let mut robot = Robot::start(start(home.path(), now(before)), Size::new(1366.0, 768.0));
    review(&mut robot, &roster(before));
    confirm(&mut robot);
    drop(robot);
    let mut robot = Robot::start(start(home.path(), now(name)), Size::new(1366.0, 768.0));
    review(&mut robot, &roster(name));
    let dry = import(&robot).plan().unwrap().summary();
    let pupils = expected[before]["pupils_imported"].as_u64().unwrap_or_default();
    let after = Tr::new(Language::Chinese).import_after(pupils + dry.new as u64, pupils);
    assert!(robot.words().contains(&after), "who goes up is no pupil more: {after} {:?}", robot.words());
    confirm(&mut robot);
    let (summary, _) = import(&robot).written().unwrap();
    // Only what is written has a step that can be taken back.
    let written = crate::ops::roster::import::ImportSummary { act: None, ..summary.clone() };
    assert_eq!(json!(written), json!(dry), "what is written is what the review said");
    let result = &entry["compared_with"]["result"];
    assert_eq!(json!(summary.changed + summary.unchanged), result["matched"]);
    assert_eq!(
        (json!(summary.matched_by_id), json!(summary.new)),
        (result["matched_by_id"].clone(), result["new"].clone())
    );
    let mut missing: Vec<&str> = summary.not_in_file.iter().map(|pupil| pupil.name.as_str()).collect();
    missing.sort_unstable();
    let mut left: Vec<&str> = result["lists"]["left"]
        .as_array()
        .unwrap()
        .iter()
        .map(|pupil| pupil["name"].as_str().unwrap())
        .collect();
    left.sort_unstable();
    assert_eq!(missing, left);
    assert_eq!((summary.conflicts.len(), summary.doubtful.len()), (0, 0));
}
