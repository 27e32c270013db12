//! Where the rows of a form come from.

use serde::Deserialize;

/// Where the rows of a form come from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum RowSource {
    /// Records; what fills it stands in the operations.
    Records,
    /// None: to be written by hand.
    Open,
    /// The form's own fixed rows.
    Fixed,
    /// Every day of the period, with the fixed rows for each where there are any.
    Days,
    /// Every school day of the period, likewise.
    SchoolDays,
    /// The staff, in as many columns as have the keys `name`, `name-2` …
    Staff,
}
