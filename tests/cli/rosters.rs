use serde_json::{Map, Value};

use crate::book::{Book, roster};

fn expected() -> Map<String, Value> {
    let all: Value = serde_json::from_slice(&std::fs::read(roster("expected.json")).unwrap()).unwrap();
    all["files"].as_object().unwrap().clone()
}

fn now(name: &str) -> &'static str {
    if name.starts_with("09") { "2026-10-15T08:00" } else { "2025-10-15T08:00" }
}

/// Keys of an expectation that describe it, or that are compared elsewhere.
const NOTES: [&str; 7] =
    ["about", "same_person_rule", "samples", "all_pupils", "all_staff", "posts", "staff_of_class"];

/// Every field of a record, where several values are right any of them, and no field beyond.
fn compare_record(expected: &Value, got: &Value, wrong: &mut Vec<String>) {
    let (expected, got) = (expected.as_object().unwrap(), got.as_object().unwrap());
    let either = expected.get("either");
    for (field, value) in expected.iter().filter(|(field, _)| *field != "either") {
        let allowed = either.and_then(|e| e[field].as_array());
        let found = got.get(field);
        if found != Some(value) && !allowed.zip(found).is_some_and(|(a, found)| a.contains(found)) {
            wrong.push(format!("row {} {field}: {value} is expected, {found:?} found", expected["row"]));
        }
    }
    wrong.extend(
        got.keys().filter(|field| !expected.contains_key(*field)).map(|f| format!("{f} is not expected")),
    );
}

fn compare_records(list: &str, entry: &Value, document: &Value, wrong: &mut Vec<String>) {
    let Some(wanted) = entry.get(list).and_then(Value::as_array) else { return };
    let printed = if list == "samples" { "all_pupils" } else { list };
    let records = document.get(printed).and_then(Value::as_array).cloned().unwrap_or_default();
    if list != "samples" && records.len() != wanted.len() {
        wrong.push(format!("{list}: {} are expected, {} found", wanted.len(), records.len()));
    }
    for record in wanted {
        match records.iter().find(|r| r["row"] == record["row"] && r["sheet"] == record["sheet"]) {
            Some(found) => compare_record(record, found, wrong),
            None => wrong.push(format!("row {} is missing", record["row"])),
        }
    }
}

/// Posts, and who stands in front of each class, follow from the records of the staff.
fn compare_staff(entry: &Value, document: &Value, wrong: &mut Vec<String>) {
    let Some(posts) = entry.get("posts").and_then(Value::as_object) else { return };
    let staff = document["all_staff"].as_array().unwrap();
    for (post, count) in posts {
        let found = staff.iter().filter(|person| person["post"] == **post).count() as u64;
        if Some(found) != count.as_u64() {
            wrong.push(format!("{post}: {count} are expected, {found} found"));
        }
    }
    for (class, people) in entry["staff_of_class"].as_object().unwrap() {
        for person in people.as_array().unwrap() {
            let name = person.as_str().unwrap().split('（').next().unwrap();
            let teaches =
                staff.iter().filter(|p| p["name"] == *name).any(|p| p.to_string().contains(class.as_str()));
            if !teaches {
                wrong.push(format!("{name} does not teach {class}"));
            }
        }
    }
}

