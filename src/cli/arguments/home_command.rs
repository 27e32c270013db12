//! `home …`, `return batch …`, `return review …`, `screening …`

use chrono::{NaiveDate, NaiveDateTime};
use clap::{Args, Subcommand};

use super::moment;

/// `home …`
#[derive(Debug, Clone, Subcommand)]
pub enum HomeCommand {
    /// on
    On,
    /// off
    Off,
    /// conditions
    Conditions,
    /// condition
    Condition {
        /// id
        id: String,
        #[arg(long, value_parser = ["yes", "no"])]
        /// on
        on: Option<String>,
        #[arg(long)]
        /// number
        number: Option<u32>,
    },
    /// show
    Show {
        #[arg(long)]
        /// class
        class: Option<String>,
        #[arg(long)]
        /// batch
        batch: Option<String>,
    },
    /// record
    Record(Box<HomeDayArgs>),
    /// sheet
    Sheet {
        #[arg(long)]
        /// person
        person: String,
        #[arg(long)]
        /// from
        from: NaiveDate,
        #[arg(long)]
        /// nil
        nil: bool,
        #[arg(long)]
        /// signed
        signed: Option<String>,
        #[arg(required = true, allow_hyphen_values = true)]
        /// values
        values: Vec<String>,
    },
}

/// `home record`; what is not named stays as it is.
#[derive(Debug, Clone, Args)]
pub struct HomeDayArgs {
    #[arg(long)]
    /// person
    pub person: String,
    #[arg(long)]
    /// day
    pub day: NaiveDate,
    #[arg(long)]
    /// morning
    pub morning: Option<String>,
    #[arg(long)]
    /// evening
    pub evening: Option<String>,
    #[arg(long)]
    /// symptom
    pub symptom: Vec<String>,
    #[arg(long)]
    /// mark
    pub mark: Vec<String>,
    #[arg(long)]
    /// nil
    pub nil: bool,
    #[arg(long)]
    /// signed
    pub signed: Option<String>,
    #[arg(long)]
    /// note
    pub note: Option<String>,
    #[arg(long)]
    /// clear
    pub clear: bool,
}

/// `return batch …`
#[derive(Debug, Clone, Subcommand)]
pub enum BatchCommand {
    /// list
    List,
    /// put
    Put(Box<BatchArgs>),
    /// remove
    Remove {
        /// batch
        batch: String,
    },
}

/// `return batch put`; what is not named stays as it is.
#[derive(Debug, Clone, Args)]
pub struct BatchArgs {
    /// name
    pub name: String,
    #[arg(long)]
    /// day
    pub day: Option<NaiveDate>,
    #[arg(long)]
    /// rename
    pub rename: Option<String>,
    #[arg(long)]
    /// class
    pub class: Vec<String>,
    #[arg(long)]
    /// grade
    pub grade: Vec<u8>,
    #[arg(long, value_parser = ["yes", "no"])]
    /// staff
    pub staff: Option<String>,
    #[arg(long)]
    /// note
    pub note: Option<String>,
}

/// `return review …`
#[derive(Debug, Clone, Subcommand)]
pub enum ReviewCommand {
    /// list
    List {
        #[arg(long)]
        /// batch
        batch: Option<String>,
        #[arg(long)]
        /// class
        class: Option<String>,
    },
    /// facts
    Facts(Box<FactsArgs>),
    /// approve
    Approve(DecideArgs),
    /// refuse
    Refuse(DecideArgs),
    /// reopen
    Reopen {
        #[command(flatten)]
        /// Whose.
        whose: WhoseArgs,
    },
    /// `approve_all`
    ApproveAll {
        #[arg(long)]
        /// batch
        batch: Option<String>,
        #[arg(long)]
        /// class
        class: Option<String>,
        #[arg(long)]
        /// `decided_by`
        decided_by: Option<String>,
    },
}

/// The person and batch of a review.
#[derive(Debug, Clone, Args)]
pub struct WhoseArgs {
    #[arg(long)]
    /// person
    pub person: String,
    #[arg(long)]
    /// batch
    pub batch: Option<String>,
}

/// `return review facts`; what is not named stays as it is.
#[derive(Debug, Clone, Args)]
pub struct FactsArgs {
    #[command(flatten)]
    /// Whose.
    pub whose: WhoseArgs,
    #[arg(long, value_name = "DATE|no")]
    /// commitment
    pub commitment: Option<String>,
    #[arg(long)]
    /// issuer
    pub issuer: Option<String>,
    #[arg(long, requires = "issuer")]
    /// issued
    pub issued: Option<NaiveDate>,
    #[arg(long, requires = "issuer")]
    /// number
    pub number: Option<String>,
    #[arg(long, value_name = "ID=yes|no|unknown")]
    /// answer
    pub answer: Vec<String>,
}

/// `return review approve`, `return review refuse`
#[derive(Debug, Clone, Args)]
pub struct DecideArgs {
    #[command(flatten)]
    /// Whose.
    pub whose: WhoseArgs,
    #[arg(long)]
    /// `decided_by`
    pub decided_by: Option<String>,
    #[arg(long)]
    /// reason
    pub reason: Option<String>,
}

/// `screening …`
#[derive(Debug, Clone, Subcommand)]
pub enum ScreeningCommand {
    /// list
    List {
        #[arg(long)]
        /// all
        all: bool,
    },
    /// add
    Add {
        #[arg(long)]
        /// person
        person: String,
        #[arg(long)]
        /// listed
        listed: Option<NaiveDate>,
        #[command(flatten)]
        /// What is known.
        known: ScreeningArgs,
    },
    /// revise
    Revise {
        /// id
        id: String,
        #[command(flatten)]
        /// What is known.
        known: ScreeningArgs,
    },
    /// talk
    Talk {
        /// id
        id: String,
        /// what
        what: String,
        #[arg(long, value_parser = moment)]
        /// at
        at: Option<NaiveDateTime>,
        #[arg(long)]
        /// `called_by`
        called_by: Option<String>,
        #[arg(long)]
        /// phone
        phone: Option<String>,
        #[arg(long, value_parser = moment)]
        /// next
        next: Option<NaiveDateTime>,
    },
    /// close
    Close {
        /// id
        id: String,
        #[arg(long)]
        /// how
        how: String,
        #[arg(long)]
        /// note
        note: Option<String>,
    },
}

/// What is known of a journey and a contact; what is not named stays as it is.
#[derive(Debug, Clone, Args)]
pub struct ScreeningArgs {
    #[arg(long)]
    /// place
    pub place: Option<String>,
    #[arg(long)]
    /// from
    pub from: Option<NaiveDate>,
    #[arg(long)]
    /// to
    pub to: Option<NaiveDate>,
    #[arg(long)]
    /// contact
    pub contact: Option<String>,
    #[arg(long)]
    /// source
    pub source: Option<String>,
}
