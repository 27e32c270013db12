use serde_json::{Value, json};

use crate::book::Book;

const DAY: [&str; 2] = ["--date", "2025-10-15"];

fn morning<'a>(status: &'a Value, class: &str) -> &'a Value {
    let of = |line: &&Value| line["class"] == class && line["session"] == "morning";
    status.as_array().unwrap().iter().find(of).unwrap()
}

fn pupils(book: &Book, class: &str) -> Vec<String> {
    let list = book.json(&["roster", "list", "--class", class]);
    list.as_array().unwrap().iter().map(|p| p["key"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn a_morning_from_nothing_to_checked() {
    let book = Book::with_roster();
    let status = book.json(&["check", "status", "--date", "2025-10-15"]);
    let line = morning(&status, "三年级(2)班");
    assert_eq!(
        (&line["state"], &line["head_count"], &line["present"]),
        (&json!("unchecked"), &json!(44), &Value::Null)
    );

    book.json(&["check", "nil", "--class", "三（2）", DAY[0], DAY[1], "--session", "morning"]);
    let people = pupils(&book, "三1班");
    for person in people.iter().take(3) {
        book.json(&[
            "check",
            "record",
            DAY[0],
            DAY[1],
            "--person",
            person,
            "--symptom",
            "vomiting",
            "--temp",
            "38.2@axillary",
        ]);
    }
    book.json(&["check", "record", DAY[0], DAY[1], "--person", &people[5], "--absence", "leave"]);
    let status = book.json(&["check", "status", "--date", "2025-10-15"]);
    let line = morning(&status, "三年级(1)班");
    assert_eq!(
        (&line["state"], &line["draft"], &line["findings"]),
        (&json!("unchecked"), &json!(true), &Value::Null)
    );

    let alerts = book.json(&["alert", "list", "--date", "2025-10-15"]);
    let rules: Vec<_> = alerts
        .as_array()
        .unwrap()
        .iter()
        .map(|a| {
            (
                a["rule"].as_str().unwrap(),
                a["symptom_or_disease"].as_str().unwrap(),
                a["count"].as_u64().unwrap(),
            )
        })
        .collect();
    assert_eq!(
        rules,
        [("cn2006-1d3", "fever", 3), ("cn2006-1d3", "vomiting", 3)],
        "fever comes from the temperature"
    );

    book.json(&["check", "confirm", "--class", "301", DAY[0], DAY[1]]);
    let status = book.json(&["check", "status", "--date", "2025-10-15"]);
    let line = morning(&status, "三年级(1)班");
    assert_eq!(
        (&line["state"], &line["head_count"], &line["present"], &line["leave"], &line["findings"]),
        (&json!("exceptions"), &json!(45), &json!(44), &json!(1), &json!(4))
    );
    assert_eq!(line["confirmed_by"], "王秀兰");

    let all = book.json(&["check", "nil", "--all", DAY[0], DAY[1]]);
    assert_eq!((&all["set"], &all["skipped"]), (&json!(7), &json!([])));
}

#[test]
fn absences_come_back_and_nil_is_refused_until_somebody_looks() {
    let book = Book::with_roster();
    let person = &pupils(&book, "二1班")[3];
    let tuesday = ["--date", "2025-10-14"];
    book.json(&[
        "check",
        "record",
        tuesday[0],
        tuesday[1],
        "--person",
        person,
        "--absence",
        "ill",
        "--symptom",
        "cough",
        "--confirm",
    ]);
    let (code, error) = book.refused(&["check", "nil", "--class", "二1班", DAY[0], DAY[1]]);
    assert_eq!((code, error["code"].as_str().unwrap()), (1, "sheet_holds_something"));
    let all = book.json(&["check", "nil", "--all", DAY[0], DAY[1]]);
    assert_eq!((&all["set"], all["skipped"].as_array().unwrap().len()), (&json!(8), 1));
    let findings = book.json(&["check", "findings", "--date", "2025-10-15"]);
    assert_eq!(
        (&findings[0]["proposal"], &findings[0]["absence"], &findings[0]["confirmed"]),
        (&json!(true), &json!("ill"), &json!(false))
    );
    book.json(&["check", "record", DAY[0], DAY[1], "--person", person, "--clear"]);
    book.json(&["check", "confirm", "--class", "二1班", DAY[0], DAY[1]]);
    let status = book.json(&["check", "status", "--date", "2025-10-15"]);
    assert_eq!(morning(&status, "二年级(1)班")["state"], "nil");
}

#[test]
fn undo_walks_back_one_step_at_a_time() {
    let book = Book::with_roster();
    book.json(&["check", "nil", "--class", "一1班", DAY[0], DAY[1]]);
    book.json(&["check", "nil", "--class", "一2班", DAY[0], DAY[1]]);
    book.json(&["undo"]);
    book.json(&["undo"]);
    let status = book.json(&["check", "status", "--date", "2025-10-15"]);
    assert!(status.as_array().unwrap().iter().all(|line| line["state"] == "unchecked"));
    let doctor = book.json(&["doctor"]);
    assert_eq!(doctor, json!({ "sound": true, "journal_whole": true, "overlaps": [], "strays": [] }));
}

#[test]
fn wrong_use_is_told_from_refusal() {
    let book = Book::with_roster();
    let (code, _) = book.refused(&["check", "nil", "--class", "十（9）", DAY[0], DAY[1]]);
    assert_eq!(code, 1);
    let (code, _) = book.refused(&["check", "nil"]);
    assert_eq!(code, 2);
    let (code, error) = book.refused(&["check", "nil", "--all", "--date", "2025-10-19", "--class", "x"]);
    assert_eq!((code, error["code"].as_str().unwrap()), (2, "usage_argument_conflict"));
    let (code, error) = book.refused(&["check", "nil", "--class", "一1班", "--date", "2025-10-12"]);
    assert_eq!((code, error["code"].as_str().unwrap()), (1, "not_due"));
    let (code, error) = book.refused(&["check", "nil", "--all", "--date", "2025-10-16"]);
    assert_eq!((code, error["code"].as_str().unwrap()), (1, "day_to_come"));
    let person = &pupils(&book, "一1班")[0];
    let (code, error) =
        book.refused(&["check", "record", DAY[0], DAY[1], "--person", person, "--temp", "99"]);
    assert_eq!((code, error["code"].as_str().unwrap()), (2, "bad_temperature"));
    for field in ["happened", "meaning", "remedy"] {
        assert!(!error[field].as_str().unwrap().is_empty());
    }
}

#[test]
fn staff_and_dormitories_are_checked_where_the_school_chooses_so() {
    let book = Book::with_roster();
    let status = |kind: &str| {
        let lines = book.json(&["check", "status", "--date", "2025-10-15"]);
        lines.as_array().unwrap().iter().filter(|line| line["kind"] == kind).count()
    };
    let (code, error) = book.refused(&["check", "nil", "--date", "2025-10-15", "--staff"]);
    assert_eq!((code, error["code"].as_str()), (1, Some("not_due")));
    book.json(&["staff", "add", "--name", "黄国强"]);
    let school = book.json(&["school", "--check", "staff-morning", "--check", "evening-dormitory=yes"]);
    assert!(school["checks"].as_array().unwrap().iter().all(|check| check["on"] == true));
    assert_eq!((status("staff"), status("dormitory")), (1, 0));
    let set = book.json(&["check", "nil", "--date", "2025-10-15", "--staff"]);
    assert_eq!(set["state"], "nil");
    let shown = book.json(&["check", "show", "--date", "2025-10-15", "--staff"]);
    let people = shown["people"].as_array().unwrap();
    assert_eq!((&shown["kind"], people.len()), (&json!("staff"), 1), "{shown}");
    let (code, error) = book.refused(&["check", "nil", "--date", "2025-10-15", "--dormitory", "9舍"]);
    assert_eq!((code, error["code"].as_str()), (1, Some("no_such_dormitory")));
    let (code, _) = book.refused(&["check", "nil", "--staff", "--dormitory", "9舍"]);
    assert_eq!(code, 2);
}

#[test]
fn a_class_is_named_by_digits_and_an_onset_is_questioned_or_refused() {
    let book = Book::with_roster();
    let set = book.json(&["check", "nil", "--class", "32", DAY[0], DAY[1]]);
    assert_eq!(set["class"], "三年级(2)班");
    let (code, error) = book.refused(&["check", "nil", "--class", "三年级", DAY[0], DAY[1]]);
    assert_eq!((code, error["code"].as_str()), (2, Some("ambiguous_class")));
    let person = &pupils(&book, "三1班")[0];
    let record = |onset| {
        ["check", "record", DAY[0], DAY[1], "--person", person, "--symptom", "fever", "--onset", onset]
    };
    assert_eq!(book.json(&record("2025-10-14"))["warning"], Value::Null);
    assert_eq!(book.json(&record("2015-10-14"))["warning"]["code"], "onset_doubtful");
    let (code, error) = book.refused(&record("2025-10-16"));
    assert_eq!((code, error["code"].as_str()), (1, Some("onset_after_check")));
}
