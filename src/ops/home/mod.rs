//! 居家观察, 返校审核, 错峰返校 and 重点人员摸排. Off until the school switches it on; what was recorded stays readable.

mod batch;
mod duties;
mod grid;
mod home_choice;
mod home_error;
mod home_op;
mod reason_words;
mod review;
mod screen;
#[cfg(test)]
mod tests;

pub use batch::{BatchDraft, BatchLine, BatchesView, HomeGroup};
pub use grid::{HomeGrid, HomeLine};
pub use home_choice::{ConditionLine, HomeChoice, HomeSettings};
pub use home_error::HomeError;
pub use home_op::{HomeAnswer, HomeOp, HomeQuery};
pub use review::{ApprovedAll, JudgedLine, ReviewLine, ReviewView};
pub use screen::{NewScreening, NewTalk, ScreenOp, ScreeningLine};
