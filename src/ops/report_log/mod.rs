//! 上报记录: what was reported to whom, and how many reports a period owed.

mod counts_view;
#[cfg(test)]
mod hours_tests;
mod log_act;
mod log_line;
#[cfg(test)]
mod tests;
mod told;

pub use counts_view::{CountsView, DayCount};
pub use log_act::{LogOp, NewReport};
pub use log_line::{LogDay, LogLine, LogView};
pub use told::Told;
