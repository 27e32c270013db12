//! `isolation …`

use chrono::NaiveDate;
use serde_json::json;

use super::arguments::{ContactArgs, FollowArgs, IsolationCommand, IsolationDetails};
use super::output::{Output, table};
use super::return_to_class::case_key;
use super::roster::person_key;
use crate::domain::case_contact::{ContactBody, Nearness};
use crate::domain::id::IsolationId;
use crate::domain::isolation::{IsolationBody, IsolationEnd, IsolationKind};
use crate::domain::symptom::SymptomCode;
use crate::domain::temperature::Temperature;
use crate::i18n::Tr;
use crate::ops::isolation::{ContactOp, IsolationLine, IsolationOp, NewContact, NewIsolation, NewLook};
use crate::ops::{Book, ChoiceError, OpError};

/// Runs `isolation …`.
pub fn run(book: &mut Book, command: &IsolationCommand, output: &Output) -> Result<(), OpError> {
    let op = match command {
        IsolationCommand::List { from, to } => return list(book, *from, *to, output),
        IsolationCommand::Contacts(args) => return contacts(book, args, output),
        IsolationCommand::Begin(args) => {
            let kind = IsolationKind::from_name(&args.kind).unwrap_or(IsolationKind::Observation);
            let mut body = IsolationBody::of(kind);
            body.symptoms = args.symptom.iter().map(|code| SymptomCode::new(code)).collect();
            write(&mut body, &args.details)?;
            let person = person_key(&args.person)?;
            IsolationOp::Begin(Box::new(NewIsolation { person, from_at: args.at, body }))
        }
        IsolationCommand::Revise(args) => {
            let id = key(&args.id)?;
            let mut body = book.isolation_body(id)?;
            write(&mut body, &args.details)?;
            IsolationOp::Revise(id, Box::new(body))
        }
        IsolationCommand::Follow(args) => follow(args)?,
        IsolationCommand::End { id, how, at } => {
            let how = IsolationEnd::from_name(how).unwrap_or(IsolationEnd::Released);
            IsolationOp::End(key(id)?, *at, how)
        }
    };
    let id = book.run_isolation(&op)?;
    let line = book.isolations_on(book.today())?.into_iter().find(|line| line.id == id);
    output.answer(&json!({ "id": id, "isolation": line }), |tr| match &line {
        Some(line) => table(&[row(line, tr)]),
        None => vec![tr.roster_saved()],
    });
    Ok(())
}

fn follow(args: &FollowArgs) -> Result<IsolationOp, OpError> {
    let temperature = args.temp.as_deref().map(|given| {
        Temperature::parse(given).ok_or_else(|| OpError::BadTemperature { given: given.to_owned() })
    });
    let look = NewLook {
        at: args.at,
        by: args.looked_by.clone(),
        temperature: temperature.transpose()?,
        symptoms: args.symptom.iter().map(|code| SymptomCode::new(code)).collect(),
        note: args.note.clone(),
    };
    Ok(IsolationOp::Follow(key(&args.id)?, Box::new(look)))
}

fn key(given: &str) -> Result<IsolationId, OpError> {
    given.parse().map_err(|_| ChoiceError::NoIsolation { given: given.to_owned() }.into())
}

/// What is named takes the place of what was written down.
fn write(body: &mut IsolationBody, given: &IsolationDetails) -> Result<(), OpError> {
    fn set<T: Clone>(field: &mut Option<T>, value: Option<&T>) {
        if let Some(value) = value {
            *field = Some(value.clone());
        }
    }
    set(&mut body.place, given.place.as_ref());
    set(&mut body.found_at, given.found_at.as_ref());
    set(&mut body.found_by, given.found_by.as_ref());
    set(&mut body.until, given.until.as_ref());
    set(&mut body.family_called_at, given.called.as_ref());
    set(&mut body.family_came_at, given.came.as_ref());
    set(&mut body.hospital, given.hospital.as_ref());
    set(&mut body.transport, given.transport.as_ref());
    set(&mut body.disinfected_at, given.disinfected.as_ref());
    set(&mut body.disinfected_by, given.disinfected_by.as_ref());
    set(&mut body.note, given.note.as_ref());
    if let Some(case) = &given.case {
        body.case = Some(case_key(case)?);
    }
    Ok(())
}

fn list(book: &Book, from: Option<NaiveDate>, to: Option<NaiveDate>, output: &Output) -> Result<(), OpError> {
    let first = from.or(to).unwrap_or_else(|| book.today());
    let last = to.unwrap_or(first);
    let lines = book.isolations_between(first, last)?;
    output.answer(&lines, |tr| {
        if lines.is_empty() {
            return vec![tr.isolation_nobody()];
        }
        table(&lines.iter().map(|line| row(line, tr)).collect::<Vec<_>>())
    });
    Ok(())
}

fn contacts(book: &mut Book, args: &ContactArgs, output: &Output) -> Result<(), OpError> {
    let case = case_key(&args.case)?;
    let op = match (&args.add, &args.remove) {
        (Some(person), _) => {
            let last_met = args.met.unwrap_or_else(|| book.today());
            let watched = book.watched_until(case, last_met)?;
            let body = ContactBody {
                nearness: Nearness::from_name(&args.near).unwrap_or(Nearness::Other),
                last_met,
                watched_until: args.until.unwrap_or(watched),
                note: None,
            };
            let person = person_key(person)?;
            Some(ContactOp::Set(case, Box::new(NewContact { person, body })))
        }
        (None, Some(person)) => Some(ContactOp::Remove(case, person_key(person)?)),
        (None, None) if !args.only.is_empty() => {
            let chosen = args.only.iter().map(|given| person_key(given)).collect::<Result<_, _>>()?;
            Some(ContactOp::Choose(case, chosen))
        }
        (None, None) => args.keep.then_some(ContactOp::Keep(case)),
    };
    if let Some(op) = op {
        book.run_contact(&op)?;
    }
    let lines = if args.all { book.contact_choices(case)? } else { book.case_contacts(case)? };
    output.answer(&lines, |tr| {
        if lines.is_empty() {
            return vec![tr.contact_nobody()];
        }
        let rows = lines.iter().map(|line| {
            let ill = line.ill_since.map(|day| tr.contact_ill(&day.to_string())).unwrap_or_default();
            vec![
                line.key.to_string(),
                line.class.clone(),
                line.name.clone(),
                tr.nearness(line.nearness),
                tr.contact_watched(&line.watched_until.to_string()),
                if line.proposal { tr.cli_proposal() } else { ill },
            ]
        });
        table(&rows.collect::<Vec<_>>())
    });
    Ok(())
}

fn row(line: &IsolationLine, tr: &Tr) -> Vec<String> {
    let state = match (line.body.end, line.until) {
        (Some(end), _) => tr.isolation_end(end),
        (None, Some(until)) if line.over => tr.isolation_over(&until.to_string()),
        (None, _) if !line.followed => tr.isolation_not_followed(),
        (None, Some(until)) => match &line.until_by {
            Some(by) => tr.isolation_proposed(by, &until.to_string()),
            None => tr.isolation_until(&until.to_string()),
        },
        (None, None) => String::new(),
    };
    vec![
        line.id.to_string(),
        line.class.clone(),
        line.name.clone(),
        tr.isolation_kind(line.kind),
        line.from_at.format("%Y-%m-%d %H:%M").to_string(),
        tr.isolation_under_way(&line.day.to_string()),
        line.last.clone().unwrap_or_else(|| line.words.clone()),
        state,
    ]
}
