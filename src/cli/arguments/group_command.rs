//! `roster group`

use chrono::NaiveDate;
use clap::Subcommand;

/// `roster group …`
#[derive(Debug, Clone, Subcommand)]
pub enum GroupCommand {
    /// list
    List {
        #[arg(long)]
        /// date
        date: Option<NaiveDate>,
    },
    /// add
    Add {
        /// label
        label: String,
        #[arg(long)]
        /// bus
        bus: bool,
    },
    /// rename
    Rename {
        /// group
        group: String,
        /// label
        label: String,
    },
    /// close
    Close {
        /// group
        group: String,
        #[arg(long)]
        /// on
        on: Option<NaiveDate>,
    },
    /// join
    Join {
        /// group
        group: String,
        #[arg(long, required = true)]
        /// person
        person: Vec<String>,
        #[arg(long)]
        /// from
        from: Option<NaiveDate>,
    },
    /// leave
    Leave {
        /// group
        group: String,
        #[arg(long, required = true)]
        /// person
        person: Vec<String>,
        #[arg(long)]
        /// on
        on: Option<NaiveDate>,
    },
}
