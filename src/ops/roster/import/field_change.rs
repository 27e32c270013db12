//! One value that differs between book and file.

use serde::Serialize;
use serde_json::Value;

use super::import_request::Taken;
use crate::storage::Row;

/// A value before and after.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct FieldChange {
    /// Name of the field: `name`, `class`, `dormitory`, `guardian_phone` …
    pub field: String,
    /// In the book.
    pub old: Value,
    /// In the file.
    pub new: Value,
}

/// What the comparison of one person's fields gives.
#[derive(Debug, Default)]
pub(super) struct FieldDifference {
    /// Values that are taken over.
    pub changes: Vec<FieldChange>,
    /// Values that a person set since the last import; they are kept.
    pub conflicts: Vec<FieldChange>,
    /// Of the changes, those that take the place of a value that a person set.
    pub by_file: Vec<FieldChange>,
    taken: Taken,
}

impl FieldDifference {
    /// Compares what a file says with the book. `imported` is what the last import wrote: where the book
    /// holds something else by now, a person has changed it and it is kept unless the field is `taken`.
    pub fn of(fields: &Row, stored: &Row, imported: &Row, taken: Taken) -> Self {
        let mut difference = Self::taking(taken);
        for (field, new) in fields {
            let old = stored.get(field).cloned().unwrap_or(Value::Null);
            if old != *new {
                let by_hand = match imported.get(field) {
                    Some(last) => *last != old,
                    None => !old.is_null(),
                };
                let _ = difference.add(by_hand, field, old, new.clone());
            }
        }
        difference
    }

    /// Nothing yet; these fields take the file's value.
    pub fn taking(taken: Taken) -> Self {
        Self { taken, ..Self::default() }
    }

    /// Adds a value that differs. Answers whether the file's value is taken over.
    pub fn add(&mut self, by_hand: bool, field: &str, old: Value, new: Value) -> bool {
        let change = FieldChange { field: field.to_owned(), old, new };
        let over = !by_hand || self.taken.has(field);
        if over {
            if by_hand {
                self.by_file.push(change.clone());
            }
            self.changes.push(change);
        } else {
            self.conflicts.push(change);
        }
        over
    }

    /// Whether the field is in conflict.
    pub fn is_kept(&self, field: &str) -> bool {
        self.conflicts.iter().any(|change| change.field == field)
    }
}
