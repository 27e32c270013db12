//! Progress, Ctrl+C, refusals and wrong calls, as a script or a person at a terminal meets them.

use std::fmt::Write as _;
use std::io::{BufRead, BufReader, Read};
use std::process::{Command, Stdio};

use serde_json::{Value, json};

use crate::book::{Book, roster};

/// A roster so long that its import can be interrupted.
fn long_roster(book: &Book) -> String {
    let mut text = "班级,姓名,性别,出生日期\n".to_owned();
    for at in 0..3_000 {
        writeln!(text, "三年级({})班,学生{at},男,2016-09-{:02}", at / 50 + 1, at % 28 + 1).unwrap();
    }
    let path = book.folder().join("long.csv");
    std::fs::write(&path, text).unwrap();
    path.to_str().unwrap().to_owned()
}

#[test]
fn progress_goes_to_stderr_and_only_where_it_is_asked_for() {
    let path = roster("01-standard.xlsx");
    let import = ["roster", "import", path.to_str().unwrap()];
    let (quiet, nothing) = Book::new().text(&import);
    assert_eq!(nothing, "", "stderr is no terminal");
    let (asked, lines) = Book::new().text(&["--progress", "roster", "import", path.to_str().unwrap()]);
    assert_eq!(asked, quiet);
    for stage in ["正在读取", "正在备份", "正在写入 365 / 365"] {
        assert!(lines.contains(stage), "{stage}: {lines}");
    }
    let book = Book::new();
    let output = book.run(&["--progress", "roster", "import", path.to_str().unwrap()]);
    let document: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(document["new"], json!(365));
    let reports: Vec<Value> = String::from_utf8(output.stderr)
        .unwrap()
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    assert!(reports.contains(&json!({ "stage": "saving", "done": 365, "total": 365 })), "{reports:?}");
}

/// Starts a command and presses Ctrl+C at its first report of a stage.
fn interrupted(mut command: Command, stage: &str) -> (i32, Vec<u8>, Vec<Value>) {
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let mut lines = BufReader::new(child.stderr.take().unwrap()).lines();
    let mut reports = Vec::new();
    while let Some(Ok(line)) = lines.next() {
        let report: Value = serde_json::from_str(&line).unwrap();
        if report["stage"] == stage && !reports.iter().any(|r: &Value| r["stage"] == stage) {
            assert!(Command::new("kill").args(["-INT", &child.id().to_string()]).status().unwrap().success());
        }
        reports.push(report);
    }
    let mut stdout = Vec::new();
    child.stdout.take().unwrap().read_to_end(&mut stdout).unwrap();
    (child.wait().unwrap().code().unwrap(), stdout, reports)
}

#[test]
fn ctrl_c_ends_long_work_with_nothing_written() {
    let book = Book::new();
    let path = long_roster(&book);
    let import = book.command("2025-10-15T08:00", &["--progress", "roster", "import", &path]);
    let (code, stdout, reports) = interrupted(import, "saving");
    assert_eq!(code, 1, "{reports:?}");
    let document: Value = serde_json::from_slice(&stdout).unwrap();
    assert_eq!((&document["outcome"], &document["error"]), (&json!("refused"), &json!("cancelled")));
    assert_eq!(reports.last().unwrap()["code"], "cancelled");
    assert_eq!(book.json(&["roster", "list"]), json!([]));
    assert_eq!(book.json(&["roster", "import", &path])["new"], json!(3_000), "the book is as good as before");

    let out = book.folder().join("letters.pdf");
    book.json(&["school", "--name", "青石坪小学"]);
    let letters = book.json(&["letter", "list"])[0]["id"].as_str().unwrap().to_owned();
    let print = ["--progress", "letter", "print", &letters, "--all", "--out", out.to_str().unwrap()];
    let (code, stdout, reports) = interrupted(book.command("2025-10-15T08:00", &print), "laying_out");
    assert_eq!((code, stdout.len()), (1, 0), "{reports:?}");
    assert!(!out.exists());

    let demo = book.folder().join("demo");
    let make = ["--progress", "demo", "--out", demo.to_str().unwrap()];
    let (code, _, _) = interrupted(book.command("2025-10-15T08:00", &make), "saving");
    assert_eq!(code, 1);
    assert!(!demo.join("data").exists() && !demo.join("roster.xlsx").exists());
}

#[test]
fn every_refused_import_prints_its_document() {
    let book = Book::with_roster();
    let next = roster("09-next-year.xlsx");
    book.json_at("2026-10-15T08:00", &["roster", "import", next.to_str().unwrap()]);
    let old = roster("01-standard.xlsx");
    let old = old.to_str().unwrap();
    for (arguments, code) in [
        (vec!["roster", "import", "no-such-file.xlsx"], 1),
        (vec!["roster", "import", "."], 1),
        (vec!["roster", "import", old], 1),
        (vec!["roster", "import", old, "--dry-run"], 1),
        (vec!["roster", "import", old, "--sheet", "没有"], 1),
        (vec!["roster", "import", old, "--map", "姓名=nonsense"], 2),
    ] {
        let output = book.run_at("2026-10-15T08:00", &arguments);
        assert_eq!(output.status.code(), Some(code), "{arguments:?}");
        let document: Value = serde_json::from_slice(&output.stdout).unwrap();
        let error: Value = serde_json::from_slice(&output.stderr).unwrap();
        assert_eq!(
            (&document["outcome"], &document["error"]),
            (&json!("refused"), &error["code"]),
            "{arguments:?}"
        );
        for field in ["tables", "classes", "rows_rejected", "rows_warned", "rows_skipped"] {
            assert_eq!(document[field], json!([]), "{arguments:?} {field}");
        }
    }
}

#[test]
fn wrong_calls_are_explained_in_chinese_and_in_json() {
    let book = Book::new();
    let output = book.run(&["chek"]);
    assert_eq!(output.status.code(), Some(2));
    let error: Value = serde_json::from_slice(&output.stderr).unwrap();
    assert_eq!(error["code"], "usage_unknown_command");
    let output = Command::new(env!("CARGO_BIN_EXE_chenjian"))
        .args(["--lang", "zh-CN", "check", "status", "--datee", "2025-10-15"])
        .output()
        .unwrap();
    assert_eq!((output.status.code(), output.stdout.len()), (Some(2), 0));
    let words = String::from_utf8(output.stderr).unwrap();
    assert!(words.contains("没有“--datee”这个选项或参数。") && words.contains("--date"), "{words}");
    assert!(!words.contains("error") && !words.contains("Usage"), "{words}");
}

#[test]
fn what_people_read_is_named() {
    let book = Book::with_roster();
    let (school, _) = book.text(&["school", "--name", "青石坪小学", "--phone", "0771-5550123"]);
    assert!(
        school.contains("学校名称") && school.contains("操作人") && school.contains("青石坪小学"),
        "{school}"
    );
    let day = ["--date", "2025-10-15"];
    let list = book.json(&["roster", "list", "--class", "三1班"]);
    for person in list.as_array().unwrap().iter().take(3) {
        let key = person["key"].as_str().unwrap();
        book.json(&[
            "check",
            "record",
            day[0],
            day[1],
            "--person",
            key,
            "--symptom",
            "vomiting",
            "--confirm",
        ]);
    }
    let (alerts, _) = book.text(&["alert", "list", day[0], day[1]]);
    assert!(
        alerts.contains("呕吐 3 人") && !alerts.contains("vomiting") && !alerts.contains("cn2006"),
        "{alerts}"
    );
}
