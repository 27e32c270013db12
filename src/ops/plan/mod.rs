//! 预案: the emergency plan's tasks with person, due day and evidence.

mod act;
mod plan_document;
mod view;

#[cfg(test)]
mod tests;

pub use act::PlanOp;
pub use plan_document::PLAN_DOCUMENT;
pub use view::{PlanCounts, PlanOccurrence, PlanPerson, PlanSectionView, PlanState, PlanTaskView, PlanView};
