//! Cases, events and the report log with the real binary.

use serde_json::{Value, json};

use crate::book::Book;

fn first(book: &Book) -> String {
    book.json(&["roster", "list"])[0]["key"].as_str().unwrap().to_owned()
}

fn at(book: &Book, now: &str, arguments: &[&str]) -> Value {
    let output = book.run_at(now, arguments);
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).unwrap()
}

#[test]
fn a_case_is_opened_by_pinyin_reported_revised_and_closed() {
    let book = Book::with_roster();
    let person = first(&book);
    let found = book.json(&["disease", "find", "lxxsxy"]);
    assert_eq!((&found[0]["id"], &found[0]["report_hours"]), (&json!("mumps"), &json!(24)));
    assert_eq!(found[0]["exclusions"].as_array().unwrap().len(), 4);
    assert!(book.json(&["disease", "list"]).as_array().unwrap().len() > 50);
    let case = book.json(&[
        "case",
        "open",
        "--person",
        &person,
        "--disease",
        "流腮",
        "--onset",
        "2025-10-14",
        "--temp",
        "38.2@axillary",
        "--basis",
        "parents",
        "--hospital",
        "云坪镇卫生院",
    ]);
    let key = case["key"].as_str().unwrap();
    assert_eq!((&case["certainty"], &case["clock"]["state"]), (&json!("suspected"), &json!("running")));
    assert_eq!(case["clock"]["due"], "2025-10-16T08:00:00");
    for step in ["parents", "principal", "clinic"] {
        book.json(&["case", "step", key, step, "--whom", "李大夫"]);
    }
    let case = at(&book, "2025-10-16T08:01", &["case", "show", key]);
    assert_eq!((&case["clock"]["state"], &case["clock"]["open"]), (&json!("late"), &json!(["office"])));
    let todo = at(&book, "2025-10-16T08:01", &["todo"]);
    let duty = todo.as_array().unwrap().iter().find(|line| line["rule"] == "case-report").unwrap();
    assert_eq!(duty["state"], "late");
    assert!(duty["subject"].as_str().unwrap().contains("中心校"), "{duty}");
    // The clock of a case keeps its limit, whatever is chosen later.
    let limits = at(&book, "2025-10-16T08:02", &["case", "limits", "--edition", "1-local"]);
    assert_eq!((&limits["edition"], &limits["by"]), (&json!("1-local"), &json!("王秀兰")));
    let case = at(
        &book,
        "2025-10-16T09:00",
        &["case", "revise", key, "--certainty", "diagnosed", "--diagnosed-on", "2025-10-16"],
    );
    assert_eq!((&case["clock"]["hours"], &case["facts"]["hospital"]), (&json!(24), &json!("云坪镇卫生院")));
    let case = at(&book, "2025-10-25T09:00", &["case", "close", key, "--outcome", "recovered"]);
    assert_eq!((&case["closed_on"], &case["outcome"]), (&json!("2025-10-25"), &json!("recovered")));
    assert_eq!(at(&book, "2025-10-25T09:00", &["case", "list", "--open"]), json!([]));
    assert_eq!(at(&book, "2025-10-25T09:00", &["case", "list"]).as_array().unwrap().len(), 1);
}

#[test]
fn bad_input_is_refused_with_what_to_do() {
    let book = Book::with_roster();
    let person = first(&book);
    for (arguments, code, error) in [
        (&["case", "open", "--person", &person, "--disease", "xyz"][..], 2, "no_disease"),
        (&["case", "open", "--person", &person, "--disease", "肺炎"], 2, "several_diseases"),
        (&["case", "open", "--person", "nobody", "--disease", "水痘"], 1, "no_such_person"),
        (
            &["case", "open", "--person", &person, "--disease", "水痘", "--known", "2025-10-15T09:00"],
            1,
            "still_to_come",
        ),
        (&["case", "show", "7"], 1, "no_case"),
        (&["case", "limits", "--edition", "48"], 2, "bad_value"),
        (&["event", "open", "--symptom", "vomiting"], 2, "no_title"),
        (&["event", "show", "7"], 1, "no_event"),
        (&["log", "add", "--about", "other"], 2, "no_unit"),
        (&["log", "remove", "7"], 1, "no_entry"),
        (&["log", "counts", "--from", "2025-10-02", "--to", "2025-10-01"], 2, "bad_value"),
        (&["disease", "find", "xyz"], 2, "no_disease"),
    ] {
        let (given, said) = book.refused(arguments);
        assert_eq!((given, said["code"].as_str()), (code, Some(error)), "{arguments:?}: {said}");
        assert!(!said["remedy"].as_str().unwrap().is_empty());
    }
}

#[test]
fn an_event_keeps_its_figures_and_the_log_counts_for_inspectors() {
    let book = Book::with_roster();
    let people = book.json(&["roster", "list", "--class", "三（1）"]);
    for at in 0..3 {
        let person = people[at]["key"].as_str().unwrap();
        book.json(&["check", "record", "--person", person, "--absence", "ill", "--symptom", "vomiting"]);
    }
    book.json(&["check", "confirm", "--class", "三（1）"]);
    // An alert is named by its number in the list.
    let grown = book.json(&["event", "open", "--alert", "1"]);
    assert_eq!((&grown["counts"]["ill"], grown["alert"].is_string()), (&json!(3), true));
    let event = book.json(&[
        "event",
        "open",
        "--title",
        "三（1）班呕吐聚集",
        "--class",
        "三（1）",
        "--symptom",
        "vomiting",
        "--disease",
        "诺如",
    ]);
    let key = event["key"].as_str().unwrap();
    assert_eq!(event["counts"]["ill"], 3);
    assert_eq!(
        (&event["reports"][0]["report"], &event["reports"][0]["state"]),
        (&json!("first"), &json!("open"))
    );
    let event = book.json(&["event", "report", key, "first", "--unit", "云坪镇卫生院", "--way", "paper"]);
    assert_eq!(event["reports"][0]["state"], "done");
    let event = at(&book, "2025-10-16T17:30", &["event", "show", key]);
    assert_eq!(
        (&event["reports"][1]["report"], &event["reports"][1]["state"]),
        (&json!("progress"), &json!("late"))
    );
    at(&book, "2025-10-17T09:00", &["event", "close", key]);
    let log = book.json(&["log", "list", "--from", "2025-10-15", "--to", "2025-10-15"]);
    assert_eq!((log.as_array().unwrap().len(), &log[0]["unit"]), (1, &json!("云坪镇卫生院")));

    for (day, nil) in [("2025-10-14", "yes"), ("2025-10-15", "no")] {
        let about = format!("day:{day}");
        book.json(&["log", "add", "--about", &about, "--unit", "中心校", "--nil", nil]);
    }
    // The roster begins on 1 September; the first days of October are school days unless the calendar says otherwise.
    let counts = book.json(&["log", "counts", "--from", "2025-10-13", "--to", "2025-10-15"]);
    assert_eq!([&counts["expected"], &counts["made"], &counts["not_nil"]], [&json!(3), &json!(2), &json!(1)]);
    assert_eq!(counts["missing"], json!(["2025-10-13"]));
    let (text, _) = book.text(&["log", "counts", "--from", "2025-10-13", "--to", "2025-10-15"]);
    assert!(text.contains("应报") && text.contains("非零"), "{text}");
}
