//! 上报记录: what was issued, opened and printed again as it was.

mod issued_line;
mod kept_letters;
mod list;
mod reprint;

#[cfg(test)]
mod tests;

pub use issued_line::{IssuedKind, IssuedLine, IssuedState};
pub(in crate::ops) use kept_letters::{KEPT, KeptCopy, KeptLetters};
pub(in crate::ops) use list::number_of as issued_number;
