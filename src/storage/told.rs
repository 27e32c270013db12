//! What findings said one after the other, from the journal, and what it tells of changes since.

use chrono::{NaiveDate, NaiveDateTime};
use rusqlite::params;

use super::store::key_list;
use super::{FindingRow, StorageError, Store};
use crate::domain::id::PersonId;
use crate::domain::told_finding::{ToldFinding, learned_at};

/// Every wording of findings that stand; the record is written as the index `journal_finding` has it.
pub(super) const TOLD: &str = "SELECT y.after, o.at, s.handed_in_at, s.confirmed_at
     FROM finding f CROSS JOIN journal j ON j.tbl = 'finding'
       AND j.record = json_array(f.grp, f.date, f.session, f.person)
     JOIN journal_payload y ON y.seq = j.seq JOIN operation o ON o.seq = j.operation
     LEFT JOIN sheet s ON s.grp = f.grp AND s.date = f.date AND s.session = f.session
     WHERE f.person IN (SELECT value FROM json_each(?1)) AND f.date BETWEEN ?2 AND ?3 AND y.after IS NOT NULL
     ORDER BY j.seq";

impl Store {
    /// What was said of these people on sheets of the days `from` to `to`, in each of its wordings, with when the school learned
    /// of it, in the order in which it was typed.
    pub fn told(
        &self,
        people: impl IntoIterator<Item = PersonId>,
        from: NaiveDate,
        to: NaiveDate,
    ) -> Result<Vec<(NaiveDate, ToldFinding)>, StorageError> {
        let people: Vec<PersonId> = people.into_iter().collect();
        let mut statement = self.connection.prepare_cached(TOLD)?;
        let mut rows = statement.query([key_list(&people), from.to_string(), to.to_string()])?;
        let moment = |text: Option<String>| text.and_then(|text| text.parse::<NaiveDateTime>().ok());
        let mut told = Vec::new();
        while let Some(row) = rows.next()? {
            let (after, typed): (String, Option<String>) = (row.get(0)?, row.get(1)?);
            let Ok(finding) = serde_json::from_str::<FindingRow>(&after) else { continue };
            let Some(typed) = moment(typed) else { continue };
            let at = learned_at(typed, moment(row.get(2)?), moment(row.get(3)?));
            told.push((finding.date, ToldFinding { person: finding.person, finding: finding.body, at }));
        }
        Ok(told)
    }

    /// Whether anything was changed since a journal entry that has a say in the alerts of days before `day`.
    pub fn alerts_touched(&self, since: i64, day: NaiveDate) -> Result<bool, StorageError> {
        let mut statement = self.connection.prepare_cached(
            "SELECT EXISTS (SELECT 1 FROM journal WHERE seq > ?1 AND (
                tbl IN ('finding', 'sheet') AND json_extract(record, '$[1]') < ?2
                OR tbl IN ('trace', 'illness_case', 'setting', 'own_rule', 'enrolment', 'dormitory_stay',
                    'boarding', 'employment', 'free_group_member')))",
        )?;
        Ok(statement.query_row(params![since, day.to_string()], |row| row.get(0))?)
    }
}
