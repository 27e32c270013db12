//! What can be done to cases, events and the report log.

use crate::ops::book::Book;
use crate::ops::case::CaseOp;
use crate::ops::error::OpError;
use crate::ops::event::EventOp;
use crate::ops::report_log::LogOp;
use crate::ops::request::Answer;

/// Something to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ReportingOp {
    /// To a case.
    Case(CaseOp),
    /// To an event.
    Event(EventOp),
    /// To the log.
    Log(LogOp),
    /// Other limits hold from now on: id of a scheme for cases, and of one for events.
    Limits(Option<String>, Option<String>),
}

impl Book {
    /// Does something to cases, events or the log.
    pub(in crate::ops) fn run_reporting(&mut self, op: &ReportingOp) -> Result<Answer, OpError> {
        match op {
            ReportingOp::Case(op) => self.run_case(op).map(Answer::Case),
            ReportingOp::Event(op) => self.run_event(op).map(Answer::Event),
            ReportingOp::Log(op) => self.run_log(op).map(|_| Answer::Done),
            ReportingOp::Limits(cases, events) => {
                self.choose_reporting(cases.as_deref(), events.as_deref()).map(|()| Answer::Done)
            }
        }
    }
}
