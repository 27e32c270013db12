//! Taking the plan up for a term, and what is done to its tasks.

use chrono::{Days, NaiveDate, NaiveTime};
use serde_json::json;

use crate::domain::calendar::Term;
use crate::domain::emergency_plan::{PlanTask, TaskState, instantiate};
use crate::domain::id::{PersonId, TaskId};
use crate::domain::person::PersonKind;
use crate::ops::book::Book;
use crate::ops::error::OpError;
use crate::ops::id_source::SeededIds;
use crate::storage::{PlanTaskRow, Record, Setting, StorageError};

/// Tasks that prepare a term are due up to two weeks before it; the rest is room.
const DAYS_BEFORE_TERM: u64 = 30;

/// Something to do to a task.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PlanOp {
    /// Names who is responsible, for every open occurrence of the task; `None`: nobody.
    Assign {
        /// Any occurrence of the task.
        task: TaskId,
        /// A member of staff.
        person: Option<PersonId>,
    },
    /// Moves the due day of one occurrence.
    SetDue {
        /// The occurrence.
        task: TaskId,
        /// The new day.
        date: NaiveDate,
    },
    /// Sets one occurrence to done: only with person, date and evidence.
    Complete {
        /// The occurrence.
        task: TaskId,
        /// Who did it.
        person: Option<PersonId>,
        /// When; not in the future.
        date: Option<NaiveDate>,
        /// Document, number or place that shows it.
        evidence: String,
    },
    /// Takes the completion of one occurrence back.
    Reopen {
        /// The occurrence.
        task: TaskId,
    },
}

impl Book {
    /// Does something to a task of the plan.
    ///
    /// # Errors
    /// [`OpError::Plan`] where done lacks person, date or evidence; [`OpError::NoSuchTask`];
    /// [`OpError::NoSuchPerson`] for anybody who is not of the staff.
    pub fn run_plan(&mut self, op: &PlanOp) -> Result<(), OpError> {
        let (PlanOp::Assign { task, .. }
        | PlanOp::SetDue { task, .. }
        | PlanOp::Complete { task, .. }
        | PlanOp::Reopen { task }) = op;
        let all = self.known_tasks()?;
        let stored = all.iter().find(|t| t.id == *task);
        let stored = stored.ok_or_else(|| OpError::NoSuchTask { given: task.to_string() })?;
        let changed = match op {
            PlanOp::Assign { person, .. } => {
                self.must_be_staff(*person)?;
                let open = all.iter().filter(|t| t.template == stored.template && t.state == TaskState::Open);
                open.map(|t| PlanTask { responsible: *person, ..t.clone() }).collect()
            }
            PlanOp::SetDue { date, .. } => vec![PlanTask { due: Some(*date), ..stored.clone() }],
            PlanOp::Complete { person, date, evidence, .. } => {
                self.must_be_staff(*person)?;
                if let Some(late) = date.filter(|date| *date > self.today()) {
                    return Err(OpError::BadValue { field: "--date", given: late.to_string() });
                }
                vec![stored.complete(*person, *date, evidence)?]
            }
            PlanOp::Reopen { .. } => vec![PlanTask {
                state: TaskState::Open,
                done_by: None,
                done_on: None,
                evidence: None,
                ..stored.clone()
            }],
        };
        let detail = json!({ "task": stored.template });
        self.take_up_plan()?;
        self.act("plan", detail, |act, _| {
            for task in &changed {
                act.put(&row(task)?)?;
            }
            Ok(())
        })
    }

    fn must_be_staff(&self, person: Option<PersonId>) -> Result<(), OpError> {
        let Some(person) = person else { return Ok(()) };
        let known = self.store.person(person)?.is_some_and(|p| p.kind == PersonKind::Staff);
        if known { Ok(()) } else { Err(OpError::NoSuchPerson) }
    }

    /// The term whose tasks are shown: that of the day, else the next one, else the last.
    pub(super) fn plan_term(&self, date: NaiveDate) -> Result<Option<Term>, OpError> {
        let terms = self.calendar(date)?.terms;
        let current = terms.iter().find(|term| term.covers(date));
        let next = terms.iter().find(|term| term.first > date);
        Ok(current.or(next).or(terms.last()).copied())
    }

    /// Writes the tasks of the current term at the first act of the term. They are the plan's own and not
    /// taken back by undo.
    fn take_up_plan(&mut self) -> Result<(), OpError> {
        let Some(term) = self.untouched_term()? else { return Ok(()) };
        let (tasks, taken_up) = (self.proposed_tasks(term)?, Setting::new(&mark(term), &self.today())?);
        self.act_final("plan_start", json!({ "term": term.first }), |act, _| {
            for task in &tasks {
                act.put(&row(task)?)?;
            }
            Ok(act.put(&taken_up).map(drop)?)
        })
    }

    /// The current term, while nothing was done to its tasks.
    fn untouched_term(&self) -> Result<Option<Term>, OpError> {
        let Some(term) = self.plan_term(self.today())? else { return Ok(None) };
        let taken_up: Option<NaiveDate> = self.store.setting(&mark(term))?;
        Ok(taken_up.is_none().then_some(term))
    }

    /// The tasks of a term as the plan has them, always with the same keys in a book. What was due before
    /// the book was begun is not asked for.
    fn proposed_tasks(&self, term: Term) -> Result<Vec<PlanTask>, OpError> {
        let begun = self.store.first_operation_at()?.map_or(self.today(), |at| at.date());
        let mut ids = SeededIds::new(self.book_number()?, term.first.and_time(NaiveTime::MIN), 0);
        Ok(instantiate(&self.plan, &term, &self.calendar(term.first)?, begun, &mut ids))
    }

    /// All tasks ever written, and those of the current term although nothing was done to them yet.
    fn known_tasks(&self) -> Result<Vec<PlanTask>, OpError> {
        let mut tasks = self.stored_tasks()?;
        if let Some(term) = self.untouched_term()? {
            tasks.extend(self.proposed_tasks(term)?);
        }
        Ok(tasks)
    }

    fn stored_tasks(&self) -> Result<Vec<PlanTask>, OpError> {
        let read = |row: PlanTaskRow| {
            serde_json::from_value(row.body)
                .map_err(|source| StorageError::Record { table: PlanTaskRow::TABLE, source }.into())
        };
        self.store.plan_tasks()?.into_iter().map(read).collect()
    }

    /// The tasks of the term of a day; those of past terms are left in the book but no longer owed.
    pub(in crate::ops) fn plan_tasks(&self, date: NaiveDate) -> Result<Vec<PlanTask>, OpError> {
        let Some(term) = self.plan_term(date)? else { return Ok(Vec::new()) };
        let first = term.first - Days::new(DAYS_BEFORE_TERM);
        let mut tasks = self.known_tasks()?;
        tasks.retain(|task| task.due.is_none_or(|due| first <= due));
        Ok(tasks)
    }

    /// Title of a task in the book's language.
    pub(in crate::ops) fn plan_title(&self, template: &str) -> String {
        let title = self.plan.template(template).map(|(_, task)| task.title.get(self.tr.language().tag()));
        title.unwrap_or(template).to_owned()
    }
}

/// The setting that says when the tasks of a term were written.
fn mark(term: Term) -> String {
    format!("plan_{}_{}", term.school_year(), term.season.name())
}

fn row(task: &PlanTask) -> Result<PlanTaskRow, OpError> {
    let body = serde_json::to_value(task)
        .map_err(|source| StorageError::Record { table: PlanTaskRow::TABLE, source })?;
    Ok(PlanTaskRow { id: task.id, task: task.template.clone(), due: task.due, body })
}
