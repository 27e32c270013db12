//! Days at home, returns to school and screenings on the command line.

use serde_json::{Value, json};

use crate::book::Book;

fn code(book: &Book, arguments: &[&str]) -> Value {
    book.refused(arguments).1["code"].clone()
}

fn keys(book: &Book) -> Vec<String> {
    let list = book.json(&["roster", "list", "--class", "三1班"]);
    list.as_array().unwrap().iter().take(3).map(|p| p["key"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn a_return_is_prepared_judged_and_decided() {
    let book = Book::with_roster();
    let keys = keys(&book);
    let off = code(&book, &["home", "record", "--person", &keys[0], "--day", "2025-10-14", "--nil"]);
    assert_eq!(off, "home_off");
    book.json(&["home", "on"]);
    let settings = book.json(&["home", "condition", "recorded", "--number", "3"]);
    assert_eq!((&settings["on"], &settings["conditions"][0]["number"]), (&json!(true), &json!(3)));
    let put = ["return", "batch", "put", "第一批", "--day", "2025-10-16", "--class", "三1班"];
    let batches = book.json(&put);
    assert_eq!(batches["batches"][0]["open"], batches["batches"][0]["people"]);
    let sheet = |key: &str| {
        book.json(&[
            "home",
            "sheet",
            "--person",
            key,
            "--from",
            "2025-10-13",
            "--nil",
            "--signed",
            "家长",
            "365/366",
            "364/365",
            "366/-",
        ])
    };
    let days = sheet(&keys[0]);
    assert_eq!(days["days"]["2025-10-13"]["temperatures"]["evening"]["tenths"], 366);
    book.json(&["home", "record", "--person", &keys[0], "--day", "2025-10-15", "--evening", "365"]);
    book.json(&["return", "review", "facts", "--person", &keys[0], "--commitment", "2025-10-15"]);
    for id in ["temperature", "symptoms", "journey", "certificate"] {
        let number = if id == "temperature" || id == "certificate" { None } else { Some("3") };
        let mut line = vec!["home", "condition", id];
        line.extend(number.iter().flat_map(|number| ["--number", number]));
        book.json(&line);
    }
    let done = book.json(&["return", "review", "approve-all", "--class", "三1班"]);
    assert_eq!(done["approved"], 1, "{done}");
    assert_eq!(code(&book, &["return", "review", "approve", "--person", &keys[1]]), "reason_needed");
    let refused = book.json(&["return", "review", "refuse", "--person", &keys[1], "--decided-by", "何志远"]);
    assert_eq!(
        (&refused["decision"]["approved"], &refused["decision"]["by"]),
        (&json!(false), &json!("何志远"))
    );
    let listed = book.json(&["return", "batch", "list"]);
    assert_eq!((&listed["batches"][0]["approved"], &listed["batches"][0]["refused"]), (&json!(1), &json!(1)));
    let shown = book.json(&["home", "show", "--class", "三1班"]);
    assert_eq!(shown["days"].as_array().map(Vec::len), Some(3));
}

#[test]
fn a_screening_is_followed_and_closed() {
    let book = Book::with_roster();
    let keys = keys(&book);
    book.json(&["home", "on"]);
    let place = ["screening", "add", "--person", &keys[0], "--place", "武汉市", "--source", "村委"];
    let id = book.json(&place)[0]["id"].as_str().unwrap().to_owned();
    let rules = |book: &Book| -> Vec<Value> {
        let todo = book.json(&["todo"]);
        todo.as_array().unwrap().iter().map(|line| line["rule"].clone()).collect()
    };
    assert!(rules(&book).contains(&json!("screening-call")));
    let called = book.json(&["screening", "talk", &id, "在家，体温正常", "--next", "2025-10-17T09:00"]);
    assert_eq!(called[0]["body"]["talks"].as_array().map(Vec::len), Some(1));
    assert!(!rules(&book).contains(&json!("screening-call")));
    assert_eq!(code(&book, &["screening", "close", &id, "--how", "nothing"]), "bad_value");
    book.json(&["screening", "close", &id, "--how", "observed"]);
    assert_eq!(book.json(&["screening", "list"]), json!([]));
}
