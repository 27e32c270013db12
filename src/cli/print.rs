//! `report …`, `form …`

use std::path::{Path, PathBuf};

use chrono::{Datelike, NaiveDate};
use serde_json::json;

use super::arguments::{FormArgs, FormCommand, ReportCommand};
use super::output::{Output, table};
use super::{check, event, issued, log, own_paper, work};
use crate::domain::group::{Group, GroupKind};
use crate::domain::session::Session;
use crate::i18n::Tr;
use crate::ops::print::{
    EventChoice, Filling, ListChoice, Listing, MissingGlyph, PaperId, Period, PrintLogLine, PrintOp,
    PrintRequest, PrintScope, Printed,
};
use crate::ops::{Book, ChoiceError, OpError};

/// Runs `report …`.
pub fn report(book: &mut Book, command: &ReportCommand, output: &Output) -> Result<(), OpError> {
    match command {
        ReportCommand::Daily { date, out } => {
            let date = date.unwrap_or_else(|| book.today());
            daily_report(book, date, out, output)
        }
        ReportCommand::Work(args) => work::run(book, args, output),
        ReportCommand::List { from, to } => issued::list(book, *from, *to, output),
        ReportCommand::Show { number, out } => issued::show(book, number, out.as_deref(), output),
    }
}

fn daily_report(book: &mut Book, date: NaiveDate, out: &Path, output: &Output) -> Result<(), OpError> {
    let nil = book.report_view(date)?.body.report.nil;
    let printed = save(book, PrintRequest::form("school-day", date), out, output)?;
    let facts = &printed.facts;
    let value = json!({
        "file": printed.file, "number": facts.number, "corrects": facts.corrects, "nil": nil,
        "unchecked": facts.unchecked, "sheets": facts.sheets,
    });
    output.answer(&value, |tr| {
        let mut lines = vec![tr.report_done(&shown(&printed), facts.number.as_deref().unwrap_or_default())];
        if !facts.unchecked.is_empty() {
            lines.push(tr.print_unchecked_classes(&facts.unchecked.join(&tr.ops_list_mark())));
        }
        lines
    });
    Ok(())
}

/// Prints a form of the school for a day: the checklist of the plan.
pub fn school_form(
    book: &mut Book,
    id: &str,
    date: NaiveDate,
    out: &Path,
    output: &Output,
) -> Result<(), OpError> {
    saved(book, PrintRequest::form(id, date), out, output)
}

/// Saves a form and says where.
pub(super) fn saved(
    book: &mut Book,
    request: PrintRequest,
    out: &Path,
    output: &Output,
) -> Result<(), OpError> {
    let printed = save(book, request, out, output)?;
    answer_form(&printed, output);
    Ok(())
}

/// Runs `form …`.
pub fn form(book: &mut Book, command: &FormCommand, output: &Output) -> Result<(), OpError> {
    match command {
        FormCommand::List => answer_list(&book.forms(book.today())?, output),
        FormCommand::Print(args) => {
            let request = form_request(book, args)?;
            let printed = save(book, request, &args.out, output)?;
            answer_form(&printed, output);
        }
        FormCommand::Show(args) => own_paper::show(book, &PaperId::Form(args.id.clone()), args, output)?,
        FormCommand::Set(args) => own_paper::set(book, &PaperId::Form(args.id.clone()), args, output)?,
        FormCommand::Edit(args) => own_paper::edit(book, args, output)?,
        FormCommand::Restore { id } => own_paper::restore(book, &PaperId::Form(id.clone()), output)?,
        FormCommand::Export { file } => own_paper::export(book, file, output)?,
        FormCommand::Import { file } => own_paper::import(book, file, output)?,
        FormCommand::Log { from, to } => {
            let to = to.unwrap_or_else(|| book.today());
            let lines = book.print_log(from.unwrap_or_else(|| to.with_day(1).unwrap_or(to)), to)?;
            output.answer(&lines, |tr| table(&lines.iter().map(|line| logged(line, tr)).collect::<Vec<_>>()));
        }
    }
    Ok(())
}

/// A print as a line of the log.
fn logged(line: &PrintLogLine, tr: &Tr) -> Vec<String> {
    let count = |count: Option<u64>| count.map_or_else(|| "–".to_owned(), |count| count.to_string());
    vec![
        line.at.format("%Y-%m-%d %H:%M").to_string(),
        line.by.clone(),
        if line.again { tr.form_log_again(&line.what) } else { line.what.clone() },
        line.class.clone().unwrap_or_default(),
        count(line.persons),
        line.file.clone().unwrap_or_else(|| tr.form_log_printer()),
    ]
}

