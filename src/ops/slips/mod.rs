//! 回执: which slips of a run of letters have come back, and who still owes one.

mod duty;
mod new_slips;
mod slip_act;
mod slip_error;
mod slip_view;
#[cfg(test)]
mod tests;

pub(in crate::ops) use new_slips::NewSlips;
pub use slip_act::{SlipOp, Ticked};
pub use slip_error::SlipError;
pub use slip_view::{SlipClass, SlipLine, SlipRunLine, SlipRunView, SlipState, SlipsView};
