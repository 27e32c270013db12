//! `form show|set|edit|restore|export|import`, `letter show|set|restore`

use std::path::Path;

use serde_json::json;

use super::arguments::{EditFormArgs, SetPaperArgs, ShowPaperArgs};
use super::output::{Output, table};
use crate::i18n::{Language, Tr};
use crate::ops::own_papers::{OwnForm, OwnLetter, OwnPaper, OwnPaperError, OwnPlace, OwnWords, PaperView};
use crate::ops::print::PaperId;
use crate::ops::{Book, OpError};

/// Length of the rule of a new place to sign, mm.
const SPACE: f32 = 32.0;
/// Where a column is moved to that comes last.
const END: &str = "end";

/// What is printed of a form or letter; with `--toml` or `--out` as a file to change and give back.
pub fn show(book: &Book, paper: &PaperId, args: &ShowPaperArgs, output: &Output) -> Result<(), OpError> {
    let view = book.paper_view(paper)?;
    if let Some(out) = &args.out {
        book.write_paper(&view, out)?;
        output.answer(&json!({ "file": out }), |tr| vec![tr.own_paper_written(&out.display().to_string())]);
        return Ok(());
    }
    output.answer(&view, |tr| {
        if args.toml { view.toml().lines().map(str::to_owned).collect() } else { words(&view, tr) }
    });
    Ok(())
}

/// Keeps the version of a file.
pub fn set(book: &mut Book, paper: &PaperId, args: &SetPaperArgs, output: &Output) -> Result<(), OpError> {
    let ignored = book.set_paper_from(paper, &args.file)?;
    answer(book, paper, &ignored, output)
}

/// The shipped form or letter again.
pub fn restore(book: &mut Book, paper: &PaperId, output: &Output) -> Result<(), OpError> {
    book.restore_paper(paper)?;
    answer(book, paper, &[], output)
}

/// All versions of the school's own into a file.
pub fn export(book: &Book, file: &Path, output: &Output) -> Result<(), OpError> {
    let count = book.export_own_papers(file)?;
    output.answer(&json!({ "file": file, "papers": count }), |tr| vec![tr.own_paper_exported(count)]);
    Ok(())
}

/// The versions of a file.
pub fn import(book: &mut Book, file: &Path, output: &Output) -> Result<(), OpError> {
    let count = book.import_own_papers(file)?;
    output.answer(&json!({ "file": file, "papers": count }), |tr| vec![tr.own_paper_imported(count)]);
    Ok(())
}

/// Changes a form as it is printed now.
pub fn edit(book: &mut Book, args: &EditFormArgs, output: &Output) -> Result<(), OpError> {
    let paper = PaperId::Form(args.id.clone());
    let OwnPaper::Form(mut form) = book.paper_view(&paper)?.paper else { return Ok(()) };
    edit_columns(&mut form, args, output.tr().language())?;
    edit_words(&mut form, args, output.tr().language())?;
    book.set_own_papers(&[OwnPaper::Form(form)])?;
    answer(book, &paper, &[], output)
}

fn edit_columns(form: &mut OwnForm, args: &EditFormArgs, language: Language) -> Result<(), OpError> {
    for (key, title) in &args.rename {
        let at = column(form, key)?;
        if let Some(column) = form.columns.get_mut(at) {
            column.title.set(language, title.replace('|', "\n"));
        }
    }
    let hidden = args.hide.iter().map(|key| (key, true)).chain(args.unhide.iter().map(|key| (key, false)));
    for (key, hidden) in hidden {
        let at = column(form, key)?;
        if let Some(column) = form.columns.get_mut(at) {
            column.hidden = hidden;
        }
    }
    for (key, width) in &args.width {
        let at = column(form, key)?;
        let bad = || OpError::BadValue { field: "--width", given: width.clone() };
        let width: f32 = width.parse().map_err(|_| bad())?;
        if let Some(column) = form.columns.get_mut(at) {
            column.width = Some(width);
        }
    }
    for (key, before) in &args.moved {
        let moved = form.columns.remove(column(form, key)?);
        let to = if before == END { form.columns.len() } else { column(form, before)? };
        form.columns.insert(to, moved);
    }
    Ok(())
}

