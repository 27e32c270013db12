//! 返校审核: papers and answers of one person for one batch, and what was decided.

use std::collections::BTreeMap;

use chrono::{NaiveDate, NaiveDateTime};
use serde::{Deserialize, Serialize};

use super::{Judged, Verdict, worst};
use crate::domain::id::{BatchId, PersonId};
use crate::domain::return_clearance::ReturnCertificate;

/// What was handed in and answered.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct ReviewFacts {
    /// Day on which the commitment came back.
    #[serde(default)]
    pub commitment_on: Option<NaiveDate>,
    /// The certificate of somebody who was ill.
    #[serde(default)]
    pub certificate: Option<ReturnCertificate>,
    /// Answers to the conditions that are asked, by their ids.
    #[serde(default)]
    pub answers: BTreeMap<String, bool>,
}

/// What was decided, with the conditions as they stood.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReviewDecision {
    /// Whether the person may come back.
    pub approved: bool,
    /// Who decided.
    pub by: String,
    /// When.
    pub at: NaiveDateTime,
    /// Why; there for every approval against a condition, and for refusals where something was said.
    #[serde(default)]
    pub reason: Option<String>,
    /// The conditions then.
    pub judged: Vec<Judged>,
}

impl ReviewDecision {
    /// Approved although a condition did not hold or was not known.
    pub fn is_against(&self) -> bool {
        self.approved && worst(&self.judged) != Verdict::Met
    }
}

/// A review.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReturnReview {
    /// Who.
    pub person: PersonId,
    /// The batch.
    pub batch: BatchId,
    /// What was handed in.
    pub facts: ReviewFacts,
    /// What was decided; `None` while it is open.
    pub decision: Option<ReviewDecision>,
}

impl ReturnReview {
    /// One of which nothing is known.
    pub fn of(person: PersonId, batch: BatchId) -> Self {
        Self { person, batch, facts: ReviewFacts::default(), decision: None }
    }
}
