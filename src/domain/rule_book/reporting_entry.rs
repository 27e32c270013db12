//! Reporting limits of `assets/rules/reporting.toml`: several schemes of which a school chooses one.

use chrono::NaiveTime;
use serde::{Deserialize, Serialize};

use super::disease_entry::{DiseaseClass, DiseaseEntry};
use super::temperature_limit::Confirmation;
use super::{Bilingual, RuleBook};
use crate::domain::school_event::EventLevel;

/// Hours from when the school learned of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReportingHours {
    /// 甲类
    pub a: u32,
    /// 乙类按甲类管理
    pub managed_as_a: u32,
    /// 其他乙类
    pub b: u32,
    /// 丙类
    pub c: u32,
    /// 不明原因、新发
    pub emerging: u32,
    /// A disease of no class that starts a clock all the same.
    pub other: u32,
    /// A cluster or a severe sign.
    pub cluster: u32,
    /// An outbreak.
    pub outbreak: u32,
}

/// Limits for cases, with who is told.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReportingEdition {
    /// Id: `2-24`.
    pub id: String,
    /// Short name.
    pub name: Bilingual,
    /// What it says.
    pub text: Bilingual,
    /// The limits.
    pub hours: ReportingHours,
    /// Ids of the steps in their order.
    pub steps: Vec<String>,
    /// Whether it is an older scheme than the one in force.
    pub older: bool,
    /// Whether source and date are confirmed.
    pub status: Confirmation,
    /// Id of the source.
    pub source: String,
}

impl ReportingEdition {
    /// Hours for a case of a disease; `None` where it starts no clock.
    pub fn hours_of(&self, disease: &DiseaseEntry) -> Option<u32> {
        let as_a = disease.managed_as == Some(DiseaseClass::A);
        let hours = match disease.class {
            _ if disease.emerging => self.hours.emerging,
            DiseaseClass::A => self.hours.a,
            DiseaseClass::B if as_a => self.hours.managed_as_a,
            DiseaseClass::B => self.hours.b,
            DiseaseClass::C => self.hours.c,
            DiseaseClass::None => self.hours.other,
        };
        disease.clock.then_some(hours)
    }
}

/// Somebody who is told of a case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StepEntry {
    /// Id: `parents`.
    pub id: String,
    /// Name.
    pub name: Bilingual,
    /// Whether they are told once more when the disease turns out to be another one.
    pub again: bool,
    /// Id of the source.
    pub source: String,
}

/// Minutes within which the first report of an event is due, by its level.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FirstMinutes {
    /// 未定级
    pub ungraded: u32,
    /// Ⅳ级, 一般
    pub iv: u32,
    /// Ⅲ级, 较大
    pub iii: u32,
    /// Ⅱ级, 重大
    pub ii: u32,
    /// Ⅰ级, 特别重大
    pub i: u32,
}

impl FirstMinutes {
    /// The minutes of a level.
    pub const fn of(self, level: EventLevel) -> u32 {
        match level {
            EventLevel::Ungraded => self.ungraded,
            EventLevel::Iv => self.iv,
            EventLevel::Iii => self.iii,
            EventLevel::Ii => self.ii,
            EventLevel::I => self.i,
        }
    }
}

/// Limits for the 初次, 进程 and 结案 reports of an event.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EventEdition {
    /// Id: `2h-7d`.
    pub id: String,
    /// Short name.
    pub name: Bilingual,
    /// What it says.
    pub text: Bilingual,
    /// When the first report is due.
    pub first: FirstMinutes,
    /// Until what hour of each day that follows.
    pub progress_by: NaiveTime,
    /// Days from closing to the closing report.
    pub closing_days: u16,
    /// Whether source and date are confirmed.
    pub status: Confirmation,
    /// Id of the source.
    pub source: String,
}

/// The whole file.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ReportingFile {
    #[serde(rename = "version")]
    _version: String,
    pub default_edition: String,
    pub default_events: String,
    pub editions: Vec<ReportingEdition>,
    pub steps: Vec<StepEntry>,
    pub events: Vec<EventEdition>,
}

impl ReportingFile {
    /// A name that stands nowhere.
    pub fn odd(&self) -> Option<String> {
        let step = |id: &&String| self.steps.iter().any(|step| step.id == **id);
        let steps = self.editions.iter().flat_map(|edition| &edition.steps).find(|id| !step(id));
        let edition = self.editions.iter().any(|edition| edition.id == self.default_edition);
        let events = self.events.iter().any(|edition| edition.id == self.default_events);
        steps
            .or_else(|| Some(&self.default_edition).filter(|_| !edition))
            .or_else(|| Some(&self.default_events).filter(|_| !events))
            .cloned()
    }

    /// The source of every entry.
    pub fn sources(&self) -> impl Iterator<Item = &str> {
        let steps = self.steps.iter().map(|entry| entry.source.as_str());
        let events = self.events.iter().map(|entry| entry.source.as_str());
        self.editions.iter().map(|entry| entry.source.as_str()).chain(steps).chain(events)
    }
}

impl RuleBook {
    /// The schemes of limits for cases.
    pub fn reporting_editions(&self) -> &[ReportingEdition] {
        &self.reporting.editions
    }

    /// The scheme of that id.
    pub fn reporting_edition(&self, id: &str) -> Option<&ReportingEdition> {
        self.reporting.editions.iter().find(|edition| edition.id == id)
    }

    /// Id of the scheme that holds where a school has chosen none.
    pub fn default_reporting(&self) -> &str {
        &self.reporting.default_edition
    }

    /// Somebody who is told.
    pub fn reporting_step(&self, id: &str) -> Option<&StepEntry> {
        self.reporting.steps.iter().find(|step| step.id == id)
    }

    /// All who can be told.
    pub fn reporting_steps(&self) -> &[StepEntry] {
        &self.reporting.steps
    }

    /// The schemes of limits for events.
    pub fn event_editions(&self) -> &[EventEdition] {
        &self.reporting.events
    }

    /// The scheme of that id.
    pub fn event_edition(&self, id: &str) -> Option<&EventEdition> {
        self.reporting.events.iter().find(|edition| edition.id == id)
    }

    /// Id of the scheme for events that holds where a school has chosen none.
    pub fn default_events(&self) -> &str {
        &self.reporting.default_events
    }
}
