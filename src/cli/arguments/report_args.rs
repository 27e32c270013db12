//! How, when and to whom something was reported.

use chrono::NaiveDateTime;
use clap::Args;

use super::moment;
use crate::domain::report_entry::{ReportSubject, ReportWay};
use crate::ops::report_log::NewReport;

/// The options that every report has. What is left out is filled in as the last time.
#[derive(Debug, Clone, Args)]
pub struct ReportArgs {
    #[arg(long, value_parser = moment)]
    /// at
    pub at: Option<NaiveDateTime>,
    #[arg(long)]
    /// unit
    pub unit: Option<String>,
    #[arg(long)]
    /// whom
    pub whom: Option<String>,
    #[arg(long)]
    /// phone
    pub phone: Option<String>,
    #[arg(long, value_parser = ["phone", "in_person", "paper", "fax", "message"])]
    /// way
    pub way: Option<String>,
    #[arg(long)]
    /// reporter
    pub reporter: Option<String>,
    #[arg(long)]
    /// content
    pub content: Option<String>,
    #[arg(long)]
    /// answer
    pub answer: Option<String>,
}

impl ReportArgs {
    /// The report about a subject.
    pub fn about(&self, subject: ReportSubject, step: &str) -> NewReport {
        NewReport {
            at: self.at,
            unit: self.unit.clone().unwrap_or_default(),
            person: self.whom.clone(),
            phone: self.phone.clone(),
            way: self.way.as_deref().and_then(ReportWay::from_name).unwrap_or_default(),
            by: self.reporter.clone(),
            content: self.content.clone(),
            answer: self.answer.clone(),
            ..NewReport::about(subject, step)
        }
    }
}
