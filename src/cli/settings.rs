//! `school`, `calendar`, `backup`, `doctor`.

use chrono::NaiveTime;
use serde_json::json;

use super::arguments::{BackupCommand, CalendarCommand, SchoolCommand};
use super::output::{Output, table};
use crate::domain::calendar::{DayException, ExceptionKind, Season, Term};
use crate::ops::settings::SettingsOp;
use crate::ops::{Book, OpError};

/// Runs `school`: shows, or sets what is given.
pub fn school(book: &mut Book, command: &SchoolCommand, output: &Output) -> Result<(), OpError> {
    set_school(book, command)?;
    let settings = book.settings_view()?;
    let system = settings.systems.iter().find(|system| Some(&system.id) == settings.system.as_ref());
    let checks = book.check_settings()?;
    let (school, operator) = (book.school()?, book.operator()?);
    let value = json!({
        "name": school.name, "phone": school.phone, "principal": school.principal, "operator": operator,
        "folder": book.folder(), "demo": school.demo, "checks": checks, "system": settings.system,
        "deadlines": settings.deadlines, "countings": settings.countings,
    });
    output.answer(&value, |tr| {
        let or_dash = |value: Option<&str>| value.filter(|text| !text.is_empty()).unwrap_or("–").to_owned();
        let rows = [
            (tr.cli_school_name(), or_dash(Some(&school.name))),
            (tr.cli_school_phone(), or_dash(school.phone.as_deref())),
            (tr.cli_school_principal(), or_dash(school.principal.as_deref())),
            (tr.cli_school_current_operator(), book.name_or_post(&operator)),
            (tr.cli_school_folder(), book.folder().display().to_string()),
        ];
        let system = system.map(|system| (tr.promotion_system(), system.name.clone()));
        let chosen = checks.iter().filter(|check| check.on);
        let chosen = chosen.map(|check| (tr.settings_checks(), check.name.clone()));
        let counting = settings.countings.iter().filter(|one| one.on);
        let counting = counting.map(|one| (tr.settings_counting(), format!("{} ({})", one.name, one.source)));
        let hours = settings.deadlines.iter().map(|hour| {
            (tr.missing_deadlines(), format!("{} {}", tr.session(hour.session), hour.at.format("%H:%M")))
        });
        let rows = rows
            .into_iter()
            .chain(system)
            .chain(chosen)
            .chain(counting)
            .chain(hours)
            .map(|(label, value)| vec![label, value]);
        table(&rows.collect::<Vec<_>>())
    });
    Ok(())
}

/// Sets what is given.
fn set_school(book: &mut Book, command: &SchoolCommand) -> Result<(), OpError> {
    let current = book.school()?;
    if command.name.is_some() || command.phone.is_some() || command.principal.is_some() {
        book.set_up(&SettingsOp::School {
            name: command.name.clone().unwrap_or(current.name),
            phone: command.phone.clone().or(current.phone),
            principal: command.principal.clone().or(current.principal),
        })?;
    }
    if let Some(operator) = &command.operator {
        book.set_up(&SettingsOp::Operator(operator.clone()))?;
    }
    for given in &command.check {
        let (id, on) = given.split_once('=').unwrap_or((given, "yes"));
        if !["yes", "no"].contains(&on) {
            return Err(OpError::BadValue { field: "--check", given: given.clone() });
        }
        book.set_up(&SettingsOp::Check(id.to_owned(), on == "yes"))?;
    }
    if let Some(id) = &command.counting {
        book.set_up(&SettingsOp::Counting(id.clone()))?;
    }
    for given in &command.deadline {
        let op =
            deadline(given).ok_or_else(|| OpError::BadValue { field: "--deadline", given: given.clone() })?;
        book.set_up(&op)?;
    }
    if let Some(system) = &command.system {
        book.set_up(&SettingsOp::System(Some(system.clone()).filter(|id| id != "auto")))?;
    }
    Ok(())
}

