//! What is known of people before the sheet is filled in: who is kept apart is proposed, what is noted is shown.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::absence;
use crate::domain::finding::{Attendance, Finding};
use crate::domain::health_note::HealthKind;
use crate::domain::id::PersonId;
use crate::domain::isolation::{Isolation, IsolationKind};
use crate::domain::sheet::Sheet;
use crate::ops::book::Book;
use crate::ops::error::OpError;

use super::members::Seat;

impl Book {
    /// Those who are kept apart on the day of a sheet that is still open: 隔离 proposes an absence, 留观 the symptoms.
    /// Who stands on the sheet already, or whose proposal was turned down, is left out.
    pub(super) fn kept_apart(
        &self,
        sheet: &Sheet,
        members: &[Seat],
    ) -> Result<BTreeMap<PersonId, Finding>, OpError> {
        if sheet.confirmed_at.is_some() || !absence::proposes(&self.rules, sheet.key.session) {
            return Ok(BTreeMap::new());
        }
        let day = sheet.key.date;
        let open = |person: &PersonId| {
            members.iter().any(|seat| seat.person.id == *person)
                && !sheet.findings.contains_key(person)
                && !sheet.declined.contains(person)
        };
        // Who was let go in the course of the day is seen again on its sheets.
        let apart = self.store.isolations_between(day, day)?.into_iter().filter(|isolation| {
            open(&isolation.person) && isolation.to_at.is_none_or(|end| end.date() > day)
        });
        Ok(apart.map(|isolation| (isolation.person, self.proposed_of(&isolation))).collect())
    }

    fn proposed_of(&self, isolation: &Isolation) -> Finding {
        let symptoms = isolation.body.symptoms.clone();
        let (attendance, note) = match isolation.body.kind {
            IsolationKind::Observation => (Attendance::Present, self.tr.sheet_observed()),
            // A contact who is well stays away without being ill.
            IsolationKind::Isolation if symptoms.is_empty() => (Attendance::Leave, self.tr.sheet_isolated()),
            IsolationKind::Isolation => (Attendance::Ill, self.tr.sheet_isolated()),
        };
        Finding { attendance, symptoms, note: Some(note), ..Finding::default() }
    }

    /// What is noted of the condition of people, as it held on a day.
    pub(super) fn known_conditions(
        &self,
        people: &BTreeSet<PersonId>,
        day: chrono::NaiveDate,
    ) -> Result<BTreeMap<PersonId, String>, OpError> {
        let notes = self.store.health_notes_of_all(people, HealthKind::Condition, day)?;
        let nothing = ["无", "良好", "健康", "none", "/"];
        let said = |text: &str| !text.trim().is_empty() && !nothing.contains(&text.trim());
        // The latest holds, also where it says that nothing is left.
        let latest: BTreeMap<PersonId, String> =
            notes.into_iter().map(|note| (note.person, note.text)).collect();
        Ok(latest.into_iter().filter(|(_, text)| said(text)).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::health_note::HealthNote;
    use crate::domain::progress::Silent;
    use crate::domain::symptom::SymptomCode;
    use crate::ops::isolation::{IsolationOp, NewIsolation};
    use crate::ops::person::HealthOp;
    use crate::ops::sample_book::{book, morning, person};
    use crate::ops::{Op, OpError};

    fn begin(book: &mut Book, n: u128, kind: IsolationKind, symptoms: &[&str]) {
        let mut new = NewIsolation::of(person(n), kind);
        new.body.symptoms = symptoms.iter().map(|code| SymptomCode::new(code)).collect();
        let _ = book.run_isolation(&IsolationOp::Begin(Box::new(new))).unwrap();
    }

    #[test]
    fn who_is_kept_apart_is_proposed_and_no_record_before_somebody_confirms() {
        let (_folder, mut book) = book();
        let key = morning(1, book.today());
        begin(&mut book, 103, IsolationKind::Isolation, &["rash"]);
        begin(&mut book, 104, IsolationKind::Isolation, &[]);
        begin(&mut book, 105, IsolationKind::Observation, &["cough"]);
        let line = |book: &Book, n: u128| {
            let view = book.sheet_view(key).unwrap();
            view.lines.into_iter().find(|line| line.person == person(n)).unwrap()
        };
        let proposed =
            |n| line(&book, n).proposal.map(|finding| (finding.attendance, finding.symptoms.len()));
        assert_eq!(proposed(103), Some((Attendance::Ill, 1)));
        assert_eq!(proposed(104), Some((Attendance::Leave, 0)));
        assert_eq!(proposed(105), Some((Attendance::Present, 1)));
        assert!(line(&book, 103).kept_apart && !line(&book, 106).kept_apart);
        assert!(matches!(book.set_nil(key), Err(OpError::SheetHoldsSomething { proposals: 3, .. })));
        book.record(key, person(104), &Finding::default()).unwrap();
        assert_eq!(line(&book, 104).proposal, None, "turned down");
        book.confirm(key, &crate::ops::check::HandIn::default()).unwrap();
        assert_eq!(book.store.sheet(key).unwrap().findings.len(), 2);
    }

    #[test]
    fn what_is_noted_is_shown_and_proposes_nothing() {
        let (_folder, mut book) = book();
        let (day, key) = (book.today(), morning(1, book.today()));
        let note = |n: u128, text: &str| HealthNote {
            person: person(n),
            kind: HealthKind::Condition,
            day,
            text: text.to_owned(),
        };
        let notes = vec![note(102, "哮喘，随身带药"), note(103, "无")];
        book.run(&Op::Health(HealthOp::Set { notes, check: None }), &mut Silent).unwrap();
        let view = book.sheet_view(key).unwrap();
        assert_eq!(view.lines[1].known.as_deref(), Some("哮喘，随身带药"));
        assert!(view.lines[2].known.is_none() && view.lines.iter().all(|line| line.proposal.is_none()));
        book.set_nil(key).unwrap();
    }
}
