//! 留观, 隔离 and 接触者: who is kept apart or watched, and what was seen of them.

mod act;
mod case_behind;
mod contact;
mod isolation_line;
#[cfg(test)]
mod tests;

pub use act::{IsolationOp, NewIsolation, NewLook};
pub use contact::{ContactLine, ContactOp, NewContact};
pub use isolation_line::IsolationLine;
