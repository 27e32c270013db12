use serde_json::{Value, json};

use crate::book::Book;

/// Three of 三（1） vomit; the key of the alert.
fn alerting(book: &Book) -> String {
    let list = book.json(&["roster", "list", "--class", "三1班"]);
    for person in list.as_array().unwrap().iter().take(3) {
        let key = person["key"].as_str().unwrap();
        book.json(&["check", "record", "--person", key, "--symptom", "vomiting"]);
    }
    let alerts = book.json(&["alert", "list"]);
    alerts[0]["key"].as_str().unwrap().to_owned()
}

fn todo(book: &Book) -> Value {
    let lines = book.json(&["todo"]);
    let line = lines.as_array().unwrap().iter().find(|line| line["rule"] == "cn2006-1d3").unwrap().clone();
    line["state"].clone()
}

#[test]
fn an_alert_is_answered_and_the_answer_undone() {
    let book = Book::with_roster();
    let key = alerting(&book);
    assert_eq!(todo(&book), "open");
    let told = ["alert", "answer", &key, "--comment", "已核实", "--reported-to", "镇卫生院"];
    assert_eq!(book.json(&told)["done"], true);
    assert_eq!(todo(&book), "done");
    let log = book.json(&["log", "list"]);
    assert!(log.to_string().contains("镇卫生院"), "one act writes both: {log}");
    let answer = &book.json(&["alert", "list"])[0]["answer"];
    let word = json!({ "at": "2025-10-15T08:00:00", "by": "王秀兰", "comment": "已核实", "reported_to": "镇卫生院" });
    assert_eq!(*answer, json!({ "stands": true, "words": [word], "event": null }));
    let (text, _) = book.text(&["alert", "list", "--from", "2025-10-01"]);
    assert!(text.contains(&key) && text.contains("已报告 镇卫生院"), "{text}");
    book.json(&["undo"]);
    assert_eq!((&book.json(&["alert", "list"])[0]["answer"], todo(&book)), (&Value::Null, json!("open")));
    let (day, _) = book.text(&["alert", "list"]);
    assert!(day.starts_with("1. ") && !day.contains(&key), "{day}");
    assert_eq!(book.json(&["alert", "answer", "1"])["done"], false, "by its number in the list of the day");
    assert_eq!(todo(&book), "open", "to have seen it is no report");
    let (code, error) = book.refused(&["alert", "answer", "1", "--event", "nonsense"]);
    assert_eq!((code, error["code"].as_str()), (1, Some("no_event")));
    let (code, error) = book.refused(&["alert", "answer", "9"]);
    assert_eq!((code, error["code"].as_str()), (1, Some("no_such_alert")));
    let (code, error) = book.refused(&["alert", "answer", "cn2006-1d3/school/rash/2025-10-15"]);
    assert_eq!((code, error["code"].as_str()), (1, Some("no_such_alert")));
}

#[test]
fn rules_are_listed_chosen_and_put_aside() {
    let book = Book::with_roster();
    let on = |book: &Book, id: &str| {
        let editions = book.json(&["rules", "list"]);
        editions.as_array().unwrap().iter().find(|edition| edition["id"] == id).unwrap().clone()
    };
    let local = on(&book, "huzhou-2023");
    assert_eq!(
        (&local["on"], &local["local"], &local["chosen"]),
        (&json!(false), &json!(true), &Value::Null)
    );
    book.json(&["rules", "choose", "huzhou-2023", "--on"]);
    let local = on(&book, "huzhou-2023");
    assert_eq!((&local["on"], &local["chosen"]["by"]), (&json!(true), &json!("王秀兰")));
    let before = book.json(&["rules", "list", "--date", "2025-10-14"]);
    assert!(before.as_array().unwrap().iter().all(|e| e["id"] != "huzhou-2023" || e["on"] == json!(false)));
    book.json(&["rules", "choose", "huzhou-2023", "--off"]);
    assert_eq!(on(&book, "huzhou-2023")["on"], false);
    for id in ["cn2006", "nonsense"] {
        let (code, error) = book.refused(&["rules", "choose", id, "--off"]);
        assert_eq!((code, error["code"].as_str()), (1, Some("no_such_rules")));
    }
    assert_eq!(book.refused(&["rules", "choose", "ili-guide"]).0, 2, "on or off");
    let key = alerting(&book);
    let paper = book.folder().join("alerts.pdf");
    book.json(&["form", "print", "alert-list", "--out", paper.to_str().unwrap()]);
    assert!(paper.exists() && key.starts_with("cn2006-1d3/class:"));
}
