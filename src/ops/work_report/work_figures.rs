//! The figures of a period, each with the place where the rows behind it are opened.

use chrono::{Days, NaiveDate, NaiveDateTime, NaiveTime};
use serde::Serialize;

use crate::domain::illness_case::{CaseStep, Certainty, StepState, case_steps};
use crate::domain::person::PersonKind;
use crate::domain::report_entry::ReportSubject;
use crate::domain::school_event::{EventReport, event_duties, missed_days};
use crate::domain::session::Session;
use crate::domain::sheet::SheetState;
use crate::ops::book::Book;
use crate::ops::error::OpError;
use crate::ops::print::LETTERS;

/// Most runs of letters that are looked through.
const RUNS: u32 = 1_000;

/// Where the rows behind a figure are opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum FigureSource {
    /// 名册
    Roster,
    /// The check sheets.
    Sheets,
    /// The rates of absence, which open into the absences.
    Absences,
    /// 病例
    Cases,
    /// 事件
    Events,
    /// 上报记录
    Reports,
    /// 待返校 and 留观
    Returns,
    /// 预案
    Plan,
    /// 告家长书 and their slips.
    Slips,
}

/// A figure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct WorkFigure {
    /// Its name between braces.
    pub key: &'static str,
    /// As it stands in the text.
    pub value: String,
    /// Where its rows are opened.
    pub source: FigureSource,
}

impl Book {
    /// The figures of a period.
    pub(super) fn work_figures(&self, from: NaiveDate, to: NaiveDate) -> Result<Vec<WorkFigure>, OpError> {
        let mut all = Vec::new();
        let mut say = |key, value: usize, source| {
            all.push(WorkFigure { key, value: value.to_string(), source });
        };
        let counts = self.head_counts(to)?;
        say("classes", counts.values().filter(|(all, _)| *all > 0).count(), FigureSource::Roster);
        say("pupils", counts.values().map(|(all, _)| all).sum(), FigureSource::Roster);
        say("staff", self.store.people(PersonKind::Staff)?.len(), FigureSource::Roster);
        let rates = self.absence_rates(from, to, None)?;
        let sheets = self.store.sheets_between(from, to)?;
        let morning = sheets.iter().filter(|(key, _)| {
            key.session == Session::Morning && matches!(key.group, crate::domain::group::Group::Class(_))
        });
        let (mut nil, mut found) = (0, 0);
        for (_, sheet) in morning {
            match sheet.state() {
                SheetState::Nil => nil += 1,
                SheetState::Exceptions => found += 1,
                SheetState::Unchecked => {}
            }
        }
        let due = rates.due.max(nil + found);
        say("sheets_due", due, FigureSource::Sheets);
        say("sheets_checked", nil + found, FigureSource::Sheets);
        say("sheets_nil", nil, FigureSource::Sheets);
        say("sheets_found", found, FigureSource::Sheets);
        say("sheets_missing", due - nil - found, FigureSource::Sheets);
        say("episodes", rates.total.episodes, FigureSource::Absences);
        let people = rates.rows.iter().map(|row| row.key).collect();
        let calls = self.store.traces_of_all(&people)?;
        let calls = || calls.iter().filter(|trace| (from..=to).contains(&trace.at.date()));
        say("calls", calls().count(), FigureSource::Absences);
        say("calls_reached", calls().filter(|trace| trace.talk.reached).count(), FigureSource::Absences);
        let back = rates.rows.iter().filter(|row| row.to.is_some()).count();
        say("episodes_over", back, FigureSource::Absences);
        let until = (to + Days::new(1)).and_time(NaiveTime::MIN);
        let since = from.and_time(NaiveTime::MIN);
        self.case_figures(since, until, &mut say)?;
        self.event_figures_of(since, until, &mut say)?;
        say("returns", self.store.returns_between(from, to)?.len(), FigureSource::Returns);
        let apart = self.store.isolations_between(from, to)?;
        let apart = apart.iter().filter(|it| (since..until).contains(&it.from_at)).count();
        say("isolations", apart, FigureSource::Returns);
        self.duty_figures(from, to, &mut say)?;
        self.letter_figures(from, to, &mut say)?;
        let half_days = rates.total.ill_half_days;
        let value =
            if half_days % 2 == 0 { (half_days / 2).to_string() } else { format!("{}.5", half_days / 2) };
        all.push(WorkFigure { key: "ill_days", value, source: FigureSource::Absences });
        let value = format!("{:.2}", rates.total.illness_rate.unwrap_or_default());
        all.push(WorkFigure { key: "illness_rate", value, source: FigureSource::Absences });
        Ok(all)
    }

