//! Illness absences of the person: derived from the sheets, so that they never differ from them.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::Serialize;

use crate::domain::absence::absences;
use crate::domain::finding::Attendance;
use crate::domain::group::Group;
use crate::domain::person::{Boarding, Person};
use crate::domain::sheet::{Sheet, SheetKey};
use crate::ops::book::Book;
use crate::ops::error::OpError;
use crate::storage::FindingRow;

/// One absence because of illness or for an unknown reason.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FileAbsence {
    /// First day.
    pub from: NaiveDate,
    /// Last day; `None` while it goes on.
    pub to: Option<NaiveDate>,
    /// Day of onset.
    pub onset: Option<NaiveDate>,
    /// Ill or unknown, as last written down.
    pub kind: Attendance,
    /// Half days lost.
    pub half_days: u32,
    /// What was found, in words, as last written down.
    pub words: String,
}

impl Book {
    /// All absences of a person, the newest first. Of the sheets on which the person does not stand only their keys
    /// are read, and of those only what follows the first absence.
    pub(super) fn file_absences(&self, person: &Person) -> Result<Vec<FileAbsence>, OpError> {
        let missed = self.store.missed_on(person.id)?;
        let Some(first) = missed.first().map(|row| row.date) else { return Ok(Vec::new()) };
        let mut sheets: BTreeMap<SheetKey, Sheet> = BTreeMap::new();
        for key in self.sheets_since(person, first)? {
            let _ = sheets.insert(key, confirmed(key));
        }
        for row in &missed {
            let key = SheetKey { group: row.grp, date: row.date, session: row.session };
            let sheet = sheets.entry(key).or_insert_with(|| confirmed(key));
            let _ = sheet.findings.insert(row.person, row.body.clone());
        }
        let spans = self.store.boarding_of(person.id)?;
        let boards = |day| spans.iter().any(|span| span.kind == Boarding::Boarder && span.covers(day));
        let found = absences(&self.rules, person.id, boards, sheets.values());
        Ok(found
            .into_iter()
            .rev()
            .map(|absence| FileAbsence {
                words: self.last_words(absence.sheets.last(), &missed),
                from: absence.from,
                to: absence.to,
                onset: absence.onset,
                kind: absence.kind,
                half_days: absence.half_days,
            })
            .collect())
    }

    fn last_words(&self, key: Option<&SheetKey>, missed: &[FindingRow]) -> String {
        let of = |row: &&FindingRow| {
            key == Some(&SheetKey { group: row.grp, date: row.date, session: row.session })
        };
        missed.iter().find(of).map(|row| self.finding_words(&row.body)).unwrap_or_default()
    }

    /// The confirmed sheets of the classes or the staff that a person belonged to, from a day on.
    fn sheets_since(&self, person: &Person, first: NaiveDate) -> Result<Vec<SheetKey>, OpError> {
        let classes = self.store.enrolments_of(person.id)?;
        let classes = classes.into_iter().map(|it| (Group::Class(it.class), it.from, it.to));
        let staff = self.store.employments_of(person.id)?;
        let staff = staff.into_iter().map(|it| (Group::Staff, it.from, it.to));
        let today = self.today();
        let mut keys = Vec::new();
        for (group, from, to) in classes.chain(staff) {
            let (from, to) = (from.max(first), to.unwrap_or(today).min(today));
            if from <= to {
                keys.extend(self.store.confirmed_keys(group, from, to)?);
            }
        }
        Ok(keys)
    }
}

/// A confirmed sheet of which nothing else is known; when it was confirmed does not matter here.
fn confirmed(key: SheetKey) -> Sheet {
    Sheet { confirmed_at: Some(key.date.into()), ..Sheet::untouched(key) }
}
