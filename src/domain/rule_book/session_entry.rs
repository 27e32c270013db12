//! Sessions and deadlines of `assets/rules/sessions.toml`.

use chrono::{NaiveTime, Weekday};
use serde::{Deserialize, Serialize};

use super::check_choice::{CheckChoice, OnsetDoubt};
use super::counting_edition::CountingEdition;
use crate::domain::group::GroupKind;
use crate::domain::session::Session;

/// On which days a session is due.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DueOn {
    /// School days.
    SchoolDays,
    /// Days off that were entered in the calendar.
    Holidays,
    /// Never; takes findings at any hour.
    Never,
}

/// Who is counted at a session.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Who {
    /// Everyone of the group.
    Everyone,
    /// Boarders only.
    Boarders,
}

/// When a session is due, for whom, and what it means for an absence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SessionEntry {
    /// The session.
    pub session: Session,
    /// Days.
    pub on: DueOn,
    /// People.
    pub who: Who,
    /// Kinds of group that owe a sheet.
    pub groups: Vec<GroupKind>,
    /// Hour by which the paper must be in; `None` where nothing is due.
    #[serde(default)]
    pub deadline: Option<NaiveTime>,
    /// Whether a confirmed sheet without a person says that the person is back.
    pub closes: bool,
    /// Id of the source.
    pub source: String,
}

/// When the school's daily report is due.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReportDuty {
    /// Hour.
    pub deadline: NaiveTime,
    /// Id of the source.
    pub source: String,
}

/// When the weekly package for the township is due.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PackageDuty {
    /// Day of the week.
    pub weekday: Weekday,
    /// Hour.
    pub deadline: NaiveTime,
    /// Id of the source.
    pub source: String,
}

/// When tasks of the emergency plan begin to show.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PlanDuty {
    /// Days before the due date.
    pub near_days: u32,
    /// Id of the source.
    pub source: String,
}

/// When those who are kept apart are looked at, and returns are checked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CareDuty {
    /// Hour by which somebody has looked at each of them.
    pub look_deadline: NaiveTime,
    /// Hour by which a return is checked.
    pub return_deadline: NaiveTime,
    /// Id of the source.
    pub source: String,
}

/// By when the slips of a letter come back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SlipDuty {
    /// Days from the date of the letter; the first school day from then on counts.
    pub days: u32,
    /// Hour of that day.
    pub deadline: NaiveTime,
    /// Id of the source.
    pub source: String,
}

/// The whole file.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SessionFile {
    #[serde(rename = "version")]
    _version: String,
    pub sessions: Vec<SessionEntry>,
    pub counting: Vec<CountingEdition>,
    pub choices: Vec<CheckChoice>,
    pub onset: OnsetDoubt,
    pub report: ReportDuty,
    pub package: PackageDuty,
    pub plan: PlanDuty,
    pub care: CareDuty,
    pub slips: SlipDuty,
}