    /// Cases that were not ruled out, and what became of their reports.
    fn case_figures(
        &self,
        since: NaiveDateTime,
        until: NaiveDateTime,
        say: &mut impl FnMut(&'static str, usize, FigureSource),
    ) -> Result<(), OpError> {
        let mut cases = self.store.cases_between(since, until)?;
        cases.retain(|case| case.body.facts.certainty != Certainty::RuledOut);
        let subjects = cases.iter().map(|case| ReportSubject::Case(case.id)).collect();
        let entries = self.store.entries_about(&subjects)?;
        let (mut told, mut late) = (0, 0);
        for case in &cases {
            let steps = case_steps(&self.rules, case, &entries, self.now());
            let missed = |step: &CaseStep| matches!(step.state, StepState::DoneLate | StepState::Late);
            told += usize::from(!steps.is_empty() && steps.iter().all(|step| step.state == StepState::Done));
            late += usize::from(steps.iter().any(missed));
        }
        say("cases", cases.len(), FigureSource::Cases);
        say("cases_told", told, FigureSource::Cases);
        say("cases_late", late, FigureSource::Cases);
        Ok(())
    }

    /// Events, the reports that were made of them, and those that were missed.
    fn event_figures_of(
        &self,
        since: NaiveDateTime,
        until: NaiveDateTime,
        say: &mut impl FnMut(&'static str, usize, FigureSource),
    ) -> Result<(), OpError> {
        let mut events = self.store.events()?;
        events.retain(|event| (since..until).contains(&event.known_at));
        let subjects = events.iter().map(|event| ReportSubject::Event(event.id)).collect();
        let entries = self.store.entries_about(&subjects)?;
        let made = |report: EventReport| entries.iter().filter(|entry| entry.step == report.name()).count();
        let mut missed = 0;
        for event in &events {
            let duties =
                event_duties(self.rules_on(event.known_at.date()), event, &entries, self.now()).into_iter();
            let owed = duties.filter(|duty| duty.report != EventReport::Progress && duty.done_at.is_none());
            missed += owed.filter(|duty| duty.due < self.now()).count();
            missed += missed_days(event, &entries, self.today()).len();
        }
        say("events", events.len(), FigureSource::Events);
        say("events_first", made(EventReport::First), FigureSource::Events);
        say("events_progress", made(EventReport::Progress), FigureSource::Events);
        say("events_closing", made(EventReport::Closing), FigureSource::Events);
        say("events_missed", missed, FigureSource::Events);
        Ok(())
    }

    fn duty_figures(
        &self,
        from: NaiveDate,
        to: NaiveDate,
        say: &mut impl FnMut(&'static str, usize, FigureSource),
    ) -> Result<(), OpError> {
        let reports = self.report_counts(from, to)?;
        say("reports_due", reports.expected, FigureSource::Reports);
        say("reports_made", reports.made, FigureSource::Reports);
        say("reports_late", reports.late, FigureSource::Reports);
        say("reports_nil", reports.nil, FigureSource::Reports);
        say("reports_not_nil", reports.not_nil, FigureSource::Reports);
        say("reports_missing", reports.missing.len(), FigureSource::Reports);
        let plan = self.plan_view(to)?.counts;
        say("tasks", plan.tasks, FigureSource::Plan);
        say("tasks_done", plan.done, FigureSource::Plan);
        say("tasks_late", plan.late, FigureSource::Plan);
        Ok(())
    }

    fn letter_figures(
        &self,
        from: NaiveDate,
        to: NaiveDate,
        say: &mut impl FnMut(&'static str, usize, FigureSource),
    ) -> Result<(), OpError> {
        let issued = self.store.issued_until(to, RUNS)?;
        let beginning = format!("{LETTERS}:");
        let runs = issued.iter().filter(|row| row.kind.starts_with(&beginning) && row.date >= from);
        let (mut count, mut letters) = (0, 0);
        for row in runs {
            count += 1;
            letters +=
                row.body.get("letters").and_then(serde_json::Value::as_u64).unwrap_or_default() as usize;
        }
        say("letter_runs", count, FigureSource::Slips);
        say("letters", letters, FigureSource::Slips);
        let (mut back, mut missing) = (0, 0);
        for line in self.slip_runs()?.iter().filter(|line| (from..=to).contains(&line.date)) {
            back += line.returned as usize;
            missing += line.missing() as usize;
        }
        say("slips", back, FigureSource::Slips);
        say("slips_missing", missing, FigureSource::Slips);
        Ok(())
    }
}
