//! What the check sheets know of somebody who becomes a case.

use std::collections::BTreeSet;

use chrono::{Days, NaiveDate};

use crate::domain::absence::Absence;
use crate::domain::id::PersonId;
use crate::domain::illness_case::CaseFacts;
use crate::ops::book::Book;
use crate::ops::error::OpError;

/// An absence that ended so many days before the school learned of the disease is still taken for its beginning.
const AFTER: u64 = 3;

impl Book {
    /// Onset as it was written down, first day of absence and highest temperature of the illness of a person around a day.
    pub(in crate::ops) fn seen_facts(&self, id: PersonId, day: NaiveDate) -> Result<CaseFacts, OpError> {
        let person = self.store.person(id)?.ok_or(OpError::NoSuchPerson)?;
        let recent = |absence: &Absence| {
            absence.from <= day && absence.to.is_none_or(|to| to + Days::new(AFTER) >= day)
        };
        let absences = self.chain(&person, self.today())?.absences;
        match absences.into_iter().rev().find(recent) {
            Some(absence) => self.facts_of(id, &absence),
            None => Ok(CaseFacts::default()),
        }
    }

    /// The same of one absence.
    pub(in crate::ops) fn facts_of(&self, id: PersonId, absence: &Absence) -> Result<CaseFacts, OpError> {
        let last = absence.to.unwrap_or_else(|| self.today());
        let found = self.store.findings_of(&BTreeSet::from([id]), absence.from, last)?;
        let taken = found.iter().flat_map(|row| {
            row.body.retests.iter().map(|measured| measured.temperature).chain(row.body.temperature)
        });
        Ok(CaseFacts {
            onset: absence.onset,
            absent_from: Some(absence.from),
            temperature: taken.max_by_key(|taken| taken.tenths),
            ..CaseFacts::default()
        })
    }
}

#[cfg(test)]
mod tests {
    use crate::domain::finding::{Attendance, Finding};
    use crate::domain::illness_case::CaseFacts;
    use crate::domain::temperature::Temperature;
    use crate::ops::case::CaseDraft;
    use crate::ops::clock::FixedClock;
    use crate::ops::sample_book::{book, hand_in, morning, person, with};

    #[test]
    fn a_case_takes_from_the_sheets_what_nobody_has_said() {
        let (_folder, mut book) = book();
        let monday = book.today();
        let ill = |temp: &str| Finding {
            onset: "2026-11-21".parse().ok(),
            temperature: Temperature::parse(temp),
            ..with(Attendance::Ill, &["rash"])
        };
        hand_in(&mut book, morning(1, monday), &[(102, ill("39.0")), (103, ill("38.0"))]);
        book.clock = Box::new(FixedClock("2026-11-24T08:05:00".parse().unwrap()));
        hand_in(&mut book, morning(1, monday.succ_opt().unwrap()), &[(102, ill("37.9"))]);
        let draft = CaseDraft { disease: "chickenpox".into(), ..CaseDraft::default() };
        let case = book.open_case(person(102), &draft, None).unwrap();
        let facts = book.case_of(case).unwrap().body.facts;
        assert_eq!(facts.onset, "2026-11-21".parse().ok());
        assert_eq!((facts.absent_from, facts.temperature), (Some(monday), Temperature::parse("39.0")));
        // What somebody says wins.
        let said = CaseFacts { onset: "2026-11-20".parse().ok(), ..CaseFacts::default() };
        let case = book.open_case(person(103), &CaseDraft { facts: said, ..draft.clone() }, None).unwrap();
        assert_eq!(book.case_of(case).unwrap().body.facts.onset, "2026-11-20".parse().ok());
        let case = book.open_case(person(104), &draft, None).unwrap();
        assert_eq!(book.case_of(case).unwrap().body.facts.onset, None, "no sheet knows of an illness");
    }
}
