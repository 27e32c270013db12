//! Bus lines and other groups beside the classes: made, renamed and closed by the clerk; who is in them by date.

use chrono::NaiveDate;
use serde::Serialize;
use serde_json::json;

use super::membership;
use crate::domain::class_lookup::plain;
use crate::domain::free_group::{FreeGroup, FreeGroupKind};
use crate::domain::id::{FreeGroupId, PersonId};
use crate::domain::person::PersonKind;
use crate::ops::book::Book;
use crate::ops::error::OpError;

/// A group with its pupils.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FreeGroupLine {
    /// Key.
    pub key: FreeGroupId,
    /// Name.
    pub group: String,
    /// Kind.
    pub kind: FreeGroupKind,
    /// First day on which it is no longer there.
    pub closed_on: Option<NaiveDate>,
    /// Pupils on that day.
    pub count: usize,
    /// Their keys.
    pub persons: Vec<PersonId>,
}

/// A change of the groups beside the classes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FreeGroupOp {
    /// A group more.
    Add {
        /// Name.
        label: String,
        /// Kind.
        kind: FreeGroupKind,
    },
    /// Another name.
    Rename {
        /// The group.
        group: FreeGroupId,
        /// Name.
        label: String,
    },
    /// The group ends, and with it everyone's time in it.
    Close {
        /// The group.
        group: FreeGroupId,
        /// First day without it.
        on: NaiveDate,
    },
    /// Pupils join.
    Join {
        /// The pupils.
        persons: Vec<PersonId>,
        /// The group.
        group: FreeGroupId,
        /// First day.
        from: NaiveDate,
    },
    /// Pupils leave.
    Leave {
        /// The pupils.
        persons: Vec<PersonId>,
        /// The group.
        group: FreeGroupId,
        /// First day without.
        on: NaiveDate,
    },
}

impl Book {
    /// The groups beside the classes with their pupils on a day; those closed by then stand in no list.
    pub fn free_group_list(&self, date: NaiveDate) -> Result<Vec<FreeGroupLine>, OpError> {
        let members = self.store.free_group_members_on(date)?;
        let groups = self.store.free_groups()?.into_iter().filter(|group| group.is_open_on(date));
        let line = |group: FreeGroup| {
            let persons: Vec<PersonId> =
                members.iter().filter(|it| it.free_group == group.id).map(|it| it.person).collect();
            FreeGroupLine {
                key: group.id,
                group: group.label,
                kind: group.kind,
                closed_on: group.closed_on,
                count: persons.len(),
                persons,
            }
        };
        Ok(groups.map(line).collect())
    }

    /// The open group of that name or key, whatever the spaces and brackets in it.
    ///
    /// # Errors
    /// [`OpError::NoSuchFreeGroup`].
    pub fn find_free_group(&self, given: &str, date: NaiveDate) -> Result<FreeGroupId, OpError> {
        let named =
            |line: &FreeGroupLine| line.key.to_string() == given.trim() || plain(&line.group) == plain(given);
        let found = self.free_group_list(date)?.into_iter().find(named);
        found.map(|line| line.key).ok_or_else(|| OpError::NoSuchFreeGroup { given: given.to_owned() })
    }

