//! 追踪: who is absent ill or for an unknown reason.

mod chain;
mod open_absence;
#[cfg(test)]
mod tests;

pub use open_absence::{AbsenceLine, TraceView};
