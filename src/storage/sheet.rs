//! Check sheets and findings.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{NaiveDate, NaiveDateTime};
use serde::{Deserialize, Serialize};

use super::store::{key_list, read};
use super::{Act, Record, StorageError, Store};
use crate::domain::finding::Finding;
use crate::domain::group::Group;
use crate::domain::id::PersonId;
use crate::domain::session::Session;
use crate::domain::sheet::{Sheet, SheetKey};

/// A sheet as stored, without its findings.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SheetRow {
    /// The group.
    pub grp: Group,
    /// The day.
    pub date: NaiveDate,
    /// The session.
    pub session: Session,
    /// Teacher who checked.
    pub checked_by: Option<String>,
    /// When the paper came in.
    pub handed_in_at: Option<NaiveDateTime>,
    /// Who typed it.
    pub entered_by: Option<String>,
    /// Who confirmed it.
    pub confirmed_by: Option<String>,
    /// When it was confirmed.
    pub confirmed_at: Option<NaiveDateTime>,
    /// People whose proposal was turned down.
    pub declined: Vec<PersonId>,
}

impl Record for SheetRow {
    const TABLE: &'static str = "sheet";
}

/// A finding as stored.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FindingRow {
    /// The group.
    pub grp: Group,
    /// The day.
    pub date: NaiveDate,
    /// The session.
    pub session: Session,
    /// The person.
    pub person: PersonId,
    /// What was found.
    pub body: Finding,
}

impl Record for FindingRow {
    const TABLE: &'static str = "finding";
}

impl SheetRow {
    /// Its key.
    pub fn key(&self) -> SheetKey {
        SheetKey { group: self.grp, date: self.date, session: self.session }
    }

    /// The row of a sheet.
    pub fn of(sheet: &Sheet) -> Self {
        Self {
            grp: sheet.key.group,
            date: sheet.key.date,
            session: sheet.key.session,
            checked_by: sheet.checked_by.clone(),
            handed_in_at: sheet.handed_in_at,
            entered_by: sheet.entered_by.clone(),
            confirmed_by: sheet.confirmed_by.clone(),
            confirmed_at: sheet.confirmed_at,
            declined: sheet.declined.clone(),
        }
    }
}

/// A page of a person's findings by the index `finding_person`.
pub(super) const FOUND_ABOUT: &str = "SELECT f.*, s.confirmed_at IS NOT NULL AS confirmed
     FROM finding f LEFT JOIN sheet s ON s.grp = f.grp AND s.date = f.date AND s.session = f.session
     WHERE f.person = ?1 ORDER BY f.date DESC LIMIT ?2 OFFSET ?3";

impl FindingRow {
    /// The key of its sheet.
    pub fn sheet(&self) -> SheetKey {
        SheetKey { group: self.grp, date: self.date, session: self.session }
    }
}

fn assemble(rows: Vec<SheetRow>, findings: Vec<FindingRow>) -> BTreeMap<SheetKey, Sheet> {
    let mut sheets: BTreeMap<SheetKey, Sheet> = rows
        .into_iter()
        .map(|row| {
            let key = SheetKey { group: row.grp, date: row.date, session: row.session };
            let sheet = Sheet {
                key,
                checked_by: row.checked_by,
                handed_in_at: row.handed_in_at,
                entered_by: row.entered_by,
                confirmed_by: row.confirmed_by,
                confirmed_at: row.confirmed_at,
                findings: BTreeMap::new(),
                declined: row.declined,
            };
            (key, sheet)
        })
        .collect();
    for row in findings {
        let key = row.sheet();
        let sheet = sheets.entry(key).or_insert_with(|| Sheet::untouched(key));
        let _ = sheet.findings.insert(row.person, row.body);
    }
    sheets
}

impl Store {
    /// Sheets of the days `from` to `to` that anybody touched.
    pub fn sheets_between(
        &self,
        from: NaiveDate,
        to: NaiveDate,
    ) -> Result<BTreeMap<SheetKey, Sheet>, StorageError> {
        let days = [from.to_string(), to.to_string()];
        let rows = self.select("WHERE date BETWEEN ?1 AND ?2", days.clone())?;
        let findings = self.select("WHERE date BETWEEN ?1 AND ?2", days)?;
        Ok(assemble(rows, findings))
    }

