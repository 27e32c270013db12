//! A data folder and the binary that works on it.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::Value;

/// A data folder of its own, removed at the end.
pub struct Book {
    folder: tempfile::TempDir,
}

impl Book {
    pub fn new() -> Self {
        Self { folder: tempfile::tempdir().unwrap() }
    }

    /// With the 365 pupils of roster file 01.
    pub fn with_roster() -> Self {
        let book = Self::new();
        let roster = roster("01-standard.xlsx");
        book.json(&["roster", "import", roster.to_str().unwrap()]);
        book
    }

    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    pub fn run(&self, arguments: &[&str]) -> Output {
        self.run_at("2025-10-15T08:00", arguments)
    }

    pub fn run_at(&self, now: &str, arguments: &[&str]) -> Output {
        self.command(now, arguments).output().unwrap()
    }

    /// The call, to be started by the test itself.
    pub fn command(&self, now: &str, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_chenjian"));
        command
            .arg("--data")
            .arg(self.folder.path().join("data"))
            .args(["--lang", "zh-CN", "--by", "王秀兰", "--now", now, "--json"])
            .args(arguments);
        command
    }

    /// What a person reads: the text of a command that must succeed, and what went to stderr.
    pub fn text(&self, arguments: &[&str]) -> (String, String) {
        let output = Command::new(env!("CARGO_BIN_EXE_chenjian"))
            .arg("--data")
            .arg(self.folder.path().join("data"))
            .args(["--lang", "zh-CN", "--by", "王秀兰", "--now", "2025-10-15T08:00"])
            .args(arguments)
            .output()
            .unwrap();
        let stderr = String::from_utf8(output.stderr).unwrap();
        assert!(output.status.success(), "{arguments:?}: {stderr}");
        (String::from_utf8(output.stdout).unwrap(), stderr)
    }

    /// The JSON of a command that must succeed.
    pub fn json(&self, arguments: &[&str]) -> Value {
        self.json_at("2025-10-15T08:00", arguments)
    }

    pub fn json_at(&self, now: &str, arguments: &[&str]) -> Value {
        let output = self.run_at(now, arguments);
        assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
        serde_json::from_slice(&output.stdout)
            .unwrap_or_else(|e| panic!("{arguments:?}: {e}: {}", String::from_utf8_lossy(&output.stdout)))
    }

    /// Exit code and error document of a command that must fail.
    pub fn refused(&self, arguments: &[&str]) -> (i32, Value) {
        let output = self.run(arguments);
        let error = serde_json::from_slice(&output.stderr).unwrap_or(Value::Null);
        (output.status.code().unwrap(), error)
    }
}

pub fn roster(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/rosters").join(name)
}
