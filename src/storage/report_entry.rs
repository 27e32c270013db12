//! The report log.

use std::collections::BTreeSet;

use chrono::NaiveDateTime;

use super::illness_case::moment;
use super::store::key_list;
use super::{Record, StorageError, Store};
use crate::domain::id::ReportEntryId;
use crate::domain::report_entry::{ReportEntry, ReportSubject};

impl Record for ReportEntry {
    const TABLE: &'static str = "report_entry";
}

impl Store {
    /// The entry of that key.
    pub fn report_entry(&self, id: ReportEntryId) -> Result<Option<ReportEntry>, StorageError> {
        Ok(self.select("WHERE id = ?1", [id.to_string()])?.pop())
    }

    /// What was reported about any of these, the earliest first.
    pub fn entries_about(
        &self,
        subjects: &BTreeSet<ReportSubject>,
    ) -> Result<Vec<ReportEntry>, StorageError> {
        let keys = key_list(subjects.iter().map(ToString::to_string));
        self.select("WHERE subject IN (SELECT value FROM json_each(?1)) ORDER BY at, id", [keys])
    }

    /// What was reported from `from` on and before `until`, the earliest first.
    pub fn entries_between(
        &self,
        from: NaiveDateTime,
        until: NaiveDateTime,
    ) -> Result<Vec<ReportEntry>, StorageError> {
        self.select("WHERE at >= ?1 AND at < ?2 ORDER BY at, id", [moment(from), moment(until)])
    }

    /// The last reports, the newest first, at most `limit`.
    pub fn last_entries(&self, limit: u32) -> Result<Vec<ReportEntry>, StorageError> {
        self.select("ORDER BY at DESC, id DESC LIMIT ?1", [limit])
    }
}
