//! People who are in two places at once: for `doctor`.

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

impl Store {
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
