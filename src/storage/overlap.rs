//! People who are in two places at once, or in none where something was found: for `doctor`.

use chrono::NaiveDate;

use super::{StorageError, Store};
use crate::domain::id::PersonId;

/// Two spans of a person that share days although only one can be true.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Overlap {
    /// The person.
    pub person: PersonId,
    /// The table: `enrolment`, `boarding`, `dormitory_stay` or `employment`.
    pub table: &'static str,
    /// The first day that both hold.
    pub from: NaiveDate,
    /// The last one; `None`: both go on.
    pub to: Option<NaiveDate>,
}

/// A finding of somebody whom its sheet does not count.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct StrayFinding {
    /// The person.
    pub person: PersonId,
    /// The day of the sheet.
    pub date: NaiveDate,
}

impl Store {
    /// The findings of people who were not in the class, the room or the staff of the sheet on its day.
    pub fn stray_findings(&self) -> Result<Vec<StrayFinding>, StorageError> {
        let within =
            "it.person = f.person AND it.from_day <= f.date AND (it.to_day IS NULL OR f.date <= it.to_day)";
        let mut statement = self.connection.prepare(&format!(
            "SELECT DISTINCT f.person, f.date FROM finding f WHERE CASE
                 WHEN f.grp = 'staff' THEN NOT EXISTS (SELECT 1 FROM employment it WHERE {within})
                 WHEN f.grp LIKE 'dormitory:%' THEN NOT EXISTS (SELECT 1 FROM dormitory_stay it
                     WHERE {within} AND f.grp = 'dormitory:' || it.dormitory)
                 ELSE NOT EXISTS (SELECT 1 FROM enrolment it
                     WHERE {within} AND f.grp = 'class:' || it.class) END
             ORDER BY f.date, f.person"
        ))?;
        let mut found = Vec::new();
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let (person, date): (String, String) = (row.get(0)?, row.get(1)?);
            if let (Ok(person), Ok(date)) = (person.parse(), date.parse()) {
                found.push(StrayFinding { person, date });
            }
        }
        Ok(found)
    }

    /// The spans that overlap, by table and person.
    pub fn overlaps(&self) -> Result<Vec<Overlap>, StorageError> {
        let mut found = Vec::new();
        // What orders two rows of a person: the table's own key where it has no other.
        let tables = [
            ("enrolment", "rowid"),
            ("boarding", "from_day"),
            ("dormitory_stay", "rowid"),
            ("employment", "rowid"),
        ];
        for (table, order) in tables {
            let mut statement = self.connection.prepare(&format!(
                "SELECT a.person, max(a.from_day, b.from_day),
                     CASE WHEN a.to_day IS NULL THEN b.to_day WHEN b.to_day IS NULL THEN a.to_day
                          ELSE min(a.to_day, b.to_day) END
                 FROM {table} a JOIN {table} b ON a.person = b.person AND a.{order} < b.{order}
                 WHERE (b.to_day IS NULL OR a.from_day <= b.to_day)
                   AND (a.to_day IS NULL OR b.from_day <= a.to_day)
                 ORDER BY 1, 2"
            ))?;
            let mut rows = statement.query([])?;
            while let Some(row) = rows.next()? {
                let (person, from, to): (String, String, Option<String>) =
                    (row.get(0)?, row.get(1)?, row.get(2)?);
                if let (Ok(person), Ok(from)) = (person.parse(), from.parse()) {
                    let to = to.and_then(|to| to.parse().ok());
                    found.push(Overlap { person, table, from, to });
                }
            }
        }
        Ok(found)
    }
}
