//! `trace …`

use std::path::PathBuf;

use chrono::{NaiveDate, NaiveDateTime};
use clap::{ArgGroup, Args, Subcommand};

use super::moment;

/// `trace …`
#[derive(Debug, Clone, Subcommand)]
pub enum TraceCommand {
    /// list
    List {
        #[arg(long)]
        /// date
        date: Option<NaiveDate>,
        #[arg(long, conflicts_with = "closed")]
        /// open
        open: bool,
        #[arg(long)]
        /// closed
        closed: bool,
        #[arg(long)]
        /// class
        class: Option<String>,
    },
    /// add
    Add(Box<AddTraceArgs>),
    /// close
    Close(CloseTraceArgs),
    /// remove
    Remove {
        /// id
        id: String,
        #[arg(long)]
        /// person
        person: String,
    },
}

/// `absence …`
#[derive(Debug, Clone, Subcommand)]
pub enum AbsenceCommand {
    /// list
    List(PeriodArgs),
    /// rates
    Rates {
        #[command(flatten)]
        /// period
        period: PeriodArgs,
        #[arg(long, value_name = "FILE")]
        /// out
        out: Option<PathBuf>,
    },
}

/// A period, of one class or of all.
#[derive(Debug, Clone, Args)]
pub struct PeriodArgs {
    #[arg(long)]
    /// from
    pub from: Option<NaiveDate>,
    #[arg(long)]
    /// to
    pub to: Option<NaiveDate>,
    #[arg(long)]
    /// class
    pub class: Option<String>,
}

/// `trace add`
#[derive(Debug, Clone, Args)]
#[command(group(ArgGroup::new("what").required(true).multiple(true).args([
    "unreached", "symptom", "no_symptoms", "onset", "seen", "hospital", "diagnosis", "ill_at_home", "sent_where",
    "next_call", "note",
])))]
pub struct AddTraceArgs {
    #[arg(long)]
    /// person
    pub person: String,
    #[arg(long, value_name = "TIME", value_parser = moment)]
    /// at
    pub at: Option<NaiveDateTime>,
    #[arg(long)]
    /// unreached
    pub unreached: bool,
    #[arg(long, value_name = "NAME")]
    /// with
    pub with: Option<String>,
    #[arg(long, value_name = "TEXT")]
    /// relation
    pub relation: Option<String>,
    #[arg(long)]
    /// phone
    pub phone: Option<String>,
    #[arg(long)]
    /// symptom
    pub symptom: Vec<String>,
    #[arg(long, conflicts_with = "symptom")]
    /// `no_symptoms`
    pub no_symptoms: bool,
    #[arg(long)]
    /// onset
    pub onset: Option<NaiveDate>,
    #[arg(long, value_parser = ["yes", "no"])]
    /// seen
    pub seen: Option<String>,
    #[arg(long, value_name = "NAME")]
    /// hospital
    pub hospital: Option<String>,
    #[arg(long, value_name = "TEXT")]
    /// diagnosis
    pub diagnosis: Option<String>,
    #[arg(long, requires = "diagnosis", value_parser = ["guardian", "certificate"], default_value = "guardian")]
    /// basis
    pub basis: String,
    #[arg(long, value_parser = ["yes", "no"])]
    /// `ill_at_home`
    pub ill_at_home: Option<String>,
    #[arg(long, value_name = "TEXT")]
    /// `sent_where`
    pub sent_where: Option<String>,
    #[arg(long, value_name = "TIME", value_parser = moment)]
    /// `next_call`
    pub next_call: Option<NaiveDateTime>,
    #[arg(long)]
    /// note
    pub note: Option<String>,
}

/// `trace close`
#[derive(Debug, Clone, Args)]
#[command(group(ArgGroup::new("how").required(true).args(["diagnosis", "returned", "symptoms_ended", "other_reason"])))]
pub struct CloseTraceArgs {
    #[arg(long)]
    /// person
    pub person: String,
    #[arg(long, value_name = "TEXT")]
    /// diagnosis
    pub diagnosis: Option<String>,
    #[arg(long, requires = "diagnosis", value_parser = ["guardian", "certificate"], default_value = "guardian")]
    /// basis
    pub basis: String,
    #[arg(long, value_name = "DATE")]
    /// returned
    pub returned: Option<NaiveDate>,
    #[arg(long, value_name = "DATE")]
    /// `symptoms_ended`
    pub symptoms_ended: Option<NaiveDate>,
    #[arg(long)]
    /// `other_reason`
    pub other_reason: bool,
    #[arg(long)]
    /// note
    pub note: Option<String>,
}
