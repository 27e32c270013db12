//! An alert whole: the rule with its source, everyone it counts, what was said of it, and the answer.

#[cfg(test)]
mod tests;
mod update;
mod view;

use crate::domain::id::PersonId;
use crate::ops::alerts::AlertView;

/// Name of the field of the comment.
const COMMENT: &str = "comment";

/// One alert.
#[derive(Debug)]
pub struct AlertPage {
    key: String,
    data: Option<AlertView>,
    comment: String,
    reported_to: String,
}

/// What its parts say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Message {
    /// The comment was typed.
    Comment(String),
    /// To whom it was reported was typed.
    ReportedTo(String),
    /// Answer it.
    Save,
    /// The sheet of one of its people.
    Open(PersonId),
    /// A case of one of its people.
    Case(PersonId),
    /// The emergency plan.
    Plan,
}

impl AlertPage {
    /// The alert of a key, still to be loaded.
    pub const fn new(key: String) -> Self {
        Self { key, data: None, comment: String::new(), reported_to: String::new() }
    }
}

/// Name of a person's row.
fn row_id(person: PersonId) -> String {
    format!("counted-{person}")
}
