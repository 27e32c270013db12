//! Runs of letters with slips, and the slips that have come back.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use uuid::Uuid;

use super::store::key_list;
use super::{Record, StorageError, Store};
use crate::domain::id::PersonId;
use crate::domain::slip::{Slip, SlipRun};

impl Record for SlipRun {
    const TABLE: &'static str = "slip_run";
}

impl Record for Slip {
    const TABLE: &'static str = "slip";
}

impl Store {
    /// The number that the next run of letters with slips has.
    pub fn next_slip_run(&self) -> Result<u32, StorageError> {
        let last: Vec<SlipRun> = self.select("ORDER BY run DESC LIMIT 1", [])?;
        Ok(last.first().map_or(0, |run| run.run) + 1)
    }

    /// A run by its number.
    pub fn slip_run(&self, run: u32) -> Result<Option<SlipRun>, StorageError> {
        Ok(self.select("WHERE run = ?1", [run])?.pop())
    }

    /// The last runs, the newest first.
    pub fn slip_runs(&self, limit: u32) -> Result<Vec<SlipRun>, StorageError> {
        self.select("ORDER BY run DESC LIMIT ?1", [limit])
    }

    /// Runs of which slips were awaited on a day: printed by then, not closed before.
    pub fn slip_runs_open_on(&self, day: NaiveDate) -> Result<Vec<SlipRun>, StorageError> {
        self.select("WHERE closed_on IS NULL OR closed_on > ?1 ORDER BY due, run", [day.to_string()])
    }

    /// The slips of a run that have come back, by number.
    pub fn slips_of(&self, run: u32) -> Result<Vec<Slip>, StorageError> {
        self.select("WHERE run = ?1 ORDER BY number", [run])
    }

    /// The runs among what was issued.
    pub fn slip_runs_among(&self, issued: &BTreeSet<Uuid>) -> Result<Vec<SlipRun>, StorageError> {
        self.select("WHERE id IN (SELECT value FROM json_each(?1))", [key_list(issued)])
    }

    /// The slips of one child that have come back.
    pub fn slips_about(&self, person: PersonId) -> Result<Vec<Slip>, StorageError> {
        self.select("WHERE person = ?1", [person.to_string()])
    }

    /// How many slips of a run have come back.
    pub fn slips_returned(&self, run: u32) -> Result<u32, StorageError> {
        let mut statement = self.connection.prepare_cached("SELECT count(*) FROM slip WHERE run = ?1")?;
        Ok(statement.query_row([run], |row| row.get(0))?)
    }
}
