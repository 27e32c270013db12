use serde_json::json;

use crate::book::Book;

const DAY: &str = "2025-10-15";

fn printed(book: &Book, id: &str, more: &[&str]) -> serde_json::Value {
    let out = book.folder().join(format!("{id}.pdf")).display().to_string();
    book.json(&[&["letter", "print", id, "--all", "--date", DAY, "--out", out.as_str()], more].concat())
}

#[test]
fn letters_are_counted_printed_and_gone_on_with() {
    let book = Book::with_roster();
    let ids: Vec<String> = book
        .json(&["letter", "list"])
        .as_array()
        .unwrap()
        .iter()
        .map(|letter| letter["id"].as_str().unwrap().to_owned())
        .collect();
    assert!(ids.len() >= 8 && ids.contains(&"home-14".to_owned()), "{ids:?}");
    let counted = book.json(&["letter", "print", "return", "--all", "--date", DAY, "--dry-run"]);
    let letters = counted["letters"].as_u64().unwrap();
    assert_eq!(counted["sheets"].as_u64(), Some(letters.div_ceil(2)));
    assert_eq!(book.json(&["slip", "list"]), json!([]), "nothing was kept");
    let whole = printed(&book, "return", &["--size", "page", "--duplex"]);
    assert_eq!((whole["sheets"].as_u64(), whole["pages"].as_u64()), (Some(letters), Some(letters * 2)));
    let out = book.folder().join("rest.pdf").display().to_string();
    let last = letters.to_string();
    let rest = book.json(&["letter", "resume", "return-20251015-01", "--from-sheet", &last, "--out", &out]);
    assert_eq!((rest["sheets"].as_u64(), rest["from_sheet"].as_u64()), (Some(1), Some(letters)));
    let class = printed(&book, "winter", &["--per", "class"]);
    assert!(class["run"].is_null() && class["letters"].as_u64().unwrap() < letters);
    let disease = printed(&book, "disease", &["--disease", "流感"]);
    assert_eq!(disease["run"], 2);
    let (code, error) =
        book.refused(&["letter", "print", "disease", "--all", "--dry-run", "--disease", "没有"]);
    assert_eq!((code, error["code"].as_str()), (2, Some("no_disease")));
}

/// Writing fails behind some kilobytes, as on a full disk: the file of before stands, nothing half written lies about and
/// no run of slips was opened.
#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_explained_and_leaves_nothing_behind() {
    let book = Book::with_roster();
    let folder = book.folder().join("out");
    std::fs::create_dir(&folder).unwrap();
    let out = folder.join("winter.pdf");
    std::fs::write(&out, "old").unwrap();
    let print = ["letter", "print", "winter", "--all", "--date", DAY, "--out", out.to_str().unwrap()];
    let command = book.command("2025-10-15T08:00", &print);
    let failed = std::process::Command::new("sh")
        .args(["-c", "trap '' XFSZ; ulimit -f 100; exec \"$@\"", "sh"])
        .arg(command.get_program())
        .args(command.get_args())
        .output()
        .unwrap();
    let error: serde_json::Value = serde_json::from_slice(&failed.stderr).unwrap();
    assert_eq!((failed.status.code(), error["code"].as_str()), (Some(1), Some("disk_full")), "{error}");
    assert_eq!(std::fs::read_to_string(&out).unwrap(), "old");
    assert_eq!(std::fs::read_dir(&folder).unwrap().count(), 1);
    assert_eq!(book.json(&["slip", "list"]), json!([]), "nothing was kept");
    assert_eq!(printed(&book, "winter", &[])["run"], 1);
}

