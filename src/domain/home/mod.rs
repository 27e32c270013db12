//! 居家观察 and 返校: days at home, conditions of return, reviews, batches, and the screening of single people.

mod chosen_home;
mod home_day;
mod home_terms;
mod judge;
mod return_batch;
mod return_review;
mod screening;
#[cfg(test)]
mod tests;

pub use chosen_home::{ChosenHome, ConditionChoice};
pub use home_day::{HomeDay, HomeSlot};
pub use home_terms::{HeldCondition, HomeTerms};
pub use judge::{HomeRecord, Judged, Reason, Verdict, judge, worst};
pub use return_batch::{BatchBody, ReturnBatch};
pub use return_review::{ReturnReview, ReviewDecision, ReviewFacts};
pub use screening::{Journey, ScreenTalk, Screening, ScreeningBody, ScreeningClosing, ScreeningError};
