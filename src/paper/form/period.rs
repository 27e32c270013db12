//! Days that a form is about.

use serde::{Deserialize, Serialize};

/// Days that a form is about, around the day asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Period {
    /// The day.
    #[default]
    Day,
    /// Its week, from Monday on.
    Week,
    /// Its month.
    Month,
    /// Its term.
    Term,
}
