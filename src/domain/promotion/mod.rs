//! 升级: what becomes of every class and pupil with the new school year, as a plan that can be looked at and
//! changed before anything is written. Pure: the same school and choices give the same plan.
//!
//! Every pupil who is in a class of the old year when the new one begins stands in the plan exactly once. The old
//! classes and their enrolments before the first day stay as they are, so no head-count of the past changes. A
//! pupil who is in a class of the new year already is left alone: a second promotion finds nobody.

mod class_fate;
mod kindergarten_step;
mod label_step;
mod multi_grade;
mod new_classes;
mod planner;
mod promotion_choices;
mod promotion_plan;
mod seats;

#[cfg(test)]
mod tests;

pub use class_fate::{ClassFate, PupilFate};
pub use planner::{OldSchool, PromotionError, plan};
pub use promotion_choices::PromotionChoices;
pub use promotion_plan::{Destination, NewClass, OldClass, PromotionPlan, PupilMove, Reason};
