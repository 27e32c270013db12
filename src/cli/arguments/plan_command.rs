//! `plan …`

use std::path::PathBuf;

use chrono::NaiveDate;
use clap::Subcommand;

/// `plan …`
#[derive(Debug, Clone, Subcommand)]
pub enum PlanCommand {
    /// list
    List {
        #[arg(long)]
        /// date
        date: Option<NaiveDate>,
    },
    /// assign
    Assign {
        /// task
        task: String,
        #[arg(long)]
        /// person
        person: Option<String>,
    },
    /// done
    Done {
        /// task
        task: String,
        #[arg(long)]
        /// person
        person: Option<String>,
        #[arg(long)]
        /// date
        date: Option<NaiveDate>,
        #[arg(long, default_value = "")]
        /// evidence
        evidence: String,
    },
    /// due
    Due {
        /// task
        task: String,
        #[arg(long)]
        /// date
        date: NaiveDate,
    },
    /// reopen
    Reopen {
        /// task
        task: String,
    },
    /// print
    Print {
        #[arg(long)]
        /// date
        date: Option<NaiveDate>,
        #[arg(long)]
        /// text
        text: bool,
        #[arg(long, value_name = "F.pdf|F.xlsx")]
        /// out
        out: PathBuf,
    },
}
