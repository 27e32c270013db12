//! Absences and their follow-ups on the command line.

use serde_json::{Value, json};

use crate::book::Book;

/// Three pupils of 三（1）, confirmed ill on Wednesday 15 October 2025: two without a symptom.
fn absent(book: &Book) -> Vec<String> {
    let list = book.json(&["roster", "list", "--class", "三1班"]);
    let keys: Vec<String> =
        list.as_array().unwrap().iter().take(3).map(|p| p["key"].as_str().unwrap().to_owned()).collect();
    for (at, key) in keys.iter().enumerate() {
        let mut call = vec!["check", "record", "--person", key.as_str(), "--absence", "ill"];
        if at == 0 {
            call.extend(["--symptom", "fever"]);
        }
        book.json(&call);
    }
    book.json(&["check", "confirm", "--class", "三1班"]);
    keys
}

fn open(book: &Book, now: &str) -> Vec<Value> {
    book.json_at(now, &["trace", "list"]).as_array().unwrap().clone()
}

#[test]
fn calls_are_owed_written_down_and_closed() {
    let book = Book::with_roster();
    let keys = absent(&book);
    let lines = open(&book, "2025-10-15T08:30");
    assert_eq!(lines.len(), 3);
    assert!(lines.iter().all(|line| line["due"] == "2025-10-15T14:00:00" && line["state"] == "open"));
    assert_eq!(lines[0]["contacts"].as_array().map(Vec::is_empty), Some(false), "{}", lines[0]);
    let late = open(&book, "2025-10-15T14:01");
    assert!(late.iter().all(|line| line["state"] == "late"));
    let todo = book.json(&["todo"]);
    let calls = todo.as_array().unwrap().iter().find(|duty| duty["rule"] == "trace-call").unwrap();
    assert_eq!(calls["due"], "2025-10-15T14:00:00");

    let add = |now: &str, more: &[&str]| {
        let call = [&["trace", "add", "--person", keys[0].as_str()], more].concat();
        book.json_at(now, &call)
    };
    add("2025-10-15T09:00", &["--unreached", "--note", "占线"]);
    let told = add(
        "2025-10-15T11:10",
        &["--symptom", "fever", "--symptom", "cough", "--seen", "no", "--next-call", "2025-10-16T09:00"],
    );
    assert_eq!(told["absence"]["due"], "2025-10-16T09:00:00");
    assert_eq!(told["absence"]["traces"].as_array().unwrap().len(), 2);
    let findings = book.json(&["check", "findings"]);
    let finding = findings.as_array().unwrap().iter().find(|line| line["key"] == keys[0].as_str()).unwrap();
    assert_eq!(finding["symptoms"], json!(["cough", "fever"]), "what was told stands on the sheet");
    let told =
        add("2025-10-16T09:05", &["--diagnosis", "流感", "--basis", "certificate", "--hospital", "县医院"]);
    assert_eq!(
        (&told["absence"]["state"], &told["absence"]["closing"]["how"]),
        (&json!("closed"), &json!("diagnosed"))
    );
    assert_eq!((&told["notifiable"]["class"], &told["notifiable"]["hours"]), (&json!("c"), &json!(24)));
    book.json_at(
        "2025-10-16T09:10",
        &["trace", "close", "--person", &keys[1], "--symptoms-ended", "2025-10-15"],
    );
    let open = open(&book, "2025-10-16T09:11");
    let states: Vec<_> = open.iter().map(|line| line["state"].as_str().unwrap()).collect();
    assert_eq!(states, ["late", "closed", "closed"], "still away, and need no call");
    // A sheet that shows everybody well ends all three.
    book.json_at("2025-10-17T08:00", &["check", "status"]);
    for key in &keys {
        book.json_at("2025-10-17T08:00", &["check", "record", "--person", key, "--clear"]);
    }
    book.json_at("2025-10-17T08:00", &["check", "confirm", "--class", "三1班"]);
    assert!(self::open(&book, "2025-10-17T08:01").is_empty());
    let closed = book.json_at("2025-10-17T08:01", &["trace", "list", "--closed"]);
    let how: Vec<_> = closed.as_array().unwrap().iter().map(|line| line["closing"]["how"].clone()).collect();
    assert_eq!(how, ["diagnosed", "symptoms_ended", "returned"]);
    let file = book.json(&["roster", "person", &keys[0]]);
    assert_eq!(file["absences"][0]["traces"].as_array().unwrap().len(), 3);
}

