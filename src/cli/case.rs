//! `case …`, `disease …`

use super::arguments::{CaseCommand, DiseaseCommand, FactArgs};
use super::output::{Output, table};
use super::roster::person_key;
use crate::domain::id::CaseId;
use crate::domain::illness_case::{Basis, CaseFacts, Certainty, Outcome};
use crate::domain::report_entry::ReportSubject;
use crate::domain::temperature::Temperature;
use crate::i18n::Tr;
use crate::ops::case::{CaseDraft, CaseFilter, CaseLine, CaseView, ClockState, DiseaseLine};
use crate::ops::reporting::{ReportingError, ReportingOption};
use crate::ops::{Book, OpError};

/// Runs `case …`.
pub fn run(book: &mut Book, command: &CaseCommand, output: &Output) -> Result<(), OpError> {
    let id = match command {
        CaseCommand::List { open, from, to } => {
            let today = book.today();
            let days = (from.is_some() || to.is_some())
                .then(|| (from.unwrap_or(chrono::NaiveDate::MIN), to.unwrap_or(today)));
            return list(book, &CaseFilter { days, open: *open }, output);
        }
        CaseCommand::Limits { edition, events } => {
            return limits(book, edition.as_deref(), events.as_deref(), output);
        }
        CaseCommand::Open(args) => {
            let draft = CaseDraft {
                disease: book.find_disease(&args.disease)?,
                known_at: args.known,
                learned_at: None,
                facts: facts(CaseFacts::default(), &args.facts)?,
            };
            book.open_case(person_key(&args.person)?, &draft, None)?
        }
        CaseCommand::Show { case } => key(case)?,
        CaseCommand::Step { case, step, report } => {
            let id = key(case)?;
            let _ = book.log_report(&report.about(ReportSubject::Case(id), step))?;
            id
        }
        CaseCommand::Revise(args) => {
            let id = key(&args.case)?;
            let now = book.case_view(id)?;
            let disease = args.disease.as_deref().map(|given| book.find_disease(given)).transpose()?;
            let draft = CaseDraft {
                disease: disease.unwrap_or(now.line.disease),
                known_at: args.known,
                learned_at: args.learned,
                facts: facts(now.facts, &args.facts)?,
            };
            book.revise_case(id, &draft)?;
            id
        }
        CaseCommand::Close { case, outcome, on, note } => {
            let id = key(case)?;
            let outcome = Outcome::from_name(outcome).unwrap_or(Outcome::Other);
            book.close_case(id, *on, outcome, note.as_deref())?;
            id
        }
        CaseCommand::Reopen { case } => {
            let id = key(case)?;
            book.reopen_case(id)?;
            id
        }
    };
    let view = book.case_view(id)?;
    output.answer(&view, |tr| shown(&view, tr));
    Ok(())
}

/// Runs `disease …`.
pub fn diseases(book: &Book, command: &DiseaseCommand, output: &Output) -> Result<(), OpError> {
    let (lines, whole) = match command {
        DiseaseCommand::List => (book.disease_lines("")?, false),
        DiseaseCommand::Find { text } => (book.disease_lines(text)?, true),
    };
    if lines.is_empty()
        && let DiseaseCommand::Find { text } = command
    {
        return Err(ReportingError::NoSuchDisease { given: text.clone() }.into());
    }
    output.answer(&lines, |tr| {
        let mut text = table(&lines.iter().map(|line| disease_row(line, tr)).collect::<Vec<_>>());
        if let Some(first) = lines.first().filter(|_| whole) {
            text.extend(first.exclusions.iter().map(|entry| tr.case_exclusion(&entry.source, &entry.text)));
        }
        text
    });
    Ok(())
}

/// The key of a case.
pub(super) fn key(given: &str) -> Result<CaseId, OpError> {
    let none = || ReportingError::NoSuchCase { given: given.to_owned() };
    given.trim().parse().map_err(|_| none().into())
}

fn list(book: &Book, filter: &CaseFilter, output: &Output) -> Result<(), OpError> {
    let lines = book.case_lines(filter)?;
    output.answer(&lines, |tr| {
        if lines.is_empty() {
            return vec![tr.case_none()];
        }
        table(&lines.iter().map(|line| row(line, tr)).collect::<Vec<_>>())
    });
    Ok(())
}

