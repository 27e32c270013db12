//! 升级: the whole school goes up with the new school year, looked at first, then done as one act.

mod next_terms;
mod prepared;
mod promote;
mod promotion_request;
mod promotion_view;
mod taught;

#[cfg(test)]
mod tests;

pub(in crate::ops) use prepared::SYSTEM;
pub use promote::Promoted;
pub use promotion_request::PromotionRequest;
pub use promotion_view::{NewLine, OldLine, PromotionView, PupilLine, SystemChoice};
