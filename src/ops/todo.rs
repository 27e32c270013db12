//! 待办: what must be done, by due time.

use std::collections::BTreeSet;

use chrono::{NaiveDate, NaiveDateTime, NaiveTime};
use serde::Serialize;

use super::book::Book;
use super::check::Roll;
use super::error::OpError;
use crate::domain::calendar::Calendar;
use crate::domain::chosen_deadline::ChosenDeadline;
use crate::domain::obligation::{
    IssuedReport, Obligation, ObligationState, ObligationSubject, OwingGroup, Records, obligations,
};
use crate::domain::session::Session;
use crate::domain::sheet::Sheet;
use crate::storage::SheetRow;

/// One duty.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TodoLine {
    /// Rule id.
    pub rule: String,
    /// When it is due.
    pub due: NaiveDateTime,
    /// State at the moment asked for.
    pub state: ObligationState,
    /// What, in words; without names of persons.
    pub subject: String,
    /// What it is about, to open it.
    #[serde(skip)]
    pub about: ObligationSubject,
}

impl Book {
    /// Duties of a day: what is due on it first, then what earlier days still owe, then what is to come, then what is
    /// done, each by due time. Today is judged now, a day before it at its end.
    pub fn todo(&self, date: NaiveDate) -> Result<Vec<TodoLine>, OpError> {
        let moment = self.moment_of(date);
        let roll = self.roll(date)?;
        let calendar = roll.calendar();
        let groups = owing_groups(&roll);
        let sheets: Vec<Sheet> = self.store.sheets_between(date, date)?.into_values().collect();
        let tasks = self.plan_tasks(date)?;
        let last = self.last_report(date)?;
        let records = Records {
            groups: &groups,
            sheets: &sheets,
            report: last.as_ref().map(|(_, issued)| *issued),
            tasks: &tasks,
            alerts: &self.known_alerts(date, moment)?,
            calls: &self.owed_calls(date)?,
            cases: &self.case_duties(moment)?,
            events: &self.event_duties(moment)?,
            last_package: self.store.issued("usb_package", 1)?.first().map(|row| row.date),
        };
        let mut lines: Vec<TodoLine> = obligations(self.rules_on(date), records, calendar, moment)
            .into_iter()
            .map(|duty| {
                let report = matches!(duty.subject, ObligationSubject::DailyReport { .. });
                let mut line = self.todo_line(duty)?;
                if let Some((number, issued)) = last.as_ref().filter(|(_, issued)| report && !issued.stands())
                {
                    line.subject = if issued.changed {
                        self.tr.todo_report_correct(number, issued.unchecked)
                    } else {
                        self.tr.todo_report_unchecked(number, issued.unchecked)
                    };
                }
                Ok(line)
            })
            .collect::<Result<_, OpError>>()?;
        lines.extend(self.promotion_due(date, moment)?);
        lines.extend(self.retests_due(date, moment)?);
        let care = self.care_duties(date, moment)?.into_iter().chain(self.home_duties(moment)?);
        for duty in care.chain(self.slip_duties(date, moment)?) {
            lines.push(self.todo_line(duty)?);
        }
        if date == self.today() {
            for duty in self.missed_duties(date)? {
                lines.push(self.todo_line(duty)?);
            }
        }
        lines.sort_by_key(|line| (place_of(line, date), line.state, line.due));
        // Two rules that say the same of the same children are one call, by the earlier hour.
        let mut told = BTreeSet::new();
        lines.retain(|line| {
            self.rules.alert_rule(&line.rule).is_none() || told.insert((line.state, line.subject.clone()))
        });
        Ok(lines)
    }

    /// The promotion that has been owed since 1 September.
    fn promotion_due(&self, date: NaiveDate, moment: NaiveDateTime) -> Result<Option<TodoLine>, OpError> {
        let pupils = self.pupils_behind(date)?;
        if pupils == 0 {
            return Ok(None);
        }
        let first = Calendar::first_day_of(Calendar::school_year_of(date));
        let due = first.and_time(NaiveTime::from_hms_opt(23, 59, 0).unwrap_or_default());
        let state = if moment > due { ObligationState::Late } else { ObligationState::Open };
        let subject = ObligationSubject::Promotion { pupils };
        self.todo_line(Obligation { rule: "promotion".to_owned(), due, state, subject }).map(Some)
    }

