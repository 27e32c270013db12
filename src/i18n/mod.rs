//! Words: the FTL catalog, one typed method per message (made by `build.rs`), numbers and dates.

mod catalog;
mod explain;
mod explain_isolation;
mod explain_rules;
mod home_term;
mod reporting_term;
mod term;
mod when;

pub use catalog::{Figure, Language, Tr};
pub use explain::{Explain, Explanation};
