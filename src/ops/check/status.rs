//! `check status`: one line per due group and session.

use chrono::{NaiveDate, NaiveDateTime};
use serde::Serialize;

use super::group::GroupInfo;
use super::roll::Roll;
use super::sheet_view::SheetCounts;
use crate::domain::group::Group;
use crate::domain::session::Session;
use crate::domain::sheet::{Sheet, SheetKey, SheetState};
use crate::ops::book::Book;
use crate::ops::error::OpError;

/// State of one sheet. Every count but the head-count is `None` while it is unchecked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct StatusLine {
    /// Name of the class, the dormitory or the staff, as the school writes it.
    pub class: String,
    /// Its key: a class's bare, `dormitory:KEY` or `staff`.
    pub class_key: String,
    /// `class`, `dormitory` or `staff`.
    pub kind: &'static str,
    /// Session.
    pub session: Session,
    /// Whether a sheet is due.
    pub due: bool,
    /// State.
    pub state: SheetState,
    /// Whether something was typed that nobody confirmed.
    pub draft: bool,
    /// Whether a finding is one of illness, so that it is no zero report; `None` while it is unchecked.
    pub illness: Option<bool>,
    /// People counted.
    pub head_count: usize,
    /// Present, late ones among them.
    pub present: Option<usize>,
    /// Absent because of illness.
    pub ill_absent: Option<usize>,
    /// On leave.
    pub leave: Option<usize>,
    /// Late.
    pub late: Option<usize>,
    /// Absent for an unknown reason.
    pub unknown: Option<usize>,
    /// People with a finding.
    pub findings: Option<usize>,
    /// Teacher who checked.
    pub checked_by: Option<String>,
    /// Who confirmed.
    pub confirmed_by: Option<String>,
    /// When it was confirmed.
    pub confirmed_at: Option<NaiveDateTime>,
    /// When the paper came in.
    pub handed_in_at: Option<NaiveDateTime>,
    /// By when it was wanted.
    pub deadline: Option<NaiveDateTime>,
    /// Whether it came in after that, or has not come in and the hour is past.
    pub overdue: bool,
    /// The group.
    #[serde(skip)]
    pub group: Group,
    /// Name as lists show it.
    #[serde(skip)]
    pub short: String,
}

impl StatusLine {
    /// A class whose sheet is not due.
    pub(in crate::ops) fn not_due(info: &GroupInfo, session: Session, head_count: usize) -> Self {
        let date = NaiveDate::default();
        line(info, false, &Sheet::untouched(SheetKey { group: info.group, date, session }), head_count, None)
    }
}

impl Book {
    /// The state of every due sheet of a day, by class and session; sheets that are not due but hold
    /// something are listed too.
    pub fn check_status(&self, date: NaiveDate) -> Result<Vec<StatusLine>, OpError> {
        self.status_of(&self.roll(date)?, date)
    }

    /// The same of a roll that is at hand.
    pub(in crate::ops) fn status_of(
        &self,
        roll: &Roll<'_>,
        date: NaiveDate,
    ) -> Result<Vec<StatusLine>, OpError> {
        let sheets = self.store.sheets_between(date, date)?;
        let mut lines = Vec::new();
        for session in Session::ALL {
            for (place, owing) in roll.all(session).enumerate() {
                let key = SheetKey { group: owing.info.group, date, session };
                let sheet = sheets.get(&key);
                if owing.due || sheet.is_some_and(|s| s.confirmed_at.is_some() || s.is_draft()) {
                    let untouched = Sheet::untouched(key);
                    let sheet = sheet.unwrap_or(&untouched);
                    let illness = sheet
                        .confirmed_at
                        .map(|_| sheet.findings.values().any(|finding| self.rules.is_illness(finding)));
                    let mut line = line(&owing.info, owing.due, sheet, owing.head_count, illness);
                    let wanted =
                        roll.calendar().deadline(session, date, self.rules_on(date)).filter(|_| owing.due);
                    line.deadline = wanted.map(|hour| date.and_time(hour));
                    let came = line.confirmed_at.map(|at| line.handed_in_at.unwrap_or(at));
                    line.overdue = line.deadline.is_some_and(|wanted| came.unwrap_or(self.now()) > wanted);
                    line.confirmed_by = sheet.confirmed_by.as_ref().map(|name| self.name_or_post(name));
                    lines.push((place, line));
                }
            }
        }
        lines.sort_by_key(|(place, line)| (*place, line.session));
        Ok(lines.into_iter().map(|(_, line)| line).collect())
    }
}

fn line(info: &GroupInfo, due: bool, sheet: &Sheet, head_count: usize, illness: Option<bool>) -> StatusLine {
    let counts = sheet.confirmed_at.map(|_| SheetCounts::of(sheet, head_count));
    StatusLine {
        class: info.label.clone(),
        class_key: match info.group {
            Group::Class(id) => id.to_string(),
            other => other.to_string(),
        },
        kind: info.group.kind().name(),
        session: sheet.key.session,
        due,
        state: sheet.state(),
        draft: sheet.is_draft(),
        illness,
        head_count,
        present: counts.map(|c| c.present),
        ill_absent: counts.map(|c| c.ill_absent),
        leave: counts.map(|c| c.leave),
        late: counts.map(|c| c.late),
        unknown: counts.map(|c| c.unknown),
        findings: counts.map(|c| c.findings),
        checked_by: sheet.checked_by.clone(),
        confirmed_by: None,
        confirmed_at: sheet.confirmed_at,
        handed_in_at: sheet.handed_in_at,
        deadline: None,
        overdue: false,
        group: info.group,
        short: info.short.clone(),
    }
}
