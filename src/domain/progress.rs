//! How long work reports itself and learns that it was cancelled.

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

/// Progress for nobody: never cancels.
#[derive(Debug, Default, Clone, Copy)]
pub struct Silent;

impl Progress for Silent {
    fn report(&mut self, _stage: Stage, _done: usize, _total: usize) -> Result<(), Cancelled> {
        Ok(())
    }
}
