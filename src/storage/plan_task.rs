//! Tasks of the emergency plan as the school keeps them.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::{Record, StorageError, Store};
use crate::domain::id::TaskId;

/// A task as stored.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PlanTaskRow {
    /// Key.
    pub id: TaskId,
    /// Id in the plan file.
    pub task: String,
    /// Due day.
    pub due: Option<NaiveDate>,
    /// Person, state, evidence: a plan task of the domain as JSON.
    pub body: Value,
}

impl Record for PlanTaskRow {
    const TABLE: &'static str = "plan_task";
}

impl Store {
    /// All tasks in the order they were made.
    pub fn plan_tasks(&self) -> Result<Vec<PlanTaskRow>, StorageError> {
        self.select("ORDER BY id", [])
    }
}
