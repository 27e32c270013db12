//! How lists of names and labels are made; for whom.

use super::Print;
use crate::domain::id::FreeGroupId;
use crate::gui::effect::Effect;
use crate::ops::print::{CLASS_LIST, LABELS, PaperId, PrintScope};
use crate::ops::roster::RosterOrder;

/// Name of the field that finds a form, for the focus.
pub(super) const FIND: &str = "find";

/// What the choices of a list say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ListMessage {
    /// A bus line or another group beside the classes.
    Group(FreeGroupId),
    /// The arrows come to this one of the scopes that are offered.
    Offer(usize),
    /// Another order.
    Order(RosterOrder),
    /// Another sheet of labels.
    Labels(String),
    /// To the field above the list.
    Seek,
    /// Typed to find a form.
    Find(String),
    /// Typed as the first free label.
    Start(String),
}

impl Print {
    /// Whether names are listed.
    pub(super) fn is_list(&self) -> bool {
        matches!(&self.request.paper, PaperId::Form(id) if id == CLASS_LIST || id == LABELS)
    }

    /// Whether a bus line or another group can be chosen.
    pub(super) fn offers(&self, group: FreeGroupId) -> bool {
        self.offered().iter().any(|(.., scope)| *scope == PrintScope::FreeGroup(group))
    }

    /// Whether labels are made.
    pub(super) fn is_labels(&self) -> bool {
        matches!(&self.request.paper, PaperId::Form(id) if id == LABELS)
    }

    pub(super) fn choose_list(&mut self, message: ListMessage) -> Vec<Effect> {
        let mut effects = Vec::new();
        let look = match message {
            ListMessage::Offer(at) => {
                let offered = self.offered();
                let last = offered.len().saturating_sub(1);
                let id = offered.get(at.min(last)).map(|(id, ..)| id.clone());
                return id.map(|id| Effect::Focus(id.into())).into_iter().collect();
            }
            ListMessage::Group(group) => {
                self.choosing = false;
                effects.push(Effect::Focus("scope".into()));
                self.again(|request| request.scope = PrintScope::FreeGroup(group))
            }
            ListMessage::Seek => return vec![Effect::Focus(FIND.into())],
            ListMessage::Find(typed) => {
                self.find = typed;
                return Vec::new();
            }
            ListMessage::Order(order) => self.again(|request| request.list.order = Some(order)),
            ListMessage::Labels(sheet) => self.again(|request| request.list.labels = sheet),
            ListMessage::Start(typed) => {
                self.start = typed;
                let Ok(first) = self.start.trim().parse::<usize>() else { return Vec::new() };
                self.again(|request| request.list.start = first.saturating_sub(1))
            }
        };
        effects.insert(0, look);
        effects
    }
}
