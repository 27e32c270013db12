//! `event …`

use super::alert;
use super::arguments::{EventArgs, EventCommand};
use super::output::{Output, table};
use crate::domain::id::EventId;
use crate::domain::report_entry::ReportSubject;
use crate::domain::school_event::{EventLevel, EventWords};
use crate::domain::symptom::SymptomCode;
use crate::i18n::Tr;
use crate::ops::event::{EventDraft, EventLine, EventView, ReportingState};
use crate::ops::reporting::ReportingError;
use crate::ops::{Book, OpError};

/// Runs `event …`.
pub fn run(book: &mut Book, command: &EventCommand, output: &Output) -> Result<(), OpError> {
    let id = match command {
        EventCommand::List => return list(book, output),
        EventCommand::Open(args) => {
            let key = grown_from(book, args)?;
            let begun = key.as_deref().map(|key| book.event_of_alert(key)).transpose()?;
            let draft = draft(book, begun.unwrap_or_default(), args)?;
            book.open_event(&draft)?
        }
        EventCommand::Show { event } => key(event)?,
        EventCommand::Revise { event, args } => {
            let id = key(event)?;
            let draft = draft(book, book.event_view(id)?.draft(), args)?;
            book.revise_event(id, &draft)?;
            id
        }
        EventCommand::Report { event, report, told } => {
            let id = key(event)?;
            let _ = book.log_report(&told.about(ReportSubject::Event(id), report))?;
            id
        }
        EventCommand::Close { event, on } => {
            let id = key(event)?;
            book.close_event(id, *on)?;
            id
        }
        EventCommand::Reopen { event } => {
            let id = key(event)?;
            book.reopen_event(id)?;
            id
        }
    };
    let view = book.event_view(id)?;
    output.answer(&view, |tr| shown(&view, tr));
    Ok(())
}

/// An event's key as it was typed.
pub(super) fn key(given: &str) -> Result<EventId, OpError> {
    given.trim().parse().map_err(|_| ReportingError::NoSuchEvent { given: given.to_owned() }.into())
}

/// The draft with what was given in its place.
fn draft(book: &Book, before: EventDraft, given: &EventArgs) -> Result<EventDraft, OpError> {
    let today = book.today();
    let groups = given.class.iter().map(|class| Ok(book.find_class(class, today)?.group));
    let groups = groups.collect::<Result<Vec<_>, OpError>>()?;
    let disease = given.disease.as_deref().map(|disease| book.find_disease(disease)).transpose()?;
    let text = |new: &Option<String>, old: Option<String>| new.clone().or(old);
    let words = before.words;
    Ok(EventDraft {
        known_at: given.known,
        words: EventWords {
            title: given.title.clone().unwrap_or(words.title),
            place: text(&given.place, words.place),
            symptoms: text(&given.signs, words.symptoms),
            course: text(&given.course, words.course),
            measures: text(&given.measures, words.measures),
            cause: text(&given.cause, words.cause),
            summary: text(&given.summary, words.summary),
            improvements: text(&given.improvements, words.improvements),
        },
        level: given.level.as_deref().and_then(EventLevel::from_name).unwrap_or(before.level),
        from: given.since.or(before.from),
        groups: if groups.is_empty() { before.groups } else { groups },
        symptoms: if given.symptom.is_empty() {
            before.symptoms
        } else {
            given.symptom.iter().map(|code| SymptomCode::new(code)).collect()
        },
        disease: disease.or(before.disease),
        alert: grown_from(book, given)?.or(before.alert),
        counted: before.counted,
    })
}

/// Key of the alert that an event grows out of.
fn grown_from(book: &Book, given: &EventArgs) -> Result<Option<String>, OpError> {
    given.alert.as_deref().map(|given| alert::named(book, given)).transpose()
}

fn list(book: &Book, output: &Output) -> Result<(), OpError> {
    let lines = book.event_lines()?;
    output.answer(&lines, |tr| {
        if lines.is_empty() {
            return vec![tr.event_none()];
        }
        table(&lines.iter().map(|line| row(line, tr)).collect::<Vec<_>>())
    });
    Ok(())
}

fn row(line: &EventLine, tr: &Tr) -> Vec<String> {
    vec![
        line.key.to_string(),
        line.title.clone(),
        tr.event_level(line.level),
        line.known_at.format("%Y-%m-%d %H:%M").to_string(),
        tr.event_ill(line.counts.ill),
        line.closed_on.map(|on| on.to_string()).unwrap_or_default(),
    ]
}

fn shown(view: &EventView, tr: &Tr) -> Vec<String> {
    let mut lines = table(&[row(&view.line, tr)]);
    let reports = view.line.reports.iter().map(|report| {
        let state = match report.state {
            ReportingState::Late => tr.todo_state_late(),
            ReportingState::Open => tr.todo_state_open(),
            ReportingState::Done => tr.todo_state_done(),
        };
        vec![tr.event_report(report.report), report.due.format("%Y-%m-%d %H:%M").to_string(), state]
    });
    lines.extend(table(&reports.collect::<Vec<_>>()));
    lines.extend(view.line.missed.iter().map(|day| tr.event_missed(&day.to_string())));
    lines
}
