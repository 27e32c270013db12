//! `roster person`, `roster health`, `roster vaccination`.

use serde_json::json;

use super::arguments::{HealthArgs, PersonArgs, VaccinationArgs};
use super::output::{Output, table};
use super::roster::person_key;
use crate::domain::vaccination_check::VaccinationCheck;
use crate::i18n::Tr;
use crate::ops::person::{PersonFile, health_word};
use crate::ops::{Book, OpError};

/// Runs `roster person`.
pub fn show(book: &Book, args: &PersonArgs, output: &Output) -> Result<(), OpError> {
    let file = book.person_file(person_key(&args.person)?, args.page.saturating_sub(1))?;
    output.answer(&file, |tr| lines(&file, tr));
    Ok(())
}

/// Runs `roster health`.
pub fn health(book: &mut Book, args: &HealthArgs, output: &Output) -> Result<(), OpError> {
    let day = args.on.unwrap_or_else(|| book.today());
    book.set_health_notes(person_key(&args.person)?, day, &args.set)?;
    output.answer(&json!({ "saved": true }), |tr| vec![tr.roster_saved()]);
    Ok(())
}

/// Runs `roster vaccination`.
pub fn vaccination(book: &mut Book, args: &VaccinationArgs, output: &Output) -> Result<(), OpError> {
    let day = args.on.unwrap_or_else(|| book.today());
    let person = person_key(&args.person)?;
    if args.remove {
        book.remove_vaccination(person, day)?;
    } else {
        let yes = |word: &Option<String>| word.as_deref().map(|word| word == "yes");
        book.set_vaccination(&VaccinationCheck {
            certificate: yes(&args.certificate),
            replaced: args.replaced,
            doses: args.dose.iter().cloned().collect(),
            judged: yes(&args.complete),
            checked_by: args.checked_by.clone(),
            remark: args.note.clone(),
            ..VaccinationCheck::open(person, day)
        })?;
    }
    let file = book.person_file(person, 0)?;
    let now = file.vaccinations.first();
    output.answer(&json!({ "saved": true, "vaccination": now }), |tr| {
        let mut lines = vec![tr.roster_saved()];
        lines.extend(now.map(|check| check.words.clone()));
        lines
    });
    Ok(())
}

fn lines(file: &PersonFile, tr: &Tr) -> Vec<String> {
    let mut rows: Vec<Vec<String>> = Vec::new();
    let span = |name: &str, from: String, to: Option<String>| match to {
        Some(to) => tr.person_file_span(&from, &to, name),
        None => tr.person_file_from(&from, name),
    };
    let mut all = vec![file.person.name.clone()];
    for it in &file.memberships {
        all.push(span(&it.name, it.from.to_string(), it.to.map(|to| to.to_string())));
    }
    for note in file.current_notes() {
        let told = tr.person_file_from(&note.day.to_string(), &note.text);
        rows.push(vec![health_word(note.kind, tr), told]);
    }
    if let Some(check) = file.vaccinations.first() {
        let told = tr.person_file_from(&check.check.day.to_string(), &check.words);
        rows.push(vec![tr.person_file_vaccination(), told]);
    }
    all.extend(table(&rows));
    rows = file
        .absences
        .iter()
        .map(|it| {
            let to = it.to.map_or_else(|| tr.person_file_goes_on(), |to| to.to_string());
            vec![it.from.to_string(), to, tr.person_file_half_days(i64::from(it.half_days)), it.words.clone()]
        })
        .collect();
    all.extend(table(&rows));
    rows = file
        .findings
        .iter()
        .map(|it| vec![it.date.to_string(), tr.session(it.session), it.group.clone(), it.words.clone()])
        .collect();
    all.extend(table(&rows));
    rows = file
        .papers
        .iter()
        .map(|it| vec![it.made_at.format("%Y-%m-%d %H:%M").to_string(), it.title.clone(), it.made_by.clone()])
        .collect();
    all.extend(table(&rows));
    let nothing = tr.person_file_nothing();
    rows = file
        .changes
        .iter()
        .map(|it| {
            let or = |value: &Option<String>| value.clone().unwrap_or_else(|| nothing.clone());
            let told = tr.person_file_changed(&it.label, &or(&it.new), &or(&it.old));
            vec![it.at.format("%Y-%m-%d %H:%M").to_string(), it.by.clone(), it.words.clone(), told]
        })
        .collect();
    all.extend(table(&rows));
    all
}
