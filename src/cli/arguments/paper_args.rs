//! Versions of forms and letters of the school's own.

use std::path::PathBuf;

use clap::Args;

/// `form show`, `letter show`
#[derive(Debug, Clone, Args)]
pub struct ShowPaperArgs {
    /// id
    pub id: String,
    #[arg(long)]
    /// toml
    pub toml: bool,
    #[arg(long, value_name = "F.toml")]
    /// out
    pub out: Option<PathBuf>,
}

/// `form set`, `letter set`
#[derive(Debug, Clone, Args)]
pub struct SetPaperArgs {
    /// id
    pub id: String,
    #[arg(long, value_name = "F.toml")]
    /// file
    pub file: PathBuf,
}

/// `form edit`
#[derive(Debug, Clone, Args)]
pub struct EditFormArgs {
    /// id
    pub id: String,
    #[arg(long)]
    /// title
    pub title: Option<String>,
    #[arg(long, value_name = "KEY=TITLE", value_parser = pair)]
    /// rename
    pub rename: Vec<(String, String)>,
    #[arg(long, value_name = "KEY")]
    /// hide
    pub hide: Vec<String>,
    #[arg(long, value_name = "KEY")]
    /// unhide
    pub unhide: Vec<String>,
    #[arg(long = "move", value_name = "KEY=KEY|end", value_parser = pair)]
    /// move
    pub moved: Vec<(String, String)>,
    #[arg(long, value_name = "KEY=N", value_parser = pair)]
    /// width
    pub width: Vec<(String, String)>,
    #[arg(long)]
    /// note
    pub note: Vec<String>,
    #[arg(long, conflicts_with = "note")]
    /// `no_notes`
    pub no_notes: bool,
    #[arg(long, value_name = "PLACE=LABEL", value_parser = pair)]
    /// label
    pub label: Vec<(String, String)>,
    #[arg(long, value_name = "LABEL")]
    /// `add_place`
    pub add_place: Vec<String>,
    #[arg(long, value_name = "PLACE")]
    /// `hide_place`
    pub hide_place: Vec<String>,
}

/// Something and what becomes of it.
fn pair(text: &str) -> Result<(String, String), String> {
    let (key, value) = text.split_once('=').ok_or_else(|| "KEY=…".to_owned())?;
    Ok((key.trim().to_owned(), value.trim().to_owned()))
}
