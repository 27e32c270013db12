//! A report with everything it was made from, as it is kept when it is issued.

use std::collections::BTreeMap;

use chrono::{NaiveDate, NaiveDateTime};
use serde::{Deserialize, Serialize};

use crate::domain::daily_report::DailyReport;
use crate::domain::group::Group;
use crate::domain::id::{ClassId, PersonId};
use crate::domain::scope::Scope;
use crate::i18n::{Language, Tr};
use crate::ops::error::OpError;
use crate::storage::{IssuedRow, Record, StorageError};

/// A class as it was called when the report was made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReportClass {
    /// Key.
    pub class: ClassId,
    /// Name as the school writes it.
    pub label: String,
    /// Name as lists show it: `三（2）`.
    pub short: String,
    /// Grade; `None` where the class has none or several.
    pub grade: Option<u8>,
    /// Number within the grade.
    pub class_no: Option<u16>,
}

/// An alert of the day as the report names it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReportAlert {
    /// Rule id.
    pub rule: String,
    /// Whether the rule is one of clusters and not of single signs.
    pub cluster: bool,
    /// The group, or the wider circle.
    pub group: Scope,
    /// Its name as lists show it.
    pub scope: String,
    /// Symptom code or sign; `None` where the symptoms are not known.
    pub code: Option<String>,
    /// Its name.
    pub subject: Option<String>,
    /// First day of the run.
    pub raised_on: NaiveDate,
    /// The persons counted.
    pub persons: Vec<PersonId>,
}

/// The report as it is kept. Opens and reprints as it was, whatever is corrected later.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReportBody {
    /// 报表编号: `SQ-20261123-01`; empty for a report that has none.
    pub number: String,
    /// Number of the report that this one corrects.
    pub corrects: Option<String>,
    /// The figures with the persons behind each.
    pub report: DailyReport,
    /// Alerts of the day.
    pub alerts: Vec<ReportAlert>,
    /// Classes of the day in list order.
    pub classes: Vec<ReportClass>,
    /// Rule id → edition that judged.
    pub rules: BTreeMap<String, String>,
    /// Name of the school.
    pub school: String,
    /// Telephone of the school.
    pub phone: String,
    /// 填报人
    pub reporter: String,
    /// Whether it is the sample school's.
    pub demo: bool,
    /// When it was made.
    pub made_at: NaiveDateTime,
    /// In which language; words of alerts and names of rooms are kept in it.
    #[serde(default)]
    pub language: Language,
}

impl ReportBody {
    /// What an issued row keeps.
    pub(in crate::ops) fn kept_in(row: &IssuedRow) -> Result<Self, OpError> {
        serde_json::from_value(row.body.clone())
            .map_err(|source| StorageError::Record { table: IssuedRow::TABLE, source }.into())
    }

    /// Whether two reports say the same, in whatever language.
    pub fn says_the_same(&self, other: &Self) -> bool {
        let same = |(a, b): (&ReportAlert, &ReportAlert)| {
            (&a.rule, a.group, &a.code, a.raised_on, &a.persons)
                == (&b.rule, b.group, &b.code, b.raised_on, &b.persons)
        };
        self.report == other.report
            && self.alerts.len() == other.alerts.len()
            && self.alerts.iter().zip(&other.alerts).all(same)
    }

    /// Names of the classes without a confirmed sheet, the staff behind them.
    pub fn unchecked(&self, tr: &Tr) -> Vec<String> {
        let name = |group: Group| match group {
            Group::Class(id) => self.classes.iter().find(|c| c.class == id).map(|c| c.short.clone()),
            Group::Dormitory(_) => Some(tr.report_dormitory()),
            Group::Staff => Some(tr.ops_staff()),
        };
        self.report.unchecked().filter_map(name).collect()
    }
}
