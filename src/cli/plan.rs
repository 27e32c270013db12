//! `plan …`

use chrono::NaiveDate;
use serde_json::json;

use super::arguments::PlanCommand;
use super::output::{Output, table};
use crate::i18n::Tr;
use crate::ops::plan::{PLAN_DOCUMENT, PlanOp, PlanState};
use crate::ops::{Book, OpError};

/// Runs `plan …`.
pub fn run(book: &mut Book, command: &PlanCommand, output: &Output) -> Result<(), OpError> {
    let op = match command {
        PlanCommand::List { date } => return list(book, date.unwrap_or_else(|| book.today()), output),
        PlanCommand::Print { date, text, out } => {
            let date = date.unwrap_or_else(|| book.today());
            let form = if *text { PLAN_DOCUMENT } else { "plan-checklist" };
            return super::print::school_form(book, form, date, out, output);
        }
        PlanCommand::Assign { task, person } => {
            let person = person.as_deref().map(|given| book.find_staff(given)).transpose()?;
            PlanOp::Assign { task: book.find_plan_task(task, false)?, person }
        }
        PlanCommand::Done { task, person, date, evidence } => PlanOp::Complete {
            task: book.find_plan_task(task, false)?,
            person: person.as_deref().map(|given| book.find_staff(given)).transpose()?,
            date: Some(date.unwrap_or_else(|| book.today())),
            evidence: evidence.clone(),
        },
        PlanCommand::Due { task, date } => {
            PlanOp::SetDue { task: book.find_plan_task(task, false)?, date: *date }
        }
        PlanCommand::Reopen { task } => PlanOp::Reopen { task: book.find_plan_task(task, true)? },
    };
    book.run_plan(&op)?;
    let (PlanOp::Assign { task, .. }
    | PlanOp::SetDue { task, .. }
    | PlanOp::Complete { task, .. }
    | PlanOp::Reopen { task }) = &op;
    let view = book.plan_view(book.today())?;
    let changed =
        view.tasks().find_map(|t| t.occurrences.iter().find(|o| o.task == *task).map(|o| (&t.title, o)));
    let value = changed.map(|(title, occurrence)| json!({ "title": title, "occurrence": occurrence }));
    output.answer(&value, |tr| {
        changed.map(|(title, o)| format!("{title}  {}", state(tr, o.state))).into_iter().collect()
    });
    Ok(())
}

fn list(book: &mut Book, date: NaiveDate, output: &Output) -> Result<(), OpError> {
    let view = book.plan_view(date)?;
    let value: Vec<_> = view
        .sections
        .iter()
        .flat_map(|section| section.tasks.iter().map(move |task| (section, task)))
        .map(|(section, task)| {
            json!({
                "task": task.id, "number": task.number, "section": section.title, "title": task.title,
                "responsible": task.responsible, "due": task.current.due, "state": task.current.state,
                "done_by": task.current.done_by, "done_on": task.current.done_on,
                "evidence": task.current.evidence, "late": task.late(), "key": task.current.task,
                "occurrences": task.occurrences.len(),
            })
        })
        .collect();
    output.answer(&value, |tr| {
        let rows = view.tasks().map(|task| {
            vec![
                task.number.clone(),
                task.id.clone(),
                task.current.due.map(|due| due.to_string()).unwrap_or_default(),
                state(tr, task.current.state),
                task.responsible.as_ref().map(|person| person.name.clone()).unwrap_or_default(),
                task.title.clone(),
            ]
        });
        table(&rows.collect::<Vec<_>>())
    });
    Ok(())
}

fn state(tr: &Tr, state: PlanState) -> String {
    match state {
        PlanState::Late => tr.todo_state_late(),
        PlanState::Open => tr.todo_state_open(),
        PlanState::Done => tr.todo_state_done(),
    }
}
