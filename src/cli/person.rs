//! `roster person`, `roster health`, `roster vaccination`.

use serde_json::json;

use super::arguments::{HealthArgs, PersonArgs, VaccinationArgs};
use super::output::Output;
use super::person_lines::person_lines;
use super::roster::person_key;
use crate::domain::vaccination_check::VaccinationCheck;
use crate::ops::person::FilePages;
use crate::ops::{Book, OpError};

/// Runs `roster person`.
pub fn show(book: &Book, args: &PersonArgs, output: &Output) -> Result<(), OpError> {
    // A page is asked of the check records alone; changes are told whole.
    let pages = FilePages { findings: args.page.saturating_sub(1), changes: usize::MAX };
    let file = book.person_file(person_key(&args.person)?, pages)?;
    output.answer(&file, |tr| person_lines(&file, tr));
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
