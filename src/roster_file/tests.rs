use chrono::NaiveDate;
use serde_json::Value;

use super::*;
use crate::domain::progress::Silent;

fn fixture(name: &str) -> Vec<u8> {
    std::fs::read(std::path::Path::new("tests/rosters").join(name)).unwrap()
}

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

fn read_fixture(name: &str) -> RosterDocument {
    let today = if name.starts_with("09") { day(2026, 10, 15) } else { day(2025, 10, 15) };
    read(&fixture(name), Some(name), &ReadOptions::on(today), &mut Silent).unwrap()
}

/// Every key that is expected, with the values of `either` allowed; what is beyond is listed too.
fn compare_record(expected: &Value, got: &Value, wrong: &mut Vec<String>) {
    let expected = expected.as_object().unwrap();
    let got = got.as_object().unwrap();
    let either = expected.get("either");
    for (key, value) in expected.iter().filter(|(key, _)| *key != "either") {
        let found = got.get(key);
        let allowed = either.and_then(|e| e.get(key)).and_then(Value::as_array);
        let fits = found == Some(value) || allowed.is_some_and(|a| found.is_some_and(|f| a.contains(f)));
        if !fits {
            wrong.push(format!("row {}: {key}: expected {value}, got {found:?}", expected["row"]));
        }
    }
    for key in got.keys().filter(|key| !expected.contains_key(*key)) {
        wrong.push(format!("row {}: {key} is not expected", expected["row"]));
    }
}

fn compare_file(name: &str) {
    let all: Value = serde_json::from_slice(&fixture("expected.json")).unwrap();
    let expected = &all["files"][name];
    let document = read_fixture(name);
    let got = serde_json::to_value(&document).unwrap();
    let mut wrong = Vec::new();
    let elsewhere =
        ["about", "samples", "all_pupils", "all_staff", "posts", "staff_of_class", "compared_with"];
    for (key, value) in expected.as_object().unwrap() {
        if !elsewhere.contains(&key.as_str()) && key != "same_person_rule" && got.get(key) != Some(value) {
            wrong.push(format!("{key}: expected {value}\n  got {}", got[key]));
        }
    }
    let pupils: Vec<Value> = document.pupils.iter().map(|p| serde_json::to_value(p).unwrap()).collect();
    let staff: Vec<Value> = document.staff.iter().map(|s| serde_json::to_value(s).unwrap()).collect();
    for (list, records) in [("samples", &pupils), ("all_pupils", &pupils), ("all_staff", &staff)] {
        let Some(wanted) = expected.get(list).and_then(Value::as_array) else { continue };
        if list != "samples" {
            assert_eq!(wanted.len(), records.len(), "{name}: {list}");
        }
        for record in wanted {
            match records.iter().find(|r| r["row"] == record["row"] && r["sheet"] == record["sheet"]) {
                Some(found) => compare_record(record, found, &mut wrong),
                None => wrong.push(format!("row {} is missing", record["row"])),
            }
        }
    }
    assert!(wrong.is_empty(), "{name}:\n{}", wrong.join("\n"));
}

#[test]
fn standard_xlsx() {
    compare_file("01-standard.xlsx");
}

#[test]
fn standard_gb18030_csv() {
    compare_file("02-standard-gb18030.csv");
    let without_place = |name| {
        let mut pupils = read_fixture(name).pupils;
        for pupil in &mut pupils {
            pupil.origin.sheet = None;
        }
        pupils
    };
    assert_eq!(without_place("01-standard.xlsx"), without_place("02-standard-gb18030.csv"));
}

#[test]
fn sheet_per_class_xls() {
    compare_file("03-sheet-per-class.xls");
}

#[test]
fn small_school_ods() {
    compare_file("04-small-school.ods");
}

#[test]
fn national_71_columns() {
    compare_file("05-national-71.xlsx");
}

#[test]
fn messy_xlsx() {
    compare_file("06-messy.xlsx");
}

#[test]
fn web_export() {
    compare_file("07-web-export.xls");
}

#[test]
fn staff_list() {
    compare_file("08-staff.xlsx");
}

#[test]
fn next_year() {
    compare_file("09-next-year.xlsx");
}

fn refusal(bytes: &[u8]) -> ReadError {
    read(bytes, None, &ReadOptions::on(day(2025, 10, 15)), &mut Silent).unwrap_err()
}

#[test]
fn truncated_and_spoilt_files_are_refused_and_never_break_it() {
    for name in ["01-standard.xlsx", "03-sheet-per-class.xls", "04-small-school.ods", "07-web-export.xls"] {
        let whole = fixture(name);
        for part in 1..40 {
            let cut = &whole[..whole.len() * part / 40];
            let got = refusal(cut);
            assert_eq!(got, ReadError::Damaged, "{name} cut to {part}/40");
        }
    }
    for name in [
        "06-messy.xlsx",
        "03-sheet-per-class.xls",
        "04-small-school.ods",
        "07-web-export.xls",
        "02-standard-gb18030.csv",
    ] {
        let whole = fixture(name);
        let mut state = 7_u64;
        for _ in 0..150 {
            let mut spoilt = whole.clone();
            for _ in 0..6 {
                state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
                let at = (state >> 33) as usize % spoilt.len();
                spoilt[at] = (state >> 20) as u8;
            }
            let _ = read(&spoilt, None, &ReadOptions::on(day(2025, 10, 15)), &mut Silent);
        }
    }
}
