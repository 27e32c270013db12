//! 追踪: the dated follow-ups of an absence, what each learned, and how the tracing ends.

mod next_call;
mod talk;
#[cfg(test)]
mod tests;
mod tracing;

use chrono::{NaiveDate, NaiveDateTime};
use serde::{Deserialize, Serialize};

use super::id::{PersonId, TraceId};

pub use next_call::{call_after, first_call};
pub use talk::{Basis, Closing, Diagnosis, Talk};
pub use tracing::{Tracing, TracingState, attached};

/// One follow-up of an absence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Trace {
    /// Whose absence.
    pub person: PersonId,
    /// Key.
    pub id: TraceId,
    /// A day of the absence. The absence is derived from the sheets; a trace belongs to the one that has this day.
    pub absent_on: NaiveDate,
    /// When it was made.
    pub at: NaiveDateTime,
    /// When the home is to be called again; `None`: nothing was agreed.
    pub next_call: Option<NaiveDateTime>,
    /// What was learned.
    pub talk: Talk,
}
