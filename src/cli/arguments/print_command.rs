//! `report …`, `form …`, `letter …`

use std::path::PathBuf;

use chrono::NaiveDate;
use clap::{ArgGroup, Args, Subcommand};

use super::GroupArgs;
use crate::domain::session::Session;

/// `report …`
#[derive(Debug, Clone, Subcommand)]
pub enum ReportCommand {
    /// daily
    Daily {
        #[arg(long)]
        /// date
        date: Option<NaiveDate>,
        #[arg(long, value_name = "F.pdf|F.xlsx")]
        /// out
        out: PathBuf,
    },
    /// list
    List {
        #[arg(long)]
        /// from
        from: Option<NaiveDate>,
        #[arg(long)]
        /// to
        to: Option<NaiveDate>,
    },
    /// show
    Show {
        /// number
        number: String,
        #[arg(long, value_name = "F.pdf|F.xlsx")]
        /// out
        out: Option<PathBuf>,
    },
}

/// `form …`
#[derive(Debug, Clone, Subcommand)]
pub enum FormCommand {
    /// list
    List,
    /// print
    Print(Box<FormArgs>),
}

/// `form print`
#[derive(Debug, Clone, Args)]
pub struct FormArgs {
    /// id
    pub id: String,
    #[command(flatten)]
    /// Group.
    pub of: GroupArgs,
    #[arg(long, conflicts_with_all = ["class", "dormitory", "staff"])]
    /// all
    pub all: bool,
    #[arg(long, conflicts_with_all = ["class", "dormitory", "staff", "all"])]
    /// person
    pub person: Option<String>,
    #[arg(long, conflicts_with_all = ["class", "dormitory", "staff", "all", "person"])]
    /// group
    pub group: Option<String>,
    #[arg(long, value_parser = ["seat", "pinyin"])]
    /// sort
    pub sort: Option<String>,
    #[arg(long, default_value = "3x8", value_name = "3x8|3x8-gap|3x7|2x7|5x13")]
    /// labels
    pub labels: String,
    #[arg(long, default_value_t = 1, value_parser = clap::value_parser!(u16).range(1..=100))]
    /// start
    pub start: u16,
    #[arg(long)]
    /// date
    pub date: Option<NaiveDate>,
    #[arg(long)]
    /// session
    pub session: Option<Session>,
    #[arg(long)]
    /// blank
    pub blank: bool,
    #[arg(long, conflicts_with = "blank")]
    /// every
    pub every: bool,
    #[arg(long, value_name = "F.pdf|F.xlsx")]
    /// out
    pub out: PathBuf,
    #[arg(long, default_value = "stop", value_parser = ["stop", "leave-out", "rule"])]
    /// `missing_glyph`
    pub missing_glyph: String,
}

/// `letter …`
#[derive(Debug, Clone, Subcommand)]
pub enum LetterCommand {
    /// list
    List,
    /// print
    Print(Box<LetterArgs>),
}

/// `letter print`
#[derive(Debug, Clone, Args)]
#[command(group(ArgGroup::new("who").required(true).args(["class", "all"])))]
pub struct LetterArgs {
    /// id
    pub id: String,
    #[arg(long)]
    /// class
    pub class: Option<String>,
    #[arg(long)]
    /// all
    pub all: bool,
    #[arg(long)]
    /// date
    pub date: Option<NaiveDate>,
    #[arg(long, value_name = "F.pdf")]
    /// out
    pub out: PathBuf,
    #[arg(long, default_value = "stop", value_parser = ["stop", "leave-out", "rule"])]
    /// `missing_glyph`
    pub missing_glyph: String,
}
