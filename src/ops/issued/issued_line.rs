//! One thing that was issued, as lists show it.

use chrono::{NaiveDate, NaiveDateTime};
use serde::Serialize;
use uuid::Uuid;

/// Kinds of things that are issued.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum IssuedKind {
    /// 日报
    DailyReport,
    /// 告家长书 to a class or to the school
    Letters,
    /// 报送文件
    Package,
}

/// How something issued compares with the records of now.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum IssuedState {
    /// The records still say what it says.
    AsIssued,
    /// They do not: a corrected one is needed.
    Changed,
    /// A later one has corrected it.
    Corrected,
}

/// One thing that was issued.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct IssuedLine {
    /// Key.
    #[serde(skip)]
    pub key: Uuid,
    /// Kind.
    pub kind: IssuedKind,
    /// `SQ-20261123-01` of a report, `winter-20261123-01` of letters, `0042` of a package.
    pub number: String,
    /// Name of the form or letter, or of the package's folder.
    pub title: String,
    /// The class of letters that went to one only.
    pub class: Option<String>,
    /// The day it is about.
    pub date: NaiveDate,
    /// When.
    pub made_at: NaiveDateTime,
    /// By whom.
    pub made_by: String,
    /// `None` for packages: the next one carries everything again.
    pub state: Option<IssuedState>,
    /// Number of the report that it corrects.
    pub corrects: Option<String>,
    /// Number of the report that corrects it.
    pub corrected_by: Option<String>,
    /// Letters; 0 for all else.
    pub letters: usize,
    /// How often it was put out, the first time among them.
    pub printed: usize,
    /// Whether it can be shown and printed again.
    pub opens: bool,
}

impl IssuedLine {
    /// Whether a corrected one is needed.
    pub fn is_changed(&self) -> bool {
        self.state == Some(IssuedState::Changed)
    }
}
