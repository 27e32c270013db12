//! The plan's tasks on the checklist.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::print_request::Filling;
use crate::ops::book::Book;
use crate::ops::error::OpError;
use crate::ops::plan::{PlanState, PlanTaskView};
use crate::paper::form::{FormContent, FormRow};

impl Book {
    /// The checklist of a day; blank it keeps the tasks and leaves the rest open.
    pub(super) fn checklist(&mut self, date: NaiveDate, filling: Filling) -> Result<FormContent, OpError> {
        let view = self.plan_view(date)?;
        let mut content = self.blank_content()?;
        let tr = &self.tr;
        let mut header = vec![("plan", tr.plan_edition(&view.version))];
        if filling != Filling::Blank {
            header.push(("date", tr.long_day(date)));
            header.push(("done", tr.plan_done_of(view.counts.done, view.counts.late, view.counts.tasks)));
        }
        content.header.extend(header.into_iter().map(|(key, text)| (key.to_owned(), text)));
        for section in view.sections.iter().filter(|section| !section.tasks.is_empty()) {
            content.rows.push(FormRow::Section(tr.plan_section(&section.number.to_string(), &section.title)));
            for task in &section.tasks {
                content.rows.push(match filling {
                    Filling::Blank => FormRow::Open(asked(task)),
                    Filling::Recorded | Filling::Everyone => FormRow::Filled(self.answered(task)),
                });
            }
        }
        Ok(content)
    }

    fn answered(&self, task: &PlanTaskView) -> BTreeMap<String, String> {
        let tr = &self.tr;
        let current = &task.current;
        let state = match (current.state, task.late()) {
            (PlanState::Done, _) => tr.todo_state_done(),
            (PlanState::Late, 2..) => tr.plan_late_times(task.late()),
            (PlanState::Late, _) => tr.todo_state_late(),
            (PlanState::Open, _) => tr.todo_state_open(),
        };
        let who = current.done_by.as_ref().or(task.responsible.as_ref());
        let evidence = match (current.done_on, &current.evidence) {
            (Some(day), Some(evidence)) => format!("{day} {evidence}"),
            _ => tr.plan_wanted(&task.wanted),
        };
        let mut row = asked(task);
        row.extend(cells([
            ("person", who.map(|person| person.name.clone()).unwrap_or_default()),
            ("state", state),
            ("evidence", evidence),
        ]));
        row
    }
}

fn asked(task: &PlanTaskView) -> BTreeMap<String, String> {
    let due = task.current.due.map(|due| due.to_string()).unwrap_or_default();
    cells([("no", task.number.clone()), ("task", task.title.clone()), ("due", due)])
}

fn cells<const N: usize>(pairs: [(&str, String); N]) -> BTreeMap<String, String> {
    pairs.into_iter().map(|(key, text)| (key.to_owned(), text)).collect()
}
