//! 晨检簿 (chenjian): a school's roster, daily health checks and epidemic paperwork without a network.
//!
//! `ARCHITECTURE.md` has the table of modules and the invariants.

pub mod cli;
pub mod disk;
pub mod domain;
pub mod exchange;
#[cfg(feature = "gui")]
pub mod gui;
pub mod i18n;
pub mod ops;
pub mod paper;
pub mod roster_file;
pub mod storage;
