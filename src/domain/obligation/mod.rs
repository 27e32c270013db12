//! What has to be done by when, derived from rules, records and calendar. One engine for every duty.

mod home;
mod packages;
mod reporting;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use chrono::{Days, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta};
use serde::{Deserialize, Serialize};

use super::calendar::Calendar;
use super::cluster::Alert;
use super::emergency_plan::{PlanTask, TaskState};
use super::group::{Group, GroupKind};
use super::id::{BatchId, CaseId, EventId, PersonId, TaskId};
use super::illness_case::CaseDuty;
use super::rule_book::RuleBook;
use super::school_event::{EventDuty, EventReport};
use super::session::Session;
use super::sheet::Sheet;

pub use home::{OwingBatch, home_duties, is_shown};

/// Whether a duty is done, still in time, or past its hour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ObligationState {
    /// Not done and past its hour.
    Late,
    /// Not done, in time.
    Open,
    /// Done.
    Done,
}

/// What a duty is about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum ObligationSubject {
    /// The sheets of a session.
    Sheets {
        /// The session.
        session: Session,
        /// How many groups owe a sheet.
        owed: usize,
        /// Groups whose sheet is not confirmed, in the order given.
        unchecked: Vec<Group>,
    },
    /// The school's daily report.
    DailyReport {
        /// Of this day.
        date: NaiveDate,
        /// The last one that was issued.
        issued: Option<IssuedReport>,
    },
    /// A task of the emergency plan.
    PlanTask {
        /// Key.
        task: TaskId,
        /// Id of its template.
        template: String,
    },
    /// An alert that waits for its report, or for the calls that its rule asks for.
    Alert {
        /// The alert.
        alert: Box<Alert>,
    },
    /// Homes of a class, or of the staff, that are to be called.
    Calls {
        /// The class, or the staff.
        group: Group,
        /// Whose homes, those that are due first in front.
        people: Vec<PersonId>,
    },
    /// Slips of a run of letters that have not come back.
    Slips {
        /// Number of the run.
        run: u32,
        /// How many.
        missing: usize,
    },
    /// People with a high temperature who are to be measured again.
    Retests {
        /// How many.
        people: usize,
    },
    /// A case that somebody has to be told of.
    Case {
        /// The case.
        case: CaseId,
        /// Whose.
        person: PersonId,
        /// Ids of the steps that are still owed.
        open: Vec<String>,
    },
    /// A report of an event.
    Event {
        /// The event.
        event: EventId,
        /// Which report.
        report: EventReport,
    },
    /// An earlier day whose sheets or report never came.
    MissedDay {
        /// The day.
        date: NaiveDate,
        /// Sheets that were due and are not confirmed.
        sheets: usize,
        /// Whether its daily report was not made.
        report: bool,
    },
    /// Reports of an event that were not made on earlier days.
    MissedReports {
        /// The event.
        event: EventId,
        /// Which report.
        report: EventReport,
        /// The first of the days.
        day: NaiveDate,
        /// How many days.
        days: usize,
    },
    /// People under observation or in isolation at whom nobody has looked.
    Looks {
        /// How many.
        people: usize,
    },
    /// People who are there although a case is open, and whom nobody has checked.
    Returns {
        /// How many.
        people: usize,
    },
    /// Days at home that are not recorded.
    HomeDays {
        /// The batch.
        batch: BatchId,
        /// People who lack a day.
        people: usize,
    },
    /// People of a batch of whom nothing is decided.
    Reviews {
        /// The batch.
        batch: BatchId,
        /// How many.
        people: usize,
    },
    /// Open screenings that are to be followed.
    Screenings {
        /// How many.
        people: usize,
    },
    /// Pupils who are still in classes of an earlier school year.
    Promotion {
        /// How many.
        pupils: usize,
    },
    /// The weekly package for the township.
    Package {
        /// Monday of its week.
        week: NaiveDate,
    },
}

/// One duty.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Obligation {
    /// Id of the rule: `sheets-morning`, `daily-report`, `plan-task`, `trace-call`, `case-report`, `event-first`,
    /// `weekly-package` or that of an alert.
    pub rule: String,
    /// By when. Plan tasks and calls are due on a day: their hour is 23:59.
    pub due: NaiveDateTime,
    /// State now.
    pub state: ObligationState,
    /// What it is about.
    pub subject: ObligationSubject,
}

/// A group of the day that may owe sheets.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwingGroup {
    /// The group.
    pub group: Group,
    /// The sessions that count any of its members.
    pub sessions: Vec<Session>,
}

/// What became of the last daily report that was issued for a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct IssuedReport {
    /// Groups without a confirmed sheet when it was issued.
    pub unchecked: usize,
    /// Whether the records say something else by now.
    pub changed: bool,
}

impl IssuedReport {
    /// Whether nothing is missing in it and nothing has changed since.
    pub fn stands(self) -> bool {
        self.unchecked == 0 && !self.changed
    }
}

/// An alert with its clock.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KnownAlert {
    /// The alert.
    pub alert: Alert,
    /// When the school learned of it; the reporting clock runs from here.
    pub known_at: NaiveDateTime,
    /// Hours from then on within which it is reported; `None` where nothing is to be reported.
    pub hours: Option<u32>,
    /// When it was reported, by itself or as an event, or answered where nothing is to be reported.
    pub answered_at: Option<NaiveDateTime>,
}

/// A home that is to be called.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OwedCall {
    /// Class of the person, or the staff.
    pub group: Group,
    /// Who is absent.
    pub person: PersonId,
    /// By when.
    pub due: NaiveDateTime,
}

