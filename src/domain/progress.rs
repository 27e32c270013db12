//! How long work reports itself and learns that it was cancelled.

use std::time::Duration;

/// The work was cancelled; nothing of it remains.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("cancelled")]
pub struct Cancelled;

/// A stage of a long job, for the words beside the bar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Stage {
    /// Reading a file.
    Reading,
    /// Comparing with what is there.
    Comparing,
    /// Making a backup.
    BackingUp,
    /// Writing into the book.
    Saving,
    /// Laying out pages.
    LayingOut,
    /// Writing a file.
    Writing,
    /// Reading a written file back.
    Verifying,
}

/// Receives progress; answers whether to go on.
pub trait Progress {
    /// Reports `done` of `total` steps of a stage.
    fn report(&mut self, stage: Stage, done: usize, total: usize) -> Result<(), Cancelled>;
}

/// Progress that ends work which takes longer than it may.
pub struct TimeLimit<'a> {
    inner: &'a mut dyn Progress,
    /// How long the work has been going on.
    running: &'a dyn Fn() -> Duration,
    limit: Duration,
    over: bool,
}

impl<'a> TimeLimit<'a> {
    /// Passes reports on to `inner` until `running` says more than the limit.
    pub fn new(inner: &'a mut dyn Progress, running: &'a dyn Fn() -> Duration, limit: Duration) -> Self {
        Self { inner, running, limit, over: false }
    }

    /// Whether the work was ended because of the time.
    pub const fn is_over(&self) -> bool {
        self.over
    }
}

impl std::fmt::Debug for TimeLimit<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("TimeLimit").field("limit", &self.limit).finish_non_exhaustive()
    }
}

impl Progress for TimeLimit<'_> {
    fn report(&mut self, stage: Stage, done: usize, total: usize) -> Result<(), Cancelled> {
        self.over |= (self.running)() > self.limit;
        if self.over { Err(Cancelled) } else { self.inner.report(stage, done, total) }
    }
}

/// Progress for nobody: never cancels.
#[derive(Debug, Default, Clone, Copy)]
pub struct Silent;

impl Progress for Silent {
    fn report(&mut self, _stage: Stage, _done: usize, _total: usize) -> Result<(), Cancelled> {
        Ok(())
    }
}
