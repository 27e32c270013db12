//! 今天: the classes of a session, the sum that always balances, alerts and what is due.

use chrono::{NaiveDate, NaiveDateTime};

use super::alerts::AlertView;
use super::book::Book;
use super::check::{Roll, StatusLine};
use super::error::OpError;
use crate::domain::group::Group;
use crate::domain::session::Session;
use crate::domain::sheet::{Sheet, SheetKey, SheetState};

/// One class, dormitory or the staff on 今天.
#[derive(Debug, Clone, PartialEq)]
pub struct TodayLine {
    /// State and counts.
    pub status: StatusLine,
    /// Open proposals while unchecked.
    pub proposals: usize,
    /// What was found, in words: `呕吐 3，发热 1`; the worst first.
    pub found: Vec<Found>,
}

/// A count of one thing found in a class.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// Symptom or kind of absence, in words.
    pub name: String,
    /// People.
    pub count: usize,
    /// Whether an alert counts it.
    pub alerting: bool,
}

/// 在籍 ＝ 实到 ＋ 因病缺勤 ＋ 事假 ＋ 原因不明 ＋ 未检. Late ones are present.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Sum {
    /// 在籍
    pub head_count: usize,
    /// 实到
    pub present: usize,
    /// 因病缺勤
    pub ill_absent: usize,
    /// 事假
    pub leave: usize,
    /// 迟到
    pub late: usize,
    /// 原因不明
    pub unknown: usize,
    /// 未检
    pub unchecked: usize,
}

/// Everything that 今天 shows.
#[derive(Debug, Clone, PartialEq)]
pub struct TodayView {
    /// The day.
    pub date: NaiveDate,
    /// The session.
    pub session: Session,
    /// Sessions in use that day, for the segments.
    pub sessions: Vec<Session>,
    /// Week of the term.
    pub week: Option<u32>,
    /// Whether school is held.
    pub school_day: bool,
    /// Whether the roster is empty.
    pub roster_empty: bool,
    /// Pupils who are still in classes of an earlier school year, where this one has no class.
    pub behind: usize,
    /// The groups, in list order whatever their state.
    pub lines: Vec<TodayLine>,
    /// The sum.
    pub sum: Sum,
    /// Due sheets.
    pub due: usize,
    /// Confirmed ones of them.
    pub checked: usize,
    /// Alerts of the day that nobody has answered.
    pub alerts: Vec<AlertView>,
    /// What must be done, by due time.
    pub todo: Vec<super::todo::TodoLine>,
    /// Deadline of the daily report on this day.
    pub report_deadline: NaiveDateTime,
    /// When today's daily report was last issued.
    pub reported_at: Option<NaiveDateTime>,
}

impl TodayLine {
    /// Whether the sheet is due and nobody confirmed it.
    pub fn is_open(&self) -> bool {
        self.status.due && self.status.confirmed_at.is_none()
    }
}

impl TodayView {
    /// The first class with an open sheet after a group, going round; without a group, the first of all.
    pub fn next_unchecked(&self, after: Option<Group>) -> Option<Group> {
        let start =
            self.lines.iter().position(|line| Some(line.status.group) == after).map_or(0, |at| at + 1);
        let (before, rest) = self.lines.split_at_checked(start)?;
        rest.iter().chain(before).find(|line| line.is_open()).map(|line| line.status.group)
    }
}