#[test]
fn every_file_gives_every_expected_field() {
    let expected = expected();
    for file in std::fs::read_dir(roster("")).unwrap() {
        let name = file.unwrap().file_name().into_string().unwrap();
        let known = expected.contains_key(&name) || ["expected.json", "README.md"].contains(&name.as_str());
        assert!(known, "{name} is not in expected.json");
    }
    for (name, entry) in &expected {
        let book = Book::new();
        let path = roster(name);
        for dry in [true, false] {
            let mut arguments = vec!["roster", "import", path.to_str().unwrap(), "--people"];
            arguments.extend(dry.then_some("--dry-run"));
            let document = book.json_at(now(name), &arguments);
            let mut wrong = Vec::new();
            for (field, value) in entry.as_object().unwrap() {
                let elsewhere = NOTES.contains(&field.as_str()) || field == "compared_with";
                if !elsewhere && document.get(field) != Some(value) {
                    wrong.push(format!("{field}: {value} is expected, {:?} found", document.get(field)));
                }
            }
            for list in ["samples", "all_pupils", "all_staff"] {
                compare_records(list, entry, &document, &mut wrong);
            }
            compare_staff(entry, &document, &mut wrong);
            assert!(wrong.is_empty(), "{name}, dry run {dry}:\n{}", wrong.join("\n"));
            let people =
                entry["pupils_imported"].as_u64().unwrap() + document["staff_imported"].as_u64().unwrap();
            let compared = ["new", "changed", "unchanged"].map(|field| document[field].as_u64().unwrap());
            assert_eq!(compared, [people, 0, 0], "{name}");
            let lists = ["conflicts", "doubtful", "not_in_file"]
                .map(|field| document[field].as_array().unwrap().len());
            assert_eq!(lists, [0, 0, 0], "{name}");
            let listed = book.json_at(now(name), &["roster", "list"]).as_array().unwrap().len() as u64;
            assert_eq!(listed, if dry { 0 } else { entry["pupils_imported"].as_u64().unwrap() }, "{name}");
        }
    }
}

#[test]
fn the_next_years_file_is_compared_as_expected() {
    let expected = expected();
    for (name, entry) in expected.iter().filter(|(_, entry)| entry.get("compared_with").is_some()) {
        let book = Book::new();
        let before = entry["compared_with"]["file"].as_str().unwrap();
        book.json_at(now(before), &["roster", "import", roster(before).to_str().unwrap()]);
        let path = roster(name);
        let arguments = ["roster", "import", path.to_str().unwrap(), "--as-of", "2026-09-01", "--dry-run"];
        let dry = book.json_at(now(name), &arguments);
        let document = book.json_at(now(name), &arguments[..5]);
        let result = &entry["compared_with"]["result"];
        let known = document["changed"].as_u64().unwrap() + document["unchanged"].as_u64().unwrap();
        assert_eq!(Some(known), result["matched"].as_u64());
        for field in ["matched_by_id", "new"] {
            assert_eq!(document[field], result[field], "{field}");
        }
        for field in ["new", "changed", "unchanged", "matched_by_id", "conflicts", "doubtful", "not_in_file"]
        {
            assert_eq!(dry[field], document[field], "the dry run says the same: {field}");
        }
        let names = |list: &Value| {
            let mut names: Vec<String> =
                list.as_array().unwrap().iter().map(|p| p["name"].as_str().unwrap().to_owned()).collect();
            names.sort();
            names
        };
        assert_eq!(names(&document["not_in_file"]), names(&result["lists"]["left"]));
        assert_eq!(
            (&document["conflicts"], &document["doubtful"]),
            (&Value::Array(vec![]), &Value::Array(vec![]))
        );
        let again = book.json_at(now(name), &arguments[..5]);
        assert_eq!((&again["new"], &again["changed"]), (&Value::from(0), &Value::from(0)));
    }
}

#[test]
fn importing_any_file_twice_changes_nothing() {
    for name in expected().keys() {
        let book = Book::new();
        let path = roster(name);
        let import = ["roster", "import", path.to_str().unwrap()];
        book.json_at(now(name), &import);
        let lists = |book: &Book| {
            [["roster", "list"], ["staff", "list"], ["class", "list"]]
                .map(|list| book.json_at(now(name), &list))
        };
        let before = lists(&book);
        let second = book.json_at(now(name), &import);
        assert_eq!((&second["new"], &second["changed"]), (&Value::from(0), &Value::from(0)), "{name}");
        assert_eq!(lists(&book), before, "{name}");
    }
    let book = Book::with_roster();
    let same = book.json(&["roster", "import", roster("02-standard-gb18030.csv").to_str().unwrap()]);
    assert_eq!(
        (&same["new"], &same["changed"]),
        (&Value::from(0), &Value::from(0)),
        "the same roster as csv"
    );
}

#[test]
fn an_import_is_undone_as_one_step() {
    let book = Book::with_roster();
    book.json(&["undo"]);
    assert_eq!(book.json(&["roster", "list"]), Value::Array(Vec::new()));
}
