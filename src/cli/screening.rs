//! `screening …`

use super::arguments::{ScreeningArgs, ScreeningCommand};
use super::output::{Output, table};
use super::roster::person_key;
use crate::domain::home::Journey;
use crate::domain::id::ScreeningId;
use crate::ops::home::{HomeError, NewScreening, NewTalk, ScreenOp, ScreeningLine};
use crate::ops::{Book, OpError};

/// Runs `screening …`.
pub fn run(book: &mut Book, command: &ScreeningCommand, output: &Output) -> Result<(), OpError> {
    let op = match command {
        ScreeningCommand::List { all } => {
            let mut lines = book.screening_lines()?;
            lines.retain(|line| *all || line.closed_on.is_none());
            answer(&lines, output);
            return Ok(());
        }
        ScreeningCommand::Add { person, listed, known } => {
            let new = written(NewScreening { listed_on: *listed, ..NewScreening::default() }, known);
            ScreenOp::List(person_key(person)?, Box::new(new))
        }
        ScreeningCommand::Revise { id, known } => {
            let id = key(id)?;
            let body = book.known_screening(id)?.body;
            let before = NewScreening {
                listed_on: None,
                journey: body.journey,
                contact: body.contact,
                source: body.source,
            };
            ScreenOp::Revise(id, Box::new(written(before, known)))
        }
        ScreeningCommand::Talk { id, what, at, called_by, phone, next } => {
            let talk = NewTalk {
                at: *at,
                by: called_by.clone(),
                phone: phone.clone(),
                what: what.clone(),
                next_call: *next,
            };
            ScreenOp::Talk(key(id)?, Box::new(talk))
        }
        ScreeningCommand::Close { id, how, note } => ScreenOp::Close(key(id)?, how.clone(), note.clone()),
    };
    let id = book.run_screening(&op)?;
    let mut lines = book.screening_lines()?;
    lines.retain(|line| line.id == id);
    answer(&lines, output);
    Ok(())
}

fn key(given: &str) -> Result<ScreeningId, OpError> {
    given.parse().map_err(|_| HomeError::NoScreening { given: given.to_owned() }.into())
}

/// What is named takes the place of what was known.
fn written(mut new: NewScreening, given: &ScreeningArgs) -> NewScreening {
    if given.place.is_some() || given.from.is_some() || given.to.is_some() {
        let old = new.journey.unwrap_or_default();
        new.journey = Some(Journey {
            place: given.place.clone().unwrap_or(old.place),
            from: given.from.or(old.from),
            to: given.to.or(old.to),
        });
    }
    new.contact = given.contact.clone().or(new.contact);
    new.source = given.source.clone().or(new.source);
    new
}

fn answer(lines: &[ScreeningLine], output: &Output) {
    output.answer(lines, |tr| {
        if lines.is_empty() {
            return vec![tr.screening_nobody()];
        }
        let rows = lines.iter().map(|line| {
            let state = match (&line.closing, line.next_call) {
                (Some(closing), _) => closing.clone(),
                (None, Some(next)) => tr.screening_next(&next.format("%Y-%m-%d %H:%M").to_string()),
                (None, None) => String::new(),
            };
            let last = line.body.talks.last().map(|talk| talk.what.clone()).unwrap_or_default();
            vec![line.id.to_string(), line.class.clone(), line.name.clone(), line.words.clone(), last, state]
        });
        table(&rows.collect::<Vec<_>>())
    });
}
