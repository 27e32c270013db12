//! 上报记录: what was reported to whom, how, when and by whom.

use std::fmt;
use std::str::FromStr;

use chrono::{NaiveDate, NaiveDateTime};
use serde::{Deserialize, Serialize};

use super::id::{CaseId, EventId, ReportEntryId};
use super::school_event::EventIssue;

/// What a report is about.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub enum ReportSubject {
    /// A case.
    Case(CaseId),
    /// An event.
    Event(EventId),
    /// An alert by its key.
    Alert(String),
    /// The daily report of a day.
    Day(NaiveDate),
    /// Something that the book does not know.
    Other,
}

/// The text names nothing that can be reported.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("not a subject")]
pub struct NotASubject;

impl fmt::Display for ReportSubject {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Case(id) => write!(f, "case:{id}"),
            Self::Event(id) => write!(f, "event:{id}"),
            Self::Alert(key) => write!(f, "alert:{key}"),
            Self::Day(date) => write!(f, "day:{date}"),
            Self::Other => f.write_str("other"),
        }
    }
}

impl From<ReportSubject> for String {
    fn from(subject: ReportSubject) -> Self {
        subject.to_string()
    }
}

impl FromStr for ReportSubject {
    type Err = NotASubject;
    fn from_str(text: &str) -> Result<Self, NotASubject> {
        match text.split_once(':') {
            Some(("case", id)) => id.parse().map(Self::Case).map_err(|_| NotASubject),
            Some(("event", id)) => id.parse().map(Self::Event).map_err(|_| NotASubject),
            Some(("alert", key)) if !key.is_empty() => Ok(Self::Alert(key.to_owned())),
            Some(("day", date)) => date.parse().map(Self::Day).map_err(|_| NotASubject),
            None if text == "other" => Ok(Self::Other),
            _ => Err(NotASubject),
        }
    }
}

impl TryFrom<String> for ReportSubject {
    type Error = NotASubject;
    fn try_from(text: String) -> Result<Self, NotASubject> {
        text.parse()
    }
}

/// How something was reported.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ReportWay {
    /// 电话
    #[default]
    Phone,
    /// 当面
    InPerson,
    /// 纸质递交
    Paper,
    /// 传真
    Fax,
    /// 短信或网络
    Message,
}

impl ReportWay {
    /// All ways, the commonest first.
    pub const ALL: [Self; 5] = [Self::Phone, Self::InPerson, Self::Paper, Self::Fax, Self::Message];

    /// Stable name.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Phone => "phone",
            Self::InPerson => "in_person",
            Self::Paper => "paper",
            Self::Fax => "fax",
            Self::Message => "message",
        }
    }

    /// The way of that name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|way| way.name() == name)
    }
}

/// What is kept of a report beside when and about what.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct EntryBody {
    /// 接报单位
    pub unit: String,
    /// 接报人
    pub person: Option<String>,
    /// 接报电话
    pub phone: Option<String>,
    /// How.
    pub way: ReportWay,
    /// 报告人
    pub by: String,
    /// 报告内容
    pub content: Option<String>,
    /// What was answered or advised.
    pub answer: Option<String>,
    /// First day of the period that it is about.
    pub from: Option<NaiveDate>,
    /// Last day.
    pub to: Option<NaiveDate>,
    /// Whether it was a zero report; `None` where that is no question.
    pub nil: Option<bool>,
    /// A report of an event as it was issued.
    pub event: Option<Box<EventIssue>>,
}

/// One report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReportEntry {
    /// Key.
    pub id: ReportEntryId,
    /// When it was made.
    pub at: NaiveDateTime,
    /// What it is about.
    pub subject: ReportSubject,
    /// Id of the step or report that it answers: `clinic`, `first`, `daily-report`; `other` for anything else.
    pub step: String,
    /// All else.
    pub body: EntryBody,
}

impl ReportEntry {
    /// Step of the daily report.
    pub const DAILY: &'static str = "daily-report";
    /// Step of the report of an alert.
    pub const ALERT: &'static str = "report";
    /// Step of what answers nothing in particular.
    pub const OTHER: &'static str = "other";

    /// The day that it is about.
    pub fn day(&self) -> NaiveDate {
        match &self.subject {
            ReportSubject::Day(date) => *date,
            _ => self.body.from.unwrap_or_else(|| self.at.date()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_subject_is_read_as_it_is_written() {
        let id = "01930000-0000-7000-8000-000000000001";
        for text in [
            format!("case:{id}"),
            format!("event:{id}"),
            "alert:cn2006-1d3|class:1|vomiting|2026-11-23".to_owned(),
            "day:2026-11-23".to_owned(),
            "other".to_owned(),
        ] {
            assert_eq!(text.parse::<ReportSubject>().unwrap().to_string(), text);
        }
        for text in ["", "case:", "case:7", "day:yesterday", "alert:", "others", "person:1"] {
            assert_eq!(text.parse::<ReportSubject>(), Err(NotASubject), "{text}");
        }
    }
}
