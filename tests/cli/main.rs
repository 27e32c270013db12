//! The command line, as a script sees it: the real binary, its JSON, its exit codes.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::expect_used, clippy::panic)]

mod alerts;
mod book;
mod care;
mod check_lists;
mod daily_check;
#[cfg(target_os = "linux")]
mod home;
mod hostile;
mod issued;
mod letters;
#[cfg(unix)]
mod long_work;
mod own_papers;
mod person;
mod promotion;
mod refusals;
mod reporting;
mod roster_choices;
mod rosters;
mod trace;
mod undo;
