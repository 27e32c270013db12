//! Pure values and rules. No file, clock, database, locale or window: all of those are arguments.

pub mod absence;
pub mod calendar;
pub mod class_label;
pub mod cluster;
pub mod daily_report;
pub mod emergency_plan;
pub mod enrolment;
pub mod finding;
pub mod group;
pub mod id;
pub mod member;
pub mod membership;
pub mod obligation;
pub mod observation;
pub mod person;
pub mod person_name;
pub mod pinyin;
pub mod progress;
pub mod resident_id;
pub mod rule_book;
pub mod school;
pub mod school_class;
pub mod session;
pub mod sheet;
pub mod symptom;
pub mod temperature;
