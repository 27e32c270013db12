//! `event …`, `log …`

use chrono::{NaiveDate, NaiveDateTime};
use clap::{Args, Subcommand};

use super::moment;
use super::report_args::ReportArgs;
use crate::domain::report_entry::ReportSubject;

/// `event …`
#[derive(Debug, Clone, Subcommand)]
pub enum EventCommand {
    /// list
    List,
    /// open
    Open(Box<EventArgs>),
    /// show
    Show {
        /// event
        event: String,
    },
    /// revise
    Revise {
        /// event
        event: String,
        #[command(flatten)]
        /// What is known.
        args: Box<EventArgs>,
    },
    /// report
    Report {
        #[arg(index = 1)]
        /// event
        event: String,
        #[arg(index = 2, value_parser = ["first", "progress", "closing"])]
        /// report
        report: String,
        #[command(flatten)]
        /// How and to whom.
        told: ReportArgs,
    },
    /// close
    Close {
        /// event
        event: String,
        #[arg(long)]
        /// on
        on: Option<NaiveDate>,
    },
    /// reopen
    Reopen {
        /// event
        event: String,
    },
}

/// What is known of an event; what is not given stays.
#[derive(Debug, Clone, Args)]
pub struct EventArgs {
    #[arg(long)]
    /// title
    pub title: Option<String>,
    #[arg(long, value_parser = moment)]
    /// known
    pub known: Option<NaiveDateTime>,
    #[arg(long, value_parser = ["ungraded", "iv", "iii", "ii", "i"])]
    /// level
    pub level: Option<String>,
    #[arg(long)]
    /// since
    pub since: Option<NaiveDate>,
    #[arg(long)]
    /// class
    pub class: Vec<String>,
    #[arg(long)]
    /// symptom
    pub symptom: Vec<String>,
    #[arg(long)]
    /// disease
    pub disease: Option<String>,
    #[arg(long)]
    /// alert
    pub alert: Option<String>,
    #[arg(long)]
    /// place
    pub place: Option<String>,
    #[arg(long)]
    /// signs
    pub signs: Option<String>,
    #[arg(long)]
    /// course
    pub course: Option<String>,
    #[arg(long)]
    /// measures
    pub measures: Option<String>,
    #[arg(long)]
    /// cause
    pub cause: Option<String>,
    #[arg(long)]
    /// summary
    pub summary: Option<String>,
    #[arg(long)]
    /// improvements
    pub improvements: Option<String>,
}

/// `log …`
#[derive(Debug, Clone, Subcommand)]
pub enum LogCommand {
    /// list
    List {
        #[arg(long)]
        /// from
        from: Option<NaiveDate>,
        #[arg(long)]
        /// to
        to: Option<NaiveDate>,
    },
    /// add
    Add(Box<EntryArgs>),
    /// correct
    Correct {
        /// entry
        entry: String,
        #[command(flatten)]
        /// What it was.
        args: Box<EntryArgs>,
    },
    /// remove
    Remove {
        /// entry
        entry: String,
    },
    /// counts
    Counts {
        #[arg(long)]
        /// from
        from: NaiveDate,
        #[arg(long)]
        /// to
        to: NaiveDate,
    },
}

/// `log add`
#[derive(Debug, Clone, Args)]
pub struct EntryArgs {
    #[arg(long, value_name = "case:KEY|event:KEY|day:DATE|alert:KEY|other", value_parser = subject)]
    /// about
    pub about: ReportSubject,
    #[arg(long)]
    /// step
    pub step: Option<String>,
    #[command(flatten)]
    /// How and to whom.
    pub told: ReportArgs,
    #[arg(long, value_parser = ["yes", "no"])]
    /// nil
    pub nil: Option<String>,
    #[arg(long)]
    /// from
    pub from: Option<NaiveDate>,
    #[arg(long)]
    /// to
    pub to: Option<NaiveDate>,
}

fn subject(text: &str) -> Result<ReportSubject, String> {
    text.parse().map_err(|_| "day:2026-11-23".to_owned())
}
