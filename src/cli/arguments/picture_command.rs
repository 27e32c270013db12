//! `picture …`

use std::path::PathBuf;

use chrono::NaiveDate;
use clap::{Args, Subcommand};

/// `picture …`
#[derive(Debug, Clone, Subcommand)]
pub enum PictureCommand {
    /// curve
    Curve {
        #[command(flatten)]
        /// of
        of: PictureArgs,
        #[arg(long, value_name = "class|symptom", value_parser = ["class", "symptom"], default_value = "class")]
        /// split
        split: String,
        #[arg(long)]
        /// symptom
        symptom: Option<String>,
        #[arg(long, value_name = "ID", conflicts_with_all = ["from", "to", "class", "grade"])]
        /// event
        event: Option<String>,
    },
    /// band
    Band {
        #[command(flatten)]
        /// of
        of: PictureArgs,
        #[arg(long, value_name = "ill|all", value_parser = ["ill", "all"], default_value = "ill")]
        /// measure
        measure: String,
    },
    /// heat
    Heat {
        #[command(flatten)]
        /// of
        of: PictureArgs,
    },
}

/// What a picture is of, and where it goes.
#[derive(Debug, Clone, Args)]
pub struct PictureArgs {
    #[arg(long)]
    /// from
    pub from: Option<NaiveDate>,
    #[arg(long)]
    /// to
    pub to: Option<NaiveDate>,
    #[arg(long, conflicts_with = "grade")]
    /// class
    pub class: Option<String>,
    #[arg(long, value_name = "N")]
    /// grade
    pub grade: Option<u8>,
    #[arg(long, value_name = "FILE")]
    /// out
    pub out: Option<PathBuf>,
}
