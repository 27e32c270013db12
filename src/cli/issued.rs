//! `report list`, `report show`: what was issued, as it was.

use std::path::Path;

use chrono::NaiveDate;
use serde_json::{Value, json};

use super::output::{Output, table};
use super::print::save;
use crate::i18n::Tr;
use crate::ops::issued::{IssuedKind, IssuedLine, IssuedState};
use crate::ops::print::{PaperId, PrintRequest};
use crate::ops::{Book, OpError};

/// Most lines of a list.
const MOST: u32 = 1000;

/// What was issued about the days of a range, the newest first.
pub fn list(
    book: &Book,
    from: Option<NaiveDate>,
    to: Option<NaiveDate>,
    output: &Output,
) -> Result<(), OpError> {
    let mut lines = book.issued(to.unwrap_or(NaiveDate::MAX), MOST)?;
    lines.retain(|line| from.is_none_or(|from| line.date >= from));
    output.answer(&lines, |tr| {
        if lines.is_empty() {
            return vec![tr.issued_none()];
        }
        table(&lines.iter().map(|line| row(line, tr)).collect::<Vec<_>>())
    });
    Ok(())
}

/// One thing issued; into a file it is written as it was, which is noted.
pub fn show(book: &mut Book, number: &str, out: Option<&Path>, output: &Output) -> Result<(), OpError> {
    let line = book.issued_by_number(number)?;
    let printed = match out {
        Some(out) => {
            let paper = PaperId::Issued(line.key);
            Some(save(book, PrintRequest { paper, ..PrintRequest::form("", line.date) }, out, output)?)
        }
        None => None,
    };
    let line = book.issued_by_number(number)?;
    let mut value = json!(line);
    if let (Value::Object(fields), Some(printed)) = (&mut value, &printed) {
        let _ = fields.insert("file".to_owned(), json!(printed.file));
        let _ = fields.insert("sheets".to_owned(), json!(printed.facts.sheets));
    }
    output.answer(&value, |tr| {
        let mut lines = table(&[row(&line, tr)]);
        lines.extend(line.corrects.as_ref().map(|number| tr.issued_corrects(number)));
        lines.extend(line.corrected_by.as_ref().map(|number| tr.issued_corrected_by(number)));
        if line.is_changed() {
            lines.push(match line.kind {
                IssuedKind::Letters => tr.issued_changed_letters(),
                IssuedKind::DailyReport | IssuedKind::Package => tr.issued_changed_report(),
            });
        }
        let file = printed.as_ref().and_then(|printed| printed.file.as_ref());
        lines.extend(file.map(|file| tr.issued_written(&file.display().to_string())));
        lines
    });
    Ok(())
}

fn row(line: &IssuedLine, tr: &Tr) -> Vec<String> {
    let state = match line.state {
        Some(IssuedState::AsIssued) => tr.issued_state_same(),
        Some(IssuedState::Changed) => tr.issued_state_changed(),
        Some(IssuedState::Corrected) => tr.issued_state_corrected(),
        None => String::new(),
    };
    let title = match &line.class {
        Some(class) => format!("{} {class}", line.title),
        None => line.title.clone(),
    };
    vec![
        line.date.to_string(),
        line.number.clone(),
        title,
        line.made_at.format("%Y-%m-%d %H:%M").to_string(),
        line.made_by.clone(),
        tr.issued_times(line.printed),
        state,
    ]
}
