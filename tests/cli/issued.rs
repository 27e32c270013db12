use serde_json::json;

use crate::book::Book;

const DAY: &str = "2025-10-15";

fn nil(book: &Book, class: &str) {
    book.json(&["check", "nil", "--class", class, "--date", DAY, "--session", "morning"]);
}

#[test]
fn a_report_is_listed_shown_and_written_again_as_it_was() {
    let book = Book::with_roster();
    book.json(&["school", "--name", "云坪镇石桥学校"]);
    let file = |name: &str| book.folder().join(name).display().to_string();
    assert_eq!(book.json(&["report", "list"]), json!([]));
    nil(&book, "三（2）");
    let (first, again) = (file("first.pdf"), file("again.pdf"));
    let issued = book.json(&["report", "daily", "--date", DAY, "--out", &first]);
    assert_eq!(issued["number"], "SQ-20251015-01");
    nil(&book, "三（1）");
    let list = book.json(&["report", "list", "--from", DAY, "--to", DAY]);
    assert_eq!((list[0]["state"].as_str(), list[0]["printed"].as_u64()), (Some("changed"), Some(1)));
    let shown = book.json(&["report", "show", "SQ-20251015-01", "--out", &again]);
    assert_eq!((shown["printed"].as_u64(), shown["sheets"].as_u64()), (Some(2), Some(1)));
    assert_eq!(std::fs::read(&first).unwrap(), std::fs::read(&again).unwrap());
    let corrected = book.json(&["report", "daily", "--date", DAY, "--out", &file("second.pdf")]);
    assert_eq!(corrected["corrects"], "SQ-20251015-01");
    let shown = book.json(&["report", "show", "sq-20251015-01"]);
    assert_eq!((&shown["state"], &shown["corrected_by"]), (&json!("corrected"), &json!("SQ-20251015-02")));

    let letters = ["letter", "print", "winter", "--class", "三（1）", "--date", DAY, "--out"];
    book.json(&[letters.as_slice(), &[file("letters.pdf").as_str()]].concat());
    let list = book.json(&["report", "list"]);
    assert_eq!((&list[0]["kind"], &list[0]["number"]), (&json!("letters"), &json!("winter-20251015-01")));
    let output = book.run(&["report", "list", "--to", "2025-10-14"]);
    assert_eq!(output.stdout, b"[]\n");
    let (code, error) = book.refused(&["report", "show", "SQ-1"]);
    assert_eq!((code, error["code"].as_str()), (1, Some("no_such_issue")));
}

#[test]
fn an_empty_roster_has_nothing_to_report() {
    let book = Book::new();
    book.json(&["school", "--name", "云坪镇石桥学校"]);
    let out = book.folder().join("report.pdf");
    let (code, error) =
        book.refused(&["report", "daily", "--date", DAY, "--out", &out.display().to_string()]);
    assert_eq!((code, error["code"].as_str()), (1, Some("nobody_in_roster")));
    let stick = book.folder().join("stick");
    std::fs::create_dir(&stick).unwrap();
    let (code, error) = book.refused(&["usb", "export", "--to", &stick.display().to_string()]);
    assert_eq!((code, error["code"].as_str()), (1, Some("nobody_in_roster")));
    assert!(!out.exists() && std::fs::read_dir(&stick).unwrap().next().is_none());
}
