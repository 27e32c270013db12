//! Writing a report into the log.

use chrono::{NaiveDate, NaiveDateTime};
use serde_json::json;

use crate::domain::id::ReportEntryId;
use crate::domain::report_entry::{EntryBody, ReportEntry, ReportSubject, ReportWay};
use crate::domain::school_event::{EventIssue, EventReport};
use crate::ops::book::Book;
use crate::ops::case::plain;
use crate::ops::error::OpError;
use crate::ops::event::Counted;
use crate::ops::reporting::ReportingError;
use crate::storage::{Act, AlertAnswerRow, StorageError};

/// A report as somebody writes it down. What is empty is filled in: unit and telephone as for the step last time, the
/// reporter with the operator, the moment with now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewReport {
    /// What it is about.
    pub subject: ReportSubject,
    /// Id of the step or report that it answers.
    pub step: String,
    /// When it was made.
    pub at: Option<NaiveDateTime>,
    /// 接报单位
    pub unit: String,
    /// 接报人
    pub person: Option<String>,
    /// 接报电话
    pub phone: Option<String>,
    /// How.
    pub way: ReportWay,
    /// 报告人
    pub by: Option<String>,
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

impl NewReport {
    /// A report of which nothing is written yet.
    pub fn about(subject: ReportSubject, step: &str) -> Self {
        Self {
            subject,
            step: step.to_owned(),
            at: None,
            unit: String::new(),
            person: None,
            phone: None,
            way: ReportWay::Phone,
            by: None,
            content: None,
            answer: None,
            from: None,
            to: None,
            nil: None,
        }
    }
}

/// Something to do to the log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LogOp {
    /// A report was made.
    Add(Box<NewReport>),
    /// It was written down wrongly.
    Correct(ReportEntryId, Box<NewReport>),
    /// It was not made.
    Remove(ReportEntryId),
}

impl Book {
    /// Does something to the log; answers the key of the entry.
    pub(in crate::ops) fn run_log(&mut self, op: &LogOp) -> Result<ReportEntryId, OpError> {
        match op {
            LogOp::Add(report) => self.log_report(report),
            LogOp::Correct(id, report) => self.correct_report(*id, report).map(|()| *id),
            LogOp::Remove(id) => self.remove_report(*id).map(|()| *id),
        }
    }

    /// Writes down that something was reported. A report of an event keeps its figures as they are now; one of an alert
    /// answers the alert.
    ///
    /// # Errors
    /// [`ReportingError`] for a subject or step that there is not, a moment to come or before the school knew of it, and
    /// where nobody is named; [`OpError::NoSuchAlert`].
    pub fn log_report(&mut self, report: &NewReport) -> Result<ReportEntryId, OpError> {
        let mut body = self.entry_body(report)?;
        let at = self.moment_of_report(report)?;
        body.event = self.issue_of(report)?.map(Box::new);
        let (subject, step) = (report.subject.clone(), report.step.clone());
        let id = ReportEntryId(uuid::Uuid::nil());
        let mut entry = ReportEntry { id, at, subject, step, body };
        let mut answer = self.answer_of_entry(&entry)?;
        self.act("log", json!({ "step": report.step }), |act, ids| {
            entry.id = ReportEntryId(ids.next());
            if let Some(row) = &mut answer {
                let new = row.body.words.iter_mut().find(|word| word.entry == Some(id));
                if let Some(word) = new {
                    word.entry = Some(entry.id);
                }
                let _ = act.put(row)?;
            }
            act.put_new(&entry)?;
            Ok(entry.id)
        })
    }

    /// Writes an entry anew; what an event's report said stays, and what it answered is answered anew.
    ///
    /// # Errors
    /// As [`Self::log_report`].
    pub fn correct_report(&mut self, id: ReportEntryId, report: &NewReport) -> Result<(), OpError> {
        let before = self.entry_of(id)?;
        let body = EntryBody { event: before.body.event.clone(), ..self.entry_body(report)? };
        let at = self.moment_of_report(report)?;
        let entry = ReportEntry { id, at, subject: report.subject.clone(), step: report.step.clone(), body };
        let (left, answer) = (self.answer_without(&before)?, self.answer_of_entry(&entry)?);
        self.act("log", json!({ "step": entry.step }), |act, _| {
            put_answer(act, left.filter(|left| answer.as_ref().is_none_or(|new| new.key != left.key)))?;
            put_answer(act, answer)?;
            Ok(act.put(&entry).map(drop)?)
        })
    }

    /// Takes an entry away that was none.
    ///
    /// # Errors
    /// [`ReportingError::NoSuchEntry`].
    pub fn remove_report(&mut self, id: ReportEntryId) -> Result<(), OpError> {
        let entry = self.entry_of(id)?;
        let left = self.answer_without(&entry)?;
        self.act("log_remove", json!({ "step": entry.step }), |act, _| {
            put_answer(act, left)?;
            Ok(act.remove(&entry).map(drop)?)
        })
    }

