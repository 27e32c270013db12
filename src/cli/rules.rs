//! `rules`.

use serde_json::json;

use super::arguments::{OwnCommand, RulesCommand};
use super::output::Output;
use crate::i18n::Tr;
use crate::ops::own_rules::{FigureLine, NewOwnRule, OwnFigure};
use crate::ops::rule_choices::EditionLine;
use crate::ops::{Book, OpError};

/// Runs `rules …`.
pub fn run(book: &mut Book, command: &RulesCommand, output: &Output) -> Result<(), OpError> {
    match command {
        RulesCommand::List { date } => list(book, date.unwrap_or_else(|| book.today()), output),
        RulesCommand::Choose(args) => {
            book.choose_rules(&args.rules, args.on)?;
            list(book, book.today(), output)
        }
        RulesCommand::Figures { find, own, date } => {
            let mut lines = book.figure_lines(date.unwrap_or_else(|| book.today()), *own)?;
            lines.retain(|line| find.as_ref().is_none_or(|typed| line.fits(typed)));
            show(&lines, output);
            Ok(())
        }
        RulesCommand::Own(command) => own(book, command, output),
        RulesCommand::Export { file } => {
            let count = book.export_own_rules(file)?;
            output.answer(&json!({ "file": file, "figures": count }), |tr| vec![tr.own_rule_exported(count)]);
            Ok(())
        }
        RulesCommand::Import { file } => {
            let count = book.import_own_rules(file)?;
            output.answer(&json!({ "file": file, "figures": count }), |tr| vec![tr.own_rule_imported(count)]);
            Ok(())
        }
    }
}

fn own(book: &mut Book, command: &OwnCommand, output: &Output) -> Result<(), OpError> {
    let path = match command {
        OwnCommand::Set(args) => {
            book.set_own_rule(&NewOwnRule {
                path: args.rule.clone(),
                value: args.value.clone(),
                valid_from: args.from,
                text: args.text.clone(),
                source: args.source.clone(),
                approved_by: args.approved_by.clone(),
            })?;
            &args.rule
        }
        OwnCommand::Withdraw { rule, from } => {
            book.withdraw_own_rule(rule, *from)?;
            rule
        }
    };
    let mut lines = book.figure_lines(book.today(), false)?;
    lines.retain(|line| line.path == *path);
    show(&lines, output);
    Ok(())
}

fn show(lines: &[FigureLine], output: &Output) {
    output.answer(&lines, |tr| match lines {
        [] => vec![tr.own_rule_none()],
        lines => lines.iter().flat_map(|line| figure_words(line, tr)).collect(),
    });
}

fn figure_words(line: &FigureLine, tr: &Tr) -> Vec<String> {
    let dash = || "–".to_owned();
    let shipped = line.shipped.clone().unwrap_or_else(dash);
    let mut words = vec![format!("{}  {}: {shipped}", line.rule, line.name), format!("    {}", line.path)];
    let own = |figure: &OwnFigure| {
        let value = figure.value.clone().unwrap_or_else(|| shipped.clone());
        tr.own_rule_line(&figure.approved_by, &figure.valid_from.to_string(), &figure.source, &value)
    };
    words.extend(line.own.iter().chain(&line.next).map(|figure| format!("    {}", own(figure))));
    words
}

fn list(book: &Book, date: chrono::NaiveDate, output: &Output) -> Result<(), OpError> {
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