    /// Those who are to be measured again, by the first of them.
    fn retests_due(&self, date: NaiveDate, moment: NaiveDateTime) -> Result<Option<TodoLine>, OpError> {
        let (people, Some(due)) = self.retests(date)? else { return Ok(None) };
        let state = if moment > due { ObligationState::Late } else { ObligationState::Open };
        let subject = ObligationSubject::Retests { people };
        self.todo_line(Obligation { rule: "retest".to_owned(), due, state, subject }).map(Some)
    }

    /// Number of the last report that was issued for a day, and what became of it.
    fn last_report(&self, date: NaiveDate) -> Result<Option<(String, IssuedReport)>, OpError> {
        let Some(last) = self.issued_reports(date)?.pop() else { return Ok(None) };
        let changed = self.report_to_correct(date)?.is_some();
        Ok(Some((last.number, IssuedReport { unchecked: last.report.unchecked().count(), changed })))
    }

    /// The moment at which the duties of a day are judged.
    pub(super) fn moment_of(&self, date: NaiveDate) -> NaiveDateTime {
        let now = self.now();
        match date.cmp(&now.date()) {
            std::cmp::Ordering::Less => {
                date.and_time(NaiveTime::from_hms_opt(23, 59, 59).unwrap_or_default())
            }
            std::cmp::Ordering::Equal => now,
            std::cmp::Ordering::Greater => date.and_time(NaiveTime::MIN),
        }
    }

    /// When a sheet came in; one that nobody has confirmed is taken to have come by its deadline.
    pub(super) fn came_in_at(&self, sheet: &SheetRow) -> NaiveDateTime {
        let chosen = || ChosenDeadline::on(&self.deadlines().unwrap_or_default(), sheet.session, sheet.date);
        let deadline =
            || chosen().or(self.rules_on(sheet.date).deadline(sheet.session)).unwrap_or(NaiveTime::MIN);
        sheet.handed_in_at.or(sheet.confirmed_at).unwrap_or_else(|| sheet.date.and_time(deadline()))
    }

    fn todo_line(&self, duty: Obligation) -> Result<TodoLine, OpError> {
        let tr = &self.tr;
        let subject = match &duty.subject {
            ObligationSubject::Sheets { session, owed, unchecked } => match unchecked.len() {
                0 => tr.todo_sheets_done(*owed, &tr.session(*session)),
                open => tr.todo_sheets(open, *owed, &tr.session(*session)),
            },
            ObligationSubject::DailyReport { .. } => tr.todo_report(),
            ObligationSubject::PlanTask { template, .. } => tr.todo_plan(&self.plan_title(template)),
            ObligationSubject::Alert { alert } => {
                let date = alert.to;
                let view = self.alert_views(vec![alert.as_ref().clone()], date)?.pop();
                let (scope, what) = view.map(|v| (v.scope, v.subject)).unwrap_or_default();
                match what {
                    Some(what) => tr.todo_alert(alert.count, &scope, &what),
                    None => tr.todo_alert_unknown(alert.count, &scope),
                }
            }
            ObligationSubject::Calls { group, people } => {
                tr.todo_calls(people.len(), &tr.class(&self.group_info(*group)?.short))
            }
            ObligationSubject::Retests { people } => tr.gate_waiting(*people),
            ObligationSubject::Case { case, open, .. } => self.case_duty_words(*case, open)?,
            ObligationSubject::Event { event, report } => self.event_duty_words(*event, *report)?,
            ObligationSubject::MissedDay { date, sheets, report } => {
                let report = if *report { "missing" } else { "made" };
                tr.todo_missed_day(&tr.day(*date), report, *sheets)
            }
            ObligationSubject::MissedReports { event, report, day, days } => {
                self.missed_report_words(*event, *report, (*day, *days))?
            }
            ObligationSubject::Slips { run, missing } => self.slip_duty_words(*run, *missing)?,
            ObligationSubject::Looks { people } => tr.todo_looks(*people),
            ObligationSubject::Returns { people } => tr.todo_returns(*people),
            ObligationSubject::HomeDays { batch, people } => {
                tr.todo_home_days(&self.batch_name(*batch)?, *people)
            }
            ObligationSubject::Reviews { batch, people } => {
                tr.todo_reviews(&self.batch_name(*batch)?, *people)
            }
            ObligationSubject::Screenings { people } => tr.todo_screenings(*people),
            ObligationSubject::Promotion { pupils } => tr.todo_promotion(*pupils),
            ObligationSubject::Package { week } => tr.todo_package(&tr.day(*week)),
        };
        Ok(TodoLine { rule: duty.rule, due: duty.due, state: duty.state, subject, about: duty.subject })
    }
}

