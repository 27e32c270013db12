//! Corrections, classes to call, the gate and what is set about them.

use serde_json::json;

use crate::book::Book;

const DAY: &str = "2025-10-15";

fn pupil(book: &Book, class: &str, at: usize) -> String {
    let list = book.json(&["roster", "list", "--class", class, "--date", DAY]);
    list[at]["key"].as_str().unwrap().to_owned()
}

#[test]
fn after_the_report_a_change_needs_a_reason_and_is_listed() {
    let book = Book::with_roster();
    book.json(&["school", "--name", "云坪镇石桥学校"]);
    book.json(&["check", "nil", "--all", "--date", DAY]);
    let person = pupil(&book, "三（2）", 2);
    let record = ["check", "record", "--date", DAY, "--person", &person, "--absence", "ill"];
    book.json(&[
        "report",
        "daily",
        "--date",
        DAY,
        "--out",
        &book.folder().join("a.pdf").display().to_string(),
    ]);
    let (code, error) = book.refused(&record);
    assert_eq!((code, error["code"].as_str()), (1, Some("reason_needed")));
    book.json(&[record.as_slice(), &["--reason", "家长来电"]].concat());
    let list = book.json(&["check", "corrections"]);
    assert_eq!((&list[0]["number"], &list[0]["reason"]), (&json!(1), &json!("家长来电")));
    assert_eq!((&list[0]["before_words"], &list[0]["after_words"]), (&json!("到校"), &json!("因病")));
    let out = book.folder().join("list.xlsx").display().to_string();
    book.json(&["form", "print", "corrections", "--all", "--date", DAY, "--out", &out]);
    book.json(&["undo"]);
    assert_eq!(book.json(&["check", "corrections", "--date", DAY]), json!([]));
}

#[test]
fn classes_that_are_not_in_are_listed_and_the_hour_is_the_schools() {
    let book = Book::with_roster();
    let missing = |words: &[&str]| {
        let list = book.json(&[&["check", "missing", "--date", DAY], words].concat());
        list.as_array().unwrap().clone()
    };
    let all = missing(&["--session", "morning"]).len();
    assert!(all > 1 && missing(&["--session", "all"]).len() > all);
    book.json(&["check", "nil", "--class", "三（2）", "--date", DAY]);
    assert_eq!(missing(&["--session", "morning"]).len(), all - 1);
    book.json(&["school", "--deadline", "noon=13:40"]);
    let noon = missing(&["--session", "noon"]);
    assert!(noon[0]["deadline"].as_str().unwrap().ends_with("13:40:00"), "{noon:?}");
    let (code, error) = book.refused(&["school", "--deadline", "noon=25:00"]);
    assert_eq!((code, error["code"].as_str()), (2, Some("bad_value")));
    let out = book.folder().join("calls.pdf").display().to_string();
    book.json(&["form", "print", "call-list", "--all", "--date", DAY, "--out", &out]);
}

#[test]
fn somebody_at_the_gate_is_found_measured_and_measured_again() {
    let book = Book::with_roster();
    let filed =
        book.json(&["check", "gate", "--find", "三2 5", "--temp", "37.6", "--instrument", "infrared"]);
    assert_eq!((&filed["high"], &filed["measurements"][0]["site"]), (&json!(true), &json!("forehead")));
    assert!(filed["retest_at"].is_string());
    let key = filed["key"].as_str().unwrap();
    let again =
        ["check", "gate", "--person", key, "--temp", "36.9", "--instrument", "glass", "--symptom", "cough"];
    let filed = book.json(&again);
    assert_eq!((&filed["high"], &filed["retest_at"]), (&json!(false), &json!(null)));
    let list = book.json(&["check", "gate"]);
    assert_eq!(list[0]["measurements"].as_array().unwrap().len(), 2);
    let (code, error) = book.refused(&["check", "gate", "--find", "5", "--temp", "36.5"]);
    assert_eq!((code, error["code"].as_str()), (2, Some("not_one_person")));
    let (code, error) = book.refused(&["check", "gate", "--person", key, "--temp", "99"]);
    assert_eq!((code, error["code"].as_str()), (2, Some("bad_temperature")));
    let limits = book.json(&["check", "limits"]);
    let open: Vec<_> =
        limits.as_array().unwrap().iter().filter(|limit| limit["applies"] == json!(false)).collect();
    assert!(open.len() >= 3 && open.iter().any(|limit| limit["note"].is_string()));
}
