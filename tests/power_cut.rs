//! Signal 9 after an acknowledged save loses nothing: a child process records and acknowledges without end, the
//! parent kills it somewhere and looks into the book.

#![cfg(unix)]
#![allow(clippy::unwrap_used, clippy::print_stdout)]

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};

use chenjian::domain::finding::Finding;
use chenjian::domain::session::Session;
use chenjian::domain::sheet::SheetKey;
use chenjian::domain::temperature::{Site, Temperature};
use chenjian::ops::{Book, OpenOptions};

const FOLDER: &str = "CHENJIAN_POWER_CUT_FOLDER";
const ROUNDS: usize = 50;

fn options(folder: &Path) -> OpenOptions {
    let now = "2025-10-15T08:05:00".parse().unwrap();
    OpenOptions {
        folder: folder.to_owned(),
        now: Some(now),
        operator: Some("王秀兰".into()),
        ..OpenOptions::default()
    }
}

fn key(book: &Book) -> SheetKey {
    let group = book.class_groups(book.today()).unwrap().first().unwrap().group;
    SheetKey { group, date: book.today(), session: Session::Morning }
}

/// A temperature that tells which save it was: 35.0 to 39.9 in a round of fifty.
fn finding(number: usize) -> Finding {
    let tenths = 350 + u16::try_from(number % 50).unwrap();
    Finding { temperature: Temperature::new(tenths, Site::Axillary), ..Finding::default() }
}

/// Not a test of its own: what the killed process does.
#[test]
fn child() {
    let Some(folder) = std::env::var_os(FOLDER) else { return };
    let mut book = Book::open(&options(Path::new(&folder))).unwrap();
    let key = key(&book);
    let people: Vec<_> = book.sheet_view(key).unwrap().lines.iter().map(|line| line.person).collect();
    for number in 0.. {
        let person = people[number % people.len()];
        book.record(key, person, &finding(number)).unwrap();
        println!("saved {number}");
    }
}

#[test]
fn an_acknowledged_save_survives_signal_nine() {
    let folder = tempfile::tempdir().unwrap();
    let roster = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/rosters/01-standard.xlsx");
    let imported = Command::new(env!("CARGO_BIN_EXE_chenjian"))
        .arg("--data")
        .arg(folder.path())
        .args(["--now", "2025-10-15T08:00", "roster", "import"])
        .arg(roster)
        .stdout(Stdio::null())
        .status()
        .unwrap();
    assert!(imported.success());
    for round in 0..ROUNDS {
        let mut child = Command::new(std::env::current_exe().unwrap())
            .args(["--exact", "child", "--nocapture", "--test-threads=1"])
            .env(FOLDER, folder.path())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let mut saved = None;
        // The round decides after how many saves the power goes: 1 to 50.
        for line in lines.map_while(Result::ok) {
            saved = line.rsplit("saved ").next().and_then(|n| n.trim().parse().ok()).or(saved);
            if saved.is_some_and(|number| number >= round) {
                break;
            }
        }
        child.kill().unwrap();
        let _ = child.wait().unwrap();
        let saved: usize = saved.unwrap();
        let book = Book::open(&options(folder.path())).unwrap();
        let view = book.sheet_view(key(&book)).unwrap();
        let people = view.lines.len();
        let first = (saved + 1).saturating_sub(people);
        for number in first..=saved {
            let line = &view.lines[number % people];
            let found = line.finding.as_ref().and_then(|f| f.temperature);
            // A save after the last acknowledged one may have reached the disk as well.
            let later = finding(number + people).temperature;
            assert!(found == finding(number).temperature || found == later, "round {round}, save {number}");
        }
        assert!(book.health().unwrap().sound && book.health().unwrap().journal_whole, "round {round}");
    }
}
