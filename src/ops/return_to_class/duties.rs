//! What is owed of people who are kept apart or come back: a look every day, and a check at the door.

use std::collections::BTreeSet;

use chrono::{NaiveDate, NaiveDateTime};

use crate::domain::id::PersonId;
use crate::domain::obligation::{Obligation, ObligationState, ObligationSubject};
use crate::domain::session::Session;
use crate::domain::sheet::SheetKey;
use crate::ops::book::Book;
use crate::ops::error::OpError;

impl Book {
    /// The looks and checks that a day still owes, judged at a moment.
    pub(in crate::ops) fn care_duties(
        &self,
        date: NaiveDate,
        moment: NaiveDateTime,
    ) -> Result<Vec<Obligation>, OpError> {
        let care = self.rules.care();
        let looks = self.isolations_on(date)?.iter().filter(|it| it.to_at.is_none() && !it.followed).count();
        let returns = self.unchecked_returns(date)?.len();
        let owed = [
            ("isolation-look", care.look_deadline, looks, ObligationSubject::Looks { people: looks }),
            ("return-check", care.return_deadline, returns, ObligationSubject::Returns { people: returns }),
        ];
        let owed = owed.into_iter().filter(|(_, _, people, _)| *people > 0);
        Ok(owed
            .map(|(rule, deadline, _, subject)| {
                let due = date.and_time(deadline);
                let state = if moment > due { ObligationState::Late } else { ObligationState::Open };
                Obligation { rule: rule.to_owned(), due, state, subject }
            })
            .collect())
    }

    /// Those with an open case whom a confirmed morning sheet of the day counts as present, and whom nobody has checked.
    fn unchecked_returns(&self, date: NaiveDate) -> Result<Vec<PersonId>, OpError> {
        let people: BTreeSet<PersonId> = self.store.open_cases()?.iter().map(|case| case.person).collect();
        let mut found = Vec::new();
        for (person, note) in self.return_notes(&people, date)? {
            let Some(known) = self.store.person(person)? else { continue };
            let Some(group) = self.place_of(&known, date)?.0.map(|info| info.group) else { continue };
            let sheet = self.store.sheet(SheetKey { group, date, session: Session::Morning })?;
            if sheet.confirmed_at.is_some() && note.is_open(sheet.findings.get(&person)) {
                found.push(person);
            }
        }
        Ok(found)
    }
}
