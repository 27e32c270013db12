//! By what hour the school wants the sheets of each session.

use chrono::{NaiveDate, NaiveTime};
use serde::Serialize;

use crate::domain::chosen_deadline::ChosenDeadline;
use crate::domain::session::Session;
use crate::ops::book::Book;
use crate::ops::error::OpError;
use crate::ops::school_days::DEADLINES;

/// The hour of one session.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct DeadlineSetting {
    /// The session.
    pub session: Session,
    /// The hour that was set last, else that of the rules.
    pub at: NaiveTime,
    /// The hour of the rules.
    pub usual: NaiveTime,
    /// From which day on, if it does not hold today yet.
    pub from: Option<NaiveDate>,
}

impl Book {
    /// The hours of the sessions that have one.
    pub fn deadline_settings(&self) -> Result<Vec<DeadlineSetting>, OpError> {
        let (all, today) = (self.deadlines()?, self.today());
        let setting = |session: Session| {
            let usual = self.rules.deadline(session)?;
            let last = all.iter().rfind(|chosen| chosen.session == session);
            let at = last.and_then(|chosen| chosen.at).unwrap_or(usual);
            let from = last.map(|chosen| chosen.from).filter(|from| *from > today);
            Some(DeadlineSetting { session, at, usual, from })
        };
        Ok(Session::ALL.into_iter().filter_map(setting).collect())
    }

    /// The hour holds from today on; from tomorrow on where a sheet of that session has come in today, so that
    /// none of them becomes late by it.
    ///
    /// # Errors
    /// [`OpError::BadValue`] for a session that is never due.
    pub(super) fn set_deadline(&mut self, session: Session, at: Option<NaiveTime>) -> Result<(), OpError> {
        let Some(usual) = self.rules.deadline(session) else {
            return Err(OpError::BadValue { field: "deadline", given: session.to_string() });
        };
        let at = at.filter(|at| *at != usual);
        let today = self.today();
        let came = self.store.sheets_between(today, today)?.into_values();
        let came =
            came.filter(|sheet| sheet.key.session == session).any(|sheet| sheet.confirmed_at.is_some());
        let from = if came { today.succ_opt().unwrap_or(today) } else { today };
        let all = self.deadlines()?;
        if all.iter().rfind(|chosen| chosen.session == session).and_then(|chosen| chosen.at) == at {
            return Ok(());
        }
        self.set(DEADLINES, &ChosenDeadline::with(all, ChosenDeadline { from, session, at }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::obligation::ObligationState;
    use crate::ops::clock::FixedClock;
    use crate::ops::sample_book::{book, hand_in, morning};
    use crate::ops::settings::SettingsOp;

    #[test]
    fn an_hour_of_the_school_makes_no_sheet_late_that_was_in_time() {
        let (_folder, mut book) = book();
        let (monday, tuesday) = (book.today(), book.today().succ_opt().unwrap());
        let hour = |text: &str| text.parse::<NaiveTime>().ok();
        let set = |book: &mut Book, at| book.set_up(&SettingsOp::Deadline(Session::Morning, at)).unwrap();
        let line = |book: &Book, date| {
            let mut lines = book.check_status(date).unwrap();
            lines.retain(|line| line.session == Session::Morning);
            (lines[0].overdue, lines[0].deadline.unwrap().time(), lines[1].overdue)
        };
        assert_eq!(line(&book, monday), (false, hour("09:00:00").unwrap(), false));
        set(&mut book, hour("08:00:00"));
        assert_eq!(line(&book, monday), (true, hour("08:00:00").unwrap(), true), "five past eight");
        book.undo(None).unwrap();
        assert_eq!(line(&book, monday).1, hour("09:00:00").unwrap());
        hand_in(&mut book, morning(1, monday), &[]);
        set(&mut book, hour("08:00:00"));
        assert_eq!(line(&book, monday), (false, hour("09:00:00").unwrap(), false), "from tomorrow");
        assert_eq!(book.deadline_settings().unwrap()[0].from, Some(tuesday));
        book.clock = Box::new(FixedClock("2026-11-24T08:01:00".parse().unwrap()));
        assert_eq!(line(&book, tuesday), (true, hour("08:00:00").unwrap(), true));
        assert_eq!(
            line(&book, monday),
            (false, hour("09:00:00").unwrap(), true),
            "the day gone by keeps its own"
        );
        let todo = book.todo(tuesday).unwrap();
        let sheets = todo.iter().find(|line| line.rule == "sheets-morning").unwrap();
        assert_eq!((sheets.state, sheets.due.time()), (ObligationState::Late, hour("08:00:00").unwrap()));
        set(&mut book, None);
        assert_eq!(line(&book, tuesday).1, hour("09:00:00").unwrap());
        let never = SettingsOp::Deadline(Session::AllDay, hour("08:00:00"));
        assert!(matches!(book.set_up(&never), Err(OpError::BadValue { field: "deadline", .. })));
    }
}
