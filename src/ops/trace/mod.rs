//! 追踪: who is absent ill or for an unknown reason, whose home was called, and what came of it.

mod absence_line;
mod absent_now;
mod chain;
#[cfg(test)]
mod dormitory_tests;
mod episodes;
mod followed;
#[cfg(test)]
mod growth_tests;
#[cfg(test)]
mod moved_tests;
mod notifiable;
mod rates;
#[cfg(test)]
mod tests;
mod told_finding;
mod trace_due;
mod trace_error;
mod trace_line;
mod trace_op;
mod trace_view;
mod traced_case;

pub use absence_line::{AbsenceLine, CallState, Contact};
pub use notifiable::Notifiable;
pub use rates::{AbsenceRates, CauseLine, RateLine};
pub use trace_due::{NextClock, TraceDue};
pub use trace_error::TraceError;
pub use trace_line::{TraceLine, basis_word, closing_words};
pub use trace_op::{NewTrace, TraceOp};
pub use trace_view::TraceView;
