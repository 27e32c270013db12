//! `slip …`

use serde_json::json;

use super::arguments::{SlipCommand, TickArgs};
use super::output::{Output, table};
use super::print::{answer_form, save};
use crate::domain::slip::SlipTick;
use crate::domain::slip_code::SlipCode;
use crate::i18n::Tr;
use crate::ops::letters::LetterChoice;
use crate::ops::print::{PrintRequest, SLIPS_MISSING};
use crate::ops::slips::{SlipOp, SlipRunLine, SlipRunView, SlipState, Ticked};
use crate::ops::{Book, OpError};

/// Longest row of numbers that is taken at its word.
const MOST: u32 = 9_999;

/// Runs `slip …`.
pub fn run(book: &mut Book, command: &SlipCommand, output: &Output) -> Result<(), OpError> {
    match command {
        SlipCommand::List { run: None, .. } => {
            let runs = book.slip_runs()?;
            output.answer(&runs, |tr| table(&runs.iter().map(|run| run_words(run, tr)).collect::<Vec<_>>()));
        }
        SlipCommand::List { run: Some(run), class, missing } => {
            let mut view = book.slip_run_view(*run)?;
            if let Some(class) = class {
                let wanted = book.find_class(class, view.line.date)?;
                view.classes.retain(|known| known.class == wanted.label || known.class == wanted.short);
            }
            if *missing {
                for class in &mut view.classes {
                    class.slips.retain(|slip| slip.returned_at.is_none());
                }
                view.classes.retain(|class| !class.slips.is_empty());
            }
            output.answer(&view, |tr| slip_words(&view, tr));
        }
        SlipCommand::Tick(args) => {
            let codes = codes_of(book, args)?;
            let how = if args.run.is_some() { SlipTick::List } else { SlipTick::Code };
            let told = book.run_slips(&SlipOp::Tick(codes, how))?;
            answer(&told, output, |tr| tr.slip_ticked(told.already, told.missing, told.ticked));
        }
        SlipCommand::Untick { codes } => {
            let codes = read(codes)?;
            let told = book.run_slips(&SlipOp::Untick(codes))?;
            answer(&told, output, |tr| tr.slip_unticked(told.missing, told.ticked));
        }
        SlipCommand::Close { run, reopen } => {
            let told = book.run_slips(&SlipOp::Close(*run, !reopen))?;
            answer(&told, output, |tr| {
                if *reopen { tr.slip_opened(told.missing) } else { tr.slip_closed(told.missing) }
            });
        }
        SlipCommand::Print { run, date, out } => {
            let date = date.unwrap_or_else(|| book.today());
            let letter = LetterChoice { run: *run, ..LetterChoice::default() };
            let request = PrintRequest { letter, ..PrintRequest::form(SLIPS_MISSING, date) };
            let printed = save(book, request, out, output)?;
            answer_form(&printed, output);
        }
    }
    Ok(())
}

fn answer(told: &Ticked, output: &Output, words: impl FnOnce(&Tr) -> String) {
    let value = json!({
        "run": told.run, "ticked": told.ticked, "already": told.already, "missing": told.missing,
    });
    output.answer(&value, |tr| vec![words(tr)]);
}

fn read(codes: &[String]) -> Result<Vec<SlipCode>, OpError> {
    codes.iter().map(|code| Book::slip_code(code)).collect()
}

/// The codes as they are given, or the copies of a run by their numbers.
fn codes_of(book: &Book, args: &TickArgs) -> Result<Vec<SlipCode>, OpError> {
    let (Some(run), Some(numbers)) = (args.run, args.numbers.as_deref()) else { return read(&args.codes) };
    let wrong = || OpError::BadValue { field: "numbers", given: numbers.to_owned() };
    let mut codes = Vec::new();
    for part in numbers.split([',', '，']) {
        let (first, last) = part.split_once('-').unwrap_or((part, part));
        let number = |text: &str| text.trim().parse::<u32>().map_err(|_| wrong());
        let (first, last) = (number(first)?, number(last)?);
        if first == 0 || last < first || last > MOST {
            return Err(wrong());
        }
        codes.extend((first..=last).map(|number| SlipCode { run, number }));
    }
    let _ = book.slip_run_view(run)?;
    Ok(codes)
}

fn run_words(line: &SlipRunLine, tr: &Tr) -> Vec<String> {
    let state = match line.state {
        SlipState::Open => tr.slip_state_open(),
        SlipState::Late => tr.slip_state_late(),
        SlipState::Done => tr.slip_state_done(),
        SlipState::Closed => tr.slip_state_closed(),
    };
    let count = format!("{} / {}", line.returned, line.copies);
    vec![line.run.to_string(), line.number.clone(), line.title.clone(), line.due.to_string(), count, state]
}

fn slip_words(view: &SlipRunView, tr: &Tr) -> Vec<String> {
    let mut lines = vec![run_words(&view.line, tr).join("  ")];
    for class in &view.classes {
        lines.push(tr.slip_class_line(&class.class, class.missing().count()));
        let rows = class.slips.iter().map(|slip| {
            let back = slip.returned_at.map_or_else(|| tr.slip_out(), |at| tr.day_and_time(at));
            vec![format!("    {}", slip.code), slip.name.clone(), back]
        });
        lines.extend(table(&rows.collect::<Vec<_>>()));
    }
    lines
}