#[test]
fn slips_are_ticked_listed_and_printed() {
    let book = Book::with_roster();
    let made = printed(&book, "winter", &[]);
    assert_eq!(made["run"], 1);
    let runs = book.json(&["slip", "list"]);
    let copies = runs[0]["copies"].as_u64().unwrap();
    let run = book.json(&["slip", "list", "--run", "1"]);
    let code = run["classes"][0]["slips"][0]["code"].as_str().unwrap().to_owned();
    let told = book.json(&["slip", "tick", &code, &code.replace('-', "")]);
    assert_eq!((told["ticked"].as_u64(), told["missing"].as_u64()), (Some(1), Some(copies - 1)));
    let told = book.json(&["slip", "tick", "--run", "1", "--numbers", "1-2"]);
    assert_eq!((told["ticked"].as_u64(), told["already"].as_u64()), (Some(1), Some(1)));
    let missing = book.json(&["slip", "list", "--run", "1", "--missing"]);
    let out: usize =
        missing["classes"].as_array().unwrap().iter().map(|c| c["slips"].as_array().unwrap().len()).sum();
    assert_eq!(out as u64, copies - 2);
    let file = book.folder().join("missing.pdf").display().to_string();
    assert!(book.json(&["slip", "print", "--out", &file])["sheets"].as_u64().unwrap() >= 1);
    for (wrong, kind) in [("0001-0001-0", "bad_slip_code"), ("x", "bad_slip_code")] {
        let wrong = if wrong == code { "0001-0001-1" } else { wrong };
        let (exit, error) = book.refused(&["slip", "tick", wrong]);
        assert_eq!((exit, error["code"].as_str()), (1, Some(kind)), "{wrong}");
    }
    book.json(&["slip", "untick", &code]);
    book.json(&["undo"]);
    assert_eq!(book.json(&["slip", "list"])[0]["returned"], 2);
    let closed = book.json(&["slip", "close", "1"]);
    assert_eq!(closed["missing"].as_u64(), Some(copies - 2));
    assert_eq!(book.json(&["slip", "list"])[0]["state"], "closed");
}

#[test]
fn the_plan_is_printed_as_list_and_as_document() {
    let book = Book::with_roster();
    let file = |name: &str| book.folder().join(name).display().to_string();
    let (list, text) = (file("list.pdf"), file("plan.pdf"));
    let list = book.json(&["plan", "print", "--out", &list]);
    let text = book.json(&["plan", "print", "--text", "--out", &text]);
    assert!(text["sheets"].as_u64().unwrap() > list["sheets"].as_u64().unwrap(), "{text} {list}");
}

#[test]
fn the_work_report_is_told_edited_and_printed() {
    let book = Book::with_roster();
    let period = ["report", "work", "--from", "2025-10-13", "--to", DAY];
    let shown = book.json(&period);
    let figures = shown["figures"].as_array().unwrap();
    let pupils = figures.iter().find(|figure| figure["key"] == "pupils").unwrap();
    assert!(pupils["open"].as_str().unwrap().starts_with("roster list"));
    assert!(shown["unwritten"].as_array().unwrap().contains(&json!("supplies")));
    let write =
        |text: &str| [&period[..], &["--paragraph", "supplies", "--text", text]].concat().join("\u{1}");
    let told = write("备口罩200只，{classes}个班各一支体温枪。");
    let told: Vec<&str> = told.split('\u{1}').collect();
    assert!(!book.json(&told)["unwritten"].as_array().unwrap().contains(&json!("supplies")));
    let blank = write("演练xx次");
    let (code, error) = book.refused(&blank.split('\u{1}').collect::<Vec<_>>());
    assert_eq!((code, error["code"].as_str()), (1, Some("blank_left")));
    let out = book.folder().join("work.pdf").display().to_string();
    let printed = book.json(&[&period[..], &["--out", &out]].concat());
    assert!((1..=3).contains(&printed["pages"].as_u64().unwrap()), "{printed}");
    book.json(&[&period[..], &["--paragraph", "supplies", "--restore"]].concat());
    let (code, error) = book.refused(&["report", "work", "--from", DAY, "--to", "2025-10-01"]);
    assert_eq!((code, error["code"].as_str()), (1, Some("bad_period")));
}
