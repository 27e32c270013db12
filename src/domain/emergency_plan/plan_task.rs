//! One task of the plan with its person, date and evidence.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::domain::id::{PersonId, TaskId};

/// Whether a task is done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TaskState {
    /// 未做
    #[default]
    Open,
    /// 完成
    Done,
}

impl TaskState {
    /// Stable name: `open`, `done`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Done => "done",
        }
    }

    /// The state of that name.
    pub fn from_name(name: &str) -> Option<Self> {
        [Self::Open, Self::Done].into_iter().find(|s| s.name() == name)
    }
}

/// A task as the school has taken it up. Title, section and wanted evidence are the template's.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlanTask {
    /// Key.
    pub id: TaskId,
    /// Id of the template in the plan.
    pub template: String,
    /// Who is responsible.
    pub responsible: Option<PersonId>,
    /// When it is due.
    pub due: Option<NaiveDate>,
    /// Whether it is done.
    pub state: TaskState,
    /// Who did it.
    pub done_by: Option<PersonId>,
    /// When it was done.
    pub done_on: Option<NaiveDate>,
    /// What shows that it was done: document, number, place.
    pub evidence: Option<String>,
}

/// A task cannot be set to done like this.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PlanError {
    /// It is done already.
    #[error("the task is done already")]
    AlreadyDone,
    /// Nobody is named.
    #[error("nobody is named who did it")]
    NoPerson,
    /// No date is given.
    #[error("no date is given")]
    NoDate,
    /// No evidence is given.
    #[error("no evidence is given")]
    NoEvidence,
}

impl PlanError {
    /// Stable name for scripts: `plan_no_evidence`.
    pub const fn code(self) -> &'static str {
        match self {
            Self::AlreadyDone => "plan_already_done",
            Self::NoPerson => "plan_no_person",
            Self::NoDate => "plan_no_date",
            Self::NoEvidence => "plan_no_evidence",
        }
    }
}

impl PlanTask {
    /// A task that nobody has touched.
    pub fn open(id: TaskId, template: impl Into<String>, due: Option<NaiveDate>) -> Self {
        Self {
            id,
            template: template.into(),
            responsible: None,
            due,
            state: TaskState::Open,
            done_by: None,
            done_on: None,
            evidence: None,
        }
    }

    /// Whether it is open and its day has passed.
    pub fn is_overdue(&self, today: NaiveDate) -> bool {
        self.state == TaskState::Open && self.due.is_some_and(|due| due < today)
    }

    /// The task as done: only with person, date and evidence.
    pub fn complete(
        &self,
        person: Option<PersonId>,
        date: Option<NaiveDate>,
        evidence: &str,
    ) -> Result<Self, PlanError> {
        if self.state == TaskState::Done {
            return Err(PlanError::AlreadyDone);
        }
        let person = person.ok_or(PlanError::NoPerson)?;
        let date = date.ok_or(PlanError::NoDate)?;
        let evidence = evidence.trim();
        if evidence.is_empty() {
            return Err(PlanError::NoEvidence);
        }
        Ok(Self {
            state: TaskState::Done,
            done_by: Some(person),
            done_on: Some(date),
            evidence: Some(evidence.to_owned()),
            ..self.clone()
        })
    }
}

/// The tasks that are overdue, the oldest first.
pub fn overdue(tasks: &[PlanTask], today: NaiveDate) -> Vec<&PlanTask> {
    let mut late: Vec<_> = tasks.iter().filter(|task| task.is_overdue(today)).collect();
    late.sort_by_key(|task| (task.due, task.id));
    late
}
