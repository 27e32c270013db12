//! One value before and after: since when it is there, who typed it, and by which act.

use std::collections::BTreeMap;

use chrono::NaiveDateTime;
use serde::Serialize;
use serde_json::Value;

use super::health_op::health_word;
use crate::domain::group::Group;
use crate::domain::health_note::HealthKind;
use crate::domain::person::{Boarding, LeftBehind, Sex};
use crate::domain::vaccination_check::VaccinationCheck;
use crate::i18n::Tr;
use crate::ops::book::Book;
use crate::ops::error::OpError;
use crate::ops::roster::import::import_words as words;
use crate::storage::{RecordChange, Row};

/// A changed value.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ValueChange {
    /// When.
    pub at: NaiveDateTime,
    /// By whom.
    pub by: String,
    /// Kind of the act: `import`, `edit_person`, `promote` …
    pub act: String,
    /// The act in words.
    pub words: String,
    /// Whether the act was itself taken back later.
    pub taken_back: bool,
    /// Stable name of the field: `guardian_phone`, `class` …
    pub field: String,
    /// Name of the field on the screen.
    pub label: String,
    /// Before; `None`: nothing.
    pub old: Option<String>,
    /// After; `None`: nothing.
    pub new: Option<String>,
}

/// A value of a record: field, label, before and after.
type Difference = (String, String, Option<String>, Option<String>);
/// Names of records that are no longer there, by table and key, so that each is looked for once.
type Gone = BTreeMap<(&'static str, String), String>;

impl Book {
    pub(super) fn value_changes(&self, records: &[RecordChange]) -> Result<Vec<ValueChange>, OpError> {
        let mut changes = Vec::new();
        let mut gone = Gone::default();
        for record in records {
            let operation = &record.operation;
            let done = self.operation_words(&operation.kind, &operation.detail);
            let words = if operation.undoes.is_some() { self.tr.person_file_taken_back() } else { done };
            for (field, label, old, new) in self.differences(record, &mut gone)? {
                changes.push(ValueChange {
                    at: operation.at,
                    by: self.name_or_post(&operation.actor),
                    act: operation.kind.clone(),
                    words: words.clone(),
                    taken_back: operation.undone_by.is_some(),
                    field,
                    label,
                    old,
                    new,
                });
            }
        }
        Ok(changes)
    }

    fn differences(&self, record: &RecordChange, gone: &mut Gone) -> Result<Vec<Difference>, OpError> {
        let tr = &self.tr;
        let (before, after) = (record.before.as_ref(), record.after.as_ref());
        let one = |field: &str, label: String, old: Option<String>, new: Option<String>| {
            vec![(field.to_owned(), label, old, new)]
        };
        Ok(match record.table.as_str() {
            "person" => details(before, after, tr),
            "enrolment" => {
                let mut name = |row| self.place_words(row, "class", gone);
                one("class", tr.roster_field_class(), name(before)?, name(after)?)
            }
            "dormitory_stay" => {
                let mut name = |row| self.place_words(row, "dormitory", gone);
                one("dormitory", tr.roster_field_dormitory(), name(before)?, name(after)?)
            }
            "boarding" => {
                let name = |row: Option<&Row>| {
                    row.map(|row| {
                        let kind = row.get("kind").map(|kind| value_words("boarding", kind, tr));
                        self.span_words(&kind.unwrap_or_default(), row)
                    })
                };
                one("boarding", tr.roster_field_boarding(), name(before), name(after))
            }
            "free_group_member" => {
                let mut name = |row| self.group_words(row, gone);
                one("group", tr.group_screen_person(), name(before)?, name(after)?)
            }
            "employment" => {
                let name = |row: Option<&Row>| row.map(|row| self.span_words(&self.tr.ops_staff(), row));
                one("employment", tr.person_file_employment(), name(before), name(after))
            }
            "health_note" => {
                let kind = before.or(after).and_then(|row| row.get("kind")).and_then(Value::as_str);
                let Some(kind) = kind.and_then(HealthKind::from_name) else { return Ok(Vec::new()) };
                let told = |row: Option<&Row>| {
                    let text =
                        |row: &Row, key| row.get(key).and_then(Value::as_str).unwrap_or_default().to_owned();
                    row.map(|row| tr.person_file_from(&text(row, "day"), &text(row, "text")))
                };
                one(kind.name(), health_word(kind, tr), told(before), told(after))
            }
            _ => {
                let told = |row: Option<&Row>| {
                    let body = row.and_then(|row| row.get("body")).cloned()?;
                    let check: VaccinationCheck = serde_json::from_value(body).ok()?;
                    let day = check.day.to_string();
                    Some(tr.person_file_from(&day, &self.vaccination_view(check).words))
                };
                one("vaccination", tr.person_file_vaccination(), told(before), told(after))
            }
        })
    }

    /// Name of the class or room of a membership, with its days.
    fn place_words(
        &self,
        row: Option<&Row>,
        key: &'static str,
        gone: &mut Gone,
    ) -> Result<Option<String>, OpError> {
        let Some(row) = row else { return Ok(None) };
        let id = row.get(key).and_then(Value::as_str).unwrap_or_default();
        let group = match key {
            "class" => id.parse().ok().map(Group::Class),
            _ => id.parse().ok().map(Group::Dormitory),
        };
        let name = match group.map(|group| self.group_info(group)) {
            Some(Ok(info)) => info.label,
            // A class or room that was taken back together with its pupils.
            None | Some(Err(OpError::NoSuchClass { .. } | OpError::NoSuchRoom { .. })) => {
                self.name_of_gone(if key == "class" { "school_class" } else { key }, id, gone)?
            }
            Some(Err(other)) => return Err(other),
        };
        Ok(Some(self.span_words(&name, row)))
    }

    /// Name of a group beside the classes, with the days in it.
    fn group_words(&self, row: Option<&Row>, gone: &mut Gone) -> Result<Option<String>, OpError> {
        let Some(row) = row else { return Ok(None) };
        let id = row.get("free_group").and_then(Value::as_str).unwrap_or_default();
        let there = self.store.free_groups()?.into_iter().find(|group| group.id.to_string() == id);
        let label = match there {
            Some(group) => group.label,
            None => self.name_of_gone("free_group", id, gone)?,
        };
        Ok(Some(self.span_words(&label, row)))
    }

    /// Name of what was taken back, as the journal keeps it; a dash where its values were erased.
    fn name_of_gone(&self, table: &'static str, id: &str, gone: &mut Gone) -> Result<String, OpError> {
        if let Some(known) = gone.get(&(table, id.to_owned())) {
            return Ok(known.clone());
        }
        let last = self.store.last_known(table, id)?;
        let label = last.as_ref().and_then(|row| row.get("label")).and_then(Value::as_str);
        let label = label.unwrap_or("–").to_owned();
        let _ = gone.insert((table, id.to_owned()), label.clone());
        Ok(label)
    }

    fn span_words(&self, name: &str, row: &Row) -> String {
        let day = |key: &str| row.get(key).and_then(Value::as_str);
        match (day("from_day"), day("to_day")) {
            (Some(from), Some(to)) => self.tr.person_file_span(from, to, name),
            (from, _) => self.tr.person_file_from(from.unwrap_or_default(), name),
        }
    }
}

/// The fields of a person that differ; of a new record those that hold something.
fn details(before: Option<&Row>, after: Option<&Row>, tr: &Tr) -> Vec<Difference> {
    let Some(fields) = after.or(before) else { return Vec::new() };
    let value =
        |row: Option<&Row>, field: &str| row.and_then(|row| row.get(field)).filter(|v| !v.is_null()).cloned();
    let mut found = Vec::new();
    for field in fields.keys().filter(|field| *field != "id" && *field != "kind") {
        let (old, new) = (value(before, field), value(after, field));
        if old != new {
            let told = |value: Option<Value>| value.map(|value| value_words(field, &value, tr));
            found.push((field.clone(), words::field(tr, field), told(old), told(new)));
        }
    }
    found
}

fn value_words(field: &str, value: &Value, tr: &Tr) -> String {
    fn of<T: serde::de::DeserializeOwned>(value: &Value) -> Option<T> {
        serde_json::from_value(value.clone()).ok()
    }
    let known = match field {
        "sex" => of(value).map(|sex| match sex {
            Sex::Male => tr.person_male(),
            Sex::Female => tr.person_female(),
        }),
        "boarding" => of(value).map(|boarding| match boarding {
            Boarding::Day => tr.person_day(),
            Boarding::Boarder => tr.person_boarder(),
        }),
        "left_behind" => of(value).map(|left_behind| match left_behind {
            LeftBehind::No => tr.import_left_behind_no(),
            LeftBehind::OneParent => tr.import_left_behind_one(),
            LeftBehind::BothParents => tr.import_left_behind_both(),
            LeftBehind::Yes => tr.import_left_behind_yes(),
        }),
        _ => None,
    };
    known.or_else(|| value.as_str().map(str::to_owned)).unwrap_or_else(|| value.to_string())
}
