//! Why a follow-up was refused.

use chrono::{NaiveDate, NaiveDateTime};

use crate::i18n::{Explain, Explanation, Tr};

/// A follow-up that cannot be. Holds no names of persons.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum TraceError {
    /// No absence of the person lies on or near that day.
    #[error("no absence near {on}")]
    NotAbsent {
        /// The day.
        on: NaiveDate,
    },
    /// A moment that has not come.
    #[error("not yet: {at}")]
    NotYet {
        /// The moment.
        at: NaiveDateTime,
    },
    /// A call that was agreed for a moment before the talk itself.
    #[error("next call {next} before {at}")]
    NextBefore {
        /// The call.
        next: NaiveDateTime,
        /// The talk.
        at: NaiveDateTime,
    },
    /// Nobody answered and yet something was told.
    #[error("answers of nobody")]
    Unreached,
    /// A day of the talk lies after it, or before the absence.
    #[error("{field} {on}")]
    WrongDay {
        /// Which day.
        field: &'static str,
        /// The day.
        on: NaiveDate,
    },
    /// A diagnosis without a name.
    #[error("no diagnosis")]
    NoDiagnosis,
    /// No follow-up of the person has that key.
    #[error("no such follow-up")]
    NoSuchTrace,
}

impl TraceError {
    /// Whether the call itself was wrong rather than refused by the data.
    pub const fn is_usage(&self) -> bool {
        matches!(self, Self::Unreached | Self::NoDiagnosis)
    }
}

impl Explain for TraceError {
    fn explain(&self, tr: &Tr) -> Explanation {
        let moment = |at: &NaiveDateTime| at.format("%Y-%m-%d %H:%M").to_string();
        let (code, happened, remedy) = match self {
            Self::NotAbsent { on } => {
                ("not_absent", tr.trace_error_not_absent(&on.to_string()), tr.trace_error_not_absent_remedy())
            }
            Self::NotYet { at } => {
                ("trace_not_yet", tr.trace_error_not_yet(&moment(at)), tr.trace_error_not_yet_remedy())
            }
            Self::NextBefore { next, at } => (
                "next_call_before",
                tr.trace_error_next_before(&moment(at), &moment(next)),
                tr.trace_error_next_before_remedy(),
            ),
            Self::Unreached => {
                ("trace_unreached", tr.trace_error_unreached(), tr.trace_error_unreached_remedy())
            }
            Self::WrongDay { field, on } => (
                "trace_wrong_day",
                tr.trace_error_wrong_day(&on.to_string(), field),
                tr.trace_error_wrong_day_remedy(),
            ),
            Self::NoDiagnosis => {
                ("trace_no_diagnosis", tr.trace_error_no_diagnosis(), tr.trace_error_no_diagnosis_remedy())
            }
            Self::NoSuchTrace => ("no_such_trace", tr.trace_error_no_such(), tr.trace_error_no_such_remedy()),
        };
        Explanation::new(code, happened, tr.storage_nothing_changed(), remedy)
    }
}