fn form_request(book: &Book, args: &FormArgs) -> Result<PrintRequest, OpError> {
    let date = args.date.or(args.month).or(args.to).unwrap_or_else(|| book.today());
    let filling = match (args.blank, args.every) {
        (true, _) => Filling::Blank,
        (false, true) => Filling::Everyone,
        (false, false) => Filling::Recorded,
    };
    let group = check::named(book, &args.of, date)?.map(|info| info.group);
    let kind = group.map_or(GroupKind::Class, Group::kind);
    // A list of names or the school's own forms are of no dormitory.
    if kind != GroupKind::Class
        && !book.forms(date)?.iter().any(|form| form.id == args.id && form.by.is_of_group())
    {
        return Err(OpError::BadValue { field: "form", given: args.id.clone() });
    }
    let scope = match &args.person {
        Some(_) if !["health-file", "case", "temperature-14"].contains(&args.id.as_str()) => {
            return Err(ChoiceError::NotForOnePerson { form: args.id.clone() }.into());
        }
        Some(key) => PrintScope::Person(super::roster::person_key(key)?),
        None => group.map_or(PrintScope::School, PrintScope::Group),
    };
    let free = args.group.as_deref().map(|given| book.find_free_group(given, date)).transpose()?;
    let list = ListChoice {
        order: args.sort.as_deref().map(super::roster::order_of),
        labels: args.labels.clone(),
        start: usize::from(args.start) - 1,
    };
    let days = match (args.from, args.to) {
        (None, None) => None,
        (from, to) => Some((from.or(to).unwrap_or(date), to.unwrap_or(date))),
    };
    let periods =
        [(args.term, Period::Term), (args.week, Period::Week), (args.month.is_some(), Period::Month)];
    let period = periods.into_iter().find(|(asked, _)| *asked).map(|(_, period)| period);
    let choice = EventChoice {
        event: args.event.as_deref().map(event::key).transpose()?,
        entry: args.entry.as_deref().map(log::key).transpose()?,
    };
    Ok(PrintRequest {
        event: choice,
        scope: free.map_or(scope, PrintScope::FreeGroup),
        list,
        days,
        period,
        session: args.session.unwrap_or(Session::usual_of(kind)),
        filling,
        missing: missing(&args.missing_glyph),
        ..PrintRequest::form(&args.id, date)
    })
}

/// What becomes of names that no font draws.
pub(super) fn missing(word: &str) -> MissingGlyph {
    match word {
        "leave-out" => MissingGlyph::LeaveOut,
        "rule" => MissingGlyph::Rule,
        _ => MissingGlyph::Stop,
    }
}

/// The ending decides: `.xlsx` a workbook, `.pdf` a PDF; another one would promise what the file is not.
pub(super) fn save(
    book: &mut Book,
    request: PrintRequest,
    out: &Path,
    output: &Output,
) -> Result<Printed, OpError> {
    let path = PathBuf::from(out);
    let is = |wanted: &str| out.extension().is_some_and(|ending| ending.eq_ignore_ascii_case(wanted));
    let op = if is("xlsx") {
        PrintOp::SaveXlsx { request, path }
    } else if is("pdf") {
        PrintOp::SavePdf { request, path }
    } else {
        return Err(OpError::BadValue { field: "--out", given: out.display().to_string() });
    };
    book.run_print(&op, &mut output.progress())
}

/// The file that was written.
pub(super) fn shown(printed: &Printed) -> String {
    printed.file.as_ref().map(|file| file.display().to_string()).unwrap_or_default()
}

/// What was printed of a form.
pub(super) fn answer_form(printed: &Printed, output: &Output) {
    let facts = &printed.facts;
    let value = json!({
        "file": printed.file, "sheets": facts.sheets, "unchecked": facts.unchecked,
        "left_out": facts.left_out,
    });
    output.answer(&value, |tr| {
        let mut lines = vec![tr.print_form_done(&shown(printed), facts.sheets)];
        if !facts.unchecked.is_empty() {
            lines.push(tr.print_unchecked_classes(&facts.unchecked.join(&tr.ops_list_mark())));
        }
        lines.extend(super::letter::left_out(facts, tr));
        lines
    });
}

/// Ids and names.
pub(super) fn answer_list(listings: &[Listing], output: &Output) {
    output.answer(listings, |tr| {
        let mark = |listing: &Listing| if listing.own { tr.own_paper_mark() } else { String::new() };
        let row = |listing: &Listing| vec![listing.id.clone(), listing.title.clone(), mark(listing)];
        table(&listings.iter().map(row).collect::<Vec<_>>())
    });
}
