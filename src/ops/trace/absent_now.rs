//! Who is away now, or back and not well. Asked with every key that is saved, so it reads no more than the last day of each
//! group.

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};

use chrono::{Days, NaiveDate};

use super::chain::confirmed;
use crate::domain::absence::absences;
use crate::domain::calendar::Calendar;
use crate::domain::counted_sheet::{CountedSheet, Whereabouts};
use crate::domain::finding::Attendance;
use crate::domain::group::{Group, GroupKind};
use crate::domain::id::PersonId;
use crate::domain::rule_book::{SessionEntry, Who};
use crate::domain::session::Session;
use crate::domain::sheet::{Sheet, SheetKey};
use crate::ops::book::Book;
use crate::ops::error::OpError;
use crate::storage::FindingRow;

/// The confirmed sheets of groups by day, read when somebody asks.
struct Sheets<'a> {
    book: &'a Book,
    /// First and last day.
    days: (NaiveDate, NaiveDate),
    read: BTreeMap<Group, Vec<SheetKey>>,
}

impl Sheets<'_> {
    /// The sheets that may have counted somebody from a day on.
    fn of(&mut self, own: &Whereabouts, from: NaiveDate) -> Result<Vec<SheetKey>, OpError> {
        let (first, last) = self.days;
        let mut keys = Vec::new();
        for group in own.groups_between(from, last) {
            let known = match self.read.entry(group) {
                Entry::Occupied(known) => known.into_mut(),
                Entry::Vacant(place) => place.insert(self.book.store.confirmed_keys(group, first, last)?),
            };
            keys.extend(known.iter().copied().filter(|key| key.date >= from));
        }
        Ok(keys)
    }
}

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
        let mut by_person: BTreeMap<PersonId, Vec<&FindingRow>> = BTreeMap::new();
        for row in &found {
            by_person.entry(row.person).or_default().push(row);
        }
        // Whoever has since changed the class or left stands on other sheets, or on none: the chain follows the person.
        let moved = self.store.found_before_leaving(self.look_back(date), date, &showing)?;
        let moved: BTreeSet<PersonId> = moved.into_iter().map(|row| row.person).collect();
        let mut absent = BTreeSet::new();
        for person in &moved {
            if self.is_away_by_chain(*person, date)? {
                let _ = absent.insert(*person);
            }
        }
        by_person.retain(|person, _| !moved.contains(person));
        let places = self.whereabouts(&by_person.keys().copied().collect())?;
        let first = found.first().map_or(date, |row| row.date);
        let mut sheets = Sheets { book: self, days: (first, date), read: BTreeMap::new() };
        let counted = self.counted_sheet()?;
        for (person, rows) in by_person {
            let Some(own) = places.get(&person) else { continue };
            if self.is_absent_now(own, &rows, &mut sheets, &counted)? {
                let _ = absent.insert(person);
            }
        }
        Ok(absent)
    }

    /// Whether somebody of whom something was found on the last day is away after it, or has come back unwell.
    fn is_absent_now(
        &self,
        own: &Whereabouts,
        found: &[&FindingRow],
        sheets: &mut Sheets<'_>,
        counted: &impl Fn(SheetKey) -> CountedSheet,
    ) -> Result<bool, OpError> {
        let Some(FindingRow { person, date: first, .. }) = found.first() else { return Ok(false) };
        let missed =
            |row: &&&FindingRow| matches!(row.body.attendance, Attendance::Ill | Attendance::Unknown);
        let unwell = |row: &&FindingRow| self.rules.is_illness(&row.body);
        if found.iter().any(|row| missed(&row)) {
            let mut shown: BTreeMap<SheetKey, Sheet> =
                sheets.of(own, *first)?.into_iter().map(|key| (key, confirmed(key))).collect();
            for row in found {
                let sheet = shown.entry(row.sheet()).or_insert_with(|| confirmed(row.sheet()));
                let _ = sheet.findings.insert(*person, row.body.clone());
            }
            let counts = |key: &SheetKey| own.are_on(&counted(*key));
            let own = absences(&self.rules, *person, counts, &[], shown.values());
            return Ok(own.last().is_some_and(|last| !last.is_over()));
        }
        if !found.iter().any(unwell) {
            return Ok(false);
        }
        self.is_away_by_chain(*person, sheets.days.1)
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

    /// Those of these people whose absence is open when a sheet is filled in, each with what was found last, whatever sheet
    /// found it: an absence goes with the person into the dormitory and into another class.
    pub(in crate::ops) fn away_before(
        &self,
        people: &BTreeSet<PersonId>,
        sheet: &SheetKey,
    ) -> Result<BTreeMap<PersonId, FindingRow>, OpError> {
        let moment = |key: &SheetKey| (key.date, key.session);
        let missed = self.missed_lately(people, sheet)?;
        let missed = missed.into_iter().filter(|row| moment(&row.sheet()) < moment(sheet));
        let mut away: BTreeMap<PersonId, FindingRow> = missed.map(|row| (row.person, row)).collect();
        let Some(first) = away.values().map(|row| row.date).min() else { return Ok(away) };
        let places = self.whereabouts(&away.keys().copied().collect())?;
        let mut sheets = Sheets { book: self, days: (first, sheet.date), read: BTreeMap::new() };
        let counted = self.counted_sheet()?;
        let mut back = BTreeSet::new();
        for (person, row) in &away {
            let Some(own) = places.get(person) else { continue };
            let before = sheets.of(own, row.date)?.into_iter().filter(|key| moment(key) < moment(sheet));
            let mut shown: BTreeMap<SheetKey, Sheet> = before.map(|key| (key, confirmed(key))).collect();
            let last = shown.entry(row.sheet()).or_insert_with(|| confirmed(row.sheet()));
            let _ = last.findings.insert(*person, row.body.clone());
            let counts = |key: &SheetKey| own.are_on(&counted(*key));
            let own = absences(&self.rules, *person, counts, &own.left_before(sheet.date), shown.values());
            if own.last().is_none_or(|last| last.to.is_some()) {
                let _ = back.insert(*person);
            }
        }
        away.retain(|person, _| !back.contains(person));
        Ok(away)
    }

    /// The findings that missed these people and may still hold when a sheet is filled in: whoever belonged to its group on
    /// the last day on which that was checked stands on a sheet of that day or a later one, if away.
    fn missed_lately(
        &self,
        people: &BTreeSet<PersonId>,
        sheet: &SheetKey,
    ) -> Result<Vec<FindingRow>, OpError> {
        let (first, date) = (self.look_back(sheet.date), sheet.date);
        let sessions = match sheet.group.kind() {
            GroupKind::Dormitory => vec![Session::Evening],
            GroupKind::Class | GroupKind::Staff => self.showing_everybody(),
        };
        let shown = self.store.last_shown(sheet.group, date, &sessions)?;
        let Some((last, then)) = shown.filter(|(last, _)| *last > first) else {
            return Ok(self.store.missed_of_all(people, first, date)?);
        };
        let mut missed = self.store.missed_of_all(people, last, date)?;
        let newcomers: BTreeSet<PersonId> = people.difference(&then).copied().collect();
        if !newcomers.is_empty() {
            missed.retain(|row| !newcomers.contains(&row.person));
            missed.extend(self.store.missed_of_all(&newcomers, first, date)?);
        }
        Ok(missed)
    }
}
