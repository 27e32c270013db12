//! The sample school: a whole day, the same bytes every time.

mod demo_day;
mod demo_folder;
mod demo_pupil;
mod demo_report;
mod demo_roster;
mod dice;
mod sample_school;

pub use demo_report::{DemoFile, DemoReport, make};

#[cfg(test)]
mod tests;
