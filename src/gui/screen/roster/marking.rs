//! Several pupils at once: marked row by row or all that are listed, then put into a bus line, group or room, made day
//! pupils or boarders, or said of whether their parents are away.

use std::collections::BTreeSet;

use super::{Part, Roster};
use crate::domain::id::{FreeGroupId, PersonId};
use crate::domain::person::{Boarding, LeftBehind};
use crate::gui::effect::Effect;
use crate::gui::widget::date_field;
use crate::ops::Op;
use crate::ops::roster::{FreeGroupOp, PupilsOp, RosterOp};

/// Who is marked, and from which day on it counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Marking {
    pub(super) persons: BTreeSet<PersonId>,
    /// As typed.
    pub(super) day: String,
    /// The room as typed.
    pub(super) room: String,
}

impl Marking {
    /// What is done with those who are marked; `listed` is the group that is listed. What is missing is asked for.
    fn act(&self, message: &MarkMessage, listed: Option<FreeGroupId>) -> Vec<Effect> {
        let persons: Vec<PersonId> = self.persons.iter().copied().collect();
        let room = Some(self.room.trim().to_owned()).filter(|room| !room.is_empty());
        let op = match (message, date_field::day(&self.day)) {
            (MarkMessage::LeftBehind(left_behind), _) => {
                RosterOp::Pupils(PupilsOp::LeftBehind { persons, left_behind: Some(*left_behind) })
            }
            (_, None) => return vec![Effect::Focus("mark-day".into())],
            (MarkMessage::IntoRoom, _) if room.is_none() => return vec![Effect::Focus(ROOM.into())],
            (MarkMessage::IntoRoom, Some(from)) => {
                RosterOp::Pupils(PupilsOp::Dormitory { persons, room, from })
            }
            (MarkMessage::OutOfRoom, Some(from)) => {
                RosterOp::Pupils(PupilsOp::Dormitory { persons, room: None, from })
            }
            (MarkMessage::Boarding(boarding), Some(from)) => {
                RosterOp::Pupils(PupilsOp::Boarding { persons, boarding: Some(*boarding), from })
            }
            (MarkMessage::Into(group), Some(from)) => {
                RosterOp::FreeGroup(FreeGroupOp::Join { persons, group: *group, from })
            }
            (MarkMessage::Out, Some(on)) => {
                let Some(group) = listed else { return Vec::new() };
                RosterOp::FreeGroup(FreeGroupOp::Leave { persons, group, on })
            }
            _ => return Vec::new(),
        };
        if self.persons.is_empty() { Vec::new() } else { vec![Effect::Run(Op::Roster(op))] }
    }
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
    /// Typed as the room.
    Room(String),
    /// Into the room typed, from the day on.
    IntoRoom,
    /// Out of their rooms.
    OutOfRoom,
    /// Day pupils or boarders from the day on.
    Boarding(Boarding),
    /// 留守
    LeftBehind(LeftBehind),
}

/// Name of the field of the room, for the focus.
pub(super) const ROOM: &str = "mark-room";

/// Name of the button that takes those who are marked into a group, for the focus.
pub(super) fn into_id(group: FreeGroupId) -> String {
    format!("into-{group}")
}

impl Roster {
    /// Whether pupils can be marked here.
    pub(super) fn can_mark(&self) -> bool {
        let pupils = self.data.as_ref().is_some_and(|data| data.pupils > 0);
        pupils && !matches!(self.part(), Part::Away | Part::Staff)
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
            let day = self.date.to_string();
            let marking = || Marking { persons: BTreeSet::new(), day, room: String::new() };
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
        match message {
            MarkMessage::One(person) => {
                if !marking.persons.remove(&person) {
                    let _ = marking.persons.insert(person);
                }
            }
            MarkMessage::All if all_marked => marking.persons.retain(|person| !listed.contains(person)),
            MarkMessage::All => marking.persons.extend(listed),
            MarkMessage::Day(typed) => marking.day = typed,
            MarkMessage::Room(typed) => marking.room = typed,
            act => return marking.act(&act, group),
        }
        Vec::new()
    }

    /// What follows a change of those who are marked: the next are marked.
    pub(super) fn marked_are_changed(&mut self) {
        if let Some(marking) = &mut self.marking {
            marking.persons.clear();
        }
    }
}
