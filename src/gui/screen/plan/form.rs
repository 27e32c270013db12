//! What is asked about a task: a person, a day, or both with the evidence.

use chrono::NaiveDate;

use crate::domain::id::{PersonId, TaskId};
use crate::domain::pinyin;
use crate::gui::widget::date_field;
use crate::ops::plan::{PlanOp, PlanPerson, PlanTaskView};

/// The question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Ask {
    /// Who is responsible.
    Assign,
    /// When it is due.
    Due,
    /// By whom, when and with what evidence it was done.
    Complete,
}

/// The fields that can be wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    Person,
    Date,
    Evidence,
}

/// An open form.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Form {
    pub ask: Ask,
    pub task: TaskId,
    /// Typed while looking for a person.
    pub query: String,
    pub person: Option<PersonId>,
    pub date: String,
    pub evidence: String,
    /// What is wrong with which field.
    pub wrong: Option<(Part, String)>,
}

/// The most people offered at once.
pub(super) const OFFERED: usize = 5;

impl Form {
    /// The form as it opens: what is known is filled in.
    pub fn new(ask: Ask, task: &PlanTaskView, operator: Option<PersonId>, today: NaiveDate) -> Self {
        let responsible = task.responsible.as_ref().map(|person| person.key);
        let date = if ask == Ask::Due { task.current.due } else { Some(today) };
        Self {
            ask,
            task: task.current.task,
            query: String::new(),
            person: if ask == Ask::Complete { responsible.or(operator) } else { responsible },
            date: date.map(|date| date.to_string()).unwrap_or_default(),
            evidence: String::new(),
            wrong: None,
        }
    }

    /// The act that it asks for; a date that is none says so.
    pub fn op(&self) -> Result<PlanOp, Part> {
        let task = self.task;
        let date = date_field::day(&self.date);
        match (self.ask, date) {
            (Ask::Assign, _) => Ok(PlanOp::Assign { task, person: self.person }),
            (Ask::Due, Some(date)) => Ok(PlanOp::SetDue { task, date }),
            (Ask::Due, None) => Err(Part::Date),
            (Ask::Complete, None) if !self.date.is_empty() => Err(Part::Date),
            (Ask::Complete, date) => {
                let evidence = self.evidence.trim().to_owned();
                Ok(PlanOp::Complete { task, person: self.person, date, evidence })
            }
        }
    }

    /// Who is found by what was typed, in the order of the staff; with how many more there are.
    pub fn found<'a>(&self, staff: &'a [PlanPerson]) -> (Vec<&'a PlanPerson>, usize) {
        let typed = self.query.trim();
        let mut found: Vec<&PlanPerson> =
            staff.iter().filter(|person| typed.is_empty() || pinyin::matches(&person.name, typed)).collect();
        // Who is chosen stands first, so that the choice is seen.
        found.sort_by_key(|person| Some(person.key) != self.person);
        let more = found.len().saturating_sub(OFFERED);
        found.truncate(OFFERED);
        (found, more)
    }
}