fn edit_words(form: &mut OwnForm, args: &EditFormArgs, language: Language) -> Result<(), OpError> {
    if let Some(title) = &args.title {
        form.title.set(language, title.clone());
    }
    if args.no_notes || !args.note.is_empty() {
        let notes = match language {
            Language::Chinese => &mut form.notes.zh,
            Language::English => &mut form.notes.en,
        };
        *notes = Some(args.note.clone());
    }
    for (place, label) in &args.label {
        let at = place_of(form, place)?;
        if let Some(place) = form.signatures.get_mut(at) {
            place.label.set(language, label.clone());
        }
    }
    for place in &args.hide_place {
        let at = place_of(form, place)?;
        if let Some(place) = form.signatures.get_mut(at) {
            place.hidden = true;
        }
    }
    for label in &args.add_place {
        let mut words = OwnWords::default();
        words.set(language, label.clone());
        form.signatures.push(OwnPlace { label: words, space: Some(SPACE), ..OwnPlace::default() });
    }
    Ok(())
}

fn column(form: &OwnForm, key: &str) -> Result<usize, OpError> {
    let at = form.columns.iter().position(|column| column.key == key);
    at.ok_or_else(|| OwnPaperError::NoSuchPart { id: form.form.clone(), given: key.to_owned() }.into())
}

/// A place to sign by its name, or by its number as it is listed.
fn place_of(form: &OwnForm, given: &str) -> Result<usize, OpError> {
    let named = form.signatures.iter().position(|place| place.place == given);
    let numbered = || given.parse::<usize>().ok()?.checked_sub(1).filter(|at| *at < form.signatures.len());
    let nothing = || OwnPaperError::NoSuchPart { id: form.form.clone(), given: given.to_owned() };
    Ok(named.or_else(numbered).ok_or_else(nothing)?)
}

fn answer(book: &Book, paper: &PaperId, ignored: &[String], output: &Output) -> Result<(), OpError> {
    let mut view = book.paper_view(paper)?;
    view.ignored.extend(ignored.iter().cloned());
    output.answer(&view, |tr| words(&view, tr));
    Ok(())
}

fn words(view: &PaperView, tr: &Tr) -> Vec<String> {
    let state = if view.own { tr.own_paper_mark() } else { tr.own_paper_shipped() };
    let mut lines = vec![format!("{}  {}  {state}", view.id, view.name)];
    match &view.paper {
        OwnPaper::Form(form) => lines.extend(form_words(form, tr)),
        OwnPaper::Letter(letter) => lines.extend(letter_words(letter, tr)),
    }
    let ignored = view.ignored.join(&tr.ops_list_mark());
    lines.extend((!ignored.is_empty()).then(|| tr.own_paper_ignored(&ignored)));
    let fields = view.fields.iter().map(|field| format!("{{{field}}}")).collect::<Vec<_>>().join(" ");
    lines.extend((!fields.is_empty()).then(|| tr.own_paper_fields(&fields)));
    lines
}

fn form_words(form: &OwnForm, tr: &Tr) -> Vec<String> {
    let language = tr.language();
    let said = |words: &OwnWords| words.get(language).unwrap_or_default().replace('\n', "|");
    let mut lines = vec![format!("{}: {}", tr.own_paper_title(), said(&form.title))];
    let columns = form.columns.iter().map(|column| {
        let width = column.width.unwrap_or_default().to_string();
        let hidden = if column.hidden { tr.own_paper_hidden() } else { String::new() };
        vec![format!("    {}", column.key), said(&column.title), width, hidden]
    });
    lines.extend(table(&columns.collect::<Vec<_>>()));
    let notes = if language == Language::Chinese { &form.notes.zh } else { &form.notes.en };
    lines.extend(notes.iter().flatten().map(|note| format!("{}: {note}", tr.own_paper_note())));
    let places = form.signatures.iter().zip(1..).map(|(place, number)| {
        let hidden = if place.hidden { tr.own_paper_hidden() } else { String::new() };
        vec![format!("    {number}"), place.place.clone(), said(&place.label), hidden]
    });
    lines.extend(table(&places.collect::<Vec<_>>()));
    lines
}

fn letter_words(letter: &OwnLetter, tr: &Tr) -> Vec<String> {
    let text = letter.text(tr.language());
    let mut lines = vec![format!("{}: {}", tr.own_paper_title(), text.title.as_deref().unwrap_or_default())];
    lines.extend(text.text.iter().flat_map(|text| text.lines()).map(|line| format!("    {line}")));
    lines.extend(text.ticks.iter().flatten().map(|tick| format!("    □ {tick}")));
    lines.extend(text.give_back.clone());
    lines
}
