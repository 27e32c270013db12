//! What was done after an operation, as far as it still stands.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use rusqlite::Connection;
use serde_json::Value;

use super::StorageError;
use super::journalled_change::{JournalledChange, has_spans, person_of};
use crate::domain::session::Session;

/// The records that are no longer as an operation left them. What was changed and taken back again is not among
/// them, so that a row of undos works.
#[derive(Default)]
pub(super) struct LaterWork {
    /// Table and key.
    changed: BTreeSet<(String, String)>,
    /// People of whom a record was changed; true: where or when they belong.
    people: BTreeMap<String, bool>,
    /// Days and sessions of which sheets were written, by group.
    sheets: BTreeMap<String, BTreeSet<(NaiveDate, Session)>>,
}

impl LaterWork {
    /// Reads the journal behind an operation.
    pub fn since(connection: &Connection, operation: i64) -> Result<Self, StorageError> {
        let mut statement = connection.prepare_cached(
            "SELECT tbl, record, before_digest, after_digest FROM journal WHERE operation > ?1 ORDER BY seq",
        )?;
        let mut rows = statement.query([operation])?;
        let mut records: BTreeMap<(String, String), [Option<String>; 2]> = BTreeMap::new();
        while let Some(row) = rows.next()? {
            let (before, after): (Option<String>, Option<String>) = (row.get(2)?, row.get(3)?);
            let [_, last] = records.entry((row.get(0)?, row.get(1)?)).or_insert([before, None]);
            *last = after;
        }
        let mut found = Self::default();
        for ((table, record), [before, after]) in records {
            if before != after {
                found.add(&table, &record, after.is_some());
                let _ = found.changed.insert((table, record));
            }
        }
        Ok(found)
    }

    fn add(&mut self, table: &str, record: &str, stands: bool) {
        let key: Vec<Value> = serde_json::from_str(record).unwrap_or_default();
        if let Some(person) = person_of(table, &key) {
            *self.people.entry(person.to_owned()).or_default() |= has_spans(table);
        }
        if stands
            && ["sheet", "finding"].contains(&table)
            && let [Value::String(group), Value::String(date), Value::String(session), ..] = key.as_slice()
            && let (Ok(date), Ok(session)) = (date.parse(), session.parse())
        {
            let _ = self.sheets.entry(group.clone()).or_default().insert((date, session));
        }
    }

    /// Whether the record is no longer as the operation left it.
    pub fn changed(&self, change: &JournalledChange) -> bool {
        self.changed.contains(&(change.table.clone(), change.record.clone()))
    }

    /// Whether later work stands in the way of taking this change of a person back by itself: the record is
    /// another, the person belongs elsewhere since, or is no longer as the operation brought it in.
    pub fn builds_on(&self, change: &JournalledChange) -> bool {
        let spans = change.person().and_then(|person| self.people.get(person));
        let brought = change.table == "person" && change.before.is_none();
        spans.is_some_and(|moved| brought || *moved && has_spans(&change.table)) || self.changed(change)
    }

    /// Whether a sheet written later has counted the person by what this change did. A nil sheet counts everybody
    /// although it names nobody.
    pub fn counted(&self, connection: &Connection, change: &JournalledChange) -> Result<bool, StorageError> {
        let (Some(days), false) = (change.days(), self.sheets.is_empty()) else { return Ok(false) };
        let group = match (change.table.as_str(), change.place()) {
            ("enrolment", Some(class)) => format!("class:{class}"),
            ("dormitory_stay", Some(room)) => format!("dormitory:{room}"),
            ("employment", _) => "staff".to_owned(),
            ("boarding", _) => return self.counted_at_night(connection, change.person(), days),
            _ => return Ok(false),
        };
        Ok(self.has_sheet(&group, days, None))
    }

    /// In the evening boarders are counted, by class or by room.
    fn counted_at_night(
        &self,
        connection: &Connection,
        person: Option<&str>,
        (first, last): (NaiveDate, NaiveDate),
    ) -> Result<bool, StorageError> {
        let mut statement = connection.prepare_cached(
            "SELECT 'class:' || class, from_day, to_day FROM enrolment WHERE person = ?1 UNION ALL
             SELECT 'dormitory:' || dormitory, from_day, to_day FROM dormitory_stay WHERE person = ?1",
        )?;
        let mut rows = statement.query([person])?;
        while let Some(row) = rows.next()? {
            let (group, from, to): (String, String, Option<String>) = (row.get(0)?, row.get(1)?, row.get(2)?);
            let from = from.parse().unwrap_or(NaiveDate::MIN).max(first);
            let to = to.and_then(|to| to.parse().ok()).unwrap_or(NaiveDate::MAX).min(last);
            if self.has_sheet(&group, (from, to), Some(Session::Evening)) {
                return Ok(true);
            }
        }
        Ok(false)
    }

    fn has_sheet(&self, group: &str, (first, last): (NaiveDate, NaiveDate), only: Option<Session>) -> bool {
        self.sheets.get(group).is_some_and(|sheets| {
            let mut within = sheets.iter().filter(|(date, _)| (first..=last).contains(date));
            within.any(|(_, session)| only.is_none_or(|only| only == *session))
        })
    }
}
