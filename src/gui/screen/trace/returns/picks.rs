//! The contacts of the chosen case, ticked one by one or a group at a time, and kept together.

use std::collections::BTreeSet;

use super::ReturnsTab;
use crate::domain::case_contact::Nearness;
use crate::domain::id::{CaseId, PersonId};
use crate::gui::effect::Effect;
use crate::ops::Op;
use crate::ops::isolation::{ContactLine, ContactOp};

/// Those who can be kept, while they are being ticked.
#[derive(Debug)]
pub struct Picks {
    pub(super) case: CaseId,
    pub(super) lines: Vec<ContactLine>,
    pub(super) ticked: BTreeSet<PersonId>,
    before: BTreeSet<PersonId>,
    /// Place of the person whom keys mean.
    at: usize,
}

/// What its parts say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PickMessage {
    /// Opens the list.
    Open,
    /// Closes it with nothing changed.
    Close,
    /// To the person before or after.
    Move(i32),
    /// Ticks somebody or not; `None`: whom keys mean.
    Toggle(Option<PersonId>),
    /// Ticks all who were near in one way, or none of them.
    Group(Nearness),
    /// Keeps those who are ticked and nobody else.
    Keep,
}

impl Picks {
    /// The list with those ticked who are kept; where nobody is, with all who are proposed.
    fn of(case: CaseId, lines: &[ContactLine]) -> Self {
        let fresh = lines.iter().all(|line| line.proposal);
        let ticked = lines.iter().filter(|line| fresh || !line.proposal).map(|line| line.key);
        let ticked: BTreeSet<PersonId> = ticked.collect();
        Self { case, lines: lines.to_vec(), before: ticked.clone(), ticked, at: 0 }
    }

    /// Those who were near in one way.
    pub(super) fn group(&self, kind: Nearness) -> impl Iterator<Item = &ContactLine> {
        self.lines.iter().filter(move |line| line.nearness == kind)
    }

    /// Whether all who were near in one way are ticked.
    pub(super) fn has_all(&self, kind: Nearness) -> bool {
        self.group(kind).all(|line| self.ticked.contains(&line.key))
    }

    /// Whether something was ticked otherwise than it stood.
    pub(super) fn is_begun(&self) -> bool {
        self.ticked != self.before
    }

    fn toggle(&mut self, person: Option<PersonId>) {
        if let Some(at) = person.and_then(|person| self.lines.iter().position(|line| line.key == person)) {
            self.at = at;
        }
        let Some(line) = self.lines.get(self.at) else { return };
        if !self.ticked.remove(&line.key) {
            let _ = self.ticked.insert(line.key);
        }
    }

    fn toggle_group(&mut self, kind: Nearness) {
        let all = self.has_all(kind);
        let group: Vec<PersonId> = self.group(kind).map(|line| line.key).collect();
        if all {
            self.ticked.retain(|person| !group.contains(person));
        } else {
            self.ticked.extend(group);
        }
    }

    fn focus(&self) -> Vec<Effect> {
        self.lines.get(self.at).map(|line| Effect::Focus(pick_id(line.key).into())).into_iter().collect()
    }
}

/// Name of a tick, for the focus.
pub(super) fn pick_id(person: PersonId) -> String {
    format!("pick-{person}")
}

impl ReturnsTab {
    pub(super) fn pick(&mut self, message: &PickMessage) -> Vec<Effect> {
        if *message == PickMessage::Open {
            let near = self.near().filter(|lines| !lines.is_empty());
            self.picks = self.awaited().zip(near).map(|(it, lines)| Picks::of(it.case, lines));
            return self.picks.as_ref().map(Picks::focus).unwrap_or_default();
        }
        let Some(picks) = &mut self.picks else { return Vec::new() };
        match *message {
            PickMessage::Move(step) => {
                let last = picks.lines.len().saturating_sub(1);
                picks.at = picks.at.saturating_add_signed(step as isize).min(last);
                return picks.focus();
            }
            PickMessage::Toggle(person) => picks.toggle(person),
            PickMessage::Group(kind) => picks.toggle_group(kind),
            PickMessage::Keep => {
                let op = ContactOp::Choose(picks.case, picks.ticked.clone());
                return vec![Effect::Run(Op::Contact(op))];
            }
            PickMessage::Close | PickMessage::Open => {
                self.picks = None;
                return self.focus_row();
            }
        }
        Vec::new()
    }
}