/// Where a duty stands in the list of a day.
fn place_of(line: &TodoLine, date: NaiveDate) -> u8 {
    match line.state {
        ObligationState::Done => 3,
        _ if line.due.date() == date => 0,
        ObligationState::Late => 1,
        ObligationState::Open => 2,
    }
}

/// The groups of a day with the sessions that count anyone of them.
fn owing_groups(roll: &Roll<'_>) -> Vec<OwingGroup> {
    let mut groups: Vec<OwingGroup> = Vec::new();
    for session in Session::ALL {
        for owing in roll.all(session).filter(|owing| owing.head_count > 0) {
            let group = owing.info.group;
            match groups.iter_mut().find(|known| known.group == group) {
                Some(known) => known.sessions.push(session),
                None => groups.push(OwingGroup { group, sessions: vec![session] }),
            }
        }
    }
    groups
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::*;
    use crate::domain::finding::Attendance;
    use crate::ops::clock::FixedClock;
    use crate::ops::sample_book::{book, hand_in, morning, with};

    #[test]
    fn the_duties_of_a_morning_follow_the_sheets() {
        let (_folder, mut book) = book();
        let date = NaiveDate::from_ymd_opt(2026, 11, 23).unwrap();
        let rules = |book: &Book| -> Vec<String> {
            book.todo(date).unwrap().into_iter().map(|line| line.rule).collect()
        };
        let all = rules(&book);
        for rule in ["sheets-morning", "sheets-noon", "sheets-evening", "daily-report", "weekly-package"] {
            assert!(all.iter().any(|r| r == rule), "{all:?}");
        }
        let ill = |n| (n, with(Attendance::Ill, &["vomiting"]));
        hand_in(&mut book, morning(1, date), &[ill(101), ill(102), ill(103)]);
        hand_in(&mut book, morning(2, date), &[]);
        hand_in(&mut book, morning(3, date), &[]);
        let todo = book.todo(date).unwrap();
        let sheets = todo.iter().find(|line| line.rule == "sheets-morning").unwrap();
        assert_eq!((sheets.state, sheets.subject.as_str()), (ObligationState::Done, "晨检 3 张检查表已交齐"));
        let alert = todo.iter().find(|line| line.rule == "cn2006-1d3").unwrap();
        assert!(alert.subject.starts_with("三（1）"), "{}", alert.subject);
        assert_eq!(alert.due.to_string(), "2026-11-24 08:05:00");
        // An hour that nobody has answered for is missed.
        book.clock = Box::new(FixedClock("2026-11-24T08:06:00".parse().unwrap()));
        let next = book.todo(NaiveDate::from_ymd_opt(2026, 11, 24).unwrap()).unwrap();
        let today = NaiveDate::from_ymd_opt(2026, 11, 24).unwrap();
        assert!(next.is_sorted_by_key(|l| (place_of(l, today), l.state, l.due)));
        // What the day itself asks for comes before what the day before has missed, and that before what is to come.
        let places: Vec<u8> = next.iter().map(|line| place_of(line, today)).collect();
        assert!(places.starts_with(&[0]) && places.contains(&1) && places.contains(&2), "{places:?}");
        assert!(next.iter().any(|l| l.rule == "cn2006-1d3" && l.state == ObligationState::Late));
        // Noon and evening of the day before never came in, nor did its report; the days before had no sheets at all.
        let missed: Vec<&TodoLine> = next.iter().filter(|line| line.rule == "missed-day").collect();
        let words: Vec<&str> = missed.iter().map(|line| line.subject.as_str()).collect();
        assert_eq!(words, ["11 月 23 日：还差 4 张检查表，日报没有报"]);
        // A day gone by is judged at its end.
        let past = book.todo(NaiveDate::from_ymd_opt(2026, 11, 20).unwrap()).unwrap();
        assert!(past.iter().any(|l| l.rule == "sheets-morning" && l.state == ObligationState::Late));
    }
}
