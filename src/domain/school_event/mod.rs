//! An outbreak or another event of the school, with its 初次, 进程 and 结案 reports.

mod event_duty;
mod event_figures;
mod event_level;
#[cfg(test)]
mod tests;

use std::collections::BTreeSet;

use chrono::{NaiveDate, NaiveDateTime};
use serde::{Deserialize, Serialize};

use super::group::Group;
use super::id::EventId;
use super::symptom::SymptomCode;

pub use event_duty::{EventDuty, EventReport, event_duties, missed_days};
pub use event_figures::{ClassIll, EventFigures};
pub use event_level::EventLevel;

/// What is told of an event in words. What nobody has written is `None`.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct EventWords {
    /// Name: 三（1）班呕吐聚集.
    pub title: String,
    /// Where.
    pub place: Option<String>,
    /// Main symptoms.
    pub symptoms: Option<String>,
    /// 事件经过; in a progress report 事件进展
    pub course: Option<String>,
    /// 已采取措施
    pub measures: Option<String>,
    /// 原因
    pub cause: Option<String>,
    /// 总体情况
    pub summary: Option<String>,
    /// 整改措施
    pub improvements: Option<String>,
}

/// Who counts as ill in an event.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct EventScope {
    /// First day of onset that counts.
    pub from: NaiveDate,
    /// The groups; none: the whole school.
    pub groups: Vec<Group>,
    /// Any of these symptoms; none: any illness absence.
    pub symptoms: BTreeSet<SymptomCode>,
    /// Cases of this disease count besides.
    pub disease: Option<String>,
}

/// What is kept of an event beside its key.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct EventBody {
    /// What is told of it.
    pub words: EventWords,
    /// How grave it is.
    pub level: EventLevel,
    /// Who counts.
    pub scope: EventScope,
    /// Key of the alert that it grew out of.
    pub alert: Option<String>,
    /// Id of the scheme of limits.
    pub edition: String,
    /// By when the first report is due.
    pub first_due: NaiveDateTime,
    /// Who opened it.
    pub opened_by: String,
    /// Who closed it.
    pub closed_by: Option<String>,
}

/// An event.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SchoolEvent {
    /// Key.
    pub id: EventId,
    /// When the school learned of it, to the minute.
    pub known_at: NaiveDateTime,
    /// Last day; `None` while it is open.
    pub closed_on: Option<NaiveDate>,
    /// All else.
    pub body: EventBody,
}

/// A report of an event as it was issued: what it said, whatever is corrected later.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct EventIssue {
    /// Its words.
    pub words: EventWords,
    /// The level.
    pub level: EventLevel,
    /// The figures.
    pub figures: EventFigures,
}
