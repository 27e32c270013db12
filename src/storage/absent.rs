//! Who may be absent now, found from recent sheets alone.

use chrono::NaiveDate;

use super::store::key_list;
use super::{StorageError, Store};
use crate::domain::id::PersonId;
use crate::domain::session::Session;

/// People who were missed, or seen ill after they had been missed, on a day after which no sheet of their class or of the
/// staff has shown them. Whoever is missed on every sheet is found by the last of them.
pub(super) const PERHAPS_ABSENT: &str = "SELECT DISTINCT f.person FROM finding f
     JOIN sheet s ON s.grp = f.grp AND s.date = f.date AND s.session = f.session AND s.confirmed_at IS NOT NULL
     WHERE f.date BETWEEN ?1 AND ?2
       AND NOT EXISTS (SELECT 1 FROM enrolment e JOIN sheet l ON l.grp = 'class:' || e.class
           WHERE e.person = f.person AND l.date > f.date AND l.date <= ?2
             AND l.date >= e.from_day AND (e.to_day IS NULL OR l.date <= e.to_day)
             AND l.confirmed_at IS NOT NULL AND l.session IN (SELECT value FROM json_each(?3)))
       AND NOT EXISTS (SELECT 1 FROM employment m JOIN sheet l ON l.grp = 'staff'
           WHERE m.person = f.person AND l.date > f.date AND l.date <= ?2
             AND l.date >= m.from_day AND (m.to_day IS NULL OR l.date <= m.to_day)
             AND l.confirmed_at IS NOT NULL AND l.session IN (SELECT value FROM json_each(?3)))
       AND EXISTS (SELECT 1 FROM finding b WHERE b.person = f.person AND b.date BETWEEN ?1 AND f.date
             AND json_extract(b.body, '$.attendance') IN ('ill', 'unknown'))";

impl Store {
    /// People who were missed, ill or for an unknown reason, on the days `since` to `until`, and of whom something was
    /// found on the last day on which a confirmed sheet of one of the `sessions`, which show everybody, could show them.
    pub fn perhaps_absent(
        &self,
        since: NaiveDate,
        until: NaiveDate,
        sessions: &[Session],
    ) -> Result<Vec<PersonId>, StorageError> {
        let mut statement = self.connection.prepare_cached(PERHAPS_ABSENT)?;
        let mut rows = statement.query([since.to_string(), until.to_string(), key_list(sessions)])?;
        let mut people: Vec<PersonId> = Vec::new();
        while let Some(row) = rows.next()? {
            people.extend(row.get_ref(0)?.as_str().ok().and_then(|id| id.parse::<PersonId>().ok()));
        }
        people.sort_unstable();
        Ok(people)
    }

    /// People who were missed, ill or for an unknown reason, on any of the days `from` to `to`.
    pub fn missed_between(&self, from: NaiveDate, to: NaiveDate) -> Result<Vec<PersonId>, StorageError> {
        let mut statement = self.connection.prepare_cached(
            "SELECT DISTINCT person FROM finding WHERE date BETWEEN ?1 AND ?2
                 AND json_extract(body, '$.attendance') IN ('ill', 'unknown') ORDER BY person",
        )?;
        let mut rows = statement.query([from.to_string(), to.to_string()])?;
        let mut people: Vec<PersonId> = Vec::new();
        while let Some(row) = rows.next()? {
            people.extend(row.get_ref(0)?.as_str().ok().and_then(|id| id.parse::<PersonId>().ok()));
        }
        Ok(people)
    }
}
