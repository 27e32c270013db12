//! Whether the book is whole, and whether everybody is in one place at a time.

use serde::Serialize;

use super::book::Book;
use super::error::OpError;
use crate::domain::id::PersonId;
use crate::storage::{Overlap, StrayFinding};

/// Whether the data are whole.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Health {
    /// The file passes the database's own check.
    pub sound: bool,
    /// Every link of the journal's chain fits.
    pub journal_whole: bool,
    /// People in two classes, rooms or ways of going to school at once; not searched in a file that is not sound.
    pub overlaps: Vec<TwoPlaces>,
    /// Findings of people whom the sheet does not count on its day.
    pub strays: Vec<Stray>,
}

/// A finding of somebody who is not on the sheet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Stray {
    /// Name.
    pub name: String,
    /// Who and when.
    #[serde(flatten)]
    pub finding: StrayFinding,
}

/// Somebody whose spans overlap.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TwoPlaces {
    /// Name.
    pub name: String,
    /// What overlaps when.
    #[serde(flatten)]
    pub overlap: Overlap,
}

impl Health {
    /// Whether file and journal are whole.
    pub fn is_whole(&self) -> bool {
        self.sound && self.journal_whole
    }
}

impl Book {
    /// Reads the whole file and the journal's chain.
    pub fn health(&self) -> Result<Health, OpError> {
        let journal_whole = match self.store.journal_is_whole() {
            Err(error) if error.is_damage() => false,
            answer => answer?,
        };
        let sound = self.store.is_sound()?;
        let (mut overlaps, mut strays) = (Vec::new(), Vec::new());
        if sound {
            for overlap in self.store.overlaps()? {
                overlaps.push(TwoPlaces { name: self.name_of(overlap.person)?, overlap });
            }
            for finding in self.store.stray_findings()? {
                strays.push(Stray { name: self.name_of(finding.person)?, finding });
            }
        }
        Ok(Health { sound, journal_whole, overlaps, strays })
    }

    fn name_of(&self, person: PersonId) -> Result<String, OpError> {
        Ok(self.store.person(person)?.map(|person| person.name).unwrap_or_default())
    }
}
