use serde_json::json;

use crate::book::{Book, roster};

#[test]
fn garbage_is_explained_and_changes_nothing() {
    let book = Book::with_roster();
    let before = book.json(&["roster", "list"]);
    let folder = book.folder().join("garbage");
    std::fs::create_dir(&folder).unwrap();
    let whole = std::fs::read(roster("01-standard.xlsx")).unwrap();
    let cases: [(&str, Vec<u8>, &str); 4] = [
        ("empty.xlsx", Vec::new(), "empty_file"),
        ("cut.xlsx", whole[..whole.len() / 2].to_vec(), "damaged"),
        ("picture.xlsx", b"\x89PNG\r\n\x1a\n0000000000000000".to_vec(), "unsupported_type"),
        ("letter.csv", "各位家长：\n您好！\n".as_bytes().to_vec(), "no_pupils"),
    ];
    for (name, bytes, reason) in cases {
        let path = folder.join(name);
        std::fs::write(&path, bytes).unwrap();
        let output = book.run(&["roster", "import", path.to_str().unwrap()]);
        assert_eq!(output.status.code(), Some(1), "{name}");
        let document: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
        assert_eq!((&document["outcome"], &document["error"]), (&json!("refused"), &json!(reason)), "{name}");
    }
    assert_eq!(book.json(&["roster", "list"]), before);
}

#[test]
fn a_good_file_with_a_wrong_ending_imports() {
    for (name, ending) in
        [("01-standard.xlsx", "csv"), ("02-standard-gb18030.csv", "xls"), ("04-small-school.ods", "txt")]
    {
        let book = Book::new();
        let path = book.folder().join(format!("roster.{ending}"));
        std::fs::copy(roster(name), &path).unwrap();
        let document = book.json(&["roster", "import", path.to_str().unwrap()]);
        assert_eq!(document["outcome"], "imported", "{name}");
    }
}

#[test]
fn a_foreign_file_in_the_books_place_is_damage_and_stays_untouched() {
    let book = Book::new();
    let data = book.folder().join("data");
    std::fs::create_dir(&data).unwrap();
    let file = data.join("chenjian.db");
    let foreign = "这不是数据".repeat(500);
    std::fs::write(&file, &foreign).unwrap();
    let (code, error) = book.refused(&["check", "status"]);
    assert_eq!((code, error["code"].as_str().unwrap()), (3, "storage_not_a_book"));
    assert_eq!(std::fs::read_to_string(&file).unwrap(), foreign);
}

#[test]
fn a_damaged_page_is_damage_whoever_meets_it() {
    use std::io::{Seek as _, SeekFrom, Write as _};
    let book = Book::with_roster();
    let path = book.folder().join("data/chenjian.db");
    let middle = std::fs::metadata(&path).unwrap().len() / 2 / 4096 * 4096;
    let mut file = std::fs::OpenOptions::new().write(true).open(&path).unwrap();
    file.seek(SeekFrom::Start(middle)).unwrap();
    file.write_all(&[0xA5; 8192]).unwrap();
    drop(file);
    let doctor = book.run(&["doctor"]);
    assert_eq!(doctor.status.code(), Some(3));
    let health: serde_json::Value = serde_json::from_slice(&doctor.stdout).unwrap();
    assert_eq!(health["sound"], false);
    // The first call of a day copies the book and finds it.
    let status = book.run_at("2025-10-16T08:00", &["check", "status"]);
    let error: serde_json::Value = serde_json::from_slice(&status.stderr).unwrap();
    assert_eq!((status.status.code(), &error["code"]), (Some(3), &json!("storage_damaged")));
}

#[test]
fn without_a_display_the_program_says_what_to_do() {
    let output = std::process::Command::new(env!("CARGO_BIN_EXE_chenjian"))
        .args(["--lang", "zh-CN", "--data"])
        .arg(std::env::temp_dir().join("chenjian-no-display"))
        .env_remove("DISPLAY")
        .env_remove("WAYLAND_DISPLAY")
        .env_remove("WAYLAND_SOCKET")
        .output()
        .unwrap();
    assert!(!output.status.success());
    assert!(String::from_utf8_lossy(&output.stderr).contains("chenjian --help"));
}
