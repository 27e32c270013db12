//! The data file of the sample school.

use chrono::NaiveDate;
use serde::Deserialize;

use crate::domain::rule_book::RuleError;

const SOURCE: &str = include_str!("../../../assets/demo/school.toml");

/// The school and its people.
#[derive(Debug, Deserialize)]
pub(super) struct SampleSchool {
    pub school: SchoolFacts,
    pub staff: Vec<StaffFacts>,
    pub classes: Vec<GradeFacts>,
    pub names: NameFacts,
    pub days: Vec<DayFacts>,
    pub plan: Vec<PlanFacts>,
}

#[derive(Debug, Deserialize)]
pub(super) struct SchoolFacts {
    pub name: String,
    pub phone: String,
    pub principal: String,
    pub operator: String,
    pub teacher_post: String,
    pub village_prefix: String,
    pub villages: Vec<String>,
    pub area: String,
    pub phones: Vec<String>,
}

#[derive(Debug, Deserialize)]
pub(super) struct StaffFacts {
    pub name: String,
    pub post: String,
}

/// The classes of a grade.
#[derive(Debug, Deserialize)]
pub(super) struct GradeFacts {
    pub grade: u8,
    pub sizes: Vec<u32>,
    pub teachers: Vec<String>,
}

#[derive(Debug, Deserialize)]
pub(super) struct NameFacts {
    pub surnames: Vec<String>,
    pub boys: Vec<String>,
    pub girls: Vec<String>,
    pub long: Vec<LongName>,
}

#[derive(Debug, Deserialize)]
pub(super) struct LongName {
    pub class: usize,
    pub name: String,
    pub sex: String,
}

/// A school day.
#[derive(Debug, Deserialize)]
pub(super) struct DayFacts {
    pub date: NaiveDate,
    #[serde(default)]
    pub unchecked: Vec<String>,
    #[serde(default)]
    pub back: Vec<SeatFacts>,
    #[serde(default)]
    pub findings: Vec<FindingFacts>,
}

#[derive(Debug, Deserialize)]
pub(super) struct SeatFacts {
    pub class: String,
    pub seat: u32,
}

#[derive(Debug, Deserialize)]
pub(super) struct FindingFacts {
    #[serde(flatten)]
    pub place: SeatFacts,
    pub absence: Option<String>,
    #[serde(default)]
    pub symptoms: Vec<String>,
    pub temp: Option<String>,
    pub onset: Option<NaiveDate>,
    pub seen: Option<bool>,
    #[serde(default)]
    pub sent_home: bool,
}

#[derive(Debug, Deserialize)]
pub(super) struct PlanFacts {
    pub person: String,
    pub done: Option<NaiveDate>,
    pub evidence: Option<String>,
}

impl SampleSchool {
    /// The shipped file.
    pub fn shipped() -> Result<Self, RuleError> {
        toml::from_str(SOURCE)
            .map_err(|error| RuleError::Unreadable { file: "demo/school.toml", at: error.to_string() })
    }
}