    /// The entry of that key.
    pub(in crate::ops) fn entry_of(&self, id: ReportEntryId) -> Result<ReportEntry, OpError> {
        let none = || ReportingError::NoSuchEntry { given: id.to_string() };
        Ok(self.store.report_entry(id)?.ok_or_else(none)?)
    }

    fn moment_of_report(&self, report: &NewReport) -> Result<NaiveDateTime, OpError> {
        let at = self.moment_gone(report.at)?;
        let known = match &report.subject {
            ReportSubject::Case(id) => Some(self.case_of(*id)?.known_at),
            ReportSubject::Event(id) => Some(self.event_of(*id)?.known_at),
            ReportSubject::Alert(_) | ReportSubject::Day(_) | ReportSubject::Other => None,
        };
        match known.filter(|known| at < *known) {
            Some(known) => Err(ReportingError::BeforeKnown { given: at, known }.into()),
            None => Ok(at),
        }
    }

    pub(in crate::ops) fn entry_body(&self, report: &NewReport) -> Result<EntryBody, OpError> {
        self.must_be_step(report)?;
        let person = match &report.subject {
            ReportSubject::Case(id) => Some(self.case_of(*id)?.person),
            _ => None,
        };
        let last = self.whom_to_tell(&report.step, person)?;
        let unit = plain("unit", Some(&report.unit))?;
        let asked = unit.is_none() && report.person.is_none() && report.phone.is_none();
        let unit = unit.unwrap_or(last.unit);
        if unit.is_empty() {
            return Err(ReportingError::NoUnit.into());
        }
        let by = plain("by", report.by.as_deref())?.map_or_else(|| self.operator(), Ok)?;
        Ok(EntryBody {
            unit,
            person: plain("person", report.person.as_deref())?.or(last.person.filter(|_| asked)),
            phone: plain("phone", report.phone.as_deref())?.or(last.phone.filter(|_| asked)),
            way: report.way,
            by,
            content: plain("content", report.content.as_deref())?,
            answer: plain("answer", report.answer.as_deref())?,
            from: report.from,
            to: report.to,
            nil: match (report.nil, &report.subject) {
                (None, ReportSubject::Day(date)) => {
                    self.issued_reports(*date)?.last().map(|issued| issued.report.nil)
                }
                (nil, _) => nil,
            },
            event: None,
        })
    }

    fn must_be_step(&self, report: &NewReport) -> Result<(), OpError> {
        let other = || vec![ReportEntry::OTHER.to_owned()];
        let allowed = match &report.subject {
            ReportSubject::Case(id) => {
                let case = self.case_of(*id)?;
                let clock = case.body.clocks.last();
                let edition = clock.and_then(|clock| self.rules.reporting_edition(&clock.edition));
                let steps = match edition {
                    Some(edition) => edition.steps.clone(),
                    None => self.rules.reporting_steps().iter().map(|step| step.id.clone()).collect(),
                };
                [steps, other()].concat()
            }
            ReportSubject::Event(id) => {
                let _ = self.event_of(*id)?;
                let kinds = EventReport::ALL.iter().map(|kind| kind.name().to_owned()).collect();
                [kinds, other()].concat()
            }
            ReportSubject::Alert(_) => [vec![ReportEntry::ALERT.to_owned()], other()].concat(),
            ReportSubject::Day(date) => {
                let _ = self.day_gone(*date)?;
                vec![ReportEntry::DAILY.to_owned()]
            }
            ReportSubject::Other => other(),
        };
        if allowed.contains(&report.step) {
            return Ok(());
        }
        Err(ReportingError::NoSuchStep { given: report.step.clone(), allowed }.into())
    }

    /// What a report of an event says, with its figures of now.
    fn issue_of(&self, report: &NewReport) -> Result<Option<EventIssue>, OpError> {
        let ReportSubject::Event(id) = &report.subject else { return Ok(None) };
        if EventReport::from_name(&report.step).is_none() {
            return Ok(None);
        }
        let event = self.event_of(*id)?;
        let figures = self.event_figures(&event, Counted::Confirmed)?;
        Ok(Some(EventIssue { words: event.body.words, level: event.body.level, figures }))
    }
}

/// Keeps what was said of an alert; of which nothing is said any more, that is no answer.
fn put_answer(act: &mut Act<'_>, answer: Option<AlertAnswerRow>) -> Result<(), StorageError> {
    let Some(row) = answer else { return Ok(()) };
    let kept = if row.body.words.is_empty() { act.remove(&row) } else { act.put(&row) };
    kept.map(drop)
}