#[test]
fn absences_and_rates_show_what_they_are_counted_from() {
    let book = Book::with_roster();
    let keys = absent(&book);
    book.json(&["check", "nil", "--all", "--date", "2025-10-15", "--session", "morning"]);
    let list =
        book.json(&["absence", "list", "--from", "2025-10-13", "--to", "2025-10-17", "--class", "三1班"]);
    assert_eq!(list.as_array().unwrap().len(), 3);
    assert_eq!((&list[0]["half_days"], &list[0]["to"]), (&json!(1), &Value::Null));
    let rates = book.json(&["absence", "rates", "--from", "2025-10-15", "--to", "2025-10-15"]);
    let total = &rates["total"];
    let classes = rates["classes"].as_array().unwrap();
    assert_eq!((&rates["checked"], &rates["due"]), (&json!(classes.len()), &json!(2 * classes.len())));
    assert_eq!((&total["ill_half_days"], &total["taught_half_days"]), (&json!(3), &total["pupils"]));
    assert_eq!(total["episodes"], json!(3));
    let class = classes.iter().find(|line| line["label"] == "三（1）").unwrap();
    let rate = 100.0 * 3.0 / class["taught_half_days"].as_f64().unwrap();
    assert!((class["illness_rate"].as_f64().unwrap() - rate).abs() < 1e-9);
    let rows: Vec<_> =
        rates["rows"].as_array().unwrap().iter().map(|row| row["key"].as_str().unwrap()).collect();
    assert!(keys.iter().all(|key| rows.contains(&key.as_str())));
    let (text, _) = book.text(&["absence", "rates"]);
    assert!(text.contains("因病缺课率") && text.contains("只知症状") && text.contains("三（1）"), "{text}");
    let (text, _) = book.text(&["trace", "list"]);
    assert!(text.contains("症状不明") && text.contains("第 1 次电话"), "{text}");
}

#[test]
fn papers_print_and_wrong_calls_are_explained() {
    let book = Book::with_roster();
    let keys = absent(&book);
    for form in ["trace-calls", "absence-class", "absence-school", "cause-trace"] {
        for blank in [&[][..], &["--blank"]] {
            let out = book.folder().join(format!("{form}.pdf"));
            let print = [&["form", "print", form, "--out", out.to_str().unwrap()], blank].concat();
            let printed = book.json(&print);
            assert!(printed["sheets"].as_u64().unwrap() >= 1 && out.exists(), "{form}");
        }
    }
    for (call, code, name) in [
        (&["trace", "add", "--person", &keys[0]][..], 2, "usage_missing_argument"),
        (&["trace", "add", "--person", "nobody", "--note", "x"], 1, "no_such_person"),
        (&["trace", "add", "--person", &keys[0], "--unreached", "--seen", "yes"], 2, "trace_unreached"),
        (
            &["trace", "add", "--person", &keys[0], "--note", "x", "--next-call", "2025-10-14T09:00"],
            1,
            "next_call_before",
        ),
        (
            &["trace", "add", "--person", &keys[0], "--note", "x", "--at", "2025-10-16T09:00"],
            1,
            "trace_not_yet",
        ),
        (&["trace", "close", "--person", &keys[0], "--returned", "2025-10-20"], 1, "trace_wrong_day"),
        (&["trace", "close", "--person", &keys[0], "--diagnosis", " "], 2, "trace_no_diagnosis"),
        (
            &["trace", "remove", "00000000-0000-0000-0000-000000000000", "--person", &keys[0]],
            1,
            "no_such_trace",
        ),
        (&["absence", "list", "--from", "2025-10-20"], 2, "bad_value"),
    ] {
        let (exit, error) = book.refused(call);
        assert_eq!((exit, &error["code"]), (code, &json!(name)), "{call:?}: {error}");
    }
    let list = book.json(&["roster", "list", "--class", "三2班"]);
    let healthy = list[0]["key"].as_str().unwrap();
    let (exit, error) = book.refused(&["trace", "add", "--person", healthy, "--note", "x"]);
    assert_eq!((exit, &error["code"]), (1, &json!("not_absent")));
    assert!(book.json(&["trace", "list"]).as_array().unwrap().iter().all(|line| line["traces"] == json!([])));
}
