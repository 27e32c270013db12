//! Acts and questions about days at home, returns and screenings as data.

use chrono::NaiveDate;

use super::batch::{BatchDraft, BatchesView};
use super::grid::HomeGrid;
use super::review::{ApprovedAll, ReviewView};
use super::screen::{ScreenOp, ScreeningLine};
use crate::domain::group::Group;
use crate::domain::home::{HomeDay, ReviewFacts};
use crate::domain::id::{BatchId, PersonId};
use crate::ops::book::Book;
use crate::ops::error::OpError;

/// Something to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum HomeOp {
    /// Writes days of a person; an empty day is one of which nothing is known any more.
    Record(PersonId, Vec<(NaiveDate, HomeDay)>),
    /// Makes a batch, or changes the one of that key.
    PutBatch(Option<BatchId>, BatchDraft),
    /// Removes a batch with its reviews.
    RemoveBatch(BatchId),
    /// Papers and answers of somebody.
    Facts(BatchId, PersonId, Box<ReviewFacts>),
    /// Approves or refuses somebody.
    Decide {
        /// The batch.
        batch: BatchId,
        /// Who.
        person: PersonId,
        /// Whether the person may come back.
        approved: bool,
        /// Who decides; the operator if absent.
        by: Option<String>,
        /// Why.
        reason: Option<String>,
    },
    /// Takes a decision off again.
    Reopen(BatchId, PersonId),
    /// Approves those of a group, or of the batch, who are open and meet every condition.
    ApproveAll {
        /// The batch.
        batch: BatchId,
        /// One group of it; `None`: all.
        group: Option<Group>,
        /// Who decides; the operator if absent.
        by: Option<String>,
    },
    /// A screening.
    Screen(ScreenOp),
}

/// Something to know.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum HomeQuery {
    /// The days of a group before a batch; without them the next batch and its first group.
    Grid(Option<BatchId>, Option<Group>),
    /// The reviews of a group; without one the first.
    Reviews(Option<BatchId>, Option<Group>),
    /// The batches.
    Batches,
    /// The screenings, open ones first.
    Screenings,
}

/// What comes back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum HomeAnswer {
    /// It is done.
    Done,
    /// The days of a group.
    Grid(HomeGrid),
    /// The reviews of a group.
    Reviews(ReviewView),
    /// The batches.
    Batches(BatchesView),
    /// The screenings.
    Screenings(Vec<ScreeningLine>),
    /// Who was approved at once.
    Approved(ApprovedAll),
}

impl Book {
    /// Does something.
    ///
    /// # Errors
    /// [`super::HomeError`] while the module is off, and as the single acts say; nothing is changed.
    pub fn run_home(&mut self, op: &HomeOp) -> Result<HomeAnswer, OpError> {
        self.home_must_be_on()?;
        match op {
            HomeOp::Record(person, days) => self.record_home_days(*person, days)?,
            HomeOp::PutBatch(id, draft) => drop(self.put_batch(*id, draft)?),
            HomeOp::RemoveBatch(id) => self.remove_batch(*id)?,
            HomeOp::Facts(batch, person, facts) => self.set_review_facts(*batch, *person, facts)?,
            HomeOp::Decide { batch, person, approved, by, reason } => {
                self.decide_return(*batch, *person, *approved, by.as_deref(), reason.as_deref())?;
            }
            HomeOp::Reopen(batch, person) => self.reopen_review(*batch, *person)?,
            HomeOp::ApproveAll { batch, group, by } => {
                return self.approve_all(*batch, *group, by.as_deref()).map(HomeAnswer::Approved);
            }
            HomeOp::Screen(op) => drop(self.run_screening(op)?),
        }
        Ok(HomeAnswer::Done)
    }

    /// Answers a question.
    ///
    /// # Errors
    /// [`super::HomeError`] for a batch that is not there.
    pub fn load_home(&self, query: &HomeQuery) -> Result<HomeAnswer, OpError> {
        Ok(match query {
            HomeQuery::Grid(batch, group) => HomeAnswer::Grid(self.home_grid(*batch, *group)?),
            HomeQuery::Reviews(batch, group) => HomeAnswer::Reviews(self.review_view(*batch, *group)?),
            HomeQuery::Batches => HomeAnswer::Batches(self.batches_view()?),
            HomeQuery::Screenings => HomeAnswer::Screenings(self.screening_lines()?),
        })
    }
}
