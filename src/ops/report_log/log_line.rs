//! The log as lists show it, by day.

use std::collections::BTreeMap;

use chrono::{Days, NaiveDate, NaiveDateTime, NaiveTime};
use serde::Serialize;

use super::counts_view::CountsView;
use super::told::Told;
use crate::domain::id::ReportEntryId;
use crate::domain::report_entry::{ReportEntry, ReportSubject, ReportWay};
use crate::domain::school_event::EventReport;
use crate::ops::book::Book;
use crate::ops::error::OpError;
use crate::ops::reporting::ReportingSetting;

/// One report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LogLine {
    /// Key.
    pub key: ReportEntryId,
    /// When it was made.
    pub at: NaiveDateTime,
    /// `case:ID`, `event:ID`, `alert:KEY`, `day:DATE`, `other`.
    pub subject: ReportSubject,
    /// Step that it answers.
    pub step: String,
    /// What it was about, in words without a name.
    pub what: String,
    /// Name of the step.
    pub step_name: String,
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
    /// What was answered.
    pub answer: Option<String>,
    /// First day of the period.
    pub from: Option<NaiveDate>,
    /// Last day of the period.
    pub to: Option<NaiveDate>,
    /// Whether it was a zero report.
    pub nil: Option<bool>,
}

/// The reports of a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LogDay {
    /// The day.
    pub date: NaiveDate,
    /// The reports, the newest first.
    pub lines: Vec<LogLine>,
}

/// The log of a period with its counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LogView {
    /// First day.
    pub from: NaiveDate,
    /// Last day.
    pub to: NaiveDate,
    /// Days with reports, the newest first.
    pub days: Vec<LogDay>,
    /// 应报, 实报, 非零 of the period.
    pub counts: CountsView,
    /// To whom the daily report goes, as last time.
    pub whom: Told,
    /// The limits in force, with what can be chosen.
    pub reporting: ReportingSetting,
}

impl Book {
    /// The log of a period, both days included, the newest first.
    ///
    /// # Errors
    /// [`OpError::BadValue`] for a period that ends before it begins.
    pub fn report_log(&self, from: NaiveDate, to: NaiveDate) -> Result<Vec<LogLine>, OpError> {
        if to < from {
            return Err(OpError::BadValue { field: "days", given: format!("{from}..{to}") });
        }
        let until = to.checked_add_days(Days::new(1)).unwrap_or(to);
        let mut entries =
            self.store.entries_between(from.and_time(NaiveTime::MIN), until.and_time(NaiveTime::MIN))?;
        entries.reverse();
        self.log_lines(entries)
    }

    /// The log of a period by day, with the counts of daily reports.
    ///
    /// # Errors
    /// As [`Self::report_log`].
    pub fn log_view(&self, from: NaiveDate, to: NaiveDate) -> Result<LogView, OpError> {
        let mut days: Vec<LogDay> = Vec::new();
        for line in self.report_log(from, to)? {
            let date = line.at.date();
            match days.last_mut().filter(|day| day.date == date) {
                Some(day) => day.lines.push(line),
                None => days.push(LogDay { date, lines: vec![line] }),
            }
        }
        Ok(LogView {
            from,
            to,
            days,
            counts: self.report_counts(from, to)?,
            whom: self.whom_to_tell(ReportEntry::DAILY, None)?,
            reporting: self.reporting_setting()?,
        })
    }

    /// Entries in words, in the order given.
    pub(in crate::ops) fn log_lines(&self, entries: Vec<ReportEntry>) -> Result<Vec<LogLine>, OpError> {
        let mut named: BTreeMap<ReportSubject, String> = BTreeMap::new();
        let mut lines = Vec::new();
        for entry in entries {
            let what = match named.get(&entry.subject) {
                Some(words) => words.clone(),
                None => self.subject_words(&entry)?,
            };
            // What no record names is told by each entry itself.
            if entry.subject != ReportSubject::Other {
                let _ = named.insert(entry.subject.clone(), what.clone());
            }
            lines.push(self.log_line(entry, what));
        }
        Ok(lines)
    }

    /// What an entry is about, in words without a name; empty where its record is gone.
    fn subject_words(&self, entry: &ReportEntry) -> Result<String, OpError> {
        Ok(match &entry.subject {
            ReportSubject::Case(id) => {
                let case = self.store.illness_case(*id)?;
                case.map(|case| self.case_words(&case)).transpose()?.unwrap_or_default()
            }
            ReportSubject::Event(id) => {
                self.store.event(*id)?.map(|event| event.body.words.title).unwrap_or_default()
            }
            ReportSubject::Day(date) => self.tr.log_daily(&self.tr.day(*date)),
            ReportSubject::Alert(_) => self.tr.log_alert(),
            ReportSubject::Other => entry.body.content.clone().unwrap_or_else(|| self.tr.log_other()),
        })
    }

    fn log_line(&self, entry: ReportEntry, what: String) -> LogLine {
        let step_name = self.step_name(&entry.step);
        let body = entry.body;
        LogLine {
            key: entry.id,
            at: entry.at,
            subject: entry.subject,
            step: entry.step,
            what,
            step_name,
            unit: body.unit,
            person: body.person,
            phone: body.phone,
            way: body.way,
            by: self.name_or_post(&body.by),
            content: body.content,
            answer: body.answer,
            from: body.from,
            to: body.to,
            nil: body.nil,
        }
    }

    /// Name of a step: 卫生院/疾控, 进程报告; empty where it answers nothing in particular.
    pub(in crate::ops) fn step_name(&self, step: &str) -> String {
        let tag = self.tr.language().tag();
        if let Some(entry) = self.rules.reporting_step(step) {
            return entry.name.get(tag).to_owned();
        }
        match EventReport::from_name(step) {
            Some(report) => self.tr.event_report(report),
            None if step == ReportEntry::DAILY => self.tr.issued_kind_report(),
            None => String::new(),
        }
    }
}
