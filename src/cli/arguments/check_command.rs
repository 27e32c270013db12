//! `check …`

use chrono::{NaiveDate, NaiveDateTime};
use clap::{ArgGroup, Args, Subcommand};

use super::moment;
use crate::domain::session::Session;

/// `check …`
#[derive(Debug, Clone, Subcommand)]
pub enum CheckCommand {
    /// nil
    Nil(NilArgs),
    /// confirm
    Confirm(ConfirmArgs),
    /// record
    Record(Box<RecordArgs>),
    /// status
    Status {
        #[arg(long)]
        /// date
        date: Option<NaiveDate>,
        #[command(flatten)]
        /// Group.
        group: GroupArgs,
    },
    /// show
    Show(ShowArgs),
    /// findings
    Findings {
        #[arg(long)]
        /// date
        date: Option<NaiveDate>,
    },
    /// gate
    Gate(Box<GateArgs>),
    /// limits
    Limits,
    /// corrections
    Corrections(DaysArgs),
    /// missing
    Missing {
        #[arg(long)]
        /// date
        date: Option<NaiveDate>,
        #[arg(long, value_name = "SESSION|all")]
        /// session
        session: Option<String>,
    },
}

/// Day and session of a sheet.
#[derive(Debug, Clone, Args)]
pub struct SheetArgs {
    #[arg(long)]
    /// date
    pub date: Option<NaiveDate>,
    #[arg(long)]
    /// session
    pub session: Option<Session>,
}

/// Whose sheet: a class's, a dormitory's or that of the staff.
#[derive(Debug, Clone, Args)]
pub struct GroupArgs {
    #[arg(long)]
    /// class
    pub class: Option<String>,
    #[arg(long, value_name = "LABEL", conflicts_with = "class")]
    /// dormitory
    pub dormitory: Option<String>,
    #[arg(long, conflicts_with_all = ["class", "dormitory"])]
    /// staff
    pub staff: bool,
}

/// `check show`
#[derive(Debug, Clone, Args)]
#[command(group(ArgGroup::new("who").required(true).args(["class", "dormitory", "staff"])))]
pub struct ShowArgs {
    #[command(flatten)]
    /// Sheet.
    pub sheet: SheetArgs,
    #[command(flatten)]
    /// Group.
    pub group: GroupArgs,
}

/// `check nil`
#[derive(Debug, Clone, Args)]
#[command(group(ArgGroup::new("who").required(true).args(["class", "dormitory", "staff", "all"])))]
pub struct NilArgs {
    #[command(flatten)]
    /// Sheet.
    pub sheet: SheetArgs,
    #[command(flatten)]
    /// Group.
    pub group: GroupArgs,
    #[arg(long)]
    /// all
    pub all: bool,
}

/// `check confirm`
#[derive(Debug, Clone, Args)]
#[command(group(ArgGroup::new("who").required(true).args(["class", "dormitory", "staff"])))]
pub struct ConfirmArgs {
    #[command(flatten)]
    /// Sheet.
    pub sheet: SheetArgs,
    #[command(flatten)]
    /// Group.
    pub group: GroupArgs,
    #[arg(long)]
    /// `checked_by`
    pub checked_by: Option<String>,
    #[arg(long, value_parser = moment)]
    /// `handed_in_at`
    pub handed_in_at: Option<NaiveDateTime>,
}

/// `check record`
#[derive(Debug, Clone, Args)]
#[command(group(ArgGroup::new("finding").required(true).multiple(true).args([
    "absence", "symptom", "temp", "onset", "severe", "seen", "diagnosis", "sent_home", "note", "clear",
])))]
pub struct RecordArgs {
    #[command(flatten)]
    /// Sheet.
    pub sheet: SheetArgs,
    #[command(flatten)]
    /// Group.
    pub group: GroupArgs,
    #[arg(long)]
    /// person
    pub person: String,
    #[arg(long, value_parser = ["ill", "leave", "late", "unknown"])]
    /// absence
    pub absence: Option<String>,
    #[arg(long)]
    /// symptom
    pub symptom: Vec<String>,
    #[arg(long)]
    /// temp
    pub temp: Option<String>,
    #[arg(long)]
    /// onset
    pub onset: Option<NaiveDate>,
    #[arg(long, value_parser = ["high_fever", "breathless", "severe_gi"])]
    /// severe
    pub severe: Vec<String>,
    #[arg(long, value_parser = ["yes", "no"])]
    /// seen
    pub seen: Option<String>,
    #[arg(long)]
    /// diagnosis
    pub diagnosis: Option<String>,
    #[arg(long)]
    /// `sent_home`
    pub sent_home: bool,
    #[arg(long)]
    /// note
    pub note: Option<String>,
    #[arg(long)]
    /// clear
    pub clear: bool,
    #[arg(long)]
    /// reason
    pub reason: Option<String>,
    #[arg(long)]
    /// confirm
    pub confirm: bool,
}

/// Days in a row.
#[derive(Debug, Clone, Copy, Args)]
pub struct DaysArgs {
    #[arg(long, conflicts_with_all = ["from", "to"])]
    /// date
    pub date: Option<NaiveDate>,
    #[arg(long)]
    /// from
    pub from: Option<NaiveDate>,
    #[arg(long)]
    /// to
    pub to: Option<NaiveDate>,
}

/// `check gate`
#[derive(Debug, Clone, Args)]
pub struct GateArgs {
    #[arg(long, conflicts_with = "find")]
    /// person
    pub person: Option<String>,
    #[arg(long)]
    /// find
    pub find: Option<String>,
    #[arg(long)]
    /// temp
    pub temp: Option<String>,
    #[arg(long, value_parser = ["infrared", "ear", "electronic", "glass"])]
    /// instrument
    pub instrument: Option<String>,
    #[arg(long)]
    /// symptom
    pub symptom: Vec<String>,
    #[arg(long, conflicts_with_all = ["person", "find", "temp", "instrument", "symptom"])]
    /// date
    pub date: Option<NaiveDate>,
}
