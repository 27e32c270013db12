//! Sheets that have counted people already: a change dated before them must leave them true.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::MembershipError;
use crate::domain::boarding_span::BoardingSpan;
use crate::domain::employment::Employment;
use crate::domain::enrolment::{DormitoryStay, Enrolment};
use crate::domain::group::Group;
use crate::domain::id::{ClassId, PersonId};
use crate::domain::person::Boarding;
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

/// A sheet with what decides whom it counts.
struct CountedSheet {
    key: SheetKey,
    boarders_only: bool,
    rooms_first: bool,
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

/// Where a person belongs and when.
struct Spans {
    enrolments: Vec<Enrolment>,
    stays: Vec<DormitoryStay>,
    boarding: Vec<BoardingSpan>,
    employments: Vec<Employment>,
}

impl Spans {
    fn read(act: &Act<'_>, person: PersonId) -> Result<Self, OpError> {
        Ok(Self {
            enrolments: act.enrolments_of(person)?.into_iter().map(Into::into).collect(),
            stays: act.stays_of(person)?.into_iter().map(Into::into).collect(),
            boarding: act.boarding_of(person)?,
            employments: act.employments_of(person)?,
        })
    }

    fn stored(book: &Book, person: PersonId) -> Result<Self, OpError> {
        let store = &book.store;
        Ok(Self {
            enrolments: store.enrolments_of(person)?,
            stays: store.stays_of(person)?,
            boarding: store.boarding_of(person)?,
            employments: store.employments_of(person)?,
        })
    }

    /// Whether the sheet counts the person.
    fn are_on(&self, sheet: &CountedSheet) -> bool {
        let SheetKey { group, date, .. } = sheet.key;
        let boards = || self.boarding.iter().any(|it| it.kind == Boarding::Boarder && it.covers(date));
        let housed = || self.stays.iter().any(|it| it.covers(date));
        match group {
            Group::Class(class) => {
                self.enrolments.iter().any(|it| it.class == class && it.covers(date))
                    && (!sheet.boarders_only || boards())
                    && !(sheet.rooms_first && housed())
            }
            Group::Dormitory(room) => {
                self.stays.iter().any(|it| it.dormitory == room && it.covers(date)) && boards()
            }
            Group::Staff => self.employments.iter().any(|it| it.covers(date)),
        }
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
        let before = Spans::read(act, self.person)?;
        let done = change(act)?;
        let after = Spans::read(act, self.person)?;
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
        let spans = Spans::stored(self, person)?;
        let after = |last: Option<NaiveDate>| last.and_then(|last| last.succ_opt()).unwrap_or(here);
        let counted = sheets.iter().filter(|sheet| spans.are_on(sheet)).map(|sheet| sheet.key.date).max();
        // A change of boarding may bring the pupil onto sheets that do not count it yet.
        let own = |class| spans.enrolments.iter().any(|it| it.class == class && it.covers(here));
        let evening = |sheet: &&CountedSheet| match sheet.key.group {
            Group::Class(class) => sheet.boarders_only && own(class),
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
        let mut calendars = BTreeMap::new();
        let mut sheets = Vec::with_capacity(keys.len());
        for key in keys {
            let calendar = match calendars.entry(key.date) {
                std::collections::btree_map::Entry::Occupied(known) => known.into_mut(),
                std::collections::btree_map::Entry::Vacant(place) => place.insert(self.calendar(key.date)?),
            };
            sheets.push(CountedSheet {
                key,
                boarders_only: self.counts_boarders_only(key.session),
                rooms_first: calendar.rooms_come_first(key.session, key.date, &self.rules),
            });
        }
        Ok(CountedSheets { person, from, sheets })
    }
}
