//! Which reporting limits the school has chosen, and why something about cases, events or the log is refused.

mod done_words;
mod reporting_choice;
mod reporting_error;
mod reporting_op;

pub use reporting_choice::{ReportingOption, ReportingSetting};
pub use reporting_error::ReportingError;
pub use reporting_op::ReportingOp;
