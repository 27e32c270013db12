//! Sheets that have counted people already: a change dated before them must leave them true.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::counted_days::{Change, Goes};
use super::{MembershipError, RosterSnapshot};
use crate::domain::calendar::Calendar;
use crate::domain::counted_sheet::{CountedSheet, Whereabouts};
use crate::domain::enrolment::Enrolment;
use crate::domain::group::Group;
use crate::domain::id::{ClassId, PersonId};
use crate::domain::sheet::SheetKey;
use crate::ops::book::Book;
use crate::ops::error::OpError;
use crate::storage::Act;

/// The sheets from a day on that are confirmed or hold a finding of a person.
pub(super) struct CountedSheets {
    person: PersonId,
    from: NaiveDate,
    sheets: Vec<CountedSheet>,
}

/// From which days on a change of today's is accepted: before them sheets have counted the person otherwise.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EarliestDays {
    /// Today, or the first day of who comes later.
    pub here: NaiveDate,
    /// Another class, or leaving.
    pub class: NaiveDate,
    /// Boarding and room.
    pub boarding: NaiveDate,
    /// Classes of which a sheet of today stands: whoever joins one of them is there from tomorrow on.
    pub checked: Vec<ClassId>,
}

impl Whereabouts {
    fn read(act: &Act<'_>, person: PersonId) -> Result<Self, OpError> {
        Ok(Self {
            enrolments: act.enrolments_of(person)?.into_iter().map(Into::into).collect(),
            stays: act.stays_of(person)?.into_iter().map(Into::into).collect(),
            boarding: act.boarding_of(person)?,
            employments: act.employments_of(person)?,
        })
    }

    /// As they were read with everybody's.
    pub(super) fn of(snapshot: &RosterSnapshot, person: PersonId) -> Self {
        Self {
            enrolments: snapshot.enrolments(person).to_vec(),
            stays: snapshot.stays(person).to_vec(),
            boarding: snapshot.boarding(person).to_vec(),
            employments: snapshot.employments(person).to_vec(),
        }
    }

    /// Whether the sheet counted the person if the change held from a day on.
    pub(super) fn would_be_on(&self, sheet: &CountedSheet, change: &Change, from: NaiveDate) -> bool {
        let date = sheet.key.date;
        if date < from {
            return self.are_on(sheet);
        }
        let year = Calendar::school_year_of(from);
        // A class of a later year that was begun ahead stands, unless the pupil leaves.
        let ahead = |it: &&Enrolment| Calendar::school_year_of(it.from) > year && it.covers(date);
        let stands = || self.enrolments.iter().find(ahead).filter(|_| !change.leaves);
        let here = || self.employments.iter().any(|it| it.covers(date));
        sheet.counts(
            |class| match (change.class, stands()) {
                (Goes::Out | Goes::New, None) => false,
                (Goes::Into(to), None) => to == class,
                _ => self.enrolments.iter().any(|it| it.class == class && it.covers(date)),
            },
            |room| match change.room {
                Goes::Out => false,
                Goes::New => room.is_none(),
                Goes::Into(to) => room.is_none_or(|room| to == room),
                Goes::Nowhere => self.sleeps(room, date),
            },
            || change.boards.unwrap_or_else(|| self.boards(date)),
            || !change.leaves && (change.joins || here()),
        )
    }

    /// The groups that the person is or would be counted in.
    pub(super) fn groups(&self, change: &Change) -> BTreeSet<Group> {
        let classes = self.enrolments.iter().map(|it| it.class).chain(change.class.known());
        let rooms = self.stays.iter().map(|it| it.dormitory).chain(change.room.known());
        let staff = (change.joins || !self.employments.is_empty()).then_some(Group::Staff);
        classes.map(Group::Class).chain(rooms.map(Group::Dormitory)).chain(staff).collect()
    }

    /// The first day that the person ever was here.
    pub(super) fn first_day(&self) -> Option<NaiveDate> {
        let classes = self.enrolments.iter().map(|it| it.from);
        classes.chain(self.employments.iter().map(|it| it.from)).min()
    }
}

impl CountedSheets {
    /// Makes a change inside an act.
    ///
    /// # Errors
    /// [`MembershipError::AlreadyChecked`] where one of the sheets would count the person from now on and did not
    /// before, or the other way round.
    pub fn keep<T>(
        &self,
        act: &mut Act<'_>,
        change: impl FnOnce(&mut Act<'_>) -> Result<T, OpError>,
    ) -> Result<T, OpError> {
        let before = Whereabouts::read(act, self.person)?;
        let done = change(act)?;
        let after = Whereabouts::read(act, self.person)?;
        let untrue = self.sheets.iter().filter(|sheet| before.are_on(sheet) != after.are_on(sheet));
        match untrue.map(|sheet| sheet.key.date).max() {
            Some(last) => Err(MembershipError::AlreadyChecked { from: self.from, last }.into()),
            None => Ok(done),
        }
    }
}

impl Book {
    /// The earliest days of changes that would be accepted; `here` is today, or the first day of who comes later.
    pub(super) fn earliest_days(&self, person: PersonId, here: NaiveDate) -> Result<EarliestDays, OpError> {
        let sheets = self.counted_sheets(person, here)?.sheets;
        let spans = self.whereabouts_of(person)?;
        let after = |last: Option<NaiveDate>| last.and_then(|last| last.succ_opt()).unwrap_or(here);
        let counted = sheets.iter().filter(|sheet| spans.are_on(sheet)).map(|sheet| sheet.key.date).max();
        // A change of boarding may bring the pupil onto sheets that do not count it yet.
        let own = |class| spans.enrolments.iter().any(|it| it.class == class && it.covers(here));
        let evening = |sheet: &&CountedSheet| match sheet.key.group {
            Group::Class(class) => sheet.is_of_boarders() && own(class),
            Group::Dormitory(_) => true,
            Group::Staff => false,
        };
        let class = |sheet: &CountedSheet| match sheet.key.group {
            Group::Class(class) => Some(class),
            _ => None,
        };
        Ok(EarliestDays {
            here,
            class: after(counted),
            boarding: after(sheets.iter().filter(evening).map(|sheet| sheet.key.date).max()),
            checked: sheets.iter().filter_map(class).collect(),
        })
    }

    /// The sheets that a change of a person's membership from a day on must leave true.
    pub(super) fn counted_sheets(&self, person: PersonId, from: NaiveDate) -> Result<CountedSheets, OpError> {
        let today = self.today();
        let mut keys = self.store.confirmed_between(from, today)?;
        let found = self.store.findings_of(&BTreeSet::from([person]), from, today)?;
        keys.extend(found.iter().map(crate::storage::FindingRow::sheet));
        Ok(CountedSheets { person, from, sheets: self.sheets_of(keys)? })
    }

    /// Sheets with what decides whom they count.
    pub(super) fn sheets_of(
        &self,
        keys: impl IntoIterator<Item = SheetKey>,
    ) -> Result<Vec<CountedSheet>, OpError> {
        let counted = self.counted_sheet()?;
        Ok(keys.into_iter().map(counted).collect())
    }
}
