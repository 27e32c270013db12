//! Bus lines and other groups beside the classes: added, renamed and closed where they are listed.

use super::marking::into_id;
use super::{Part, Roster, part_id};
use crate::domain::free_group::FreeGroupKind;
use crate::domain::id::FreeGroupId;
use crate::gui::context::Context;
use crate::gui::dialog::Dialog;
use crate::gui::effect::Effect;
use crate::ops::roster::{FreeGroupOp, RosterGroup, RosterOp};
use crate::ops::{Answer, Op};

/// What is said of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum GroupMessage {
    /// The one to add is a bus line.
    Bus(bool),
    /// The group to add is a meal group.
    Meal(bool),
    /// Ask whether it is closed.
    Close,
}

impl Roster {
    /// The group that is listed.
    pub(super) fn group(&self) -> Option<&RosterGroup> {
        let Part::Group(id) = self.part() else { return None };
        self.data.as_ref()?.groups.iter().find(|group| group.id == id)
    }

    /// What stands in the field of its name.
    pub(super) fn group_name(&self) -> &str {
        self.teacher.as_deref().or_else(|| self.group().map(|group| group.label.as_str())).unwrap_or_default()
    }

    /// The name typed: of the group that is listed, else of a new one.
    pub(super) fn save_group(&self) -> Vec<Effect> {
        let Some(typed) = self.teacher.as_deref().map(str::trim).filter(|typed| !typed.is_empty()) else {
            return Vec::new();
        };
        let label = typed.to_owned();
        let op = match self.group() {
            Some(group) if group.label == label => return Vec::new(),
            Some(group) => FreeGroupOp::Rename { group: group.id, label },
            None => {
                let kind = match (self.bus, self.meal) {
                    (true, _) => FreeGroupKind::Bus,
                    (_, true) => FreeGroupKind::Meal,
                    _ => FreeGroupKind::Free,
                };
                FreeGroupOp::Add { label, kind }
            }
        };
        vec![Effect::Run(Op::Roster(RosterOp::FreeGroup(op)))]
    }

    /// What follows a change: a group just added is listed at once, or takes in those who are marked already.
    pub(super) fn group_changed(&mut self, op: &FreeGroupOp, answer: &Answer) -> Vec<Effect> {
        match (op, answer) {
            (FreeGroupOp::Add { .. }, Answer::FreeGroup(group)) => {
                (self.bus, self.meal) = (false, false);
                self.added = Some(*group);
                // Nobody is in it yet: who marks goes on with the list of before.
                let marks = self.marking.is_some();
                return if marks { Vec::new() } else { self.show(Part::Group(*group)) };
            }
            (FreeGroupOp::Close { .. }, _) => return self.show(Part::All),
            (FreeGroupOp::Join { .. } | FreeGroupOp::Leave { .. }, _) => {
                self.marked_are_changed();
            }
            _ => {}
        }
        Vec::new()
    }

    /// Where the hand goes to a group just added: while somebody is marked to the button that takes them in, else
    /// to its row.
    pub(super) fn place_of_added(&self, group: FreeGroupId) -> Option<String> {
        let listed = self.data.as_ref()?.groups.iter().any(|it| it.id == group);
        let marked = self.marking.as_ref().is_some_and(|marking| !marking.persons.is_empty());
        listed.then(|| if marked { into_id(group) } else { part_id(Part::Group(group)) })
    }

    pub(super) fn ask_close(&self, context: &Context) -> Vec<Effect> {
        let Some(group) = self.group() else { return Vec::new() };
        let tr = &context.tr;
        let close = FreeGroupOp::Close { group: group.id, on: self.date };
        vec![Effect::Ask(Dialog::Confirm {
            title: tr.group_screen_close_title(&group.label),
            text: tr.group_screen_close_text(group.count),
            action: tr.group_screen_close(),
            op: Box::new(Op::Roster(RosterOp::FreeGroup(close))),
        })]
    }
}
