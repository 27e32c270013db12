//! Who boarded on a day. Boarding stands in the person's record; what it was before a later change, the journal
//! knows, so that a change never alters the counts of days gone by.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::{StorageError, Store};
use crate::domain::id::PersonId;
use crate::domain::person::Boarding;

/// The beginning of a question about day `?1`: table `was` holds the people whose record changed after that day,
/// with their boarding at its end. Who was only entered later counts as entered. The CROSS JOIN keeps the order:
/// few operations are later than the day, so the journal is not read through.
pub(super) const WAS: &str = "WITH later AS MATERIALIZED (
        SELECT json_extract(j.record, '$[0]') AS person, min(j.seq) AS seq
        FROM operation o CROSS JOIN journal j ON j.operation = o.seq
        WHERE o.at >= date(?1, '+1 day') AND j.tbl = 'person' GROUP BY 1),
    was AS MATERIALIZED (
        SELECT later.person, json_extract(coalesce(y.before, y.after), '$.boarding') AS boarding
        FROM later JOIN journal_payload y ON y.seq = later.seq)";
/// Whether person `p`, joined with `was`, boarded on the day.
pub(super) const BOARDED: &str =
    "CASE WHEN was.person IS NULL THEN p.boarding ELSE was.boarding END = 'boarder'";

impl Store {
    /// Boarding at the end of a day of everyone whose record was changed later.
    pub fn boarding_on(&self, day: NaiveDate) -> Result<BTreeMap<PersonId, Option<Boarding>>, StorageError> {
        let mut statement =
            self.connection.prepare_cached(&format!("{WAS} SELECT person, boarding FROM was"))?;
        let mut rows = statement.query([day.to_string()])?;
        let mut found = BTreeMap::new();
        while let Some(row) = rows.next()? {
            let (person, boarding): (String, Option<String>) = (row.get(0)?, row.get(1)?);
            let boarding = match boarding.as_deref() {
                Some("boarder") => Some(Boarding::Boarder),
                Some("day") => Some(Boarding::Day),
                _ => None,
            };
            found.extend(person.parse().ok().map(|person| (person, boarding)));
        }
        Ok(found)
    }
}
