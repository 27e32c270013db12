//! 本校规定: the figures of the rules that the school sets itself, from a day on, with source and approver.

mod act;
mod own_rule_error;
mod rule_file;
mod rules_of_day;
#[cfg(test)]
mod tests;
mod view;

pub use act::{NewOwnRule, OwnRuleOp};
pub use own_rule_error::OwnRuleError;
pub use rules_of_day::rules_with;
pub use view::{FigureLine, OwnFigure};

pub(in crate::ops) use rules_of_day::Eras;
