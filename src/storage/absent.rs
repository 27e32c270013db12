//! Who may be absent now, found from recent sheets alone.

use chrono::NaiveDate;

use super::store::key_list;
use super::{StorageError, Store};
use crate::domain::id::PersonId;
use crate::domain::session::Session;

/// People missed on a day after which no sheet of their class or of the staff would have shown them again. A person who
/// is missed on every sheet is found by the last of them.
pub(super) const PERHAPS_ABSENT: &str = "SELECT DISTINCT f.person FROM finding f
     JOIN sheet s ON s.grp = f.grp AND s.date = f.date AND s.session = f.session AND s.confirmed_at IS NOT NULL
     WHERE f.date BETWEEN ?1 AND ?2 AND json_extract(f.body, '$.attendance') IN ('ill', 'unknown')
       AND NOT EXISTS (SELECT 1 FROM enrolment e JOIN sheet l ON l.grp = 'class:' || e.class
           WHERE e.person = f.person AND l.date > f.date AND l.date <= ?2
             AND l.date >= e.from_day AND (e.to_day IS NULL OR l.date <= e.to_day)
             AND l.confirmed_at IS NOT NULL AND l.session IN (SELECT value FROM json_each(?3)))
       AND NOT EXISTS (SELECT 1 FROM employment m JOIN sheet l ON l.grp = 'staff'
           WHERE m.person = f.person AND l.date > f.date AND l.date <= ?2
             AND l.date >= m.from_day AND (m.to_day IS NULL OR l.date <= m.to_day)
             AND l.confirmed_at IS NOT NULL AND l.session IN (SELECT value FROM json_each(?3)))";

impl Store {
    /// People who were missed, ill or for an unknown reason, on a confirmed sheet of the days `since` to `until` and whom
    /// no confirmed sheet of a later day, of one of the `sessions` that show everybody, has shown as back.
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
}