/// Reads `morning=08:20`, `noon=auto`.
fn deadline(given: &str) -> Option<SettingsOp> {
    let (session, at) = given.split_once('=')?;
    let at = if at == "auto" { None } else { Some(NaiveTime::parse_from_str(at, "%H:%M").ok()?) };
    Some(SettingsOp::Deadline(session.parse().ok()?, at))
}

/// Runs `calendar …`.
pub fn calendar(book: &mut Book, command: &CalendarCommand, output: &Output) -> Result<(), OpError> {
    match command {
        CalendarCommand::Show => {}
        CalendarCommand::Term { from, to } => {
            let month = from.format("%m").to_string().parse::<u32>().unwrap_or(9);
            let season = if month >= 7 { Season::Autumn } else { Season::Spring };
            book.set_up(&SettingsOp::Term(Term { season, first: *from, last: *to }))?;
        }
        CalendarCommand::Off { date, to, note } => {
            book.set_up(&SettingsOp::Days {
                from: *date,
                to: to.unwrap_or(*date),
                kind: ExceptionKind::DayOff,
                note: note.clone(),
            })?;
        }
        CalendarCommand::On { date, note } => {
            let (kind, note) = (ExceptionKind::SchoolDay, note.clone());
            book.set_up(&SettingsOp::Day(DayException { date: *date, kind, note }))?;
        }
        CalendarCommand::Clear { date } => book.set_up(&SettingsOp::ClearDay(*date))?,
    }
    let view = book.settings_view()?;
    output.answer(&json!({ "terms": view.terms, "exceptions": view.exceptions }), |tr| {
        let mut lines: Vec<String> =
            view.terms.iter().map(|term| format!("{} – {}", term.first, term.last)).collect();
        lines.extend(view.exceptions.iter().map(|exception| {
            let kind = match exception.kind {
                ExceptionKind::DayOff => tr.cli_day_off(),
                ExceptionKind::SchoolDay => tr.cli_school_day(),
            };
            format!("{} {kind} {}", exception.date, exception.note.as_deref().unwrap_or_default())
        }));
        lines
    });
    Ok(())
}

/// Runs `backup …`.
pub fn backup(book: &mut Book, command: &BackupCommand, output: &Output) -> Result<(), OpError> {
    if matches!(command, BackupCommand::Create) {
        let _ = book.back_up("manual")?;
    }
    let backups = book.settings_view()?.backups;
    output.answer(&backups, |_| {
        let rows = backups.iter().map(|info| vec![info.path.display().to_string(), info.bytes.to_string()]);
        table(&rows.collect::<Vec<_>>())
    });
    Ok(())
}

/// Runs `doctor`: reads the whole book and its journal, and finds people who are in two places at once.
pub fn doctor(book: &Book, output: &mut Output) -> Result<(), OpError> {
    let health = book.health()?;
    output.answer(&health, |tr| {
        if !health.is_whole() {
            return vec![tr.storage_unreadable(), tr.storage_damaged_meaning(), tr.storage_damaged_remedy()];
        }
        let mut lines = vec![tr.cli_doctor_well()];
        lines.extend(
            health
                .overlaps
                .iter()
                .map(|it| tr.cli_doctor_overlap(&it.overlap.from.to_string(), &it.name, it.overlap.table)),
        );
        if !health.overlaps.is_empty() {
            lines.push(tr.cli_doctor_overlap_remedy());
        }
        lines.extend(
            health.strays.iter().map(|it| tr.cli_doctor_stray(&it.finding.date.to_string(), &it.name)),
        );
        if !health.strays.is_empty() {
            lines.push(tr.cli_doctor_stray_remedy());
        }
        lines
    });
    if !health.is_whole() || !health.overlaps.is_empty() || !health.strays.is_empty() {
        output.set_exit_code(super::DAMAGED);
    }
    Ok(())
}
