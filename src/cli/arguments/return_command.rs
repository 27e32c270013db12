//! `return …`

use chrono::NaiveDate;
use clap::{Args, Subcommand};

use super::{BatchCommand, ReviewCommand};

/// `return …`
#[derive(Debug, Clone, Subcommand)]
pub enum ReturnCommand {
    /// list
    List {
        #[arg(long)]
        /// from
        from: Option<NaiveDate>,
        #[arg(long, requires = "from")]
        /// to
        to: Option<NaiveDate>,
    },
    /// plan
    Plan(PlanReturnArgs),
    /// check
    Check(Box<CheckReturnArgs>),
    /// batch
    #[command(subcommand)]
    Batch(BatchCommand),
    /// review
    #[command(subcommand)]
    Review(ReviewCommand),
    /// remove
    Remove {
        #[arg(long)]
        /// person
        person: String,
        #[arg(long)]
        /// day
        day: NaiveDate,
    },
}

/// `return plan`; what is not named stays as it is.
#[derive(Debug, Clone, Args)]
pub struct PlanReturnArgs {
    /// case
    pub case: String,
    #[arg(long)]
    /// entry
    pub entry: Option<String>,
    #[arg(long)]
    /// `symptoms_ended`
    pub symptoms_ended: Option<NaiveDate>,
    #[arg(long)]
    /// `treated_since`
    pub treated_since: Option<NaiveDate>,
    #[arg(long)]
    /// `clinic_day`
    pub clinic_day: Option<NaiveDate>,
    #[arg(long)]
    /// `clinic_by`
    pub clinic_by: Option<String>,
}

/// `return check`
#[derive(Debug, Clone, Args)]
pub struct CheckReturnArgs {
    #[arg(long)]
    /// person
    pub person: String,
    #[arg(long)]
    /// day
    pub day: Option<NaiveDate>,
    #[arg(long)]
    /// case
    pub case: Option<String>,
    #[arg(long)]
    /// issuer
    pub issuer: Option<String>,
    #[arg(long, requires = "issuer")]
    /// issued
    pub issued: Option<NaiveDate>,
    #[arg(long, requires = "issuer")]
    /// number
    pub number: Option<String>,
    #[arg(long, requires = "issuer")]
    /// copy
    pub copy: bool,
    #[arg(long)]
    /// `checked_by`
    pub checked_by: Option<String>,
    #[arg(long, value_parser = ["admitted", "sent_home"])]
    /// decision
    pub decision: String,
    #[arg(long)]
    /// `decided_by`
    pub decided_by: Option<String>,
    #[arg(long)]
    /// note
    pub note: Option<String>,
    #[arg(long)]
    /// `keep_open`
    pub keep_open: bool,
}
