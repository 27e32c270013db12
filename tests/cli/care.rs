//! Observation, contacts and returns to class on the command line.

use serde_json::{Value, json};

use crate::book::Book;

fn keys(book: &Book) -> Vec<String> {
    let list = book.json(&["roster", "list", "--class", "三1班"]);
    list.as_array().unwrap().iter().take(3).map(|p| p["key"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn somebody_is_observed_followed_and_sent_to_the_clinic() {
    let book = Book::with_roster();
    let keys = keys(&book);
    let begun = book.json_at(
        "2025-10-15T09:00",
        &["isolation", "begin", "--person", &keys[0], "--symptom", "vomiting", "--place", "留观室"],
    );
    let id = begun["id"].as_str().unwrap().to_owned();
    book.json_at("2025-10-15T09:30", &["isolation", "follow", &id, "--temp", "38.2", "--symptom", "fever"]);
    let ended = book.json_at("2025-10-15T10:00", &["isolation", "end", &id, "--how", "hospital"]);
    let line = &ended["isolation"];
    assert_eq!((&line["followed"], &line["body"]["end"]), (&json!(true), &json!("hospital")));
    assert_eq!(line["body"]["follow_ups"].as_array().map(Vec::len), Some(1));
    let list = book.json(&["isolation", "list", "--from", "2025-10-01", "--to", "2025-10-31"]);
    assert_eq!(list.as_array().map(Vec::len), Some(1));
}

#[test]
fn contacts_are_proposed_and_kept_and_a_return_is_checked() {
    let book = Book::with_roster();
    let keys = keys(&book);
    let open = [
        "case",
        "open",
        "--person",
        keys[0].as_str(),
        "--disease",
        "水痘",
        "--certainty",
        "diagnosed",
        "--onset",
        "2025-10-13",
        "--known",
        "2025-10-14T09:00",
    ];
    let opened = book.json(&open);
    let case = find_key(&opened).expect("the key of the case");
    let near = book.json(&["isolation", "contacts", &case]);
    let near = near.as_array().unwrap();
    assert!(near.len() > 3 && near.iter().all(|it| it["proposal"] == true));
    assert_eq!(near[0]["nearness"], "seat", "{}", near[0]);
    let kept = book.json(&["isolation", "contacts", &case, "--keep"]);
    assert!(kept.as_array().unwrap().iter().all(|it| it["proposal"] == false));
    let two: Vec<&str> = near.iter().take(2).map(|it| it["key"].as_str().unwrap()).collect();
    let chosen = book.json(&["isolation", "contacts", &case, "--only", two[0], "--only", two[1]]);
    assert_eq!(chosen.as_array().map(Vec::len), Some(2));
    let all = book.json(&["isolation", "contacts", &case, "--all"]);
    assert_eq!(all.as_array().unwrap().iter().filter(|it| it["proposal"] == true).count(), near.len() - 2);
    let awaited = book.json(&["return", "list"]);
    assert_eq!(awaited[0]["terms"], json!({ "earliest": "2025-10-27", "certificate": true }));
    let planned =
        book.json(&["return", "plan", &case, "--clinic-day", "2025-10-20", "--clinic-by", "李大夫"]);
    assert_eq!(planned["terms"]["earliest"], "2025-10-20");
    let checked = book.json_at(
        "2025-10-20T07:50",
        &[
            "return",
            "check",
            "--person",
            &keys[0],
            "--issuer",
            "县医院",
            "--issued",
            "2025-10-19",
            "--copy",
            "--decision",
            "admitted",
        ],
    );
    let unnumbered = json!(["certificate_incomplete"]);
    assert_eq!((&checked["flags"], &checked["decision"]), (&unnumbered, &json!("admitted")));
    let gone = book.json_at("2025-10-20T08:00", &["return", "list"]);
    assert_eq!(gone, json!([]));
}

/// The key of a case in the answer to `case open`.
fn find_key(answer: &Value) -> Option<String> {
    ["key", "case", "id"]
        .iter()
        .find_map(|name| answer[*name].as_str().or(answer["case"][*name].as_str()))
        .map(ToOwned::to_owned)
}
