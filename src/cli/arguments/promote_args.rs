//! `roster promote`.

use clap::Args;

use super::roster::school_year;

/// `roster promote`
#[derive(Debug, Clone, Args)]
pub struct PromoteArgs {
    #[arg(long, value_parser = school_year, value_name = "2026-2027")]
    /// `to_year`
    pub to_year: Option<i32>,
    #[arg(long)]
    /// `dry_run`
    pub dry_run: bool,
    #[arg(long, value_name = "ID")]
    /// system
    pub system: Option<String>,
    #[arg(long, value_name = "KEY[=CLASS]")]
    /// `hold_back`
    pub hold_back: Vec<String>,
    #[arg(long, value_name = "KEY=CLASS", value_parser = pair)]
    /// place
    pub place: Vec<(String, String)>,
    #[arg(long, value_name = "KEY")]
    /// leaver
    pub leaver: Vec<String>,
    #[arg(long, value_name = "A=B", value_parser = pair)]
    /// rename
    pub rename: Vec<(String, String)>,
    #[arg(long, value_name = "A+B=C", value_parser = merge)]
    /// merge
    pub merge: Vec<(String, String)>,
    #[arg(long, value_name = "A=B+C", value_parser = split)]
    /// split
    pub split: Vec<(String, String)>,
    #[arg(long, value_name = "CLASS")]
    /// leave
    pub leave: Vec<String>,
    #[arg(long, value_name = "CLASS")]
    /// stay
    pub stay: Vec<String>,
    #[arg(long)]
    /// `new_teachers`
    pub new_teachers: bool,
    #[arg(long)]
    /// `keep_seats`
    pub keep_seats: bool,
}

/// `A=B`, neither side empty
fn pair(text: &str) -> Result<(String, String), String> {
    sides(text, "A=B")
}

/// `A+B=C`
fn merge(text: &str) -> Result<(String, String), String> {
    sides(text, "A+B=C")
}

/// `A=B+C`
fn split(text: &str) -> Result<(String, String), String> {
    sides(text, "A=B+C")
}

/// Both sides of the sign, neither empty; else the example to write it like.
fn sides(text: &str, example: &str) -> Result<(String, String), String> {
    let (left, right) = text.split_once('=').ok_or(example)?;
    let (left, right) = (left.trim().to_owned(), right.trim().to_owned());
    if left.is_empty() || right.is_empty() { Err(example.to_owned()) } else { Ok((left, right)) }
}
