//! 开始留观或隔离: somebody found by number or sound, the kind and the place.

use std::sync::Arc;

use crate::domain::id::PersonId;
use crate::domain::isolation::IsolationKind;
use crate::ops::check::{GatePerson, GateRoll};
use crate::ops::isolation::{IsolationOp, NewIsolation};

/// Most people that are offered.
const FOUND: usize = 6;

/// What is typed of somebody who is to be kept apart.
#[derive(Debug, Default)]
pub struct BeginForm {
    pub(super) roll: Option<Arc<GateRoll>>,
    pub(super) find: String,
    pub(super) found: Vec<GatePerson>,
    pub(super) marked: usize,
    pub(super) who: Option<GatePerson>,
    /// 隔离 instead of 留观.
    pub(super) isolation: bool,
    pub(super) place: String,
}

/// What its parts say.
#[derive(Debug, Clone, PartialEq)]
pub enum BeginMessage {
    /// Opens the form.
    Open,
    /// Closes it with nothing recorded.
    Close,
    /// Typed into the field that finds people.
    Find(String),
    /// Another one of those who were found.
    Mark(i32),
    /// This person; `None`: the marked one.
    Take(Option<PersonId>),
    /// 留观 or 隔离.
    Kind(IsolationKind),
    /// Typed into the place.
    Place(String),
    /// Records it.
    Start,
}

impl BeginForm {
    pub(super) fn kind(&self) -> IsolationKind {
        if self.isolation { IsolationKind::Isolation } else { IsolationKind::Observation }
    }

    pub(super) fn look_up(&mut self, typed: String) {
        self.find = typed;
        self.marked = 0;
        let found = self.roll.as_ref().map(|roll| roll.find(&self.find)).unwrap_or_default();
        self.found = found.into_iter().take(FOUND).cloned().collect();
    }

    pub(super) fn mark(&mut self, step: i32) {
        let last = self.found.len().saturating_sub(1);
        self.marked = self.marked.saturating_add_signed(step as isize).min(last);
    }

    pub(super) fn take(&mut self, person: Option<PersonId>) -> bool {
        let found = match person {
            Some(key) => self.found.iter().find(|it| it.key == key),
            None => self.found.get(self.marked),
        };
        self.who = found.cloned().or_else(|| self.who.take());
        self.who.is_some()
    }

    /// What is to be recorded; `None` while nobody is chosen.
    pub(super) fn op(&self) -> Option<IsolationOp> {
        let mut new = NewIsolation::of(self.who.as_ref()?.key, self.kind());
        new.body.place = Some(self.place.clone());
        Some(IsolationOp::Begin(Box::new(new)))
    }
}
