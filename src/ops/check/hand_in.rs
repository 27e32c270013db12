//! Who checked and when the paper came in: of today's sheets, and of a stack of earlier ones typed later.

use chrono::NaiveDateTime;

use crate::domain::sheet::{Sheet, SheetKey};
use crate::ops::book::Book;
use crate::ops::error::OpError;

/// Who signed the paper, if it was not the class teacher, and when it came in.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct HandIn {
    /// Teacher who checked.
    pub checked_by: Option<String>,
    /// When the paper reached the clerk; now if absent.
    pub handed_in_at: Option<NaiveDateTime>,
}

impl Book {
    /// Writes down who checked a sheet and when it came in, before it is confirmed or after. What is not said stays.
    ///
    /// # Errors
    /// [`OpError::DayToCome`], [`OpError::NotDue`], [`OpError::BadValue`] for an hour before the sheet's day or one
    /// that has not come; nothing is changed.
    pub fn set_hand_in(&mut self, key: SheetKey, hand_in: &HandIn) -> Result<(), OpError> {
        self.writable_members(key)?;
        self.can_have_come_in(key, hand_in)?;
        let mut sheet = self.store.sheet(key)?;
        if let Some(name) =
            hand_in.checked_by.as_ref().map(|name| name.trim()).filter(|name| !name.is_empty())
        {
            sheet.checked_by = Some(name.to_owned());
        }
        sheet.handed_in_at = hand_in.handed_in_at.or(sheet.handed_in_at);
        let detail = self.sheet_detail(key)?;
        self.act("hand_in", detail, |act, _| Ok(act.put_sheet(&sheet).map(drop)?))
    }

    /// A paper comes in on its day or later, and no later than now.
    pub(super) fn can_have_come_in(&self, key: SheetKey, hand_in: &HandIn) -> Result<(), OpError> {
        match hand_in.handed_in_at.filter(|at| at.date() < key.date || *at > self.now()) {
            Some(at) => {
                let given = at.format("%Y-%m-%d %H:%M").to_string();
                Err(OpError::BadValue { field: "handed_in_at", given })
            }
            None => Ok(()),
        }
    }

    /// When a sheet came in as far as it is known before somebody says it: of an earlier day the same as the one
    /// before it in the stack, which the operator has confirmed today as well.
    pub(in crate::ops) fn carried_hand_in(&self, sheet: &Sheet) -> Result<Option<NaiveDateTime>, OpError> {
        let key = sheet.key;
        if sheet.handed_in_at.is_some() || key.date >= self.today() {
            return Ok(sheet.handed_in_at);
        }
        let (operator, today) = (self.operator()?, self.today());
        let stack = self.store.sheets_between(key.date, key.date)?.into_values().filter(|other| {
            other.key.session == key.session
                && other.confirmed_by.as_ref() == Some(&operator)
                && other.confirmed_at.is_some_and(|at| at.date() == today)
        });
        let before = stack.max_by_key(|other| other.confirmed_at);
        // A paper that only came in today says nothing of the next one.
        Ok(before.and_then(|other| other.handed_in_at).filter(|at| at.date() < today))
    }
}

#[cfg(test)]
mod tests {
    use chrono::{Days, NaiveTime};

    use super::*;
    use crate::domain::group::Group;
    use crate::domain::session::Session;
    use crate::ops::clock::FixedClock;
    use crate::ops::sample_book::{book, hand_in, morning};

    #[test]
    fn a_stack_of_an_earlier_day_keeps_its_hour_and_lateness_follows_the_paper() {
        let (_folder, mut book) = book();
        let friday = book.today() - Days::new(3);
        let at = |hour, minute| friday.and_time(NaiveTime::from_hms_opt(hour, minute, 0).unwrap());
        let line = |book: &Book, n: u128| {
            let lines = book.check_status(friday).unwrap();
            let here = |line: &&crate::ops::check::StatusLine| {
                line.group == crate::ops::sample_book::class(n) && line.session == Session::Morning
            };
            let line = lines.iter().find(here).unwrap();
            (line.handed_in_at, line.overdue, line.checked_by.clone())
        };
        let first = HandIn { checked_by: Some(" 莫老师 ".into()), handed_in_at: Some(at(8, 10)) };
        book.set_hand_in(morning(1, friday), &first).unwrap();
        assert_eq!(line(&book, 1).0, Some(at(8, 10)), "kept before it is confirmed");
        hand_in(&mut book, morning(1, friday), &[]);
        assert_eq!(line(&book, 1), (Some(at(8, 10)), false, Some("莫老师".into())));
        book.set_nil(morning(2, friday)).unwrap();
        assert_eq!(line(&book, 2).0, Some(at(8, 10)), "the next of the stack");
        let late = HandIn { handed_in_at: Some(at(9, 30)), ..HandIn::default() };
        book.set_hand_in(morning(3, friday), &late).unwrap();
        hand_in(&mut book, morning(3, friday), &[]);
        assert_eq!((line(&book, 3).0, line(&book, 3).1), (Some(at(9, 30)), true));
        // Said after confirming, and taken back.
        let early = HandIn { handed_in_at: Some(at(8, 55)), ..HandIn::default() };
        book.set_hand_in(morning(3, friday), &early).unwrap();
        assert!(!line(&book, 3).1);
        book.undo(None).unwrap();
        assert!(line(&book, 3).1);
        for wrong in [at(8, 0) - Days::new(1), book.now() + chrono::TimeDelta::minutes(1)] {
            let wrong = HandIn { handed_in_at: Some(wrong), ..HandIn::default() };
            let refused = book.set_hand_in(morning(1, friday), &wrong);
            assert!(matches!(refused, Err(OpError::BadValue { field: "handed_in_at", .. })));
        }
    }

    #[test]
    fn a_sheet_is_not_confirmed_with_an_hour_at_which_no_paper_can_have_come_in() {
        let (_folder, mut book) = book();
        let today = book.today();
        for wrong in [today + Days::new(1), today - Days::new(22)] {
            let wrong = HandIn { handed_in_at: wrong.and_hms_opt(8, 0, 0), ..HandIn::default() };
            let refused = book.confirm(morning(1, today), &wrong);
            assert!(matches!(refused, Err(OpError::BadValue { field: "handed_in_at", .. })));
        }
        assert_eq!(book.store.sheet(morning(1, today)).unwrap().confirmed_at, None);
    }

    #[test]
    fn a_paper_that_came_in_today_is_late_and_says_nothing_of_the_next() {
        let (_folder, mut book) = book();
        let friday = book.today() - Days::new(3);
        hand_in(&mut book, morning(1, friday), &[]);
        book.clock = Box::new(FixedClock("2026-11-23T08:30:00".parse().unwrap()));
        let sheet = book.store.sheet(morning(2, friday)).unwrap();
        assert_eq!(book.carried_hand_in(&sheet).unwrap(), None);
        assert_eq!(
            morning(2, friday).group,
            Group::Class(match sheet.key.group {
                Group::Class(id) => id,
                _ => unreachable!(),
            })
        );
        let status = book.check_status(friday).unwrap();
        assert!(status.iter().filter(|l| l.session == Session::Morning).all(|line| line.overdue));
    }
}
