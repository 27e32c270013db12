//! The absences of one person: derived from the sheets each time, so that they never differ from them.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use crate::domain::absence::{Absence, absences};
use crate::domain::person::Person;
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
        let own = self.whereabouts_of(person.id)?;
        let mut sheets: BTreeMap<SheetKey, Sheet> = BTreeMap::new();
        for group in own.groups_between(first, until) {
            for key in self.store.confirmed_keys(group, first, until)? {
                let _ = sheets.insert(key, confirmed(key));
            }
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
        let counted = self.counted_sheet()?;
        let counts = |key: &SheetKey| own.are_on(&counted(*key));
        let left = own.left_before(until);
        Ok(Chain { absences: absences(&self.rules, person.id, counts, &left, sheets.values()), missed })
    }
}

/// A confirmed sheet of which nothing else is known; when it was confirmed does not matter here.
pub(super) fn confirmed(key: SheetKey) -> Sheet {
    Sheet { confirmed_at: Some(key.date.into()), ..Sheet::untouched(key) }
}
