//! 预案: the plan's tasks with person, due day and evidence; late ones are seen first.

mod form;
#[cfg(test)]
mod tests;
mod update;
mod view;

use form::Form;

use crate::domain::id::PersonId;
use crate::gui::typed::Typed;
use crate::ops::plan::{PlanState, PlanTaskView, PlanView};

/// The plan of the term.
#[derive(Debug, Default)]
pub struct Plan {
    data: Option<PlanView>,
    /// Id of the task that keys mean. The task stays chosen when another of its occurrences matters.
    chosen: Option<String>,
    /// What is being asked about the chosen task.
    form: Option<Typed<Form, form::Part>>,
    /// Whether the sections show their text.
    reading: bool,
}

/// What its parts say.
#[derive(Debug, Clone, PartialEq)]
pub enum Message {
    /// Another task.
    Choose(String),
    /// Up or down among the tasks.
    Move(i32),
    /// Ask who is responsible.
    Assign,
    /// Ask when it is due.
    SetDue,
    /// Ask by whom, when and with what evidence it was done.
    Complete,
    /// It is not done after all.
    Reopen,
    /// Typed while looking for a person.
    Search(String),
    /// A person of the form, or nobody.
    Person(Option<PersonId>),
    /// Typed into the form's date.
    Date(String),
    /// Typed into the form's evidence.
    Evidence(String),
    /// Do what the form says.
    Save,
    /// Close the form.
    Close,
    /// Show or hide the text of the sections.
    Read,
    /// The printed checklist.
    Print,
    /// Where staff are added.
    Roster,
    /// Where terms are set.
    Settings,
}

impl Plan {
    fn tasks(&self) -> Vec<&PlanTaskView> {
        self.data.as_ref().map(|data| data.tasks().collect()).unwrap_or_default()
    }

    fn task(&self) -> Option<&PlanTaskView> {
        self.tasks().into_iter().find(|task| Some(&task.id) == self.chosen.as_ref())
    }

    /// What to look at first: the oldest that is late, else the next open one, else the first.
    fn foremost(&self) -> Option<String> {
        let tasks = self.tasks();
        let late = tasks.iter().filter(|task| task.current.state == PlanState::Late);
        let open = tasks.iter().filter(|task| task.current.state == PlanState::Open);
        let task = late.min_by_key(|task| task.current.due).or(open.min_by_key(|task| task.current.due));
        task.or(tasks.first()).map(|task| task.id.clone())
    }
}

/// Name of a task's row, for the focus.
fn row_id(task: &str) -> String {
    format!("task-{task}")
}
