//! Check sheets: one group × one day × one session.

use std::collections::BTreeMap;

use chrono::{NaiveDate, NaiveDateTime};
use serde::{Deserialize, Serialize};

use super::finding::Finding;
use super::group::Group;
use super::id::PersonId;
use super::session::Session;

/// Natural key of a sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct SheetKey {
    /// Who is checked.
    pub group: Group,
    /// The day.
    pub date: NaiveDate,
    /// The session.
    pub session: Session,
}

/// The three states. Silence is never health.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SheetState {
    /// 未检
    Unchecked,
    /// 零报告: confirmed, no finding at all
    Nil,
    /// 有异常: confirmed, with findings
    Exceptions,
}

/// A check sheet with its findings.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sheet {
    /// Key.
    pub key: SheetKey,
    /// Teacher who checked.
    pub checked_by: Option<String>,
    /// When the paper reached the clerk; lateness is judged by this.
    pub handed_in_at: Option<NaiveDateTime>,
    /// Who typed it.
    pub entered_by: Option<String>,
    /// Who confirmed it.
    pub confirmed_by: Option<String>,
    /// When it was confirmed; `None` while unchecked.
    pub confirmed_at: Option<NaiveDateTime>,
    /// Findings by person; none of them is empty.
    pub findings: BTreeMap<PersonId, Finding>,
    /// People whose proposal the clerk has turned down.
    pub declined: Vec<PersonId>,
}

impl Sheet {
    /// A sheet nobody has touched.
    pub fn untouched(key: SheetKey) -> Self {
        Self {
            key,
            checked_by: None,
            handed_in_at: None,
            entered_by: None,
            confirmed_by: None,
            confirmed_at: None,
            findings: BTreeMap::new(),
            declined: Vec::new(),
        }
    }

    /// Which of the three states it is in.
    pub fn state(&self) -> SheetState {
        match (self.confirmed_at, self.findings.is_empty()) {
            (None, _) => SheetState::Unchecked,
            (Some(_), true) => SheetState::Nil,
            (Some(_), false) => SheetState::Exceptions,
        }
    }

    /// Whether something was typed that nobody has confirmed yet.
    pub fn is_draft(&self) -> bool {
        self.confirmed_at.is_none() && !(self.findings.is_empty() && self.declined.is_empty())
    }
}
