//! 复课证明查验: who is to come back, on what terms, and what was decided at the door.

mod act;
mod awaited;
mod duties;
mod note;
mod returns_view;
#[cfg(test)]
mod tests;

pub use act::{NewReturn, ReturnOp};
pub use awaited::{AwaitedReturn, EntryChoice, ReturnLine};
pub use note::ReturnNote;
pub use returns_view::ReturnsView;
