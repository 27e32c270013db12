//! `usb …`

use std::path::PathBuf;

use chrono::NaiveDate;
use clap::Subcommand;

/// `usb …`
#[derive(Debug, Clone, Subcommand)]
pub enum UsbCommand {
    /// export
    Export {
        #[arg(long, value_name = "DIR")]
        /// to
        to: PathBuf,
        #[arg(long)]
        /// date
        date: Option<NaiveDate>,
        #[arg(long, default_value = "counts", value_parser = ["counts", "cases", "full"])]
        /// level
        level: String,
    },
    /// verify
    Verify {
        /// folder
        folder: PathBuf,
    },
}
