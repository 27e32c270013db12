//! What cases and events owe at a moment, for 待办.

use std::collections::BTreeSet;

use chrono::{Days, NaiveDate, NaiveDateTime};

use crate::domain::id::{CaseId, EventId};
use crate::domain::illness_case::{CaseDuty, IllnessCase, case_duty};
use crate::domain::report_entry::{ReportEntry, ReportSubject};
use crate::domain::school_event::{EventDuty, EventReport, SchoolEvent, event_duties, missed_days};
use crate::ops::book::Book;
use crate::ops::error::OpError;

/// Days after its closing for which a case is asked whether somebody has still to be told of it.
const CLOSED_DAYS: u64 = 60;

impl Book {
    /// What was known and owed of cases at a moment.
    pub(in crate::ops) fn case_duties(&self, moment: NaiveDateTime) -> Result<Vec<CaseDuty>, OpError> {
        let mut cases = self.store.open_cases()?;
        cases.extend(self.store.cases_closed_since(moment.date() - Days::new(CLOSED_DAYS))?);
        cases.retain(|case| self.is_known(case.known_at, moment));
        let subjects = cases.iter().map(|case| ReportSubject::Case(case.id)).collect();
        let entries = self.entries_until(&subjects, moment)?;
        Ok(cases.iter().filter_map(|case| case_duty(&self.rules, case, &entries, moment)).collect())
    }

    /// The reports that events owed at a moment.
    pub(in crate::ops) fn event_duties(&self, moment: NaiveDateTime) -> Result<Vec<EventDuty>, OpError> {
        let mut events = self.store.events()?;
        let shown = |event: &SchoolEvent| {
            let closed = event.closed_on.is_some_and(|on| on + Days::new(CLOSED_DAYS) < moment.date());
            self.is_known(event.known_at, moment) && !closed
        };
        events.retain(shown);
        let subjects = events.iter().map(|event| ReportSubject::Event(event.id)).collect();
        let entries = self.entries_until(&subjects, moment)?;
        Ok(events
            .iter()
            .flat_map(|event| event_duties(self.rules_on(event.known_at.date()), event, &entries, moment))
            .collect())
    }

    /// The days before `today` on which an open event owed a progress report that was not made.
    pub(in crate::ops) fn missed_reports(
        &self,
        today: NaiveDate,
    ) -> Result<Vec<(SchoolEvent, Vec<NaiveDate>)>, OpError> {
        let mut events = self.store.events()?;
        events.retain(|event| event.closed_on.is_none());
        let subjects = events.iter().map(|event| ReportSubject::Event(event.id)).collect();
        let entries = self.store.entries_about(&subjects)?;
        let with_days = |event: SchoolEvent| (missed_days(&event, &entries, today), event);
        Ok(events.into_iter().map(with_days).map(|(days, event)| (event, days)).collect())
    }

    fn entries_until(
        &self,
        subjects: &BTreeSet<ReportSubject>,
        moment: NaiveDateTime,
    ) -> Result<Vec<ReportEntry>, OpError> {
        let mut entries = self.store.entries_about(subjects)?;
        entries.retain(|entry| self.is_known(entry.at, moment));
        Ok(entries)
    }

    /// Whether something of a moment counts at another one. What stands in the book now counts now, also where the clock was
    /// ahead when it was written.
    fn is_known(&self, at: NaiveDateTime, moment: NaiveDateTime) -> bool {
        at <= moment || moment >= self.now()
    }

    /// What is owed of a case, in words without a name: 七（1）班疑似流行性腮腺炎：还要报告卫生院.
    pub(in crate::ops) fn case_duty_words(&self, id: CaseId, open: &[String]) -> Result<String, OpError> {
        let case = self.case_of(id)?;
        let what = self.case_words(&case)?;
        if open.is_empty() {
            return Ok(self.tr.todo_case_done(&what));
        }
        let tag = self.tr.language().tag();
        let name = |id: &String| {
            let step = self.rules.reporting_step(id);
            step.map_or_else(|| id.clone(), |step| step.name.get(tag).to_owned())
        };
        let whom: Vec<String> = open.iter().map(name).collect();
        Ok(self.tr.todo_case(&what, &whom.join(self.tr.ops_list_mark().as_str())))
    }

    /// A case in words without a name: 七（1）班疑似流行性腮腺炎.
    pub(in crate::ops) fn case_words(&self, case: &IllnessCase) -> Result<String, OpError> {
        let names = self.case_names(std::slice::from_ref(case))?;
        let class = names.class(case);
        let scope = if class.is_empty() { self.tr.ops_staff() } else { self.tr.class(&class) };
        let disease = self.rules.disease_name(&case.disease, self.tr.language().tag());
        Ok(self.tr.case_of_class(&self.tr.certainty(case.body.facts.certainty), disease, &scope))
    }

    /// A report that an event owes, in words.
    pub(in crate::ops) fn event_duty_words(
        &self,
        id: EventId,
        report: EventReport,
    ) -> Result<String, OpError> {
        let event = self.event_of(id)?;
        Ok(self.tr.todo_event(&self.tr.event_report(report), &event.body.words.title))
    }

    /// Reports of an event that were not made on earlier days, in words.
    pub(in crate::ops) fn missed_report_words(
        &self,
        id: EventId,
        report: EventReport,
        (day, days): (NaiveDate, usize),
    ) -> Result<String, OpError> {
        let event = self.event_of(id)?;
        let (report, day) = (self.tr.event_report(report), self.tr.day(day));
        Ok(self.tr.todo_event_missed(&day, days, &report, &event.body.words.title))
    }
}
