//! `roster group`

use serde_json::json;

use super::arguments::GroupCommand;
use super::output::Output;
use super::roster::{person_key, rows_or_none, saved};
use crate::domain::free_group::FreeGroupKind;
use crate::ops::roster::FreeGroupOp;
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
                        FreeGroupKind::Free => tr.group_kind_free(),
                    };
                    vec![line.group.clone(), kind, line.count.to_string(), line.key.to_string()]
                });
                rows_or_none(&rows.collect::<Vec<_>>(), tr)
            });
        }
        GroupCommand::Add { label, bus } => {
            let kind = if *bus { FreeGroupKind::Bus } else { FreeGroupKind::Free };
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
        GroupCommand::Join { group, person, from } => {
            let from = from.unwrap_or(today);
            let group = book.find_free_group(group, from)?;
            for person in person {
                book.change_free_group(&FreeGroupOp::Join { person: person_key(person)?, group, from })?;
            }
            saved(output);
        }
        GroupCommand::Leave { group, person, on } => {
            let on = on.unwrap_or(today);
            let group = book.find_free_group(group, today)?;
            for person in person {
                book.change_free_group(&FreeGroupOp::Leave { person: person_key(person)?, group, on })?;
            }
            saved(output);
        }
    }
    Ok(())
}
