//! 任教班级 goes up with the classes: whoever teaches a class goes on with what it becomes.

use std::collections::BTreeMap;

use serde_json::json;

use super::prepared::Prepared;
use crate::domain::class_label::ClassLabel;
use crate::domain::id::PersonId;
use crate::domain::person::Person;
use crate::domain::school_class::SchoolClass;
use crate::ops::error::OpError;
use crate::ops::roster::import::LIST_YEAR;
use crate::roster_file::{RecordClass, separates_classes, taught_classes};
use crate::storage::{Act, ImportedValue, Row};

/// Writes the classes of the new year for all who teach, unless a list of that year has told them already. It is no
/// change by hand in the eyes of the next import.
pub(super) fn raise(
    act: &mut Act<'_>,
    prepared: &Prepared,
    staff: Vec<Person>,
    imported: &mut BTreeMap<PersonId, ImportedValue>,
) -> Result<(), OpError> {
    let year = prepared.plan.to_year;
    for mut person in staff {
        let Some(before) = person.teaches.take() else { continue };
        let id = person.id;
        let value = imported.entry(id).or_insert_with(|| ImportedValue { person: id, fields: Row::new() });
        let told = value.fields.get(LIST_YEAR).and_then(serde_json::Value::as_i64);
        if told.is_some_and(|told| told >= i64::from(year)) {
            continue;
        }
        person.teaches = raised(&before, prepared);
        if value.fields.get("teaches") == Some(&json!(before)) {
            let _ = match &person.teaches {
                Some(text) => value.fields.insert("teaches".to_owned(), json!(text)),
                None => value.fields.remove("teaches"),
            };
        }
        let _ = value.fields.insert(LIST_YEAR.to_owned(), json!(year));
        let _ = act.put(&*value)?;
        let _ = act.put(&person)?;
    }
    Ok(())
}

/// The classes that those of a text become; what leaves is no longer taught, what is no class of the old year stays.
fn raised(text: &str, prepared: &Prepared) -> Option<String> {
    let year = prepared.plan.to_year - 1;
    let of_class = |class: &SchoolClass| {
        let label = ClassLabel::parse(&class.label, class.school_year);
        RecordClass { label, written: class.label.clone() }
    };
    let mut next: Vec<String> = Vec::new();
    for named in taught_classes(text, year) {
        let mut of_year = prepared.snapshot.classes.values().filter(|class| class.school_year == year);
        let labels = match of_year.find(|class| of_class(class).is_same(&named)) {
            Some(class) => {
                let old = prepared.plan.old.iter().find(|old| old.id == class.id);
                old.map(|old| old.labels.clone()).unwrap_or_default()
            }
            None => vec![named.written],
        };
        for label in labels {
            // A name with a comma would come back as two.
            if !next.contains(&label) && !label.contains(separates_classes) {
                next.push(label);
            }
        }
    }
    (!next.is_empty()).then(|| next.join("、"))
}
