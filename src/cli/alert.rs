//! `alert`.

use serde_json::json;

use super::arguments::AlertCommand;
use super::output::Output;
use crate::i18n::Tr;
use crate::ops::alerts::{AlertLine, AnswerRequest};
use crate::ops::{Book, OpError};

/// Runs `alert …`.
pub fn run(book: &mut Book, command: &AlertCommand, output: &Output) -> Result<(), OpError> {
    match command {
        AlertCommand::List { date, from } => {
            let date = date.unwrap_or_else(|| book.today());
            let lines = match from {
                Some(from) => book.alert_lines_between((*from).min(date), date)?,
                None => book.alert_lines(date)?,
            };
            output.answer(&lines, |tr| match lines.as_slice() {
                [] => vec![tr.cli_no_alert()],
                // Those of a day are answered by their number, those of a period by their key.
                lines if from.is_none() => {
                    lines.iter().zip(1..).flat_map(|(line, no)| alert_words(line, Some(no), tr)).collect()
                }
                lines => lines.iter().flat_map(|line| alert_words(line, None, tr)).collect(),
            });
        }
        AlertCommand::Answer { key, comment, reported_to, event } => {
            let key = &named(book, key)?;
            book.answer_alert(&AnswerRequest {
                key: key.clone(),
                comment: comment.clone(),
                reported_to: reported_to.clone(),
                event: event.clone(),
            })?;
            let done = book.is_settled(key)?;
            output.answer(&json!({ "key": key, "answered": true, "done": done }), |tr| {
                vec![if done { tr.alert_answered() } else { tr.alert_answered_owed() }]
            });
        }
    }
    Ok(())
}

/// The key of an alert that is meant by its key, or by its number in the list of today.
pub(super) fn named(book: &Book, given: &str) -> Result<String, OpError> {
    let Ok(number) = given.parse::<usize>() else { return Ok(given.to_owned()) };
    let lines = book.alert_lines(book.today())?;
    let line = number.checked_sub(1).and_then(|at| lines.get(at));
    line.map(|line| line.key.clone()).ok_or_else(|| OpError::NoSuchAlert { given: given.to_owned() })
}

fn alert_words(line: &AlertLine, number: Option<usize>, tr: &Tr) -> Vec<String> {
    let subject = line.subject.clone().unwrap_or_else(|| tr.cli_alert_subject_unknown());
    let head = tr.cli_alert_line(line.count, &line.rule_name, &line.scope_name, &subject);
    let mut words = vec![
        number.map_or_else(|| head.clone(), |number| format!("{number}. {head}")),
        format!("    {}", tr.alert_basis(&line.source, &line.text, &line.version)),
    ];
    words.extend(number.is_none().then(|| format!("    {}", line.key)));
    for word in line.answer.iter().flat_map(|answer| &answer.words) {
        let told = word.reported_to.as_ref().map(|to| tr.alert_reported_to(to));
        let said: Vec<String> =
            told.into_iter().chain([word.comment.clone()]).filter(|text| !text.is_empty()).collect();
        let said = if said.is_empty() { tr.alert_seen() } else { said.join(&tr.ops_list_mark()) };
        words.push(format!("    {}", tr.alert_word(&tr.day_and_time(word.at), &word.by, &said)));
    }
    if line.answer.as_ref().is_some_and(|answer| !answer.stands) {
        words.push(format!("    {}", tr.alert_grew()));
    }
    words
}
