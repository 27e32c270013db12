//! `roster person`, `roster health`, `roster vaccination`.

use chrono::NaiveDate;
use clap::Args;

use crate::domain::health_note::HealthKind;
use crate::domain::vaccination_check::Doses;

/// `roster person`
#[derive(Debug, Clone, Args)]
pub struct PersonArgs {
    /// person
    pub person: String,
    #[arg(long, default_value_t = 1)]
    /// page
    pub page: usize,
}

/// `roster health`
#[derive(Debug, Clone, Args)]
pub struct HealthArgs {
    /// person
    pub person: String,
    #[arg(long, required = true, value_name = "KIND=TEXT", value_parser = note)]
    /// set
    pub set: Vec<(HealthKind, String)>,
    #[arg(long)]
    /// on
    pub on: Option<NaiveDate>,
}

/// `roster vaccination`
#[derive(Debug, Clone, Args)]
pub struct VaccinationArgs {
    /// person
    pub person: String,
    #[arg(long)]
    /// on
    pub on: Option<NaiveDate>,
    #[arg(long, value_parser = ["yes", "no"])]
    /// certificate
    pub certificate: Option<String>,
    #[arg(long)]
    /// replaced
    pub replaced: bool,
    #[arg(long, value_name = "VACCINE=N+N", value_parser = dose)]
    /// dose
    pub dose: Vec<(String, Doses)>,
    #[arg(long, value_parser = ["yes", "no"])]
    /// complete
    pub complete: Option<String>,
    #[arg(long)]
    /// `checked_by`
    pub checked_by: Option<String>,
    #[arg(long)]
    /// note
    pub note: Option<String>,
    #[arg(long, conflicts_with_all = ["certificate", "dose", "complete"])]
    /// remove
    pub remove: bool,
}

/// `allergy=青霉素`
fn note(text: &str) -> Result<(HealthKind, String), String> {
    let (kind, told) = text.split_once('=').ok_or("KIND=TEXT")?;
    let kind = HealthKind::from_name(kind.trim()).ok_or("condition, history, allergy")?;
    Ok((kind, told.to_owned()))
}

/// `hepb=3`, `hepb=1+2`
fn dose(text: &str) -> Result<(String, Doses), String> {
    let wrong = || "VACCINE=N+N".to_owned();
    let (vaccine, doses) = text.split_once('=').ok_or_else(wrong)?;
    let (given, catch_up) = doses.split_once('+').unwrap_or((doses, "0"));
    let number = |text: &str| text.trim().parse::<u8>().map_err(|_| wrong());
    Ok((vaccine.trim().to_owned(), Doses { given: number(given)?, catch_up: number(catch_up)? }))
}
