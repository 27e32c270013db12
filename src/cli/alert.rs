//! `alert`, `rules`.

use serde_json::json;

use super::arguments::{AlertCommand, RulesCommand};
use super::output::Output;
use crate::i18n::Tr;
use crate::ops::alerts::{AlertLine, AnswerRequest};
use crate::ops::rule_choices::EditionLine;
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
                lines => lines.iter().flat_map(|line| alert_words(line, tr)).collect(),
            });
        }
        AlertCommand::Answer { key, comment, reported_to, event } => {
            book.answer_alert(&AnswerRequest {
                key: key.clone(),
                comment: comment.clone(),
                reported_to: reported_to.clone(),
                event: event.clone(),
            })?;
            output.answer(&json!({ "key": key, "answered": true }), |tr| vec![tr.alert_answered()]);
        }
    }
    Ok(())
}

fn alert_words(line: &AlertLine, tr: &Tr) -> Vec<String> {
    let subject = line.subject.clone().unwrap_or_else(|| tr.cli_alert_subject_unknown());
    let mut words = vec![
        tr.cli_alert_line(line.count, &line.rule_name, &line.scope_name, &subject),
        format!("    {}", tr.alert_basis(&line.source, &line.text, &line.version)),
        format!("    {}", line.key),
    ];
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

/// Runs `rules …`.
pub fn rules(book: &mut Book, command: &RulesCommand, output: &Output) -> Result<(), OpError> {
    let date = match command {
        RulesCommand::List { date } => date.unwrap_or_else(|| book.today()),
        RulesCommand::Choose(args) => {
            book.choose_rules(&args.rules, args.on)?;
            book.today()
        }
    };
    let lines = book.editions(date)?;
    output.answer(&lines, |tr| lines.iter().flat_map(|line| edition_words(line, tr)).collect());
    Ok(())
}

fn edition_words(line: &EditionLine, tr: &Tr) -> Vec<String> {
    let state = if line.on { tr.alert_rules_on() } else { tr.alert_rules_off() };
    let mut marks = vec![state];
    marks.extend(line.local.then(|| tr.alert_rules_local()));
    marks.extend(line.unconfirmed.then(|| tr.alert_rules_unconfirmed()));
    marks.extend(line.chosen.as_ref().map(|it| tr.alert_rules_chosen(&tr.day_and_time(it.at), &it.by)));
    let mut words = vec![
        format!("{}  {}  {}", line.id, line.name, marks.join(&tr.ops_list_mark())),
        format!("    {}", line.text),
    ];
    words.extend(line.rules.iter().map(|rule| format!("    {}  {}", rule.id, rule.text)));
    words
}
