//! Bus lines and other groups beside the classes, and who is in them from when to when.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::store::key_list;
use super::{Act, Record, StorageError, Store};
use crate::domain::free_group::{FreeGroup, FreeGroupMember};
use crate::domain::id::{FreeGroupId, PersonId};

impl Record for FreeGroup {
    const TABLE: &'static str = "free_group";
}

impl Record for FreeGroupMember {
    const TABLE: &'static str = "free_group_member";
}

impl Store {
    /// All groups in list order, closed ones too.
    pub fn free_groups(&self) -> Result<Vec<FreeGroup>, StorageError> {
        self.select("ORDER BY kind, sort_order, id", [])
    }

    /// Everyone's memberships, ended ones too, by person and first day.
    pub fn free_group_members(&self) -> Result<Vec<FreeGroupMember>, StorageError> {
        self.select("ORDER BY person, from_day", [])
    }

    /// Memberships that hold on a day, by person.
    pub fn free_group_members_on(&self, day: NaiveDate) -> Result<Vec<FreeGroupMember>, StorageError> {
        self.select(
            "WHERE from_day <= ?1 AND (to_day IS NULL OR to_day >= ?1) ORDER BY person, from_day",
            [day.to_string()],
        )
    }

    /// Memberships of one person, by first day.
    pub fn free_groups_of(&self, person: PersonId) -> Result<Vec<FreeGroupMember>, StorageError> {
        self.select("WHERE person = ?1 ORDER BY from_day", [person.to_string()])
    }

    /// Memberships of these people in meal groups, by person and first day.
    pub fn meals_of_all(&self, people: &BTreeSet<PersonId>) -> Result<Vec<FreeGroupMember>, StorageError> {
        self.select(
            "WHERE person IN (SELECT value FROM json_each(?1))
               AND free_group IN (SELECT id FROM free_group WHERE kind = 'meal') ORDER BY person, from_day",
            [key_list(people)],
        )
    }
}

impl Act<'_> {
    /// Memberships of one person as this act sees them, by first day.
    pub fn free_groups_of(&self, person: PersonId) -> Result<Vec<FreeGroupMember>, StorageError> {
        self.select("WHERE person = ?1 ORDER BY from_day", [person.to_string()])
    }

    /// Memberships of one group as this act sees them.
    pub fn free_group_members(&self, group: FreeGroupId) -> Result<Vec<FreeGroupMember>, StorageError> {
        self.select("WHERE free_group = ?1 ORDER BY person, from_day", [group.to_string()])
    }
}
