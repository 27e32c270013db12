//! Who may be absent now, found from each group's last day alone, so that it costs the same after years.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use rusqlite::{OptionalExtension, Params};

use super::store::read;
use super::{FindingRow, StorageError, Store};
use crate::domain::group::Group;
use crate::domain::id::PersonId;
use crate::domain::session::Session;

/// What was found on the last day, and since, on which a confirmed sheet showed everybody of a class, of the staff or of a
/// dormitory, which has sheets of boarders alone.
pub(super) const LAST_FOUND: &str = "SELECT f.* FROM
       (SELECT 'class:' || id AS grp, 0 AS room FROM school_class WHERE school_year >= ?4
        UNION ALL SELECT 'staff', 0 UNION ALL SELECT 'dormitory:' || id, 1 FROM dormitory) g
     CROSS JOIN finding f ON f.grp = g.grp AND f.date <= ?2 AND f.date >= max(?1,
       (SELECT l.date FROM sheet l WHERE l.grp = g.grp AND l.date <= ?2 AND l.confirmed_at IS NOT NULL
          AND (g.room OR instr(?3, ' ' || l.session || ' ') > 0) ORDER BY l.date DESC LIMIT 1))
     JOIN sheet s ON s.grp = f.grp AND s.date = f.date AND s.session = f.session AND s.confirmed_at IS NOT NULL
     ORDER BY f.date";

/// The same of those who have left the class or the staff since: on the last such day that they belonged to it, and since.
pub(super) const FOUND_BEFORE_LEAVING: &str = "SELECT f.* FROM
       (SELECT person, 'class:' || class AS grp, from_day, to_day FROM enrolment
          WHERE to_day >= ?1 AND to_day < ?2
        UNION ALL SELECT person, 'staff', from_day, to_day FROM employment
          WHERE to_day >= ?1 AND to_day < ?2) m
     CROSS JOIN finding f ON f.person = m.person AND f.grp = m.grp AND f.date <= m.to_day
       AND f.date >= max(?1, m.from_day,
       (SELECT l.date FROM sheet l WHERE l.grp = m.grp AND l.date <= m.to_day AND l.confirmed_at IS NOT NULL
          AND instr(?3, ' ' || l.session || ' ') > 0 ORDER BY l.date DESC LIMIT 1))
     JOIN sheet s ON s.grp = f.grp AND s.date = f.date AND s.session = f.session AND s.confirmed_at IS NOT NULL
     ORDER BY f.date";

impl Store {
    /// What confirmed sheets found, in the classes of a school year and later ones, in dormitories and among the staff, on the last day, and
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
    /// and since, on which it had a sheet of one of the `sessions` while they belonged to it. Of days from `since` on.
    pub fn found_before_leaving(
        &self,
        since: NaiveDate,
        until: NaiveDate,
        sessions: &[Session],
    ) -> Result<Vec<FindingRow>, StorageError> {
        let params = (since.to_string(), until.to_string(), joined(sessions));
        read(&self.connection, FOUND_BEFORE_LEAVING, params, |row, _| Ok(row))
    }

    /// The last day before `until` on which a group had a confirmed sheet of one of the `sessions`, and who belonged to it then.
    pub fn last_shown(
        &self,
        group: Group,
        until: NaiveDate,
        sessions: &[Session],
    ) -> Result<Option<(NaiveDate, BTreeSet<PersonId>)>, StorageError> {
        let mut statement = self.connection.prepare_cached(
            "SELECT date FROM sheet WHERE grp = ?1 AND date < ?2 AND confirmed_at IS NOT NULL
               AND instr(?3, ' ' || session || ' ') > 0 ORDER BY date DESC LIMIT 1",
        )?;
        let params = (group.to_string(), until.to_string(), joined(sessions));
        let last: Option<String> = statement.query_row(params, |row| row.get(0)).optional()?;
        let Some(day) = last.and_then(|day| day.parse::<NaiveDate>().ok()) else { return Ok(None) };
        let (sql, of) = match group {
            Group::Class(class) => ("SELECT person FROM enrolment WHERE class = ?1", class.to_string()),
            Group::Dormitory(room) => {
                ("SELECT person FROM dormitory_stay WHERE dormitory = ?1", room.to_string())
            }
            Group::Staff => ("SELECT person FROM employment WHERE ?1 = 'staff'", group.to_string()),
        };
        let covers = "AND from_day <= ?2 AND (to_day IS NULL OR to_day >= ?2)";
        Ok(Some((day, self.who(&format!("{sql} {covers}"), (of, day.to_string()))?)))
    }

    fn who(&self, sql: &str, params: impl Params) -> Result<BTreeSet<PersonId>, StorageError> {
        let mut statement = self.connection.prepare_cached(sql)?;
        let mut rows = statement.query(params)?;
        let mut people = BTreeSet::new();
        while let Some(row) = rows.next()? {
            people.extend(row.get_ref(0)?.as_str().ok().and_then(|id| id.parse::<PersonId>().ok()));
        }
        Ok(people)
    }

    /// People who were missed, ill or for an unknown reason, on any of the days `from` to `to`.
    pub fn missed_between(&self, from: NaiveDate, to: NaiveDate) -> Result<Vec<PersonId>, StorageError> {
        let people = self.who(
            "SELECT DISTINCT person FROM finding WHERE date BETWEEN ?1 AND ?2
                 AND json_extract(body, '$.attendance') IN ('ill', 'unknown')",
            [from.to_string(), to.to_string()],
        )?;
        Ok(people.into_iter().collect())
    }
}

/// Names of sessions as the statements look for them.
fn joined(sessions: &[Session]) -> String {
    let names: Vec<&str> = sessions.iter().map(|session| session.name()).collect();
    format!(" {} ", names.join(" "))
}
