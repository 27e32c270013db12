//! The questions of the first start, kept in the book so that a power cut in the middle goes on there.

use super::book::Book;
use super::error::OpError;

/// A question of the first start.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum FirstStep {
    /// Language, and who works here.
    Identity,
    /// The school.
    School,
    /// Where the data and the backups lie.
    Place,
    /// The terms.
    Terms,
    /// The roster.
    Roster,
}

/// What is kept when all are answered.
const DONE: &str = "done";
const META: &str = "first_start";

impl FirstStep {
    /// All in their order.
    pub const ALL: [Self; 5] = [Self::Identity, Self::School, Self::Place, Self::Terms, Self::Roster];

    /// Stable name.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Identity => "identity",
            Self::School => "school",
            Self::Place => "place",
            Self::Terms => "terms",
            Self::Roster => "roster",
        }
    }

    /// The question after this one.
    pub fn next(self) -> Option<Self> {
        Self::ALL.into_iter().find(|step| *step > self)
    }

    /// The question before this one.
    pub fn before(self) -> Option<Self> {
        Self::ALL.into_iter().rev().find(|step| *step < self)
    }
}

impl Book {
    /// The question that comes next; `None`: all are answered, or the book was filled in another way.
    pub fn first_step(&self) -> Result<Option<FirstStep>, OpError> {
        Ok(match self.store.meta(META)?.as_deref() {
            Some(DONE) => None,
            Some(name) => FirstStep::ALL.into_iter().find(|step| step.name() == name),
            None if self.school()?.name.is_empty() => Some(FirstStep::Identity),
            None => None,
        })
    }

    /// Keeps how far the first start is. A fact of this copy and no record, so it is not journalled.
    pub(super) fn set_first_step(&mut self, step: Option<FirstStep>) -> Result<(), OpError> {
        Ok(self.store.set_meta(META, step.map_or(DONE, FirstStep::name))?)
    }
}
