//! The daily check: opening a sheet, recording, 零报告, confirming, and what the day looks like.

mod act;
mod corrections;
mod counted;
mod findings;
mod gate;
mod gate_roll;
mod group;
mod hand_in;
mod known;
mod members;
mod missing;
mod record;
mod reported;
mod roll;
mod sheet_view;
mod status;

pub use act::{AllNil, CheckOp, Skipped};
pub use corrections::CorrectionLine;
pub use findings::FindingLine;
pub use gate::{GateEntry, GateLine, GateView};
pub use gate_roll::{GatePerson, GateRoll};
pub use group::GroupInfo;
pub use hand_in::HandIn;
pub(in crate::ops) use members::Seat;
pub use missing::MissingLine;
pub(in crate::ops) use reported::Reported;
pub(in crate::ops) use roll::Roll;
pub use sheet_view::{Neighbour, SheetCounts, SheetLine, SheetView};
pub use status::StatusLine;

#[cfg(test)]
mod correction_tests;
#[cfg(test)]
mod gate_tests;
#[cfg(test)]
mod group_tests;
#[cfg(test)]
mod tests;
