//! Taking imports and promotions back through the real binary: what is said is what was done.

use serde_json::{Value, json};

use crate::book::{Book, roster};

#[test]
fn undo_import_takes_back_no_older_import_unasked() {
    let book = Book::with_roster();
    let file = roster("01-standard.xlsx");
    let again = book.json(&["roster", "import", file.to_str().unwrap()]);
    assert_eq!((&again["unchanged"], &again["act"]), (&json!(365), &Value::Null));
    let (code, error) = book.refused(&["roster", "undo-import"]);
    assert_eq!((code, &error["code"]), (1, &json!("idle_import")));
    assert_eq!(book.json(&["roster", "list"]).as_array().unwrap().len(), 365);
    let act = book.json(&["undo", "--list"])[0]["id"].as_str().unwrap().to_owned();
    assert!(error["remedy"].as_str().unwrap().ends_with(&act), "{error}");
    assert_eq!(book.refused(&["roster", "undo-import", "--act", "no-key"]).0, 2);
    let undone = book.json(&["roster", "undo-import", "--act", &act]);
    assert!(undone["operation"]["words"].as_str().unwrap().contains("01-standard.xlsx"));
    assert_eq!(book.json(&["roster", "list"]).as_array().unwrap().len(), 0);
}

#[test]
fn an_undo_that_takes_nothing_back_is_no_success_and_names_whom_it_kept() {
    let book = Book::new();
    let file = book.folder().join("一班.csv");
    std::fs::write(&file, "班级,姓名,出生日期\n三年级1班,甲甲,2017-03-01\n三年级1班,乙乙,2017-03-02\n")
        .unwrap();
    let import = book.json(&["roster", "import", file.to_str().unwrap()]);
    let act = import["act"].as_str().unwrap();
    book.json(&["check", "nil", "--date", "2025-10-15", "--session", "morning", "--all"]);
    let output = book.run(&["roster", "undo-import"]);
    assert_eq!(output.status.code(), Some(1));
    let said: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!((&said["operation"]["state"], &said["report"]["restored"]), (&json!("open"), &json!(0)));
    let names: Vec<_> = said["kept"].as_array().unwrap().iter().map(|kept| kept["name"].clone()).collect();
    assert!(names.contains(&json!("甲甲")) && names.contains(&json!("乙乙")));
    let open = book.json(&["undo", "--list"]);
    assert!(open.as_array().unwrap().iter().any(|line| line["id"] == act), "it can still be taken back");
    book.json(&["undo"]);
    book.json(&["roster", "undo-import"]);
    assert_eq!(book.json(&["roster", "list"]).as_array().unwrap().len(), 0);
}
