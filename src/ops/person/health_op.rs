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
    /// What holds from a day on; an empty text takes the note of that day away.
    SetNotes {
        /// Whose.
        person: PersonId,
        /// From when on.
        day: NaiveDate,
        /// What is known, by kind.
        notes: Vec<(HealthKind, String)>,
    },
    /// A check of the vaccination certificate; one of the same day is replaced.
    SetVaccination(Box<VaccinationCheck>),
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
            HealthOp::SetNotes { person, day, notes } => self.set_health_notes(*person, *day, notes),
            HealthOp::SetVaccination(check) => self.set_vaccination(check),
            HealthOp::RemoveVaccination { person, day } => self.remove_vaccination(*person, *day),
        }
    }

    /// Writes down what is known of somebody's health from a day on; an empty text takes the note of that day away.
    ///
    /// # Errors
    /// [`OpError::NoSuchPerson`], [`OpError::DayToCome`], [`OpError::BadValue`] for a text that is too long.
    pub fn set_health_notes(
        &mut self,
        person: PersonId,
        day: NaiveDate,
        notes: &[(HealthKind, String)],
    ) -> Result<(), OpError> {
        let _ = self.known(person, day)?;
        if let Some((kind, text)) = notes.iter().find(|(_, text)| text.chars().count() > LONGEST) {
            return Err(OpError::BadValue { field: kind.name(), given: text.chars().count().to_string() });
        }
        self.act("health", json!({}), |act, _| {
            for (kind, text) in notes {
                let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
                let empty = text.is_empty();
                let note = HealthNote { person, kind: *kind, day, text };
                let _ = if empty { act.remove(&note)? } else { act.put(&note)? };
            }
            Ok(())
        })
    }

    /// Writes down a check of a pupil's vaccination certificate.
    ///
    /// # Errors
    /// [`OpError::NoSuchPerson`], [`OpError::NotAMember`] for staff, [`OpError::DayToCome`], [`ChoiceError`] for a
    /// vaccine that the rules do not name, [`OpError::BadValue`] for a number of doses that cannot be.
    pub fn set_vaccination(&mut self, check: &VaccinationCheck) -> Result<(), OpError> {
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
        let check = VaccinationCheck {
            checked_by: plain(&check.checked_by),
            remark: plain(&check.remark),
            ..check.clone()
        };
        self.act("vaccination", json!({}), |act, _| Ok(act.put(&VaccinationRow::from(check)).map(drop)?))
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
