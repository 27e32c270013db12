//! Progress of long work on stderr, and Ctrl+C as the wish to stop.

use std::io::{IsTerminal, Write};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use serde_json::json;
use signal_hook::consts::SIGINT;
use signal_hook::flag;

use crate::domain::progress::{Cancelled, Progress, Stage};
use crate::i18n::Tr;

/// At most ten reports a second are shown.
const PAUSE: Duration = Duration::from_millis(100);
/// What a shell answers for a program that Ctrl+C ended.
const INTERRUPTED: i32 = 130;

/// How progress is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Style {
    /// Not at all.
    None,
    /// One line that is written over.
    Terminal,
    /// A line per report.
    Lines,
    /// A JSON document per line.
    Json,
}

/// Shows how far long work is. Ctrl+C ends it before its next step, with nothing written; a second one ends
/// the program at once.
#[derive(Debug)]
pub struct TerminalProgress {
    style: Style,
    tr: Tr,
    stopped: Arc<AtomicBool>,
    shown: Option<(Stage, Instant)>,
    width: usize,
}

impl TerminalProgress {
    /// Progress for one command; `asked` shows it even where nobody watches a terminal.
    pub fn new(tr: Tr, json: bool, asked: bool) -> Self {
        let stopped = Arc::new(AtomicBool::new(false));
        // The second Ctrl+C comes first here. Where the signal cannot be caught, the first one ends the program,
        // and what was begun is rolled back.
        let _ = flag::register_conditional_shutdown(SIGINT, INTERRUPTED, Arc::clone(&stopped));
        let _ = flag::register(SIGINT, Arc::clone(&stopped));
        let style = match (std::io::stderr().is_terminal(), asked, json) {
            (true, _, false) => Style::Terminal,
            (false, true, false) => Style::Lines,
            (true, _, true) | (_, true, true) => Style::Json,
            (false, false, _) => Style::None,
        };
        Self { style, tr, stopped, shown: None, width: 0 }
    }

    fn show(&mut self, stage: Stage, done: usize, total: usize) {
        let mut stderr = std::io::stderr().lock();
        let words = format!("{} {done} / {total}", self.tr.stage(stage));
        // Nobody is told that nobody can be told.
        let _ = match self.style {
            Style::None => Ok(()),
            Style::Json => writeln!(stderr, "{}", json!({ "stage": stage, "done": done, "total": total })),
            Style::Lines => writeln!(stderr, "{words}"),
            Style::Terminal => {
                let width = super::output::width(&words);
                let rest = " ".repeat(self.width.saturating_sub(width));
                self.width = width;
                write!(stderr, "\r{words}{rest}").and_then(|()| stderr.flush())
            }
        };
    }
}

impl Progress for TerminalProgress {
    fn report(&mut self, stage: Stage, done: usize, total: usize) -> Result<(), Cancelled> {
        let due = self.shown.is_none_or(|(last, at)| last != stage || at.elapsed() >= PAUSE || done == total);
        if due && self.style != Style::None {
            self.show(stage, done, total);
            self.shown = Some((stage, Instant::now()));
        }
        if self.stopped.load(Ordering::SeqCst) { Err(Cancelled) } else { Ok(()) }
    }
}

impl Drop for TerminalProgress {
    fn drop(&mut self) {
        if self.width > 0 {
            // The answer begins on a clean line.
            let _ = write!(std::io::stderr().lock(), "\r{}\r", " ".repeat(self.width));
        }
    }
}