fn limits(
    book: &mut Book,
    edition: Option<&str>,
    events: Option<&str>,
    output: &Output,
) -> Result<(), OpError> {
    if edition.is_some() || events.is_some() {
        book.choose_reporting(edition, events)?;
    }
    let setting = book.reporting_setting()?;
    output.answer(&setting, |tr| {
        let option = |option: &ReportingOption, chosen: &str| {
            let mark = if option.id == chosen { "*" } else { " " };
            vec![format!("{mark} {}", option.id), option.name.clone(), option.text.clone()]
        };
        let mut rows: Vec<_> = setting.editions.iter().map(|it| option(it, &setting.edition)).collect();
        rows.extend(setting.event_editions.iter().map(|it| option(it, &setting.events)));
        let mut lines = table(&rows);
        lines.push(match (&setting.by, setting.at) {
            (Some(by), Some(at)) => tr.case_limits_by(&at.format("%Y-%m-%d %H:%M").to_string(), by),
            _ => tr.case_limits_shipped(),
        });
        lines
    });
    Ok(())
}

/// The facts with what was given in their place.
fn facts(before: CaseFacts, given: &FactArgs) -> Result<CaseFacts, OpError> {
    let yes = |word: &Option<String>| word.as_deref().map(|word| word == "yes");
    let temperature = given.temp.as_deref().map(|text| {
        Temperature::parse(text).ok_or_else(|| OpError::BadTemperature { given: text.to_owned() })
    });
    let text = |new: &Option<String>, old: Option<String>| new.clone().or(old);
    Ok(CaseFacts {
        certainty: given.certainty.as_deref().and_then(Certainty::from_name).unwrap_or(before.certainty),
        basis: given.basis.as_deref().and_then(Basis::from_name).or(before.basis),
        onset: given.onset.or(before.onset),
        absent_from: given.absent_from.or(before.absent_from),
        temperature: temperature.transpose()?.or(before.temperature),
        seen_on: given.seen_on.or(before.seen_on),
        hospital: text(&given.hospital, before.hospital),
        first_diagnosis: text(&given.first_diagnosis, before.first_diagnosis),
        diagnosed_on: given.diagnosed_on.or(before.diagnosed_on),
        diagnosed_at: text(&given.diagnosed_at, before.diagnosed_at),
        contact: yes(&given.contact).or(before.contact),
        contact_note: text(&given.contact_note, before.contact_note),
        vaccinated: yes(&given.vaccinated).or(before.vaccinated),
        vaccinated_note: text(&given.vaccinated_note, before.vaccinated_note),
        class_vaccinated: given.class_vaccinated.or(before.class_vaccinated),
        class_infected_before: given.class_infected.or(before.class_infected_before),
        class_susceptible: given.class_susceptible.or(before.class_susceptible),
        floor_classes: given.floor_classes.or(before.floor_classes),
        measures: text(&given.measures, before.measures),
        clinic_measures: text(&given.clinic_measures, before.clinic_measures),
        note: text(&given.note, before.note),
    })
}

fn row(line: &CaseLine, tr: &Tr) -> Vec<String> {
    vec![
        line.key.to_string(),
        line.class.clone(),
        line.name.clone(),
        tr.case_named(&tr.certainty(line.certainty), &line.disease_name),
        line.disease_class.clone(),
        line.known_at.format("%Y-%m-%d %H:%M").to_string(),
        clock_words(line, tr),
    ]
}

fn clock_words(line: &CaseLine, tr: &Tr) -> String {
    let due = line.clock.due.map(|due| due.format("%m-%d %H:%M").to_string()).unwrap_or_default();
    match line.clock.state {
        ClockState::Late => tr.case_clock_late(&due),
        ClockState::Running => tr.case_clock_running(&due),
        ClockState::Done => tr.case_clock_done(),
        ClockState::Stopped => tr.case_clock_stopped(),
        ClockState::None => tr.case_clock_none(),
    }
}

fn shown(view: &CaseView, tr: &Tr) -> Vec<String> {
    let mut lines = table(&[row(&view.line, tr)]);
    let steps = view.steps.iter().map(|step| {
        let at = step.at.map(|at| at.format("%m-%d %H:%M").to_string());
        vec![step.name.clone(), at.unwrap_or_else(|| "–".to_owned()), step.words.clone().unwrap_or_default()]
    });
    lines.extend(table(&steps.collect::<Vec<_>>()));
    lines.extend(view.exclusions.iter().map(|entry| tr.case_exclusion(&entry.source, &entry.text)));
    lines
}

fn disease_row(line: &DiseaseLine, tr: &Tr) -> Vec<String> {
    let hours = line.report_hours.map(|hours| tr.case_hours(hours));
    vec![
        line.id.clone(),
        line.name.clone(),
        line.class_name.clone(),
        hours.unwrap_or_else(|| tr.case_clock_none()),
        line.incubation.clone().unwrap_or_default(),
    ]
}
