//! What sheets have counted since a day, for changes of many people at once: nobody is refused, what was counted
//! stays, and the change holds from the first day on that is still free.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use serde::Serialize;

use super::RosterSnapshot;
use crate::domain::counted_sheet::{CountedSheet, Whereabouts};
use crate::domain::group::Group;
use crate::domain::id::{ClassId, DormitoryId, PersonId};
use crate::ops::book::Book;
use crate::ops::error::OpError;
use crate::storage::FindingRow;

/// Why something holds from a later day on than was asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum LaterWhy {
    /// Sheets have counted the person otherwise until then.
    Checked,
    /// Nobody leaves before coming.
    BeforeEntry,
}

/// Where a change puts somebody.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(in crate::ops) enum Goes<T> {
    /// Stays where they are.
    #[default]
    Nowhere,
    /// Out.
    Out,
    /// Into one that is not in the book yet and has no sheets.
    New,
    /// Into this one.
    Into(T),
}

impl<T> Goes<T> {
    /// Into that one; into a new one where there is none.
    pub fn into_known(known: Option<T>) -> Self {
        known.map_or(Self::New, Self::Into)
    }

    /// The one in the book.
    pub fn known(self) -> Option<T> {
        if let Self::Into(one) = self { Some(one) } else { None }
    }
}

/// What becomes of a person from a day on; what is not said stays.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(in crate::ops) struct Change {
    /// The class.
    pub class: Goes<ClassId>,
    /// The room.
    pub room: Goes<DormitoryId>,
    /// Boarder or not.
    pub boards: Option<bool>,
    /// Among the staff.
    pub joins: bool,
    /// Out of everything.
    pub leaves: bool,
}

impl Change {
    /// Out of class, room and staff.
    pub const fn leaving() -> Self {
        Self { class: Goes::Out, room: Goes::Out, boards: None, joins: false, leaves: true }
    }
}

/// The sheets since a day that are confirmed or hold findings.
#[derive(Debug, Default)]
pub(in crate::ops) struct CountedDays {
    confirmed: BTreeMap<Group, Vec<CountedSheet>>,
    found: BTreeMap<PersonId, Vec<CountedSheet>>,
}

impl CountedDays {
    /// Whether nobody has been counted.
    pub fn is_empty(&self) -> bool {
        self.confirmed.is_empty() && self.found.is_empty()
    }

    /// The first day from which a change leaves all that was counted true: `from`, or the day after the last sheet
    /// that would count the person otherwise.
    pub fn first_free(
        &self,
        snapshot: &RosterSnapshot,
        person: Option<PersonId>,
        change: &Change,
        from: NaiveDate,
    ) -> NaiveDate {
        if self.is_empty() || *change == Change::default() {
            return from;
        }
        let spans = person.map_or_else(Whereabouts::default, |person| Whereabouts::of(snapshot, person));
        let own = person.and_then(|person| self.found.get(&person));
        let groups: BTreeSet<Group> = spans.groups(change);
        let sheets: Vec<&CountedSheet> =
            groups.iter().filter_map(|group| self.confirmed.get(group)).chain(own).flatten().collect();
        let mut first = from;
        loop {
            let untrue = sheets.iter().filter(|sheet| {
                sheet.key.date >= first && spans.are_on(sheet) != spans.would_be_on(sheet, change, first)
            });
            match untrue.map(|sheet| sheet.key.date).max().and_then(|last| last.succ_opt()) {
                Some(next) => first = next,
                None => return first,
            }
        }
    }

    /// The first day on which somebody can be gone, and why it is later than asked for.
    pub fn first_away(
        &self,
        snapshot: &RosterSnapshot,
        person: PersonId,
        on: NaiveDate,
    ) -> (NaiveDate, Option<LaterWhy>) {
        let came = Whereabouts::of(snapshot, person).first_day().unwrap_or(on).max(on);
        let free = self.first_free(snapshot, Some(person), &Change::leaving(), came);
        let why =
            if free > came { Some(LaterWhy::Checked) } else { (came > on).then_some(LaterWhy::BeforeEntry) };
        (free, why)
    }
}

impl Book {
    /// What sheets have counted since a day. Without any since then it is one question to the book.
    pub(in crate::ops) fn counted_since(&self, from: NaiveDate) -> Result<CountedDays, OpError> {
        let today = self.today();
        let mut counted = CountedDays::default();
        if from > today || self.store.first_sheet_between(from, today)?.is_none() {
            return Ok(counted);
        }
        for sheet in self.sheets_of(self.store.confirmed_between(from, today)?)? {
            counted.confirmed.entry(sheet.key.group).or_default().push(sheet);
        }
        let found = self.store.findings_between(from, today)?;
        let sheets = self.sheets_of(found.iter().map(FindingRow::sheet))?;
        for (finding, sheet) in found.iter().zip(sheets) {
            counted.found.entry(finding.person).or_default().push(sheet);
        }
        Ok(counted)
    }
}
