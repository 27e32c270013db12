//! An outbreak or another event of the school, with its 初次, 进程 and 结案 reports.

mod event_level;

pub use event_level::EventLevel;
