//! `roster promote` through the real binary: 365 pupils of a nine-year school go up and back again.

use serde_json::Value;

use crate::book::Book;

const JULY: &str = "2026-07-05T08:00";

fn classes(book: &Book, date: &str) -> Vec<(String, u64)> {
    let list = book.json_at(JULY, &["class", "list", "--date", date]);
    let line =
        |class: &Value| (class["class"].as_str().unwrap().to_owned(), class["head_count"].as_u64().unwrap());
    list.as_array().unwrap().iter().map(line).collect()
}

fn export(book: &Book, name: &str) -> Vec<u8> {
    let file = book.folder().join(name);
    book.json_at(JULY, &["roster", "export", file.to_str().unwrap(), "--date", "2026-09-01"]);
    std::fs::read(file).unwrap()
}

#[test]
fn a_school_goes_up_by_command_line_and_back_to_the_same_bytes() {
    let book = Book::with_roster();
    let (before, bytes) = (classes(&book, "2026-07-05"), export(&book, "before.csv"));
    let pupils: u64 = before.iter().map(|(_, count)| count).sum();
    let plan = book.json_at(JULY, &["roster", "promote", "--dry-run"]);
    assert_eq!((plan["to_year"].as_i64(), plan["before"].as_u64()), (Some(2026), Some(pupils)));
    assert_eq!(export(&book, "looked.csv"), bytes, "looking changes nothing");

    let list = book.json_at(JULY, &["roster", "list"]);
    let held = list[0]["key"].as_str().unwrap();
    let class = list[0]["class"].as_str().unwrap();
    let done = book.json_at(JULY, &["roster", "promote", "--to-year", "2026-2027", "--hold-back", held]);
    assert_eq!(done["held_back"], 1);
    assert_eq!(done["terms"].as_array().unwrap().len(), 2);
    let leaving = done["leaving"].as_u64().unwrap();
    assert_eq!(classes(&book, "2026-08-31"), before);
    let after: u64 = classes(&book, "2026-09-01").iter().map(|(_, count)| count).sum();
    assert_eq!(after, pupils - leaving);
    let now = book.json_at(JULY, &["roster", "list", "--date", "2026-09-01"]);
    let line = now.as_array().unwrap().iter().find(|line| line["key"] == held).unwrap();
    assert_eq!(line["class"], class, "held back into the class of the same name");

    let again = book.run_at(JULY, &["roster", "promote", "--to-year", "2026-2027"]);
    assert_eq!(again.status.code(), Some(1));
    let error: Value = serde_json::from_slice(&again.stderr).unwrap();
    assert_eq!(error["code"], "promotion_nobody");
    book.json_at(JULY, &["roster", "undo-promote"]);
    assert_eq!(export(&book, "after.csv"), bytes);
    let wrong = book.run_at(JULY, &["roster", "promote", "--system", "no-such"]);
    assert_eq!(wrong.status.code(), Some(2));
}

#[test]
fn who_left_is_listed_and_comes_back() {
    let book = Book::with_roster();
    let list = book.json(&["roster", "list"]);
    let (key, class) = (list[0]["key"].as_str().unwrap(), list[0]["class"].as_str().unwrap());
    book.json(&["roster", "leave", "--person", key, "--on", "2025-10-20"]);
    let away = book.json(&["roster", "list", "--away", "--date", "2025-10-21"]);
    assert_eq!((away[0]["key"].as_str(), away[0]["to"].as_str()), (Some(key), Some("2025-10-19")));
    book.json(&["roster", "move", "--person", key, "--class", class, "--from", "2025-11-03"]);
    let back = book.json(&["roster", "list", "--date", "2025-11-03"]);
    assert_eq!((&back[0]["key"], &back[0]["seat_no"]), (&list[0]["key"], &list[0]["seat_no"]));
}

#[test]
fn the_school_system_is_set_and_cleared() {
    let book = Book::new();
    assert_eq!(book.json(&["school", "--system", "nine-year-54"])["system"], "nine-year-54");
    assert_eq!(book.json(&["school", "--system", "auto"])["system"], Value::Null);
    let (code, error) = book.refused(&["school", "--system", "six"]);
    assert_eq!((code, error["code"].as_str()), (2, Some("bad_value")));
}

#[test]
fn a_new_year_without_promotion_is_said_on_the_command_line() {
    let book = Book::with_roster();
    let run = |arguments: &[&str]| {
        let output = book.run_at("2026-09-03T08:00", arguments);
        (output.status.code().unwrap(), String::from_utf8_lossy(&output.stderr).into_owned())
    };
    let (code, said) = run(&["check", "status"]);
    assert!(code == 0 && said.contains("365") && said.contains("roster promote"), "{code}: {said}");
    let report = book.folder().join("日报.pdf").display().to_string();
    for arguments in [&["check", "nil", "--all"][..], &["report", "daily", "--out", &report]] {
        let (code, said) = run(arguments);
        assert!(code == 1 && said.contains("pupils_behind"), "{arguments:?}: {code}: {said}");
    }
}
