//! `alert` and `rules`

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
