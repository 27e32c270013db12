//! Errors in words: what happened, what it means, what to do.

use super::Tr;

/// An error as a person reads it. `code` is stable and language-free, for scripts and support.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Explanation {
    /// What happened.
    pub happened: String,
    /// What it means for the data.
    pub meaning: String,
    /// What to do now.
    pub remedy: String,
    /// Stable name of the error.
    pub code: String,
}

impl Explanation {
    /// An explanation from its parts; `code` is the stable name.
    pub fn new(code: &str, happened: String, meaning: String, remedy: String) -> Self {
        Self { happened, meaning, remedy, code: code.to_owned() }
    }
}

/// Implemented by every error enum that can reach a person; exhaustive over its variants.
pub trait Explain {
    /// The error in the translator's language. Holds no names of persons.
    fn explain(&self, tr: &Tr) -> Explanation;
}
