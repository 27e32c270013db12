//! The figures of a period, each with the place where the rows behind it are opened.

use chrono::{Days, NaiveDate, NaiveTime};
use serde::Serialize;

use crate::domain::person::PersonKind;
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
        let calls = calls.iter().filter(|trace| (from..=to).contains(&trace.at.date())).count();
        say("calls", calls, FigureSource::Absences);
        let until = (to + Days::new(1)).and_time(NaiveTime::MIN);
        let since = from.and_time(NaiveTime::MIN);
        say("cases", self.store.cases_between(since, until)?.len(), FigureSource::Cases);
        let events = self.store.events()?;
        let events = events.iter().filter(|event| (since..until).contains(&event.known_at)).count();
        say("events", events, FigureSource::Events);
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
