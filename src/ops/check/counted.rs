//! Where people belong by day, and whom sheets count: read once, asked of every sheet.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::calendar::Calendar;
use crate::domain::counted_sheet::{CountedSheet, Whereabouts};
use crate::domain::id::PersonId;
use crate::domain::sheet::SheetKey;
use crate::ops::book::Book;
use crate::ops::error::OpError;
use crate::ops::school_days::CHECKS;

impl Book {
    /// Tells of a sheet whom it counts, by the rules and by what the school had chosen for its day.
    pub(in crate::ops) fn counted_sheet(&self) -> Result<impl Fn(SheetKey) -> CountedSheet + '_, OpError> {
        let checks = self.store.setting(CHECKS)?.unwrap_or_default();
        let calendar = Calendar { checks, ..Calendar::default() };
        Ok(move |key| CountedSheet::new(key, &self.rules, &calendar))
    }

    /// Where a person belongs.
    pub(in crate::ops) fn whereabouts_of(&self, person: PersonId) -> Result<Whereabouts, OpError> {
        Ok(Whereabouts {
            enrolments: self.store.enrolments_of(person)?,
            stays: self.store.stays_of(person)?,
            boarding: self.store.boarding_of(person)?,
            employments: self.store.employments_of(person)?,
        })
    }

    /// Where each of these people belongs.
    pub(in crate::ops) fn whereabouts(
        &self,
        people: &BTreeSet<PersonId>,
    ) -> Result<BTreeMap<PersonId, Whereabouts>, OpError> {
        let mut all: BTreeMap<PersonId, Whereabouts> = BTreeMap::new();
        for it in self.store.enrolments_of_all(people)? {
            all.entry(it.person).or_default().enrolments.push(it);
        }
        for it in self.store.stays_of_all(people)? {
            all.entry(it.person).or_default().stays.push(it);
        }
        for it in self.store.boarding_of_all(people)? {
            all.entry(it.person).or_default().boarding.push(it);
        }
        for it in self.store.employments_of_all(people)? {
            all.entry(it.person).or_default().employments.push(it);
        }
        Ok(all)
    }
}
