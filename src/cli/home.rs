//! `home …`: the module, its conditions, and days at home.

use chrono::{Days, NaiveDate};
use serde_json::json;

use super::arguments::{HomeCommand, HomeDayArgs};
use super::output::{Output, table};
use super::roster::person_key;
use crate::domain::home::{HomeDay, HomeSlot};
use crate::domain::id::PersonId;
use crate::domain::rule_book::NumberUnit;
use crate::domain::symptom::SymptomCode;
use crate::domain::temperature::Temperature;
use crate::i18n::Tr;
use crate::ops::home::{ConditionLine, HomeChoice, HomeGrid, HomeLine, HomeOp};
use crate::ops::{Book, OpError};

/// Runs `home …`.
pub fn run(book: &mut Book, command: &HomeCommand, output: &Output) -> Result<(), OpError> {
    match command {
        HomeCommand::On => book.choose_home(&HomeChoice::Module(true))?,
        HomeCommand::Off => book.choose_home(&HomeChoice::Module(false))?,
        HomeCommand::Conditions => {}
        HomeCommand::Condition { id, on, number } => {
            if let Some(on) = on {
                book.choose_home(&HomeChoice::Condition(id.clone(), on == "yes"))?;
            }
            if let Some(number) = number {
                book.choose_home(&HomeChoice::Number(id.clone(), *number))?;
            }
        }
        HomeCommand::Show { class, batch } => return show(book, class.as_deref(), batch.as_deref(), output),
        HomeCommand::Record(args) => return record(book, args, output),
        HomeCommand::Sheet { person, from, nil, signed, values } => {
            let person = person_key(person)?;
            return sheet(book, person, *from, (*nil, signed.as_deref()), values, output);
        }
    }
    conditions(book, output)
}

fn conditions(book: &Book, output: &Output) -> Result<(), OpError> {
    let settings = book.home_settings()?;
    output.answer(&settings, |tr| {
        let state = if settings.on { tr.home_is_on() } else { tr.home_is_off() };
        let rows: Vec<Vec<String>> = settings.conditions.iter().map(|line| condition(line, tr)).collect();
        std::iter::once(state).chain(table(&rows)).collect()
    });
    Ok(())
}

fn condition(line: &ConditionLine, tr: &Tr) -> Vec<String> {
    let number = line.number.map(|number| match line.unit {
        Some(NumberUnit::Tenths) => tr.home_number_tenths(&format!("{}.{}", number / 10, number % 10)),
        _ => tr.home_number_days(number),
    });
    vec![
        line.id.clone(),
        if line.on { tr.alert_rules_on() } else { tr.alert_rules_off() },
        line.name.clone(),
        number.unwrap_or_default(),
        if line.local { tr.alert_rules_local() } else { String::new() },
        line.source.clone(),
    ]
}

fn show(book: &Book, class: Option<&str>, batch: Option<&str>, output: &Output) -> Result<(), OpError> {
    let batch = batch.map(|given| book.find_batch(given)).transpose()?;
    let day = batch.as_ref().map_or_else(|| book.today(), |batch| batch.day);
    let group = class.map(|given| book.find_group(given, day)).transpose()?;
    let grid = book.home_grid(batch.map(|batch| batch.id), group)?;
    let shown = grid.groups.iter().find(|it| Some(it.group) == grid.group).map(|it| it.class.clone());
    let value = json!({ "class": shown, "days": grid.days, "lines": grid.lines, "groups": grid.groups });
    output.answer(&value, |tr| {
        if grid.lines.is_empty() {
            return vec![tr.home_nobody()];
        }
        let head = [shown.unwrap_or_default(), String::new()];
        let days = grid.days.iter().map(|day| day.format("%m-%d").to_string());
        let head: Vec<String> = head.into_iter().chain(days).collect();
        let rows = grid.lines.iter().map(|line| row(&grid, line, tr));
        table(&std::iter::once(head).chain(rows).collect::<Vec<_>>())
    });
    Ok(())
}

