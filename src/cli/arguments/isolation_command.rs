//! `isolation …`

use chrono::{NaiveDate, NaiveDateTime};
use clap::{Args, Subcommand};

use super::moment;

/// `isolation …`
#[derive(Debug, Clone, Subcommand)]
pub enum IsolationCommand {
    /// list
    List {
        #[arg(long)]
        /// from
        from: Option<NaiveDate>,
        #[arg(long)]
        /// to
        to: Option<NaiveDate>,
    },
    /// begin
    Begin(Box<BeginArgs>),
    /// revise
    Revise(Box<ReviseArgs>),
    /// follow
    Follow(FollowArgs),
    /// contacts
    Contacts(ContactArgs),
    /// end
    End {
        /// id
        id: String,
        #[arg(long, value_parser = ["back_to_class", "taken_home", "hospital", "released"])]
        /// how
        how: String,
        #[arg(long, value_parser = moment)]
        /// at
        at: Option<NaiveDateTime>,
    },
}

/// `isolation begin`
#[derive(Debug, Clone, Args)]
pub struct BeginArgs {
    #[arg(long)]
    /// person
    pub person: String,
    #[arg(long, value_parser = ["observation", "isolation"], default_value = "observation")]
    /// kind
    pub kind: String,
    #[arg(long, value_parser = moment)]
    /// at
    pub at: Option<NaiveDateTime>,
    #[arg(long)]
    /// symptom
    pub symptom: Vec<String>,
    #[command(flatten)]
    /// What is known.
    pub details: IsolationDetails,
}

/// `isolation revise`
#[derive(Debug, Clone, Args)]
pub struct ReviseArgs {
    /// id
    pub id: String,
    #[command(flatten)]
    /// What is known.
    pub details: IsolationDetails,
}

/// What can be written down of an observation or isolation; what is not named stays as it is.
#[derive(Debug, Clone, Args)]
pub struct IsolationDetails {
    #[arg(long)]
    /// case
    pub case: Option<String>,
    #[arg(long)]
    /// place
    pub place: Option<String>,
    #[arg(long)]
    /// `found_at`
    pub found_at: Option<String>,
    #[arg(long)]
    /// `found_by`
    pub found_by: Option<String>,
    #[arg(long)]
    /// until
    pub until: Option<NaiveDate>,
    #[arg(long, value_parser = moment)]
    /// called
    pub called: Option<NaiveDateTime>,
    #[arg(long, value_parser = moment)]
    /// came
    pub came: Option<NaiveDateTime>,
    #[arg(long)]
    /// hospital
    pub hospital: Option<String>,
    #[arg(long)]
    /// transport
    pub transport: Option<String>,
    #[arg(long, value_parser = moment)]
    /// disinfected
    pub disinfected: Option<NaiveDateTime>,
    #[arg(long)]
    /// `disinfected_by`
    pub disinfected_by: Option<String>,
    #[arg(long)]
    /// note
    pub note: Option<String>,
}

/// `isolation follow`
#[derive(Debug, Clone, Args)]
pub struct FollowArgs {
    /// id
    pub id: String,
    #[arg(long, value_parser = moment)]
    /// at
    pub at: Option<NaiveDateTime>,
    #[arg(long)]
    /// temp
    pub temp: Option<String>,
    #[arg(long)]
    /// symptom
    pub symptom: Vec<String>,
    #[arg(long)]
    /// `looked_by`
    pub looked_by: Option<String>,
    #[arg(long)]
    /// note
    pub note: Option<String>,
}

/// `isolation contacts`
#[derive(Debug, Clone, Args)]
pub struct ContactArgs {
    /// case
    pub case: String,
    #[arg(long, conflicts_with_all = ["add", "remove"])]
    /// keep
    pub keep: bool,
    #[arg(long, value_name = "KEY", conflicts_with_all = ["keep", "add", "remove"])]
    /// only
    pub only: Vec<String>,
    #[arg(long)]
    /// all
    pub all: bool,
    #[arg(long, value_name = "KEY", conflicts_with = "remove")]
    /// add
    pub add: Option<String>,
    #[arg(long, requires = "add", value_parser = ["room", "seat", "class", "other"], default_value = "other")]
    /// near
    pub near: String,
    #[arg(long, requires = "add")]
    /// met
    pub met: Option<NaiveDate>,
    #[arg(long, requires = "add")]
    /// until
    pub until: Option<NaiveDate>,
    #[arg(long, value_name = "KEY")]
    /// remove
    pub remove: Option<String>,
}
