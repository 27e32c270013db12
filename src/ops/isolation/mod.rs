//! 留观, 隔离 and 接触者: who is kept apart or watched, and what was seen of them.

mod act;
mod isolation_line;
#[cfg(test)]
mod tests;

pub use act::{IsolationOp, NewIsolation};
pub use isolation_line::IsolationLine;
