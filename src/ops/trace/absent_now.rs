//! Who is away now, or back and not well. Asked with every key that is saved, so it reads no more than the last day of each
//! group.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Days, NaiveDate};

use super::chain::confirmed;
use crate::domain::absence::{absences, carried_over};
use crate::domain::calendar::Calendar;
use crate::domain::finding::{Attendance, Finding};
use crate::domain::group::Group;
use crate::domain::id::{ClassId, PersonId};
use crate::domain::person::Boarding;
use crate::domain::rule_book::{SessionEntry, Who};
use crate::domain::session::Session;
use crate::domain::sheet::{Sheet, SheetKey};
use crate::ops::book::Book;
use crate::ops::error::OpError;
use crate::storage::FindingRow;

/// What is proposed for those who came from another class: the day on which they were missed last, and what for.
pub(in crate::ops) type Brought = BTreeMap<PersonId, (NaiveDate, Finding)>;

impl Book {
    /// How many absences are open on a day.
    pub(in crate::ops) fn open_absence_count(&self, date: NaiveDate) -> Result<usize, OpError> {
        Ok(self.absent_now(date)?.len())
    }

    /// The first day of those in which the last sheet of somebody who is absent is looked for.
    pub(super) fn look_back(&self, date: NaiveDate) -> NaiveDate {
        date - Days::new(u64::from(self.rules.tracing().look_back_days))
    }

    /// Everyone whose absence is open on a day.
    pub(super) fn absent_now(&self, date: NaiveDate) -> Result<BTreeSet<PersonId>, OpError> {
        let showing = self.showing_everybody();
        let year = Calendar::school_year_of(date) - 1;
        let found = self.store.last_found(self.look_back(date), date, &showing, year)?;
        let mut by_group: BTreeMap<Group, Vec<&FindingRow>> = BTreeMap::new();
        for row in &found {
            by_group.entry(row.grp).or_default().push(row);
        }
        // Whoever has since changed the class or left stands on other sheets, or on none: the chain follows the person.
        let moved = self.store.found_before_leaving(self.look_back(date), date, &showing, None)?;
        let moved: BTreeSet<PersonId> = moved.into_iter().map(|row| row.person).collect();
        let mut absent = BTreeSet::new();
        for person in &moved {
            if self.is_away_by_chain(*person, date)? {
                let _ = absent.insert(*person);
            }
        }
        for (group, rows) in by_group {
            let Some(first) = rows.first().map(|row| row.date) else { continue };
            let keys = self.store.confirmed_keys(group, first, date)?;
            let people: BTreeSet<PersonId> = rows.iter().map(|row| row.person).collect();
            for person in people.into_iter().filter(|person| !moved.contains(person)) {
                let own: Vec<&FindingRow> = rows.iter().copied().filter(|row| row.person == person).collect();
                if self.is_absent_now(person, &keys, &own, date)? {
                    let _ = absent.insert(person);
                }
            }
        }
        Ok(absent)
    }

    /// Whether somebody of whom something was found on the last day is away after it, or has come back unwell.
    fn is_absent_now(
        &self,
        person: PersonId,
        keys: &[SheetKey],
        found: &[&FindingRow],
        date: NaiveDate,
    ) -> Result<bool, OpError> {
        let missed =
            |row: &&&FindingRow| matches!(row.body.attendance, Attendance::Ill | Attendance::Unknown);
        let unwell = |row: &&FindingRow| self.rules.is_illness(&row.body);
        if found.iter().any(|row| missed(&row)) {
            let mut sheets: BTreeMap<SheetKey, Sheet> =
                keys.iter().map(|key| (*key, confirmed(*key))).collect();
            for row in found {
                if let Some(sheet) = sheets.get_mut(&row.sheet()) {
                    let _ = sheet.findings.insert(person, row.body.clone());
                }
            }
            let evening = keys.iter().any(|key| self.counts_boarders_only(key.session));
            let spans = if evening { self.store.boarding_of(person)? } else { Vec::new() };
            let boards = |day| spans.iter().any(|span| span.kind == Boarding::Boarder && span.covers(day));
            let own = absences(&self.rules, person, boards, &[], sheets.values());
            return Ok(own.last().is_some_and(|last| !last.is_over()));
        }
        if !found.iter().any(unwell) {
            return Ok(false);
        }
        self.is_away_by_chain(person, date)
    }

    fn is_away_by_chain(&self, person: PersonId, date: NaiveDate) -> Result<bool, OpError> {
        let Some(record) = self.store.person(person)? else { return Ok(false) };
        let chain = self.recent_chain(&record, self.look_back(date), date)?;
        Ok(chain.absences.last().is_some_and(|last| !last.is_over()))
    }

    /// Sessions whose sheets show everybody who is absent.
    fn showing_everybody(&self) -> Vec<Session> {
        let shows = |entry: &&SessionEntry| entry.closes && entry.who == Who::Everyone;
        self.rules.sessions().iter().filter(shows).map(|it| it.session).collect()
    }

    /// What the absences of those who came into a class from another one propose for its sheets, until one of them has
    /// shown them: an absence goes with the person.
    pub(in crate::ops) fn absences_brought(
        &self,
        class: ClassId,
        date: NaiveDate,
    ) -> Result<Brought, OpError> {
        let showing = self.showing_everybody();
        let found = self.store.found_before_leaving(self.look_back(date), date, &showing, Some(class))?;
        let people: BTreeSet<PersonId> = found.into_iter().map(|row| row.person).collect();
        let mut brought = Brought::new();
        for person in self.store.persons(people)? {
            let chain = self.recent_chain(&person, self.look_back(date), date)?;
            let Some(open) = chain.absences.last().filter(|last| last.to.is_none()) else { continue };
            if let Some(row) = chain.last_finding(open).filter(|row| row.grp != Group::Class(class)) {
                let _ = brought.insert(person.id, (row.date, carried_over(&row.body)));
            }
        }
        Ok(brought)
    }
}
