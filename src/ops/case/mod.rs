//! 病例: opened, revised, closed, and shown with its clock.

mod case_act;
mod case_line;
mod case_place;
mod case_view;
mod disease_cases;
mod disease_line;
mod duties;
mod seen_facts;
#[cfg(test)]
mod tests;

pub(in crate::ops) use case_act::plain;
pub use case_act::{CaseDraft, CaseOp};
pub(in crate::ops) use case_line::CaseNames;
pub use case_line::{CaseFilter, CaseLine, ClockLine, ClockState};
pub use case_view::{CasePerson, CaseStepLine, CaseView, CasesView};
pub use disease_line::{DiseaseLine, ExclusionLine};
