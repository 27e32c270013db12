//! 今天: every class of a session, the sum that balances, the alerts, what is due.

#[cfg(test)]
mod tests;
mod update;
mod view;

use chrono::NaiveDate;

use crate::domain::group::Group;
use crate::domain::session::Session;
use crate::gui::route::Route;
use crate::ops::today::{TodayLine, TodayView};

/// 今天 or another day.
#[derive(Debug)]
pub struct Today {
    date: NaiveDate,
    session: Option<Session>,
    data: Option<TodayView>,
    /// The row that keys mean: where the hand is.
    selected: Option<Group>,
    /// The alert on the banner.
    alert: usize,
    /// The day to go to, while it is typed.
    day: Option<String>,
}

/// What its parts say.
#[derive(Debug, Clone, PartialEq)]
pub enum Message {
    /// Another session.
    Session(Session),
    /// Open a class's sheet.
    Open(Group),
    /// 零报告
    Nil(Group),
    /// Up or down among the rows.
    Move(i32),
    /// Another alert on the banner.
    Alert(i32),
    /// Open the evidence: the sheet that holds the alert's people.
    Evidence,
    /// The alert whole, to answer it.
    Reply,
    /// Another place: the emergency plan, the case whose clock ends first, the sheet of one of the alert's people.
    Go(Route),
    /// The daily report.
    Report,
    /// 门口登记
    Gate,
    /// The list of classes to call.
    Calls,
    /// The corrections of the term.
    Corrections,
    /// Import the roster.
    Import,
    /// The promotion to the new school year.
    Promote,
    /// One place up: from the field for another day to the list, from another day to today.
    Up,
    /// What a duty is about.
    Duty(usize),
    /// So many days on.
    Day(i64),
    /// Another day is typed, or no longer.
    DayField,
    /// The day as it is typed.
    DayTyped(String),
    /// To the day that was typed.
    GoDay,
}

/// Name of the field for another day.
const DAY: &str = "day";

impl Today {
    /// A day; without a session the one that fits the hour.
    pub fn new(date: NaiveDate, session: Option<Session>) -> Self {
        Self { date, session, data: None, selected: None, alert: 0, day: None }
    }

    fn lines(&self) -> &[TodayLine] {
        self.data.as_ref().map_or(&[], |data| &data.lines)
    }

    fn position(&self) -> Option<usize> {
        self.lines().iter().position(|line| Some(line.status.group) == self.selected)
    }
}

/// Name of a class's row, for the focus.
fn row_id(group: Group) -> String {
    format!("row-{group}")
}
