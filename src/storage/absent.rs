//! Who may be absent now, found from each group's last day alone, so that it costs the same after years.

use chrono::NaiveDate;

use super::store::read;
use super::{FindingRow, StorageError, Store};
use crate::domain::id::{ClassId, PersonId};
use crate::domain::session::Session;

/// What was found on the last day, and since, on which a confirmed sheet showed everybody of a class or of the staff.
pub(super) const LAST_FOUND: &str = "SELECT f.* FROM
       (SELECT 'class:' || id AS grp FROM school_class WHERE school_year >= ?4 UNION ALL SELECT 'staff') g
     JOIN finding f ON f.grp = g.grp AND f.date <= ?2 AND f.date >= max(?1,
       (SELECT l.date FROM sheet l WHERE l.grp = g.grp AND l.date <= ?2 AND l.confirmed_at IS NOT NULL
          AND instr(?3, ' ' || l.session || ' ') > 0 ORDER BY l.date DESC LIMIT 1))
     JOIN sheet s ON s.grp = f.grp AND s.date = f.date AND s.session = f.session AND s.confirmed_at IS NOT NULL
     ORDER BY f.date";

/// The same of those who have left the class or the staff since: on the last such day that they belonged to it, and since.
pub(super) const FOUND_BEFORE_LEAVING: &str = "SELECT f.* FROM
       (SELECT person, 'class:' || class AS grp, from_day, to_day FROM enrolment
          WHERE to_day >= ?1 AND to_day < ?2
            AND (?4 IS NULL OR person IN (SELECT n.person FROM enrolment n WHERE n.class = ?4 AND n.from_day <= ?2))
        UNION ALL SELECT person, 'staff', from_day, to_day FROM employment
          WHERE to_day >= ?1 AND to_day < ?2 AND ?4 IS NULL) m
     CROSS JOIN finding f ON f.person = m.person AND f.grp = m.grp AND f.date <= m.to_day
       AND f.date >= max(?1, m.from_day,
       (SELECT l.date FROM sheet l WHERE l.grp = m.grp AND l.date <= m.to_day AND l.confirmed_at IS NOT NULL
          AND instr(?3, ' ' || l.session || ' ') > 0 ORDER BY l.date DESC LIMIT 1))
     JOIN sheet s ON s.grp = f.grp AND s.date = f.date AND s.session = f.session AND s.confirmed_at IS NOT NULL
     ORDER BY f.date";

impl Store {
    /// What confirmed sheets found, in the classes of a school year and later ones and among the staff, on the last day, and
    /// since, on which a sheet of one of the `sessions`, which show everybody, was confirmed; only of days from `since` to
    /// `until`.
    pub fn last_found(
        &self,
        since: NaiveDate,
        until: NaiveDate,
        sessions: &[Session],
        school_year: i32,
    ) -> Result<Vec<FindingRow>, StorageError> {
        let params = (since.to_string(), until.to_string(), joined(sessions), school_year);
        read(&self.connection, LAST_FOUND, params, |row, _| Ok(row))
    }

    /// What confirmed sheets of a class or of the staff found of people who have left it before `until`: on the last day,
    /// and since, on which it had a sheet of one of the `sessions` while they belonged to it. Of days from `since` on; where
    /// a class is given, only of those who came into that one.
    pub fn found_before_leaving(
        &self,
        since: NaiveDate,
        until: NaiveDate,
        sessions: &[Session],
        into: Option<ClassId>,
    ) -> Result<Vec<FindingRow>, StorageError> {
        let into = into.map(|class| class.to_string());
        let params = (since.to_string(), until.to_string(), joined(sessions), into);
        read(&self.connection, FOUND_BEFORE_LEAVING, params, |row, _| Ok(row))
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

/// Names of sessions as the statements look for them.
fn joined(sessions: &[Session]) -> String {
    let names: Vec<&str> = sessions.iter().map(|session| session.name()).collect();
    format!(" {} ", names.join(" "))
}
