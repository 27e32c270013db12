//! `roster group`

use std::collections::BTreeSet;

use chrono::NaiveDate;
use serde_json::json;

use super::arguments::{GroupCommand, Whom};
use super::output::Output;
use super::roster::{class_key, person_key, rows_or_none, saved};
use crate::domain::free_group::FreeGroupKind;
use crate::domain::id::PersonId;
use crate::ops::roster::{FreeGroupOp, PupilsOp, RosterFilter};
use crate::ops::{Book, OpError};

/// Runs `roster group …`.
pub fn run(book: &mut Book, command: &GroupCommand, output: &Output) -> Result<(), OpError> {
    let today = book.today();
    match command {
        GroupCommand::List { date } => {
            let lines = book.free_group_list(date.unwrap_or(today))?;
            output.answer(&lines, |tr| {
                let rows = lines.iter().map(|line| {
                    let kind = match line.kind {
                        FreeGroupKind::Bus => tr.group_kind_bus(),
                        FreeGroupKind::Meal => tr.group_kind_meal(),
                        FreeGroupKind::Free => tr.group_kind_free(),
                    };
                    vec![line.group.clone(), kind, line.count.to_string(), line.key.to_string()]
                });
                rows_or_none(&rows.collect::<Vec<_>>(), tr)
            });
        }
        GroupCommand::Add { label, bus, meal } => {
            let kind = match (bus, meal) {
                (true, _) => FreeGroupKind::Bus,
                (_, true) => FreeGroupKind::Meal,
                _ => FreeGroupKind::Free,
            };
            let key = book.change_free_group(&FreeGroupOp::Add { label: label.clone(), kind })?;
            output.answer(&json!({ "key": key }), |tr| vec![tr.roster_added(&key.to_string())]);
        }
        GroupCommand::Rename { group, label } => {
            let group = book.find_free_group(group, today)?;
            book.change_free_group(&FreeGroupOp::Rename { group, label: label.clone() })?;
            saved(output);
        }
        GroupCommand::Close { group, on } => {
            let group = book.find_free_group(group, today)?;
            book.change_free_group(&FreeGroupOp::Close { group, on: on.unwrap_or(today) })?;
            saved(output);
        }
        GroupCommand::Join { group, whom, from } => {
            let from = from.unwrap_or(today);
            let group = book.find_free_group(group, from)?;
            let persons = persons(book, whom, from)?;
            let count = persons.len();
            book.change_free_group(&FreeGroupOp::Join { persons, group, from })?;
            changed(count, output);
        }
        GroupCommand::Leave { group, whom, on } => {
            let on = on.unwrap_or(today);
            let group = book.find_free_group(group, today)?;
            let persons = persons(book, whom, on)?;
            let count = persons.len();
            book.change_free_group(&FreeGroupOp::Leave { persons, group, on })?;
            changed(count, output);
        }
    }
    Ok(())
}

/// The pupils who are meant, each once: those named, and those of the class whom the search finds.
pub(super) fn persons(book: &Book, whom: &Whom, date: NaiveDate) -> Result<Vec<PersonId>, OpError> {
    let mut persons = BTreeSet::new();
    for key in &whom.person {
        let _ = persons.insert(person_key(key)?);
    }
    if whom.class.is_some() || whom.find.is_some() {
        let class = whom.class.as_deref().map(|given| class_key(book, given, date)).transpose()?;
        let find = whom.find.clone().unwrap_or_default();
        let filter = RosterFilter { class, find, ..RosterFilter::default() };
        persons.extend(book.roster_list(date, &filter)?.into_iter().map(|line| line.key));
    }
    Ok(persons.into_iter().collect())
}

/// Changes several pupils, and says how many.
pub(super) fn change(book: &mut Book, op: &PupilsOp, output: &Output) -> Result<(), OpError> {
    let count = book.change_pupils(op)?;
    changed(count, output);
    Ok(())
}

fn changed(count: usize, output: &Output) {
    output.answer(&json!({ "saved": true, "count": count }), |tr| vec![tr.group_changed(count)]);
}
