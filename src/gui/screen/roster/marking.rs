//! Several pupils at once: marked row by row or all that are listed, then put into a bus line or group.

use std::collections::BTreeSet;

use super::{Part, Roster};
use crate::domain::id::{FreeGroupId, PersonId};
use crate::gui::effect::Effect;
use crate::gui::widget::date_field;
use crate::ops::Op;
use crate::ops::roster::{FreeGroupOp, RosterOp};

/// Who is marked, and from which day on it counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Marking {
    pub(super) persons: BTreeSet<PersonId>,
    /// As typed.
    pub(super) day: String,
}

/// What is said of it.
#[derive(Debug, Clone, PartialEq)]
pub enum MarkMessage {
    /// Begin to mark, or stop.
    Switch,
    /// One pupil, or no longer.
    One(PersonId),
    /// All who are listed, on all pages, or none of them again.
    All,
    /// Typed into the day.
    Day(String),
    /// Into a group from the day on.
    Into(FreeGroupId),
    /// Out of the group that is listed.
    Out,
}

/// Name of the button that takes those who are marked into a group, for the focus.
pub(super) fn into_id(group: FreeGroupId) -> String {
    format!("into-{group}")
}

impl Roster {
    /// Whether pupils can be marked here: there is a group to put them into.
    pub(super) fn can_mark(&self) -> bool {
        let groups = self.data.as_ref().is_some_and(|data| !data.groups.is_empty());
        groups && !matches!(self.part(), Part::Away | Part::Staff)
    }

    /// Whether somebody is marked; `None` while nobody can be.
    pub(super) fn marked(&self, person: PersonId) -> Option<bool> {
        self.marking.as_ref().map(|marking| marking.persons.contains(&person))
    }

    /// Whether all who are listed are marked.
    pub(super) fn all_marked(&self) -> bool {
        let marked = |person: &PersonId| self.marked(*person) == Some(true);
        self.data.as_ref().is_some_and(|data| data.everyone.iter().all(marked))
    }

    pub(super) fn mark(&mut self, message: MarkMessage) -> Vec<Effect> {
        if message == MarkMessage::Switch {
            let begin = self.marking.is_none() && self.can_mark();
            let marking = || Marking { persons: BTreeSet::new(), day: self.date.to_string() };
            self.marking = begin.then(marking);
            // In a group without anybody there is nobody to mark: all pupils are listed.
            let empty = begin && self.data.as_ref().is_some_and(|data| data.found == 0);
            let mut effects = if empty { self.show(Part::All) } else { Vec::new() };
            effects.push(Effect::Focus(if begin { "find" } else { "mark" }.into()));
            return effects;
        }
        let all_marked = self.all_marked();
        let listed = self.data.as_ref().map(|data| data.everyone.clone()).unwrap_or_default();
        let group = self.group().map(|group| group.id);
        let Some(marking) = &mut self.marking else { return Vec::new() };
        let day = date_field::day(&marking.day);
        let persons: Vec<PersonId> = marking.persons.iter().copied().collect();
        let op = match (message, day) {
            (MarkMessage::One(person), _) => {
                if !marking.persons.remove(&person) {
                    let _ = marking.persons.insert(person);
                }
                return Vec::new();
            }
            (MarkMessage::All, _) if all_marked => {
                marking.persons.retain(|person| !listed.contains(person));
                return Vec::new();
            }
            (MarkMessage::All, _) => {
                marking.persons.extend(listed);
                return Vec::new();
            }
            (MarkMessage::Day(typed), _) => {
                marking.day = typed;
                return Vec::new();
            }
            (MarkMessage::Into(group), Some(from)) => Some(FreeGroupOp::Join { persons, group, from }),
            (MarkMessage::Out, Some(on)) => group.map(|group| FreeGroupOp::Leave { persons, group, on }),
            _ => return vec![Effect::Focus("mark-day".into())],
        };
        let op = op.filter(|_| !marking.persons.is_empty());
        op.map(|op| Effect::Run(Op::Roster(RosterOp::FreeGroup(op)))).into_iter().collect()
    }
}
