//! `log …`

use chrono::{Datelike, NaiveDate};
use serde_json::json;

use super::arguments::{EntryArgs, LogCommand};
use super::output::{Output, table};
use super::roster::saved;
use crate::domain::id::ReportEntryId;
use crate::domain::report_entry::{ReportEntry, ReportSubject};
use crate::i18n::Tr;
use crate::ops::report_log::{CountsView, LogLine, NewReport};
use crate::ops::reporting::ReportingError;
use crate::ops::{Book, OpError};

/// Runs `log …`.
pub fn run(book: &mut Book, command: &LogCommand, output: &Output) -> Result<(), OpError> {
    match command {
        LogCommand::List { from, to } => {
            let to = to.unwrap_or_else(|| book.today());
            list(book, from.unwrap_or_else(|| to.with_day(1).unwrap_or(to)), to, output)
        }
        LogCommand::Add(args) => {
            let id = book.log_report(&report(args))?;
            output.answer(&json!({ "key": id }), |tr| vec![tr.log_done()]);
            Ok(())
        }
        LogCommand::Correct { entry, args } => {
            book.correct_report(key(entry)?, &report(args))?;
            saved(output);
            Ok(())
        }
        LogCommand::Remove { entry } => {
            book.remove_report(key(entry)?)?;
            saved(output);
            Ok(())
        }
        LogCommand::Counts { from, to } => counts(book, *from, *to, output),
    }
}

pub(super) fn key(given: &str) -> Result<ReportEntryId, OpError> {
    given.trim().parse().map_err(|_| ReportingError::NoSuchEntry { given: given.to_owned() }.into())
}

/// The report as it was given; a report of a day is its daily report.
fn report(args: &EntryArgs) -> NewReport {
    let usual = match args.about {
        ReportSubject::Day(_) => ReportEntry::DAILY,
        ReportSubject::Alert(_) => ReportEntry::ALERT,
        _ => ReportEntry::OTHER,
    };
    NewReport {
        nil: args.nil.as_deref().map(|word| word == "yes"),
        from: args.from,
        to: args.to,
        ..args.told.about(args.about.clone(), args.step.as_deref().unwrap_or(usual))
    }
}

fn list(book: &Book, from: NaiveDate, to: NaiveDate, output: &Output) -> Result<(), OpError> {
    let lines = book.report_log(from, to)?;
    output.answer(&lines, |tr| {
        if lines.is_empty() {
            return vec![tr.log_none()];
        }
        table(&lines.iter().map(|line| row(line, tr)).collect::<Vec<_>>())
    });
    Ok(())
}

fn row(line: &LogLine, tr: &Tr) -> Vec<String> {
    vec![
        line.at.format("%Y-%m-%d %H:%M").to_string(),
        line.what.clone(),
        line.step_name.clone(),
        line.unit.clone(),
        line.person.clone().unwrap_or_default(),
        tr.report_way(line.way),
        line.by.clone(),
        line.key.to_string(),
    ]
}

fn counts(book: &Book, from: NaiveDate, to: NaiveDate, output: &Output) -> Result<(), OpError> {
    let counts = book.report_counts(from, to)?;
    output.answer(&counts, |tr| count_lines(&counts, tr));
    Ok(())
}

fn count_lines(counts: &CountsView, tr: &Tr) -> Vec<String> {
    let rows = [
        (tr.log_expected(), counts.expected),
        (tr.log_made(), counts.made),
        (tr.log_late(), counts.late),
        (tr.log_nil(), counts.nil),
        (tr.log_not_nil(), counts.not_nil),
    ];
    let mut lines = table(&rows.map(|(label, count)| vec![label, count.to_string()]));
    lines.extend(counts.missing.iter().map(|day| tr.log_missing(&day.to_string())));
    lines
}
