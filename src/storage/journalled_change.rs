//! One changed record as the journal keeps it.

use chrono::{Days, NaiveDate};
use serde_json::Value;

use super::record::Row;
use super::{StorageError, Store};

/// Tables with spans of days of a person: what is restored by halves puts the person in two places.
const SPANS: [&str; 5] = ["enrolment", "employment", "dormitory_stay", "boarding", "free_group_member"];

/// Other tables whose records belong to one person.
const OWN: [&str; 13] = [
    "person",
    "health_note",
    "vaccination_check",
    "imported_value",
    "trace",
    "illness_case",
    "isolation",
    "case_contact",
    "return_clearance",
    "home_day",
    "return_review",
    "screening",
    "slip",
];

/// The person whose record it is, if it is one person's.
pub(super) fn person_of<'k>(table: &str, key: &'k [Value]) -> Option<&'k str> {
    let own = SPANS.contains(&table) || OWN.contains(&table);
    key.first().filter(|_| own).and_then(Value::as_str)
}

/// Whether a table holds spans of days of a person.
pub(super) fn has_spans(table: &str) -> bool {
    SPANS.contains(&table)
}

/// A record with what it was before and after.
pub(super) struct JournalledChange {
    pub table: String,
    /// The key as the journal writes it.
    pub record: String,
    pub key: Vec<Value>,
    pub before: Option<Row>,
    /// Also `None` where the journal keeps the digest alone.
    pub after: Option<Row>,
}

impl JournalledChange {
    /// The person whose record it is; all of them are restored or kept together.
    pub fn person(&self) -> Option<&str> {
        person_of(&self.table, &self.key)
    }

    /// The class, room or group that a person's record names.
    pub fn place(&self) -> Option<&str> {
        let named = ["enrolment", "dormitory_stay", "free_group_member"].contains(&self.table.as_str());
        self.key.get(1).filter(|_| named).and_then(Value::as_str)
    }

    /// First and last of the days on which the person belongs elsewhere before than after.
    pub fn days(&self) -> Option<(NaiveDate, NaiveDate)> {
        let day = |row: &Row, column| row.get(column).and_then(Value::as_str)?.parse::<NaiveDate>().ok();
        let span = |row: &Row| Some((day(row, "from_day")?, day(row, "to_day").unwrap_or(NaiveDate::MAX)));
        let rows = (self.before.as_ref(), self.after.as_ref());
        match (rows.0.and_then(span), rows.1.and_then(span)) {
            (Some((from, was)), Some((_, is))) => {
                let kind = |row: Option<&Row>| row.and_then(|row| row.get("kind")).cloned();
                if kind(rows.0) != kind(rows.1) {
                    return Some((from, was.max(is)));
                }
                // The first day is part of the key.
                Some((was.min(is).checked_add_days(Days::new(1))?, was.max(is)))
            }
            (one, other) => one.or(other),
        }
    }
}

impl Store {
    /// What an operation changed, in its order.
    pub(super) fn changes_of(&self, operation: i64) -> Result<Vec<JournalledChange>, StorageError> {
        let mut statement = self.connection.prepare(
            "SELECT tbl, record, before, after
             FROM journal LEFT JOIN journal_payload USING (seq) WHERE operation = ?1 ORDER BY seq",
        )?;
        let mut rows = statement.query([operation])?;
        let mut changes = Vec::new();
        while let Some(row) = rows.next()? {
            let parse = |text: Option<String>| text.and_then(|t| serde_json::from_str::<Row>(&t).ok());
            let record: String = row.get(1)?;
            changes.push(JournalledChange {
                table: row.get(0)?,
                key: serde_json::from_str(&record).unwrap_or_default(),
                record,
                before: parse(row.get(2)?),
                after: parse(row.get(3)?),
            });
        }
        Ok(changes)
    }
}
