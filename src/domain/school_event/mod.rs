//! An outbreak or another event of the school, with its 初次, 进程 and 结案 reports.

mod event_duty;
mod event_figures;
mod event_level;
#[cfg(test)]
mod tests;

use std::collections::BTreeSet;

use chrono::{NaiveDate, NaiveDateTime};
use serde::{Deserialize, Serialize};

use super::finding::Attendance;
use super::group::Group;
use super::id::{EventId, PersonId};
use super::observation::Observation;
use super::scope::Scope;
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
    /// Any of these symptoms; none, and nothing else that makes a case: any illness absence.
    pub symptoms: BTreeSet<SymptomCode>,
    /// Cases of this disease count besides.
    pub disease: Option<String>,
    /// What the alert counted that the event grew out of.
    #[serde(default)]
    pub counted: AlertCounted,
}

/// What an alert counted where symptoms, disease and groups do not say it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct AlertCounted {
    /// Id of the definition that makes a case.
    pub definition: Option<String>,
    /// The wider circle: a grade or those who ate together.
    pub circle: Option<Scope>,
    /// The people themselves: those with a severe sign.
    pub persons: BTreeSet<PersonId>,
}

impl EventScope {
    /// Whether an observation was made among those whom the event is about.
    pub fn is_among(&self, seen: &Observation) -> bool {
        let there = self.groups.is_empty() || self.groups.iter().any(|group| seen.groups.contains(group));
        there && self.counted.circle.is_none_or(|circle| seen.scopes().any(|scope| scope == circle))
    }

    /// The day on which what makes a case of an observation began: a symptom that joined others later by its own.
    pub fn began(&self, seen: &Observation) -> NaiveDate {
        let own = self.symptoms.intersection(&seen.codes).map(|code| seen.began(code)).min();
        own.unwrap_or(seen.onset)
    }

    /// Whether an observation makes a case by itself: one of the symptoms, or any illness absence where nothing says
    /// what is counted.
    pub fn is_like(&self, seen: &Observation) -> bool {
        if self.counted.persons.contains(&seen.person) {
            return true;
        }
        let names_something =
            self.disease.is_some() || self.counted.definition.is_some() || !self.counted.persons.is_empty();
        match (self.symptoms.is_empty(), names_something) {
            (true, true) => false,
            (true, false) => seen.attendance == Attendance::Ill,
            (false, _) => !self.symptoms.is_disjoint(&seen.codes),
        }
    }
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