/// What the duties are judged by.
#[derive(Debug, Clone, Copy)]
pub struct Records<'a> {
    /// Groups of the day with at least one member, in the order of the school.
    pub groups: &'a [OwingGroup],
    /// Sheets of the day.
    pub sheets: &'a [Sheet],
    /// The last daily report that was issued for the day.
    pub report: Option<IssuedReport>,
    /// Tasks of the emergency plan.
    pub tasks: &'a [PlanTask],
    /// Alerts that are not answered, and those of the day.
    pub alerts: &'a [KnownAlert],
    /// Homes that are to be called.
    pub calls: &'a [OwedCall],
    /// What is owed of cases.
    pub cases: &'a [CaseDuty],
    /// What is owed of events.
    pub events: &'a [EventDuty],
    /// Day of the last package that was written.
    pub last_package: Option<NaiveDate>,
}

/// All duties of the moment `now`, what is done today among them: late ones first, then by due time.
pub fn obligations(
    rules: &RuleBook,
    records: Records<'_>,
    calendar: &Calendar,
    now: NaiveDateTime,
) -> Vec<Obligation> {
    let duties = Duties { rules, records, calendar, now };
    let mut all = duties.sheets();
    all.extend(duties.report());
    all.extend(duties.plan());
    all.extend(duties.alerts());
    all.extend(duties.calls());
    all.extend(duties.cases());
    all.extend(duties.events());
    all.extend(duties.packages());
    all.sort_by(|a, b| (a.state, a.due, &a.rule).cmp(&(b.state, b.due, &b.rule)));
    all
}

struct Duties<'a> {
    rules: &'a RuleBook,
    records: Records<'a>,
    calendar: &'a Calendar,
    now: NaiveDateTime,
}

impl Duties<'_> {
    fn obligation(
        &self,
        rule: impl Into<String>,
        due: NaiveDateTime,
        done: bool,
        subject: ObligationSubject,
    ) -> Obligation {
        let state = match (done, self.now > due) {
            (true, _) => ObligationState::Done,
            (false, true) => ObligationState::Late,
            (false, false) => ObligationState::Open,
        };
        Obligation { rule: rule.into(), due, state, subject }
    }

    fn sheets(&self) -> Vec<Obligation> {
        let today = self.now.date();
        let owed = |session: Session| -> Vec<Group> {
            let owes = |g: &&OwingGroup| {
                g.sessions.contains(&session)
                    && self.calendar.is_due(g.group.kind(), session, today, self.rules)
            };
            self.records.groups.iter().filter(owes).map(|g| g.group).collect()
        };
        let confirmed = |group: Group, session: Session| {
            self.records.sheets.iter().any(|s| {
                s.confirmed_at.is_some()
                    && (s.key.group, s.key.date, s.key.session) == (group, today, session)
            })
        };
        let mut found = Vec::new();
        for session in Session::ALL {
            let Some(deadline) = self.calendar.deadline(session, today, self.rules) else { continue };
            let mut unchecked = owed(session);
            let owed = unchecked.len();
            if owed == 0 {
                continue;
            }
            unchecked.retain(|group| !confirmed(*group, session));
            let done = unchecked.is_empty();
            found.push(self.obligation(
                format!("sheets-{session}"),
                today.and_time(deadline),
                done,
                ObligationSubject::Sheets { session, owed, unchecked },
            ));
        }
        found
    }

    /// Tasks that are overdue or near, and those done today.
    fn plan(&self) -> Vec<Obligation> {
        let today = self.now.date();
        let near = Days::new(u64::from(self.rules.plan().near_days));
        let horizon = today.checked_add_days(near).unwrap_or(today);
        let shown = |task: &&PlanTask| match task.state {
            TaskState::Open => task.due.is_some_and(|due| due <= horizon),
            TaskState::Done => task.done_on == Some(today),
        };
        let tasks = self.records.tasks.iter().filter(shown);
        tasks
            .map(|task| {
                let subject = ObligationSubject::PlanTask { task: task.id, template: task.template.clone() };
                let due = end_of(task.due.unwrap_or(today));
                self.obligation("plan-task", due, task.state == TaskState::Done, subject)
            })
            .collect()
    }

    fn alerts(&self) -> Vec<Obligation> {
        let duty = |known: &KnownAlert| {
            let due = match known.hours {
                Some(hours) => known.known_at + TimeDelta::hours(i64::from(hours)),
                None => end_of(known.known_at.date()),
            };
            let subject = ObligationSubject::Alert { alert: Box::new(known.alert.clone()) };
            self.obligation(known.alert.rule.as_str(), due, known.answered_at.is_some(), subject)
        };
        self.records.alerts.iter().map(duty).collect()
    }

    /// The homes of a class are one duty; those whose hour has passed stand apart from those that are still in time.
    fn calls(&self) -> Vec<Obligation> {
        let mut by_group: BTreeMap<(Group, bool), Vec<&OwedCall>> = BTreeMap::new();
        for call in self.records.calls {
            by_group.entry((call.group, self.now > call.due)).or_default().push(call);
        }
        let duty = |((group, _), mut calls): ((Group, bool), Vec<&OwedCall>)| {
            calls.sort_by_key(|call| call.due);
            let people = calls.iter().map(|call| call.person).collect();
            let due = calls.first()?.due;
            Some(self.obligation("trace-call", due, false, ObligationSubject::Calls { group, people }))
        };
        by_group.into_iter().filter_map(duty).collect()
    }
}

fn end_of(day: NaiveDate) -> NaiveDateTime {
    day.and_time(NaiveTime::from_hms_opt(23, 59, 0).unwrap_or(NaiveTime::MIN))
}
