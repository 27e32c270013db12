//! The whole window: flows by keyboard, and the same scenario through all three faces.

mod case_flow;
mod first_start;
mod flows;
mod import_expected;
mod import_flow;
mod key_counts;
mod layout_flow;
mod one_pupil;
mod outbreak_flow;
mod parity;
mod promotion_flow;
mod trace_flow;
mod typed_ahead;
mod undo_flow;
