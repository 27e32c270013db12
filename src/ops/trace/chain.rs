//! The absences of one person: derived from the sheets each time, so that they never differ from them.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use crate::domain::absence::{Absence, absences};
use crate::domain::group::Group;
use crate::domain::id::PersonId;
use crate::domain::person::{Boarding, Person};
use crate::domain::sheet::{Sheet, SheetKey};
use crate::ops::book::Book;
use crate::ops::error::OpError;
use crate::storage::FindingRow;

/// The absences of a person with the findings that they were made of.
pub(in crate::ops) struct Chain {
    /// Oldest first.
    pub absences: Vec<Absence>,
    missed: Vec<FindingRow>,
}

impl Chain {
    /// What was found last in an absence.
    pub fn last_finding(&self, absence: &Absence) -> Option<&FindingRow> {
        let last = absence.sheets.last()?;
        self.missed.iter().find(|row| row.sheet() == *last)
    }
}

impl Book {
    /// All absences of a person by the sheets until a day. Of the sheets on which the person does not stand only their
    /// keys are read, and of those only what follows the first absence.
    pub(in crate::ops) fn chain(&self, person: &Person, until: NaiveDate) -> Result<Chain, OpError> {
        let mut missed = self.store.missed_on(person.id)?;
        missed.retain(|row| row.date <= until);
        self.chain_of(person, missed, until)
    }

    /// The same of an absence that still goes on and of what lies after `since`: reads less where it began later.
    pub(in crate::ops) fn recent_chain(
        &self,
        person: &Person,
        since: NaiveDate,
        until: NaiveDate,
    ) -> Result<Chain, OpError> {
        let mut recent = self.store.missed_since(person.id, Some(since))?;
        recent.retain(|row| row.date <= until);
        let count = recent.len();
        let chain = self.chain_of(person, recent, until)?;
        if chain.absences.len() > 1 {
            return Ok(chain);
        }
        // The only one of them may have begun before.
        let mut missed = self.store.missed_on(person.id)?;
        missed.retain(|row| row.date <= until);
        if missed.len() == count { Ok(chain) } else { self.chain_of(person, missed, until) }
    }

    fn chain_of(&self, person: &Person, missed: Vec<FindingRow>, until: NaiveDate) -> Result<Chain, OpError> {
        let Some(first) = missed.first().map(|row| row.date) else {
            return Ok(Chain { absences: Vec::new(), missed });
        };
        let mut sheets: BTreeMap<SheetKey, Sheet> = BTreeMap::new();
        for key in self.sheets_since(person, first, until)? {
            let _ = sheets.insert(key, confirmed(key));
        }
        for row in &missed {
            let sheet = sheets.entry(row.sheet()).or_insert_with(|| confirmed(row.sheet()));
            let _ = sheet.findings.insert(row.person, row.body.clone());
        }
        // What was found besides tells whether somebody who is back is well.
        for row in self.store.findings_of(&BTreeSet::from([person.id]), first, until)? {
            if let Some(sheet) = sheets.get_mut(&row.sheet()) {
                let _ = sheet.findings.insert(row.person, row.body);
            }
        }
        let spans = self.store.boarding_of(person.id)?;
        let boards = |day| spans.iter().any(|span| span.kind == Boarding::Boarder && span.covers(day));
        let left = self.left_before(person.id, until)?;
        Ok(Chain { absences: absences(&self.rules, person.id, boards, &left, sheets.values()), missed })
    }

    /// The last days before `until` of those times in which somebody belonged to a class or to the staff, oldest first. A
    /// class that another one follows on the next day is not left for good.
    fn left_before(&self, person: PersonId, until: NaiveDate) -> Result<Vec<NaiveDate>, OpError> {
        let classes = self.store.enrolments_of(person)?.into_iter().map(|it| (it.from, it.to));
        let staff = self.store.employments_of(person)?.into_iter().map(|it| (it.from, it.to));
        let spans: Vec<(NaiveDate, Option<NaiveDate>)> = classes.chain(staff).collect();
        let stays =
            |day: NaiveDate| spans.iter().any(|(from, to)| *from <= day && to.is_none_or(|to| day <= to));
        let last_days = spans.iter().filter_map(|(_, to)| to.filter(|to| *to < until));
        let mut left: Vec<NaiveDate> =
            last_days.filter(|to| to.succ_opt().is_some_and(|next| !stays(next))).collect();
        left.sort_unstable();
        Ok(left)
    }

    /// The confirmed sheets of the classes or the staff that a person belonged to, from a day to a day.
    fn sheets_since(
        &self,
        person: &Person,
        first: NaiveDate,
        until: NaiveDate,
    ) -> Result<Vec<SheetKey>, OpError> {
        let classes = self.store.enrolments_of(person.id)?;
        let classes = classes.into_iter().map(|it| (Group::Class(it.class), it.from, it.to));
        let staff = self.store.employments_of(person.id)?;
        let staff = staff.into_iter().map(|it| (Group::Staff, it.from, it.to));
        let mut keys = Vec::new();
        for (group, from, to) in classes.chain(staff) {
            let (from, to) = (from.max(first), to.unwrap_or(until).min(until));
            if from <= to {
                keys.extend(self.store.confirmed_keys(group, from, to)?);
            }
        }
        Ok(keys)
    }
}

/// A confirmed sheet of which nothing else is known; when it was confirmed does not matter here.
pub(super) fn confirmed(key: SheetKey) -> Sheet {
    Sheet { confirmed_at: Some(key.date.into()), ..Sheet::untouched(key) }
}
