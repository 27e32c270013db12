//! `letter …`

use chrono::NaiveDate;
use serde_json::json;

use super::arguments::{LetterArgs, LetterCommand, ResumeArgs};
use super::output::Output;
use super::own_paper;
use super::print::{answer_list, missing, save, shown};
use crate::domain::group::Group;
use crate::ops::letters::{LetterChoice, LetterCopies};
use crate::ops::print::{MissingGlyph, PaperId, PrintFacts, PrintRequest, PrintScope};
use crate::ops::{Book, OpError};

/// Runs `letter …`.
pub fn run(book: &mut Book, command: &LetterCommand, output: &Output) -> Result<(), OpError> {
    match command {
        LetterCommand::List => answer_list(&book.letters(book.today())?, output),
        LetterCommand::Print(args) if args.how.dry_run => return count(book, args, output),
        LetterCommand::Print(args) => return print(book, args, output),
        LetterCommand::Resume(args) => return resume(book, args, output),
        LetterCommand::Show(args) => own_paper::show(book, &PaperId::Letter(args.id.clone()), args, output)?,
        LetterCommand::Set(args) => own_paper::set(book, &PaperId::Letter(args.id.clone()), args, output)?,
        LetterCommand::Restore { id } => own_paper::restore(book, &PaperId::Letter(id.clone()), output)?,
    }
    Ok(())
}

fn print(book: &mut Book, args: &LetterArgs, output: &Output) -> Result<(), OpError> {
    let request = request(book, args)?;
    let out = args.out.clone().unwrap_or_default();
    let printed = save(book, request, &out, output)?;
    let facts = &printed.facts;
    let value = json!({
        "file": printed.file, "letters": facts.letters, "sheets": facts.papers, "pages": facts.sheets,
        "run": facts.slip_run, "left_out": facts.left_out,
    });
    output.answer(&value, |tr| {
        let mut lines = vec![tr.print_letters_done(&shown(&printed), facts.letters, facts.papers)];
        lines.extend(facts.slip_run.map(|run| tr.slip_run_made(run)));
        lines.extend(left_out(facts, tr));
        lines
    });
    Ok(())
}

/// How many sheets it would be; nothing is written and nothing kept.
fn count(book: &mut Book, args: &LetterArgs, output: &Output) -> Result<(), OpError> {
    let request = request(book, args)?;
    let stop = request.missing == MissingGlyph::Stop;
    let look = book.preview(&request, 0, &mut output.progress())?;
    let facts = &look.facts;
    let missing = if stop { facts.missing.as_slice() } else { &[] };
    let value = json!({
        "letters": facts.letters, "sheets": facts.papers, "pages": facts.sheets,
        "without_glyphs": missing, "left_out": facts.left_out,
    });
    output.answer(&value, |tr| {
        let mut lines = vec![tr.letter_would_be(facts.letters, facts.papers)];
        lines.extend(left_out(facts, tr));
        lines
    });
    Ok(())
}

pub(super) fn left_out(facts: &PrintFacts, tr: &crate::i18n::Tr) -> Vec<String> {
    facts.left_out.iter().map(|name| tr.print_left_out(&name.class, &name.seat_no)).collect()
}

fn resume(book: &mut Book, args: &ResumeArgs, output: &Output) -> Result<(), OpError> {
    let line = book.issued_by_number(&args.number)?;
    let first = args.from_sheet as usize;
    let request = PrintRequest {
        paper: PaperId::Issued(line.key),
        letter: LetterChoice { first_sheet: first, ..LetterChoice::default() },
        ..PrintRequest::form("", line.date)
    };
    let printed = save(book, request, &args.out, output)?;
    let left = (printed.facts.papers + 1).saturating_sub(first.max(1));
    let value = json!({ "file": printed.file, "number": line.number, "from_sheet": first, "sheets": left });
    output.answer(&value, |tr| vec![tr.letter_resumed(&shown(&printed), first, left)]);
    Ok(())
}

fn request(book: &Book, args: &LetterArgs) -> Result<PrintRequest, OpError> {
    let date = args.date.unwrap_or_else(|| book.today());
    let how = &args.how;
    let letter = LetterChoice {
        copies: LetterCopies::from_name(&how.per).unwrap_or_default(),
        half: how.size.as_deref().map(|size| size == "half"),
        duplex: how.duplex,
        disease: how.disease.as_deref().map(|given| book.find_disease(given)).transpose()?,
        from: how.from,
        to: how.to,
        return_by: how.return_by,
        ..LetterChoice::default()
    };
    let scope = scope(book, args.class.as_deref(), date)?;
    Ok(PrintRequest {
        scope,
        missing: missing(&args.missing_glyph),
        letter,
        ..PrintRequest::letter(&args.id, date)
    })
}

fn scope(book: &Book, class: Option<&str>, date: NaiveDate) -> Result<PrintScope, OpError> {
    let Some(class) = class else { return Ok(PrintScope::School) };
    match book.find_class(class, date)?.group {
        group @ Group::Class(_) => Ok(PrintScope::Group(group)),
        _ => Ok(PrintScope::School),
    }
}