impl Book {
    /// 今天, or any other day.
    pub fn today_view(&self, date: NaiveDate, session: Session) -> Result<TodayView, OpError> {
        let roll = self.roll(date)?;
        let calendar = roll.calendar();
        let status = self.status_of(&roll, date)?;
        let alerts = self.alerts_around(date)?;
        let sheets = self.store.sheets_between(date, date)?;
        let mut lines = Vec::new();
        for line in all_lines(&roll, &status, session) {
            let key = SheetKey { group: line.group, date, session };
            let untouched = Sheet::untouched(key);
            let sheet = sheets.get(&key).unwrap_or(&untouched);
            let found = self.found_words(sheet, &alerts);
            let proposals = if line.due && line.state == SheetState::Unchecked {
                let members = self.members(line.group, date, session)?;
                self.proposals(sheet, &members)?.len()
            } else {
                0
            };
            lines.push(TodayLine { status: line, proposals, found });
        }
        let due = lines.iter().filter(|line| line.status.due).count();
        let checked = lines.iter().filter(|l| l.status.due && l.status.confirmed_at.is_some()).count();
        let mut sessions: Vec<Session> = Session::ALL
            .into_iter()
            .filter(|s| {
                status.iter().any(|line| line.session == *s && line.due)
                    || [session, Session::AllDay].contains(s)
            })
            .collect();
        sessions.sort_unstable();
        let reported = self.store.issued_on("daily_report", date)?;
        Ok(TodayView {
            date,
            session,
            sessions,
            week: calendar.week_of_term(date),
            school_day: calendar.is_school_day(date),
            roster_empty: !roll.has_classes(),
            behind: if roll.has_classes() { 0 } else { self.pupils_behind(date)? },
            sum: sum(&lines),
            due,
            checked,
            lines,
            alerts: self.alert_views(self.unanswered(alerts)?, date)?,
            todo: self.todo(date)?,
            report_deadline: date.and_time(self.rules_on(date).report().deadline),
            reported_at: reported.last().map(|issued| issued.made_at),
        })
    }
}

/// One line per group, those whose sheet is not due among them, then those that hold something although the
/// session is not about them.
fn all_lines(roll: &Roll<'_>, status: &[StatusLine], session: Session) -> Vec<StatusLine> {
    let known = |group| status.iter().find(|line| line.group == group && line.session == session);
    let mut lines: Vec<StatusLine> = roll
        .of(session)
        .iter()
        .map(|owing| match known(owing.info.group) {
            Some(line) => line.clone(),
            None => StatusLine::not_due(&owing.info, session, owing.head_count),
        })
        .collect();
    let listed: Vec<Group> = lines.iter().map(|line| line.group).collect();
    let others = status.iter().filter(|line| line.session == session && !listed.contains(&line.group));
    lines.extend(others.cloned());
    lines
}

/// The sum of the pupils; the staff are counted apart.
fn sum(lines: &[TodayLine]) -> Sum {
    let mut sum = Sum::default();
    let pupils = lines.iter().map(|line| &line.status).filter(|line| line.group != Group::Staff);
    for line in pupils.filter(|line| line.due || line.present.is_some()) {
        sum.head_count += line.head_count;
        match line.present {
            None => sum.unchecked += line.head_count,
            Some(present) => {
                sum.present += present;
                sum.ill_absent += line.ill_absent.unwrap_or_default();
                sum.leave += line.leave.unwrap_or_default();
                sum.late += line.late.unwrap_or_default();
                sum.unknown += line.unknown.unwrap_or_default();
            }
        }
    }
    sum
}

/// The first session of the day that is due, for opening 今天.
pub fn session_of(status: &[StatusLine], now: NaiveDateTime) -> Session {
    let due = |session| status.iter().any(|line| line.session == session && line.due);
    let open = |session| {
        status.iter().any(|line| line.session == session && line.due && line.state == SheetState::Unchecked)
    };
    let by_hour = match now.time() {
        time if time >= chrono::NaiveTime::from_hms_opt(17, 0, 0).unwrap_or_default() => Session::Evening,
        time if time >= chrono::NaiveTime::from_hms_opt(12, 30, 0).unwrap_or_default() => Session::Noon,
        _ => Session::Morning,
    };
    [by_hour, Session::Morning, Session::Holiday]
        .into_iter()
        .find(|session| due(*session))
        .or_else(|| Session::ALL.into_iter().find(|session| open(*session)))
        .unwrap_or(Session::Morning)
}
