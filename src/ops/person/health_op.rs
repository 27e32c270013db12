//! Health notes and checks of the vaccination certificate: typed, corrected, taken away.

use chrono::NaiveDate;
use serde_json::json;

use crate::domain::health_note::{HealthKind, HealthNote};
use crate::domain::id::PersonId;
use crate::domain::person::{Person, PersonKind};
use crate::domain::vaccination_check::{MOST_DOSES, VaccinationCheck};
use crate::i18n::Tr;
use crate::ops::book::Book;
use crate::ops::choice_error::ChoiceError;
use crate::ops::error::OpError;
use crate::storage::VaccinationRow;

/// Most characters of a note: it must stand on one page with everything else.
const LONGEST: usize = 300;

/// A change of somebody's health details.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum HealthOp {
    /// Notes and a check of the vaccination certificate in one act: all of it, or nothing.
    Set {
        /// What holds from a day on; an empty text takes the note of that day away.
        notes: Vec<HealthNote>,
        /// A check of the certificate; one of the same day is replaced.
        check: Option<Box<VaccinationCheck>>,
    },
    /// A check that was none.
    RemoveVaccination {
        /// Whose.
        person: PersonId,
        /// The day of the check.
        day: NaiveDate,
    },
}

/// 身体状况, 疾病史, 过敏
pub fn health_word(kind: HealthKind, tr: &Tr) -> String {
    match kind {
        HealthKind::Condition => tr.person_file_condition(),
        HealthKind::History => tr.person_file_history(),
        HealthKind::Allergy => tr.person_file_allergy(),
    }
}

impl Book {
    /// Changes health details.
    pub(in crate::ops) fn run_health(&mut self, op: &HealthOp) -> Result<(), OpError> {
        match op {
            HealthOp::Set { notes, check } => self.set_health(notes, check.as_deref()),
            HealthOp::RemoveVaccination { person, day } => self.remove_vaccination(*person, *day),
        }
    }

    /// Writes down what is known of somebody's health from a day on; an empty text takes the note of that day away.
    ///
    /// # Errors
    /// As [`Book::set_health`].
    pub fn set_health_notes(
        &mut self,
        person: PersonId,
        day: NaiveDate,
        notes: &[(HealthKind, String)],
    ) -> Result<(), OpError> {
        let note =
            |(kind, text): &(HealthKind, String)| HealthNote { person, kind: *kind, day, text: text.clone() };
        self.set_health(&notes.iter().map(note).collect::<Vec<_>>(), None)
    }

    /// Writes down a check of a pupil's vaccination certificate.
    ///
    /// # Errors
    /// As [`Book::set_health`].
    pub fn set_vaccination(&mut self, check: &VaccinationCheck) -> Result<(), OpError> {
        self.set_health(&[], Some(check))
    }

    /// Writes down notes and a check together, or nothing at all.
    ///
    /// # Errors
    /// [`OpError::NoSuchPerson`], [`OpError::DayToCome`], [`OpError::BadValue`] for a text that is too long or a number
    /// of doses that cannot be, [`ChoiceError`] for a vaccine that the rules do not name, [`OpError::NotAMember`] for a
    /// check of staff.
    pub fn set_health(
        &mut self,
        notes: &[HealthNote],
        check: Option<&VaccinationCheck>,
    ) -> Result<(), OpError> {
        let notes = notes.iter().map(|note| self.plain_note(note)).collect::<Result<Vec<_>, _>>()?;
        let check = check.map(|check| self.plain_check(check)).transpose()?;
        let kind = if notes.is_empty() { "vaccination" } else { "health" };
        self.act(kind, json!({}), |act, _| {
            for note in &notes {
                let _ = if note.text.is_empty() { act.remove(note)? } else { act.put(note)? };
            }
            if let Some(check) = check {
                let _ = act.put(&VaccinationRow::from(check))?;
            }
            Ok(())
        })
    }

    fn plain_note(&self, note: &HealthNote) -> Result<HealthNote, OpError> {
        let _ = self.known(note.person, note.day)?;
        let length = note.text.chars().count();
        if length > LONGEST {
            return Err(OpError::BadValue { field: note.kind.name(), given: length.to_string() });
        }
        let text = note.text.split_whitespace().collect::<Vec<_>>().join(" ");
        Ok(HealthNote { text, ..note.clone() })
    }

    fn plain_check(&self, check: &VaccinationCheck) -> Result<VaccinationCheck, OpError> {
        let person = self.known(check.person, check.day)?;
        if person.kind != PersonKind::Pupil {
            return Err(OpError::NotAMember);
        }
        let named = |id: &String| self.rules.vaccines().iter().any(|vaccine| vaccine.id == *id);
        for (id, doses) in &check.doses {
            if !named(id) {
                let allowed = self.rules.vaccines().iter().map(|vaccine| vaccine.id.clone()).collect();
                return Err(ChoiceError::Unknown { field: "vaccine", given: id.clone(), allowed }.into());
            }
            if doses.given > MOST_DOSES || doses.catch_up > MOST_DOSES {
                let most = doses.given.max(doses.catch_up);
                return Err(OpError::BadValue { field: "doses", given: most.to_string() });
            }
        }
        let plain = |text: &Option<String>| {
            text.as_deref().map(str::trim).filter(|text| !text.is_empty()).map(str::to_owned)
        };
        Ok(VaccinationCheck {
            checked_by: plain(&check.checked_by),
            remark: plain(&check.remark),
            ..check.clone()
        })
    }

    /// Takes a check of that day away.
    ///
    /// # Errors
    /// [`ChoiceError::NoCheck`] if there is none.
    pub fn remove_vaccination(&mut self, person: PersonId, day: NaiveDate) -> Result<(), OpError> {
        let _ = self.known(person, day)?;
        if !self.store.vaccination_checks(person)?.iter().any(|check| check.day == day) {
            return Err(ChoiceError::NoCheck { day }.into());
        }
        let row = VaccinationRow::from(VaccinationCheck::open(person, day));
        self.act("vaccination", json!({}), |act, _| Ok(act.remove(&row).map(drop)?))
    }

    fn known(&self, person: PersonId, day: NaiveDate) -> Result<Person, OpError> {
        let today = self.today();
        if day > today {
            return Err(OpError::DayToCome { date: day, today });
        }
        self.store.person(person)?.ok_or(OpError::NoSuchPerson)
    }
}