    /// Changes the groups beside the classes; answers the key of the group.
    ///
    /// # Errors
    /// [`OpError::BadValue`] for an empty name, [`OpError::FreeGroupExists`] for one that an open group has,
    /// [`OpError::NoSuchFreeGroup`] for a group that is not there or closed by the day, [`OpError::NoSuchPerson`]
    /// where nobody would join or leave; of several pupils none is changed then.
    pub fn change_free_group(&mut self, op: &FreeGroupOp) -> Result<FreeGroupId, OpError> {
        match op {
            FreeGroupOp::Add { label, kind } => self.add_free_group(label, *kind),
            FreeGroupOp::Rename { group, label } => {
                let label = self.free_label(label, Some(*group))?;
                let before = self.free_group(*group)?;
                let after = FreeGroup { label, ..before };
                self.act("free_group", json!({ "group": after.label }), |act, _| {
                    Ok(act.put(&after).map(drop)?)
                })
                .map(|()| *group)
            }
            FreeGroupOp::Close { group, on } => {
                let before = self.free_group(*group)?;
                let after = FreeGroup { closed_on: Some(*on), ..before };
                self.act("close_free_group", json!({ "group": after.label }), |act, _| {
                    for it in act.free_group_members(after.id)? {
                        membership::end_membership(act, &it, *on)?;
                    }
                    Ok(act.put(&after).map(|_| after.id)?)
                })
            }
            FreeGroupOp::Join { persons, group, from } => self.join_free_group(persons, *group, *from),
            FreeGroupOp::Leave { persons, group, on } => {
                let label = self.free_group(*group)?.label;
                self.are_pupils(persons)?;
                let detail = json!({ "group": label, "count": persons.len() });
                self.act("leave_free_group", detail, |act, _| {
                    for person in persons {
                        let own = act.free_groups_of(*person)?;
                        for it in own.into_iter().filter(|it| it.free_group == *group) {
                            membership::end_membership(act, &it, *on)?;
                        }
                    }
                    Ok(*group)
                })
            }
        }
    }

    fn add_free_group(&mut self, label: &str, kind: FreeGroupKind) -> Result<FreeGroupId, OpError> {
        let label = self.free_label(label, None)?;
        let last = self.store.free_groups()?.iter().map(|group| group.sort_order).max().unwrap_or_default();
        self.act("free_group", json!({ "group": label }), |act, ids| {
            let id = FreeGroupId(ids.next());
            act.put_new(&FreeGroup { id, kind, label, sort_order: last + 1, closed_on: None })?;
            Ok(id)
        })
    }

    fn join_free_group(
        &mut self,
        persons: &[PersonId],
        group: FreeGroupId,
        from: NaiveDate,
    ) -> Result<FreeGroupId, OpError> {
        self.are_pupils(persons)?;
        let joined = self.free_group(group)?;
        if !joined.is_open_on(from) {
            return Err(OpError::NoSuchFreeGroup { given: joined.label });
        }
        let lines: Vec<FreeGroupId> = self
            .store
            .free_groups()?
            .into_iter()
            .filter(|other| other.kind == FreeGroupKind::Bus && other.id != group)
            .map(|other| other.id)
            .collect();
        let detail = json!({ "group": joined.label, "count": persons.len() });
        self.act("join_free_group", detail, |act, _| {
            for person in persons {
                let others =
                    if joined.kind == FreeGroupKind::Bus { act.free_groups_of(*person)? } else { Vec::new() };
                // Nobody rides on two lines.
                for it in others.into_iter().filter(|it| lines.contains(&it.free_group)) {
                    membership::end_membership(act, &it, from)?;
                }
                membership::join(act, *person, group, from)?;
            }
            Ok(group)
        })
    }

    /// Refuses nobody, somebody unknown and whoever is no pupil.
    pub(super) fn are_pupils(&self, persons: &[PersonId]) -> Result<(), OpError> {
        if persons.is_empty() {
            return Err(OpError::NoSuchPerson);
        }
        for person in persons {
            let known = self.store.person(*person)?.ok_or(OpError::NoSuchPerson)?;
            if known.kind != PersonKind::Pupil {
                return Err(OpError::NotAMember);
            }
        }
        Ok(())
    }

    /// A name that no other open group has.
    fn free_label(&self, label: &str, own: Option<FreeGroupId>) -> Result<String, OpError> {
        let label = label.trim();
        if plain(label).is_empty() {
            return Err(OpError::BadValue { field: "group", given: label.to_owned() });
        }
        let groups = self.free_group_list(self.today())?;
        if groups.iter().any(|other| Some(other.key) != own && plain(&other.group) == plain(label)) {
            return Err(OpError::FreeGroupExists { label: label.to_owned() });
        }
        Ok(label.to_owned())
    }

    fn free_group(&self, id: FreeGroupId) -> Result<FreeGroup, OpError> {
        let found = self.store.free_groups()?.into_iter().find(|group| group.id == id);
        found.ok_or_else(|| OpError::NoSuchFreeGroup { given: id.to_string() })
    }
}
