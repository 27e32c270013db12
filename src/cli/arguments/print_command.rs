//! `report …`, `form …`, `letter …`

use std::path::PathBuf;

use chrono::NaiveDate;
use clap::{ArgGroup, Args, Subcommand};

use super::GroupArgs;
use super::paper_args::{EditFormArgs, SetPaperArgs, ShowPaperArgs};
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
    /// work
    Work(WorkArgs),
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

/// `report work`
#[derive(Debug, Clone, Args)]
pub struct WorkArgs {
    #[arg(long)]
    /// from
    pub from: NaiveDate,
    #[arg(long)]
    /// to
    pub to: NaiveDate,
    #[arg(long, value_name = "F.pdf")]
    /// out
    pub out: Option<PathBuf>,
    #[arg(long, value_name = "ID")]
    /// paragraph
    pub paragraph: Option<String>,
    #[arg(long, requires = "paragraph", conflicts_with = "restore")]
    /// text
    pub text: Option<String>,
    #[arg(long, requires = "paragraph")]
    /// restore
    pub restore: bool,
}

/// `form …`
#[derive(Debug, Clone, Subcommand)]
pub enum FormCommand {
    /// list
    List,
    /// print
    Print(Box<FormArgs>),
    /// show
    Show(ShowPaperArgs),
    /// set
    Set(SetPaperArgs),
    /// edit
    Edit(Box<EditFormArgs>),
    /// restore
    Restore {
        /// id
        id: String,
    },
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
    /// log
    Log {
        #[arg(long)]
        /// from
        from: Option<NaiveDate>,
        #[arg(long)]
        /// to
        to: Option<NaiveDate>,
    },
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
    #[arg(long, value_name = "KEY", conflicts_with_all = ["class", "dormitory", "staff", "all", "person"])]
    /// event
    pub event: Option<String>,
    #[arg(long, value_name = "KEY", conflicts_with = "blank")]
    /// entry
    pub entry: Option<String>,
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
    /// from
    pub from: Option<NaiveDate>,
    #[arg(long)]
    /// to
    pub to: Option<NaiveDate>,
    #[arg(long, conflicts_with_all = ["from", "to"])]
    /// week
    pub week: bool,
    #[arg(long, value_name = "2026-11", value_parser = month, conflicts_with_all = ["from", "to", "week", "date"])]
    /// month
    pub month: Option<NaiveDate>,
    #[arg(long, conflicts_with_all = ["from", "to", "week", "month"])]
    /// term
    pub term: bool,
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

/// The first day of a month such as `2026-11`.
fn month(text: &str) -> Result<NaiveDate, chrono::ParseError> {
    format!("{text}-01").parse()
}

/// `letter …`
#[derive(Debug, Clone, Subcommand)]
pub enum LetterCommand {
    /// list
    List,
    /// print
    Print(Box<LetterArgs>),
    /// show
    Show(ShowPaperArgs),
    /// set
    Set(SetPaperArgs),
    /// restore
    Restore {
        /// id
        id: String,
    },
    /// resume
    Resume(ResumeArgs),
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
    #[arg(long, value_name = "F.pdf", required_unless_present = "dry_run")]
    /// out
    pub out: Option<PathBuf>,
    #[command(flatten)]
    /// How it is made.
    pub how: LetterHow,
    #[arg(long, default_value = "stop", value_parser = ["stop", "leave-out", "rule"])]
    /// `missing_glyph`
    pub missing_glyph: String,
}

/// How a run of letters is made.
#[derive(Debug, Clone, Args)]
pub struct LetterHow {
    #[arg(long, default_value = "child", value_parser = ["child", "class", "school"])]
    /// per
    pub per: String,
    #[arg(long, value_parser = ["page", "half"])]
    /// size
    pub size: Option<String>,
    #[arg(long)]
    /// duplex
    pub duplex: bool,
    #[arg(long, value_name = "ID")]
    /// disease
    pub disease: Option<String>,
    #[arg(long)]
    /// from
    pub from: Option<NaiveDate>,
    #[arg(long)]
    /// to
    pub to: Option<NaiveDate>,
    #[arg(long)]
    /// `return_by`
    pub return_by: Option<NaiveDate>,
    #[arg(long)]
    /// `dry_run`
    pub dry_run: bool,
}

/// `letter resume`
#[derive(Debug, Clone, Args)]
pub struct ResumeArgs {
    /// number
    pub number: String,
    #[arg(long, value_parser = clap::value_parser!(u32).range(1..))]
    /// `from_sheet`
    pub from_sheet: u32,
    #[arg(long, value_name = "F.pdf")]
    /// out
    pub out: PathBuf,
}

/// `slip …`
#[derive(Debug, Clone, Subcommand)]
pub enum SlipCommand {
    /// list
    List {
        #[arg(long)]
        /// run
        run: Option<u32>,
        #[arg(long, requires = "run")]
        /// class
        class: Option<String>,
        #[arg(long, requires = "run")]
        /// missing
        missing: bool,
    },
    /// tick
    Tick(TickArgs),
    /// untick
    Untick {
        #[arg(required = true)]
        /// codes
        codes: Vec<String>,
    },
    /// close
    Close {
        /// run
        run: u32,
        #[arg(long)]
        /// reopen
        reopen: bool,
    },
    /// print
    Print {
        #[arg(long)]
        /// run
        run: Option<u32>,
        #[arg(long)]
        /// date
        date: Option<NaiveDate>,
        #[arg(long, value_name = "F.pdf|F.xlsx")]
        /// out
        out: PathBuf,
    },
}

/// `slip tick`
#[derive(Debug, Clone, Args)]
pub struct TickArgs {
    #[arg(required_unless_present = "run")]
    /// codes
    pub codes: Vec<String>,
    #[arg(long, requires = "numbers")]
    /// run
    pub run: Option<u32>,
    #[arg(long, requires = "run", conflicts_with = "codes", value_name = "1-20,23")]
    /// numbers
    pub numbers: Option<String>,
}
