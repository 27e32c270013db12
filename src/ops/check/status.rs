//! `check status`: one line per due group and session.

use chrono::{NaiveDate, NaiveDateTime};
use serde::Serialize;

use super::group::GroupInfo;
use super::sheet_view::SheetCounts;
use crate::domain::group::Group;
use crate::domain::session::Session;
use crate::domain::sheet::{Sheet, SheetKey, SheetState};
use crate::ops::book::Book;
use crate::ops::error::OpError;

/// State of one sheet. Every count but the head-count is `None` while it is unchecked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct StatusLine {
    /// The class's name as the school writes it.
    pub class: String,
    /// Its key.
    pub class_key: String,
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
    #[serde(skip)]
    pub handed_in_at: Option<NaiveDateTime>,
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
        let calendar = self.calendar(date)?;
        let counts = self.head_counts(date)?;
        let sheets = self.store.sheets_between(date, date)?;
        let mut lines = Vec::new();
        for info in self.class_groups(date)? {
            let (all, boarders) = counts.get(&info.group).copied().unwrap_or_default();
            for session in Session::ALL {
                let head_count = if self.counts_boarders_only(session) { boarders } else { all };
                let due = head_count > 0 && self.is_due(&calendar, info.group, boarders > 0, date, session);
                let sheet = sheets.get(&SheetKey { group: info.group, date, session });
                if due || sheet.is_some_and(|s| s.confirmed_at.is_some() || s.is_draft()) {
                    let key = SheetKey { group: info.group, date, session };
                    let untouched = Sheet::untouched(key);
                    let sheet = sheet.unwrap_or(&untouched);
                    let illness = sheet
                        .confirmed_at
                        .map(|_| sheet.findings.values().any(|finding| self.rules.is_illness(finding)));
                    let mut line = line(&info, due, sheet, head_count, illness);
                    line.confirmed_by = sheet.confirmed_by.as_ref().map(|name| self.name_or_post(name));
                    lines.push(line);
                }
            }
        }
        Ok(lines)
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
        group: info.group,
        short: info.short.clone(),
    }
}
