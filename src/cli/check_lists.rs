//! Lists beside the sheets: corrections, and the classes that are not in.

use chrono::NaiveDate;

use super::arguments::DaysArgs;
use super::output::{Output, table};
use crate::ops::{Book, OpError};

/// Runs `check corrections`.
pub fn corrections(book: &Book, args: DaysArgs, output: &Output) -> Result<(), OpError> {
    let last = args.date.or(args.to).unwrap_or_else(|| book.today());
    let (first, last) = match args.date.or(args.from) {
        Some(first) => (first, last),
        None => book.term_until(last)?,
    };
    let lines = book.corrections(first, last)?;
    output.answer(&lines, |tr| {
        if lines.is_empty() {
            return vec![tr.correction_nothing()];
        }
        let head = vec![
            tr.correction_head_number(),
            tr.cli_head_class(),
            tr.sheet_head_name(),
            tr.cli_head_session(),
            tr.correction_head_before(),
            tr.correction_head_after(),
            tr.correction_head_reason(),
            tr.correction_head_by(),
        ];
        let rows = lines.iter().map(|line| {
            vec![
                format!("{} #{}", line.date, line.number),
                line.class.clone(),
                line.name.clone(),
                tr.session(line.session),
                line.before_words.clone(),
                line.after_words.clone(),
                line.reason.clone(),
                line.by.clone(),
            ]
        });
        table(&std::iter::once(head).chain(rows).collect::<Vec<_>>())
    });
    Ok(())
}

/// Runs `check missing`.
pub fn missing(
    book: &Book,
    date: Option<NaiveDate>,
    session: Option<&str>,
    output: &Output,
) -> Result<(), OpError> {
    let date = date.unwrap_or_else(|| book.today());
    let session = match session {
        Some("all") => None,
        Some(name) => {
            let wrong = |_| OpError::BadValue { field: "--session", given: name.to_owned() };
            Some(name.parse().map_err(wrong)?)
        }
        None => Some(book.usual_session(date)?),
    };
    let lines = book.missing(date, session)?;
    output.answer(&lines, |tr| {
        if lines.is_empty() {
            return vec![tr.missing_none()];
        }
        let head = vec![
            tr.cli_head_class(),
            tr.cli_head_session(),
            tr.missing_head_teacher(),
            tr.missing_head_phone(),
            tr.missing_head_wanted(),
        ];
        let rows = lines.iter().map(|line| {
            let wanted = line.deadline.map(|at| tr.time(at)).unwrap_or_default();
            vec![
                line.class.clone(),
                tr.session(line.session),
                line.teacher.clone().unwrap_or_default(),
                line.phone.clone().unwrap_or_default(),
                if line.overdue { tr.missing_late_since(&wanted) } else { wanted },
            ]
        });
        table(&std::iter::once(head).chain(rows).collect::<Vec<_>>())
    });
    Ok(())
}
