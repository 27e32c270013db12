//! Everything of one person, health details and the health file on the command line.

use serde_json::{Value, json};

use crate::book::Book;

fn first(book: &Book) -> String {
    book.json(&["roster", "list"])[0]["key"].as_str().unwrap().to_owned()
}

fn file(book: &Book, key: &str) -> Value {
    book.json(&["roster", "person", key])
}

#[test]
fn a_person_is_shown_with_who_typed_what_when() {
    let book = Book::with_roster();
    let key = first(&book);
    book.json(&["roster", "edit", &key, "--set", "guardian_phone=16399999999"]);
    book.json(&["roster", "edit", &key, "--set", "emergency_contact=覃奶奶（外婆）"]);
    let file = file(&book, &key);
    assert_eq!(file["person"]["emergency_contact"], json!("覃奶奶（外婆）"));
    let phones: Vec<&Value> =
        file["changes"].as_array().unwrap().iter().filter(|it| it["field"] == "guardian_phone").collect();
    assert_eq!((&phones[0]["new"], &phones[0]["by"]), (&json!("16399999999"), &json!("王秀兰")));
    assert_eq!((&phones[0]["act"], &phones[1]["act"]), (&json!("edit_person"), &json!("import")));
    assert_eq!(phones[0]["old"], phones[1]["new"]);
    assert_eq!(file["memberships"][0]["kind"], json!("class"));
    let (text, _) = book.text(&["roster", "person", &key]);
    assert!(text.contains("16399999999") && text.contains("导入"), "{text}");
    let (code, error) = book.refused(&["roster", "person", "nobody"]);
    assert_eq!((code, &error["code"]), (1, &json!("no_such_person")));
}

#[test]
fn health_and_vaccination_are_recorded_printed_and_taken_back() {
    let book = Book::with_roster();
    let key = first(&book);
    book.json(&[
        "roster",
        "health",
        &key,
        "--set",
        "allergy=青霉素",
        "--set",
        "history=无",
        "--on",
        "2025-09-01",
    ]);
    let doses = [
        "--dose",
        "bcg=1",
        "--dose",
        "hepb=1+2",
        "--dose",
        "polio=4",
        "--dose",
        "dtp=4",
        "--dose",
        "measles=2",
        "--dose",
        "mening=4",
    ];
    let check = ["roster", "vaccination", &key, "--certificate", "yes", "--checked-by", "周医生"];
    let saved = book.json(&[&check[..], &doses[..]].concat());
    assert_eq!(saved["vaccination"]["completeness"]["state"], json!("caught_up"));
    let now = file(&book, &key);
    assert_eq!(now["health"].as_array().unwrap().len(), 2);
    assert_eq!(now["vaccinations"][0]["checked_by"], json!("周医生"));
    let out = book.folder().join("file.pdf");
    let print = ["form", "print", "health-file", "--person", &key, "--out", out.to_str().unwrap()];
    assert_eq!(book.json(&print)["sheets"], json!(1));
    assert_eq!(file(&book, &key)["papers"][0]["title"], json!("学生健康档案"));
    let (code, error) = book.refused(&["form", "print", "class-day", "--person", &key, "--out", "x.pdf"]);
    assert_eq!((code, &error["code"]), (2, &json!("bad_value")));
    for wrong in [
        &["roster", "health", &key, "--set", "mood=good"][..],
        &["roster", "vaccination", &key, "--dose", "hepb"],
        &["roster", "vaccination", &key, "--dose", "pox=1"],
    ] {
        assert_eq!(book.refused(wrong).0, 2, "{wrong:?}");
    }
    let ahead = book.refused(&["roster", "health", &key, "--set", "allergy=无", "--on", "2025-12-01"]);
    assert_eq!((ahead.0, &ahead.1["code"]), (1, &json!("day_to_come")));
    book.json(&["undo"]);
    book.json(&["undo"]);
    let back = file(&book, &key);
    assert!(
        back["health"].as_array().unwrap().is_empty() && back["vaccinations"].as_array().unwrap().is_empty()
    );
}