    /// The keys of the confirmed sheets of the days `from` to `to`: all that alerts ask of days without findings.
    pub fn confirmed_between(
        &self,
        from: NaiveDate,
        to: NaiveDate,
    ) -> Result<BTreeSet<SheetKey>, StorageError> {
        let mut statement = self.connection.prepare_cached(
            "SELECT date, session, grp FROM sheet WHERE confirmed_at IS NOT NULL AND date BETWEEN ?1 AND ?2",
        )?;
        let mut rows = statement.query([from.to_string(), to.to_string()])?;
        let mut keys = BTreeSet::new();
        while let Some(row) = rows.next()? {
            let text = |at| row.get_ref(at)?.as_str().map_err(rusqlite::Error::from);
            if let (Ok(date), Ok(session), Ok(group)) = (text(0)?.parse(), text(1)?.parse(), text(2)?.parse())
            {
                keys.insert(SheetKey { group, date, session });
            }
        }
        Ok(keys)
    }

    /// What the days `from` to `to` found.
    pub fn findings_between(&self, from: NaiveDate, to: NaiveDate) -> Result<Vec<FindingRow>, StorageError> {
        self.select("WHERE date BETWEEN ?1 AND ?2", [from.to_string(), to.to_string()])
    }

    /// The first of the days `from` to `to` of which anybody touched a sheet.
    pub fn first_sheet_between(
        &self,
        from: NaiveDate,
        to: NaiveDate,
    ) -> Result<Option<NaiveDate>, StorageError> {
        let first: Vec<SheetRow> = self.select(
            "WHERE date BETWEEN ?1 AND ?2 ORDER BY date LIMIT 1",
            [from.to_string(), to.to_string()],
        )?;
        Ok(first.first().map(|row| row.date))
    }

    /// What the days `from` to `to` found of these people, the earliest first.
    pub fn findings_of(
        &self,
        people: &BTreeSet<PersonId>,
        from: NaiveDate,
        to: NaiveDate,
    ) -> Result<Vec<FindingRow>, StorageError> {
        let mut found: Vec<FindingRow> = self.select(
            "WHERE person IN (SELECT value FROM json_each(?1)) AND date BETWEEN ?2 AND ?3",
            [key_list(people), from.to_string(), to.to_string()],
        )?;
        found.sort_by_key(|row| (row.date, row.session, row.grp));
        Ok(found)
    }

    /// The sheets of the days `from` to `to` on which something was found of these people, each with the person.
    pub fn sheets_about(
        &self,
        people: &BTreeSet<PersonId>,
        from: NaiveDate,
        to: NaiveDate,
    ) -> Result<Vec<(PersonId, SheetRow)>, StorageError> {
        let found = read(
            &self.connection,
            "SELECT s.*, f.person AS who FROM finding f
             JOIN sheet s ON s.grp = f.grp AND s.date = f.date AND s.session = f.session
             WHERE f.person IN (SELECT value FROM json_each(?1)) AND f.date BETWEEN ?2 AND ?3",
            [key_list(people), from.to_string(), to.to_string()],
            |row: SheetRow, found| Ok((found.get::<_, String>("who")?, row)),
        )?;
        Ok(found.into_iter().filter_map(|(who, row)| Some((who.parse().ok()?, row))).collect())
    }

    /// A page of what was ever found of a person, the newest first, each with whether its sheet is confirmed.
    pub fn findings_about(
        &self,
        person: PersonId,
        skip: usize,
        limit: usize,
    ) -> Result<Vec<(FindingRow, bool)>, StorageError> {
        read(
            &self.connection,
            FOUND_ABOUT,
            (person.to_string(), limit as i64, skip as i64),
            |row: FindingRow, found| Ok((row, found.get("confirmed")?)),
        )
    }

    /// How often something was found of a person.
    pub fn findings_count(&self, person: PersonId) -> Result<usize, StorageError> {
        let mut statement =
            self.connection.prepare_cached("SELECT count(*) FROM finding WHERE person = ?1")?;
        let count: u32 = statement.query_row([person.to_string()], |row| row.get(0))?;
        Ok(count as usize)
    }

