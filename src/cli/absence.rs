//! `absence …`

use chrono::NaiveDate;

use super::arguments::{AbsenceCommand, PeriodArgs};
use super::output::{Output, table};
use super::print;
use crate::domain::group::Group;
use crate::i18n::Tr;
use crate::ops::print::{ABSENCE_RATES, PrintRequest, PrintScope};
use crate::ops::trace::{AbsenceLine, AbsenceRates, RateLine};
use crate::ops::{Book, OpError};

/// Runs `absence …`.
pub fn run(book: &mut Book, command: &AbsenceCommand, output: &Output) -> Result<(), OpError> {
    match command {
        AbsenceCommand::List(args) => {
            let (from, to, group) = period(book, args)?;
            let lines = book.absences_between(from, to, group)?;
            output.answer(&lines, |tr| listed(&lines, tr));
        }
        AbsenceCommand::Rates { period: args, out: Some(out) } => {
            let (from, to, group) = period(book, args)?;
            let scope = group.map_or(PrintScope::School, PrintScope::Group);
            let request =
                PrintRequest { scope, days: Some((from, to)), ..PrintRequest::form(ABSENCE_RATES, to) };
            print::saved(book, request, out, output)?;
        }
        AbsenceCommand::Rates { period: args, out: None } => {
            let (from, to, group) = period(book, args)?;
            let rates = book.absence_rates(from, to, group)?;
            output.answer(&rates, |tr| told(&rates, tr));
        }
    }
    Ok(())
}

/// The period asked for; the term until today where none is.
fn period(book: &Book, args: &PeriodArgs) -> Result<(NaiveDate, NaiveDate, Option<Group>), OpError> {
    let to = args.to.unwrap_or_else(|| book.today());
    let term = book.calendar(to)?.terms.into_iter().rfind(|term| term.first <= to);
    let from = args.from.or(term.map(|term| term.first)).unwrap_or(to);
    if from > to {
        return Err(OpError::BadValue { field: "--from", given: from.to_string() });
    }
    let group = args.class.as_deref().map(|given| book.find_class(given, to)).transpose()?;
    Ok((from, to, group.map(|info| info.group)))
}

fn listed(lines: &[AbsenceLine], tr: &Tr) -> Vec<String> {
    if lines.is_empty() {
        return vec![tr.trace_no_absences()];
    }
    let row = |line: &AbsenceLine| {
        vec![
            line.from.to_string(),
            line.to.map_or_else(|| tr.person_file_goes_on(), |to| to.to_string()),
            line.class.clone(),
            line.name.clone(),
            tr.person_file_half_days(i64::from(line.half_days)),
            if line.is_unexplained() { tr.trace_cause_unknown() } else { line.cause.clone() },
        ]
    };
    table(&lines.iter().map(row).collect::<Vec<_>>())
}

/// Every rate with its numerator and denominator.
fn told(rates: &AbsenceRates, tr: &Tr) -> Vec<String> {
    let head = vec![
        tr.cli_head_class(),
        tr.trace_head_pupils(),
        tr.trace_head_absence(),
        tr.trace_head_illness(),
        tr.trace_head_mean(),
        tr.trace_head_episodes(),
    ];
    let all = RateLine { label: tr.trace_rates_all(), ..rates.total.clone() };
    let lines = rates.classes.iter().chain([&all]).chain(&rates.months);
    let rows = lines.map(row);
    let mut lines = vec![tr.trace_rates_checked(rates.checked, rates.due)];
    lines.extend(table(&std::iter::once(head).chain(rows).collect::<Vec<_>>()));
    lines.extend(
        rates.causes.iter().map(|it| tr.trace_rates_cause(&it.cause, &days(it.half_days), it.episodes)),
    );
    lines
}

fn row(line: &RateLine) -> Vec<String> {
    let rate = |rate: Option<f64>, decimals: usize, sign: &str| {
        rate.map_or_else(|| "–".to_owned(), |rate| format!("{rate:.decimals$}{sign}"))
    };
    let of = |part: usize, whole: usize| format!("{}/{}", days(part), days(whole));
    vec![
        line.label.clone(),
        line.pupils.to_string(),
        format!("{} ({})", rate(line.absence_rate, 2, "%"), of(line.absent_half_days, line.taught_half_days)),
        format!("{} ({})", rate(line.illness_rate, 2, "%"), of(line.ill_half_days, line.taught_half_days)),
        rate(line.ill_days_per_pupil, 3, ""),
        format!("{} ({}/{})", rate(line.episodes_rate, 2, "%"), line.episodes, line.pupils),
    ]
}

/// Half days as days: `1.5`.
fn days(half_days: usize) -> String {
    let rest = if half_days % 2 == 1 { ".5" } else { "" };
    format!("{}{rest}", half_days / 2)
}
