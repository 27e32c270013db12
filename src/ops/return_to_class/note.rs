//! What the sheet of the day says beside somebody who is there although a case is open.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use serde::Serialize;

use crate::domain::finding::Finding;
use crate::domain::id::{CaseId, PersonId};
use crate::domain::illness_case::Certainty;
use crate::domain::return_clearance::{ReturnDecision, ReturnFlag, ReturnTerms};
use crate::ops::book::Book;
use crate::ops::error::OpError;

/// Somebody who is ill by the book, and what was decided on the day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ReturnNote {
    /// The case.
    pub case: CaseId,
    /// Name of the disease.
    pub disease: String,
    /// What is asked of the return.
    pub terms: ReturnTerms,
    /// What speaks against it: as checked, or without a certificate while nobody has checked.
    pub flags: Vec<ReturnFlag>,
    /// What was decided on that day; `None`: nobody has checked yet.
    pub decision: Option<ReturnDecision>,
}

impl ReturnNote {
    /// Whether it is to be flagged beside somebody with that finding: who is absent has not come back, and what was
    /// decided is decided.
    pub fn is_open(&self, finding: Option<&Finding>) -> bool {
        self.decision.is_none() && !finding.is_some_and(|finding| finding.attendance.is_absent())
    }
}

impl Book {
    /// The notes of those among these people who have an open case on a day, or came back on it.
    pub(in crate::ops) fn return_notes(
        &self,
        people: &BTreeSet<PersonId>,
        date: NaiveDate,
    ) -> Result<BTreeMap<PersonId, ReturnNote>, OpError> {
        let checked = self.store.returns_between(date, date)?;
        let mut cases = self.store.open_cases()?;
        cases.extend(self.store.cases_closed_since(date)?);
        cases.retain(|case| {
            people.contains(&case.person)
                && case.known_at.date() < date
                && case.body.facts.certainty != Certainty::RuledOut
        });
        let tag = self.tr.language().tag();
        let mut notes = BTreeMap::new();
        for case in cases {
            let clearance = checked.iter().find(|row| row.person == case.person).map(|row| &row.body);
            let terms = clearance.map_or_else(
                || case.body.way_back.terms(self.rules.disease(&case.disease), case.body.facts.onset),
                |clearance| clearance.terms,
            );
            let note = ReturnNote {
                case: case.id,
                disease: self.rules.disease_name(&case.disease, tag).to_owned(),
                flags: clearance.map_or_else(|| terms.flags(date, None), |it| it.flags.clone()),
                decision: clearance.map(|it| it.decision),
                terms,
            };
            let _ = notes.entry(case.person).or_insert(note);
        }
        Ok(notes)
    }
}
