//! `roster group`

use chrono::NaiveDate;
use clap::{Args, Subcommand};

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
        #[arg(long, conflicts_with = "bus")]
        /// meal
        meal: bool,
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
        #[command(flatten)]
        /// whom
        whom: Whom,
        #[arg(long)]
        /// from
        from: Option<NaiveDate>,
    },
    /// leave
    Leave {
        /// group
        group: String,
        #[command(flatten)]
        /// whom
        whom: Whom,
        #[arg(long)]
        /// on
        on: Option<NaiveDate>,
    },
}

/// Which pupils: by key, a whole class, or all whom a search finds.
#[derive(Debug, Clone, Args)]
#[group(required = true, multiple = true)]
pub struct Whom {
    #[arg(long)]
    /// person
    pub person: Vec<String>,
    #[arg(long)]
    /// class
    pub class: Option<String>,
    #[arg(long)]
    /// find
    pub find: Option<String>,
}
