//! What the tab 待返校 shows.

use chrono::NaiveDate;
use serde::Serialize;

use super::awaited::{AwaitedReturn, ReturnLine};
use crate::domain::illness_case::{Certainty, IllnessCase};
use crate::ops::book::Book;
use crate::ops::error::OpError;
use crate::ops::isolation::IsolationLine;

/// Who is to come back, who is kept apart, and who came back today.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ReturnsView {
    /// The day.
    pub date: NaiveDate,
    /// Who has an open case.
    pub awaited: Vec<AwaitedReturn>,
    /// Who is kept apart on that day.
    pub apart: Vec<IsolationLine>,
    /// Who was checked on that day.
    pub checked: Vec<ReturnLine>,
}

impl Book {
    /// How many are awaited back or kept apart.
    pub(in crate::ops) fn returns_count(&self) -> Result<usize, OpError> {
        let ruled_out = |case: &IllnessCase| case.body.facts.certainty == Certainty::RuledOut;
        let awaited = self.store.open_cases()?.iter().filter(|case| !ruled_out(case)).count();
        Ok(awaited + self.store.open_isolations()?.len())
    }

    /// 待返校 on a day.
    pub fn returns_view(&self, date: NaiveDate) -> Result<ReturnsView, OpError> {
        let mut apart = self.isolations_on(date)?;
        apart.retain(|line| line.to_at.is_none());
        Ok(ReturnsView {
            date,
            awaited: self.awaited_returns(date)?,
            apart,
            checked: self.return_lines(date, date)?,
        })
    }
}
