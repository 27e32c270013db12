//! `alert` and `rules`

use std::path::PathBuf;

use chrono::NaiveDate;
use clap::{ArgGroup, Args, Subcommand};

/// `alert …`
#[derive(Debug, Clone, Subcommand)]
pub enum AlertCommand {
    /// list
    List {
        #[arg(long)]
        /// date
        date: Option<NaiveDate>,
        #[arg(long)]
        /// from
        from: Option<NaiveDate>,
    },
    /// answer
    Answer {
        /// key
        key: String,
        #[arg(long, default_value = "")]
        /// comment
        comment: String,
        #[arg(long)]
        /// `reported_to`
        reported_to: Option<String>,
        #[arg(long, value_name = "ID")]
        /// event
        event: Option<String>,
    },
}

/// `rules …`
#[derive(Debug, Clone, Subcommand)]
pub enum RulesCommand {
    /// list
    List {
        #[arg(long)]
        /// date
        date: Option<NaiveDate>,
    },
    /// choose
    Choose(ChooseArgs),
    /// figures
    Figures {
        /// find
        find: Option<String>,
        #[arg(long)]
        /// own
        own: bool,
        #[arg(long)]
        /// date
        date: Option<NaiveDate>,
    },
    /// own
    #[command(subcommand)]
    Own(OwnCommand),
    /// export
    Export {
        /// file
        file: PathBuf,
    },
    /// import
    Import {
        /// file
        file: PathBuf,
    },
}

/// `rules own …`
#[derive(Debug, Clone, Subcommand)]
pub enum OwnCommand {
    /// set
    Set(Box<OwnSetArgs>),
    /// withdraw
    Withdraw {
        /// rule
        rule: String,
        #[arg(long)]
        /// from
        from: Option<NaiveDate>,
    },
}

/// `rules own set`
#[derive(Debug, Clone, Args)]
pub struct OwnSetArgs {
    /// rule
    pub rule: String,
    /// value
    pub value: String,
    #[arg(long)]
    /// from
    pub from: Option<NaiveDate>,
    #[arg(long)]
    /// source
    pub source: String,
    #[arg(long)]
    /// `approved_by`
    pub approved_by: String,
    #[arg(long, default_value = "")]
    /// text
    pub text: String,
}

/// `rules choose`
#[derive(Debug, Clone, Args)]
#[command(group(ArgGroup::new("choice").required(true).args(["on", "off"])))]
pub struct ChooseArgs {
    /// rules
    pub rules: String,
    #[arg(long)]
    /// on
    pub on: bool,
    #[arg(long)]
    /// off
    pub off: bool,
}
