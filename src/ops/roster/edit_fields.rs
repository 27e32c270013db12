//! Single values of a person, by the names of their fields.

use super::Added;
use crate::domain::id::PersonId;
use crate::domain::person::PersonKind;
use crate::ops::book::Book;
use crate::ops::error::OpError;
use crate::roster_file::{Field, set_person_field};

impl Book {
    /// Sets values of a person: names of fields, such as `guardian_phone`, and what a cell of theirs would hold;
    /// an empty value is taken away.
    ///
    /// # Errors
    /// [`OpError::BadValue`] for a field that this person does not have or a value that cannot be read.
    pub fn edit_fields(&mut self, key: PersonId, values: &[(String, String)]) -> Result<Added, OpError> {
        let mut person = self.person_today(key)?;
        let today = self.today();
        for (name, value) in values {
            let text = || Some(value.trim().to_owned()).filter(|text| !text.is_empty());
            let set = match (name.as_str(), person.kind) {
                // No column of a roster file holds these two.
                ("emergency_contact", PersonKind::Pupil) => {
                    person.emergency_contact = text();
                    true
                }
                ("emergency_phone", PersonKind::Pupil) => {
                    person.emergency_phone = text();
                    true
                }
                _ => Field::from_name(name)
                    .is_some_and(|field| set_person_field(&mut person, field, value, today)),
            };
            if !set {
                return Err(OpError::BadValue { field: "--set", given: format!("{name}={value}") });
            }
        }
        self.edit_person(&person)
    }
}
