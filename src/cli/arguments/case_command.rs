//! `case …`, `disease …`

use chrono::{NaiveDate, NaiveDateTime};
use clap::{Args, Subcommand};

use super::moment;
use super::report_args::ReportArgs;

/// `case …`
#[derive(Debug, Clone, Subcommand)]
pub enum CaseCommand {
    /// list
    List {
        #[arg(long)]
        /// open
        open: bool,
        #[arg(long)]
        /// from
        from: Option<NaiveDate>,
        #[arg(long)]
        /// to
        to: Option<NaiveDate>,
    },
    /// open
    Open(Box<OpenArgs>),
    /// show
    Show {
        /// case
        case: String,
    },
    /// step
    Step {
        #[arg(index = 1)]
        /// case
        case: String,
        #[arg(index = 2)]
        /// step
        step: String,
        #[command(flatten)]
        /// How and to whom.
        report: ReportArgs,
    },
    /// revise
    Revise(Box<ReviseArgs>),
    /// close
    Close {
        /// case
        case: String,
        #[arg(long, value_parser = ["recovered", "ruled_out", "left", "died", "other"])]
        /// outcome
        outcome: String,
        #[arg(long)]
        /// on
        on: Option<NaiveDate>,
        #[arg(long)]
        /// note
        note: Option<String>,
    },
    /// reopen
    Reopen {
        /// case
        case: String,
    },
    /// limits
    Limits {
        #[arg(long)]
        /// edition
        edition: Option<String>,
        #[arg(long)]
        /// events
        events: Option<String>,
    },
}

/// `case open`
#[derive(Debug, Clone, Args)]
pub struct OpenArgs {
    #[arg(long)]
    /// person
    pub person: String,
    #[arg(long)]
    /// disease
    pub disease: String,
    #[arg(long, value_parser = moment)]
    /// known
    pub known: Option<NaiveDateTime>,
    #[command(flatten)]
    /// What is known.
    pub facts: FactArgs,
}

/// `case revise`
#[derive(Debug, Clone, Args)]
pub struct ReviseArgs {
    /// case
    pub case: String,
    #[arg(long)]
    /// disease
    pub disease: Option<String>,
    #[arg(long, value_parser = moment)]
    /// known
    pub known: Option<NaiveDateTime>,
    #[arg(long, value_parser = moment)]
    /// learned
    pub learned: Option<NaiveDateTime>,
    #[command(flatten)]
    /// What is known.
    pub facts: FactArgs,
}

/// What is known of a case; what is not given stays.
#[derive(Debug, Clone, Args)]
pub struct FactArgs {
    #[arg(long, value_parser = ["suspected", "diagnosed", "ruled_out"])]
    /// certainty
    pub certainty: Option<String>,
    #[arg(long, value_parser = ["certificate", "parents"])]
    /// basis
    pub basis: Option<String>,
    #[arg(long)]
    /// onset
    pub onset: Option<NaiveDate>,
    #[arg(long)]
    /// `absent_from`
    pub absent_from: Option<NaiveDate>,
    #[arg(long)]
    /// temp
    pub temp: Option<String>,
    #[arg(long)]
    /// `seen_on`
    pub seen_on: Option<NaiveDate>,
    #[arg(long)]
    /// hospital
    pub hospital: Option<String>,
    #[arg(long)]
    /// `first_diagnosis`
    pub first_diagnosis: Option<String>,
    #[arg(long)]
    /// `diagnosed_on`
    pub diagnosed_on: Option<NaiveDate>,
    #[arg(long)]
    /// `diagnosed_at`
    pub diagnosed_at: Option<String>,
    #[arg(long, value_parser = ["yes", "no"])]
    /// contact
    pub contact: Option<String>,
    #[arg(long)]
    /// `contact_note`
    pub contact_note: Option<String>,
    #[arg(long, value_parser = ["yes", "no"])]
    /// vaccinated
    pub vaccinated: Option<String>,
    #[arg(long)]
    /// `vaccinated_note`
    pub vaccinated_note: Option<String>,
    #[arg(long)]
    /// `class_vaccinated`
    pub class_vaccinated: Option<u32>,
    #[arg(long)]
    /// `class_infected`
    pub class_infected: Option<u32>,
    #[arg(long)]
    /// `class_susceptible`
    pub class_susceptible: Option<u32>,
    #[arg(long)]
    /// `floor_classes`
    pub floor_classes: Option<u32>,
    #[arg(long)]
    /// measures
    pub measures: Option<String>,
    #[arg(long)]
    /// `clinic_measures`
    pub clinic_measures: Option<String>,
    #[arg(long)]
    /// note
    pub note: Option<String>,
}

/// `disease …`
#[derive(Debug, Clone, Subcommand)]
pub enum DiseaseCommand {
    /// list
    List,
    /// find
    Find {
        /// text
        text: String,
    },
}