fn row(grid: &HomeGrid, line: &HomeLine, tr: &Tr) -> Vec<String> {
    let cell = |day: &NaiveDate| line.days.get(day).map_or_else(|| "–".to_owned(), |known| words(known, tr));
    let head = [line.seat_no.to_string(), line.name.clone()];
    head.into_iter().chain(grid.days.iter().map(cell)).collect()
}

/// A day in few signs: both temperatures, and what was said of symptoms and outings.
fn words(day: &HomeDay, tr: &Tr) -> String {
    let taken = HomeSlot::ALL
        .map(|slot| day.temperatures.get(&slot).map_or_else(|| "–".to_owned(), ToString::to_string))
        .join("/");
    let symptoms = day.symptoms.iter().flatten().map(ToString::to_string);
    let marks = day.marks.iter().flatten().cloned();
    let mut said: Vec<String> = symptoms.chain(marks).collect();
    if said.is_empty() && day.symptoms.is_some() && day.marks.is_some() {
        said.push(tr.home_nil());
    }
    std::iter::once(taken).chain(said).collect::<Vec<_>>().join(" ")
}

fn record(book: &mut Book, args: &HomeDayArgs, output: &Output) -> Result<(), OpError> {
    let person = person_key(&args.person)?;
    let before = book.home_days_of(person, args.day, args.day)?.remove(&args.day);
    let mut day = before.filter(|_| !args.clear).unwrap_or_default();
    for (slot, given) in [(HomeSlot::Morning, &args.morning), (HomeSlot::Evening, &args.evening)] {
        if let Some(given) = given {
            let _ = day.temperatures.insert(slot, temperature(given)?);
        }
    }
    if !args.symptom.is_empty() {
        day.symptoms = Some(args.symptom.iter().map(|code| SymptomCode::new(code)).collect());
    }
    if !args.mark.is_empty() {
        day.marks = Some(args.mark.iter().cloned().collect());
    }
    if args.nil {
        day.say_nil();
    }
    day.signed_by = args.signed.clone().or(day.signed_by);
    day.note = args.note.clone().or(day.note);
    let _ = book.run_home(&HomeOp::Record(person, vec![(args.day, day)]))?;
    told(book, person, args.day, args.day, output)
}

/// A whole sheet from left to right: `365/366`, `-` for a value that the paper does not have.
fn sheet(
    book: &mut Book,
    person: PersonId,
    from: NaiveDate,
    (nil, signed): (bool, Option<&str>),
    values: &[String],
    output: &Output,
) -> Result<(), OpError> {
    let last = from + Days::new(values.len().saturating_sub(1) as u64);
    let mut known = book.home_days_of(person, from, last)?;
    let mut days = Vec::new();
    for (day, given) in from.iter_days().zip(values) {
        let mut body = known.remove(&day).unwrap_or_default();
        let (morning, evening) = given.split_once('/').unwrap_or((given, "-"));
        for (slot, value) in HomeSlot::ALL.into_iter().zip([morning, evening]) {
            if value != "-" {
                let _ = body.temperatures.insert(slot, temperature(value)?);
            }
        }
        // Nothing is said of a day that was not measured.
        if !body.temperatures.is_empty() {
            if nil {
                body.say_nil();
            }
            body.signed_by = signed.map(ToOwned::to_owned).or(body.signed_by);
        }
        days.push((day, body));
    }
    let _ = book.run_home(&HomeOp::Record(person, days))?;
    told(book, person, from, last, output)
}

fn told(
    book: &Book,
    person: PersonId,
    first: NaiveDate,
    last: NaiveDate,
    output: &Output,
) -> Result<(), OpError> {
    let days = book.home_days_of(person, first, last)?;
    output.answer(&json!({ "key": person, "days": days }), |tr| {
        let rows = days.iter().map(|(day, known)| vec![day.to_string(), words(known, tr)]);
        table(&rows.collect::<Vec<_>>())
    });
    Ok(())
}

fn temperature(given: &str) -> Result<Temperature, OpError> {
    Temperature::parse(given).ok_or_else(|| OpError::BadTemperature { given: given.to_owned() })
}
