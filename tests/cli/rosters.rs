use serde_json::Value;

use crate::book::{Book, roster};

fn expected() -> Value {
    serde_json::from_slice(&std::fs::read(roster("expected.json")).unwrap()).unwrap()
}

fn entries(expected: &Value) -> Vec<(String, Value)> {
    match &expected["files"] {
        Value::Object(files) => files.iter().map(|(name, entry)| (name.clone(), entry.clone())).collect(),
        files => files
            .as_array()
            .unwrap()
            .iter()
            .map(|entry| (entry["file"].as_str().unwrap().to_owned(), entry.clone()))
            .collect(),
    }
}

const FIELDS: [&str; 13] = [
    "outcome",
    "error",
    "kind",
    "school_year",
    "tables",
    "pupils_imported",
    "boarders",
    "day_pupils",
    "classes",
    "rows_rejected",
    "rows_warned",
    "rows_skipped",
    "left_behind",
];

#[test]
fn dry_runs_and_imports_print_what_is_expected() {
    for (name, entry) in entries(&expected()) {
        let book = Book::new();
        let path = roster(&name);
        let now = if name.starts_with("09") { "2026-10-15T08:00" } else { "2025-10-15T08:00" };
        for dry in [true, false] {
            let mut arguments = vec!["roster", "import", path.to_str().unwrap(), "--people"];
            if dry {
                arguments.push("--dry-run");
            }
            let document = book.json_at(now, &arguments);
            for field in FIELDS {
                if entry.get(field).is_some_and(|value| !value.is_null()) {
                    assert_eq!(document[field], entry[field], "{name} {field} dry={dry}");
                }
            }
            if dry {
                let list = book.json_at(now, &["roster", "list"]);
                assert_eq!(list, Value::Array(Vec::new()), "{name}: a dry run writes nothing");
            }
        }
        let list = book.json_at(now, &["roster", "list"]);
        assert_eq!(
            list.as_array().unwrap().len() as u64,
            entry["pupils_imported"].as_u64().unwrap(),
            "{name}"
        );
    }
}

#[test]
fn importing_twice_changes_nothing() {
    for name in ["01-standard.xlsx", "03-sheet-per-class.xls", "04-small-school.ods"] {
        let book = Book::new();
        let path = roster(name);
        book.json(&["roster", "import", path.to_str().unwrap()]);
        let before = book.json(&["roster", "list"]);
        let second = book.json(&["roster", "import", path.to_str().unwrap()]);
        assert_eq!((&second["new"], &second["changed"]), (&Value::from(0), &Value::from(0)), "{name}");
        assert_eq!(book.json(&["roster", "list"]), before, "{name}");
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