    /// The confirmed sheets on which a person was missed, ill or for an unknown reason, with the finding.
    pub fn missed_on(&self, person: PersonId) -> Result<Vec<FindingRow>, StorageError> {
        self.missed_since(person, None)
    }

    /// The same of the days from `since` on.
    pub fn missed_since(
        &self,
        person: PersonId,
        since: Option<NaiveDate>,
    ) -> Result<Vec<FindingRow>, StorageError> {
        self.select(
            "WHERE person = ?1 AND date >= ?2 AND json_extract(body, '$.attendance') IN ('ill', 'unknown')
               AND EXISTS (SELECT 1 FROM sheet s WHERE s.grp = finding.grp AND s.date = finding.date
                   AND s.session = finding.session AND s.confirmed_at IS NOT NULL)
             ORDER BY date",
            [person.to_string(), since.map(|day| day.to_string()).unwrap_or_default()],
        )
    }

    /// The findings by which confirmed sheets of the days `from` to `to` missed these people, ill or for an unknown reason,
    /// the earliest first.
    pub fn missed_of_all(
        &self,
        people: &BTreeSet<PersonId>,
        from: NaiveDate,
        to: NaiveDate,
    ) -> Result<Vec<FindingRow>, StorageError> {
        let mut found: Vec<FindingRow> = self.select(
            "WHERE person IN (SELECT value FROM json_each(?1)) AND date BETWEEN ?2 AND ?3
               AND json_extract(body, '$.attendance') IN ('ill', 'unknown')
               AND EXISTS (SELECT 1 FROM sheet s WHERE s.grp = finding.grp AND s.date = finding.date
                   AND s.session = finding.session AND s.confirmed_at IS NOT NULL)",
            [key_list(people), from.to_string(), to.to_string()],
        )?;
        found.sort_by_key(|row| (row.date, row.session, row.grp));
        Ok(found)
    }

    /// The confirmed sheets of a group on the days `from` to `to`, by their keys alone.
    pub fn confirmed_keys(
        &self,
        group: Group,
        from: NaiveDate,
        to: NaiveDate,
    ) -> Result<Vec<SheetKey>, StorageError> {
        let mut statement = self.connection.prepare_cached(
            "SELECT date, session FROM sheet
             WHERE grp = ?1 AND date BETWEEN ?2 AND ?3 AND confirmed_at IS NOT NULL",
        )?;
        let mut rows = statement.query([group.to_string(), from.to_string(), to.to_string()])?;
        let mut keys = Vec::new();
        while let Some(row) = rows.next()? {
            let (Ok(date), Ok(session)) = (row.get_ref(0)?.as_str(), row.get_ref(1)?.as_str()) else {
                continue;
            };
            if let (Ok(date), Ok(session)) = (date.parse(), session.parse()) {
                keys.push(SheetKey { group, date, session });
            }
        }
        Ok(keys)
    }

    /// One sheet; an untouched one where nothing was stored.
    pub fn sheet(&self, key: SheetKey) -> Result<Sheet, StorageError> {
        let params = [key.group.to_string(), key.date.to_string(), key.session.to_string()];
        let rows = self.select("WHERE grp = ?1 AND date = ?2 AND session = ?3", params.clone())?;
        let findings = self.select("WHERE grp = ?1 AND date = ?2 AND session = ?3", params)?;
        Ok(assemble(rows, findings).remove(&key).unwrap_or_else(|| Sheet::untouched(key)))
    }
}

impl Act<'_> {
    /// Writes a sheet whole: its row, its findings, and removes findings that it no longer has.
    pub fn put_sheet(&mut self, sheet: &Sheet) -> Result<bool, StorageError> {
        let mut changed = self.put(&SheetRow::of(sheet))?;
        let key = sheet.key;
        let stored: Vec<FindingRow> = self.select(
            "WHERE grp = ?1 AND date = ?2 AND session = ?3",
            [key.group.to_string(), key.date.to_string(), key.session.to_string()],
        )?;
        for row in &stored {
            if !sheet.findings.contains_key(&row.person) {
                changed |= self.remove(row)?;
            }
        }
        for (person, finding) in &sheet.findings {
            let row = FindingRow {
                grp: key.group,
                date: key.date,
                session: key.session,
                person: *person,
                body: finding.clone(),
            };
            changed |= self.put(&row)?;
        }
        Ok(changed)
    }
}
