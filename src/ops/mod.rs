//! What a person can do, one file per act; command line and window call only this.

pub mod alerts;
pub mod book;
pub mod case;
pub mod check;
mod choice_error;
pub mod clock;
pub mod daily_report;
pub mod demo;
pub mod doctor;
mod error;
pub mod event;
mod explain_error;
mod finding_words;
pub mod first_step;
mod id_source;
pub mod isolation;
pub mod issued;
mod letters;
mod outcome;
pub mod person;
pub mod place;
pub mod plan;
pub mod preferences;
pub mod print;
pub mod promotion;
pub mod report_log;
pub mod reporting;
pub mod request;
pub mod return_to_class;
pub mod roster;
pub mod rule_choices;
#[cfg(test)]
pub(crate) mod sample_book;
mod school_days;
pub mod settings;
pub mod shell;
pub mod today;
pub mod todo;
pub mod trace;
pub mod undo;
pub mod usb;

pub use book::{Book, OpenOptions};
pub use choice_error::ChoiceError;
pub use error::OpError;
pub use outcome::{Changed, Outcome};
pub use request::{Answer, Op, Query};
