//! Head-counts of the classes and dormitories that a share is asked of.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::domain::scope::Scope;

/// First and last day of somebody's time in a group; no last day while it goes on.
pub type Span = (NaiveDate, Option<NaiveDate>);

/// How many belong to a scope on a day.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct HeadCounts {
    spans: BTreeMap<Scope, Vec<Span>>,
}

impl HeadCounts {
    /// The times of everyone who ever belonged to the scope.
    pub fn insert(&mut self, scope: Scope, spans: Vec<Span>) {
        let _ = self.spans.insert(scope, spans);
    }

    /// Head-count of a day; 0 where the scope is not known.
    pub fn on(&self, scope: Scope, day: NaiveDate) -> usize {
        let covers = |(from, to): &&Span| *from <= day && to.is_none_or(|to| day <= to);
        self.spans.get(&scope).map_or(0, |spans| spans.iter().filter(covers).count())
    }
}
