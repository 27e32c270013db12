//! What a command prints: one JSON document, or lines and tables for people.

use std::io::Write;

use serde::Serialize;

use super::terminal_progress::TerminalProgress;
use crate::i18n::Tr;

/// Collects and prints the answer of one command.
#[derive(Debug)]
pub struct Output {
    json: bool,
    progress: bool,
    tr: Tr,
    code: u8,
}

impl Output {
    /// Output in the given form; `progress` shows progress even where stderr is no terminal.
    pub fn new(json: bool, progress: bool, tr: Tr) -> Self {
        Self { json, progress, tr, code: 0 }
    }

    /// Progress for the command's long work, on stderr.
    pub fn progress(&self) -> TerminalProgress {
        TerminalProgress::new(self.tr.clone(), self.json, self.progress)
    }

    /// The words.
    pub fn tr(&self) -> &Tr {
        &self.tr
    }

    /// The exit code that the command has asked for; 0 unless it was set.
    pub fn exit_code(&self) -> u8 {
        self.code
    }

    /// Ends with this exit code although an answer was printed.
    pub fn set_exit_code(&mut self, code: u8) {
        self.code = code;
    }

    /// Says something on the error stream beside the answer.
    pub fn warn(&self, words: &str) {
        let _ = writeln!(std::io::stderr().lock(), "{words}");
    }

    /// Prints a value as JSON, or the lines that `text` makes for people.
    pub fn answer<T: Serialize + ?Sized>(&self, value: &T, text: impl FnOnce(&Tr) -> Vec<String>) {
        let mut stdout = std::io::stdout().lock();
        if self.json {
            let _ = writeln!(stdout, "{}", serde_json::to_string_pretty(value).unwrap_or_default());
        } else {
            for line in text(&self.tr) {
                let _ = writeln!(stdout, "{line}");
            }
        }
    }
}

/// Lines of a table whose columns align on a terminal, Han characters two wide.
pub fn table(rows: &[Vec<String>]) -> Vec<String> {
    let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
    let widths: Vec<usize> = (0..columns)
        .map(|c| rows.iter().filter_map(|row| row.get(c)).map(|cell| width(cell)).max().unwrap_or(0))
        .collect();
    rows.iter()
        .map(|row| {
            let cells = row.iter().zip(&widths);
            let line: Vec<String> = cells
                .map(|(cell, w)| format!("{cell}{}", " ".repeat(w.saturating_sub(width(cell)))))
                .collect();
            line.join("  ").trim_end().to_owned()
        })
        .collect()
}

/// Places on a terminal.
pub fn width(text: &str) -> usize {
    text.chars().map(|c| if u32::from(c) >= 0x1100 { 2 } else { 1 }).sum()
}

/// A count, or a dash while it is unknown.
pub fn count(value: Option<usize>) -> String {
    value.map_or_else(|| "–".to_owned(), |n| n.to_string())
}
