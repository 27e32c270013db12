//! `trace …`

use chrono::NaiveDate;
use serde_json::json;

use super::arguments::{AddTraceArgs, CloseTraceArgs, TraceCommand};
use super::output::{Output, table};
use crate::domain::finding::Attendance;
use crate::domain::id::PersonId;
use crate::domain::symptom::SymptomCode;
use crate::domain::trace::{Basis, Closing, Diagnosis, Talk};
use crate::i18n::Tr;
use crate::ops::trace::{AbsenceLine, CallState, NewTrace, TraceError, TraceOp, closing_words};
use crate::ops::{Book, OpError};

/// Runs `trace …`.
pub fn run(book: &mut Book, command: &TraceCommand, output: &Output) -> Result<(), OpError> {
    match command {
        TraceCommand::List { date, closed, class, .. } => {
            list(book, date.unwrap_or_else(|| book.today()), *closed, class.as_deref(), output)
        }
        TraceCommand::Add(args) => add(book, args, output),
        TraceCommand::Close(args) => close(book, args, output),
        TraceCommand::Remove { id, person } => {
            let id = id.parse().map_err(|_| TraceError::NoSuchTrace)?;
            book.run_trace(&TraceOp::Remove(key(person)?, id))?;
            output.answer(&json!({ "removed": id }), |tr| vec![tr.trace_done_removed()]);
            Ok(())
        }
    }
}

fn key(given: &str) -> Result<PersonId, OpError> {
    given.parse().map_err(|_| OpError::NoSuchPerson)
}

fn list(
    book: &Book,
    date: NaiveDate,
    closed: bool,
    class: Option<&str>,
    output: &Output,
) -> Result<(), OpError> {
    let group = class.map(|given| book.find_class(given, date)).transpose()?.map(|info| info.group);
    let mut lines = if closed { book.closed_absences(date)? } else { book.trace_view(date)?.open };
    lines.retain(|line| group.is_none() || line.group == group);
    output.answer(&lines, |tr| {
        if lines.is_empty() {
            return vec![if closed { tr.trace_none_closed() } else { tr.trace_nobody_absent() }];
        }
        table(&lines.iter().map(|line| row(line, tr)).collect::<Vec<_>>())
    });
    Ok(())
}

/// An absence on a line: when the next call is due, who, since when, what is known, whom to call.
fn row(line: &AbsenceLine, tr: &Tr) -> Vec<String> {
    let due = line.due.map(|due| due.format("%m-%d %H:%M").to_string());
    let state = match (line.state, line.closing) {
        (CallState::Late, _) => tr.todo_state_late(),
        (CallState::Open, _) => tr.trace_call_number(line.call),
        (CallState::Closed, Some(closing)) => closing_words(closing, tr),
        (CallState::Closed, None) => String::new(),
    };
    let known = match (line.is_unexplained(), line.kind) {
        (false, _) => line.cause.clone(),
        (true, Attendance::Unknown) => tr.trace_reason_unknown(),
        (true, _) => tr.trace_symptoms_unknown(),
    };
    vec![
        due.unwrap_or_default(),
        state,
        line.class.clone(),
        line.name.clone(),
        tr.trace_day(line.day),
        known,
        line.contacts.first().map(|contact| contact.phone.clone()).unwrap_or_default(),
    ]
}

fn add(book: &mut Book, args: &AddTraceArgs, output: &Output) -> Result<(), OpError> {
    let codes = args.symptom.iter().map(|code| SymptomCode::new(code)).collect();
    let talk = Talk {
        reached: !args.unreached,
        with: args.with.clone(),
        relation: args.relation.clone(),
        phone: args.phone.clone(),
        symptoms: (args.no_symptoms || !args.symptom.is_empty()).then_some(codes),
        onset: args.onset,
        seen_doctor: args.seen.as_deref().map(yes).or(args.hospital.as_ref().map(|_| true)),
        hospital: args.hospital.clone(),
        diagnosis: diagnosis(args.diagnosis.as_ref(), &args.basis),
        similar_at_home: args.ill_at_home.as_deref().map(yes),
        sent_where: args.sent_where.clone(),
        note: args.note.clone(),
        ..Talk::default()
    };
    write(
        book,
        &NewTrace { person: key(&args.person)?, at: args.at, next_call: args.next_call, talk },
        output,
    )
}

fn close(book: &mut Book, args: &CloseTraceArgs, output: &Output) -> Result<(), OpError> {
    let returned = args.returned.map(|on| Closing::Returned { on });
    let ended = args.symptoms_ended.map(|on| Closing::SymptomsEnded { on });
    let diagnosis = diagnosis(args.diagnosis.as_ref(), &args.basis);
    let closing = returned
        .or(ended)
        .or(args.other_reason.then_some(Closing::OtherReason))
        .or(diagnosis.as_ref().map(|_| Closing::Diagnosed));
    let seen_doctor = ended.map(|_| false);
    let talk =
        Talk { reached: true, seen_doctor, diagnosis, closing, note: args.note.clone(), ..Talk::default() };
    write(book, &NewTrace { person: key(&args.person)?, at: None, next_call: None, talk }, output)
}

fn yes(word: &str) -> bool {
    word == "yes"
}

fn diagnosis(name: Option<&String>, basis: &str) -> Option<Diagnosis> {
    let basis = Basis::from_name(basis).unwrap_or(Basis::Guardian);
    name.map(|name| Diagnosis { name: name.clone(), basis })
}

/// Writes a follow-up down and tells how the absence stands now, and what a notifiable diagnosis asks for.
fn write(book: &mut Book, new: &NewTrace, output: &Output) -> Result<(), OpError> {
    let (person, told) = (new.person, new.talk.diagnosis.as_ref().map(|it| it.name.clone()));
    let id = book.add_trace(new)?;
    let absence = book.absence_with(person, id)?;
    let notice = told.and_then(|name| book.notifiable(&name));
    let value = json!({ "trace": id, "absence": absence, "notifiable": notice });
    output.answer(&value, |tr| {
        let line = absence.as_ref().map(|line| table(&[row(line, tr)]).join(""));
        line.into_iter().chain(notice.as_ref().map(|it| it.told(tr))).collect()
    });
    Ok(())
}
