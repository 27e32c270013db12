//! 本校规定: every figure of the rules, found by words, with the school's own beside the shipped one.

#[cfg(test)]
mod tests;
mod update;
mod view;

use std::path::PathBuf;

use chrono::NaiveDate;

use crate::gui::widget::date_field;
use crate::ops::own_rules::{FigureLine, NewOwnRule};

/// Name of the field that finds figures.
const FIND: &str = "find";
/// Name of the field of the value.
const VALUE: &str = "value";
/// Name of the field of the file.
const FILE: &str = "file";
/// So many figures are shown; more are found by more words.
const SHOWN: usize = 40;

/// The screen.
#[derive(Debug, Default)]
pub struct OwnRules {
    data: Option<Vec<FigureLine>>,
    find: String,
    only_own: bool,
    /// Place in the list that the arrows have reached.
    marked: usize,
    form: Option<FigureForm>,
    file: String,
    wrong_file: Option<String>,
}

/// A figure as it is being set.
#[derive(Debug, Clone, PartialEq, Eq)]
struct FigureForm {
    path: String,
    value: String,
    from: String,
    source: String,
    approved_by: String,
    text: String,
    /// What the book has refused it for, and the field that is about.
    wrong: Option<(Part, String)>,
}

/// A field of the form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// 数值
    Value,
    /// 起始日期
    From,
    /// 依据
    Source,
    /// 批准人
    ApprovedBy,
    /// 规定的文字
    Text,
}

/// What its parts say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Message {
    /// Words were typed by which figures are found.
    Find(String),
    /// Only what the school has set, or all.
    OnlyOwn,
    /// The figure before or after in the list.
    Mark(i32),
    /// Set this figure; `None`: the marked one.
    Take(Option<String>),
    /// A field of the form was typed into.
    Edit(Part, String),
    /// Set it.
    Save,
    /// The shipped value again.
    Withdraw,
    /// Leave the form.
    Close,
    /// The path of the file was typed.
    File(String),
    /// Write the figures into the file.
    Export,
    /// Take the figures of the file.
    Import,
}

impl Part {
    /// Name of its field.
    const fn id(self) -> &'static str {
        match self {
            Self::Value => VALUE,
            Self::From => "from",
            Self::Source => "source",
            Self::ApprovedBy => "approved-by",
            Self::Text => "text",
        }
    }
}

impl OwnRules {
    /// The figures that fit what was typed.
    fn found(&self) -> impl Iterator<Item = &FigureLine> {
        let own = |line: &&FigureLine| !self.only_own || line.own.is_some() || line.next.is_some();
        self.data.iter().flatten().filter(own).filter(|line| line.fits(&self.find))
    }

    /// The figure of the form.
    fn line(&self) -> Option<&FigureLine> {
        let form = self.form.as_ref()?;
        self.data.iter().flatten().find(|line| line.path == form.path)
    }
}

impl FigureForm {
    fn of(line: &FigureLine) -> Self {
        let own = line.own.as_ref().or(line.next.as_ref());
        Self {
            path: line.path.clone(),
            value: own.and_then(|own| own.value.clone()).or_else(|| line.shipped.clone()).unwrap_or_default(),
            from: String::new(),
            source: own.map(|own| own.source.clone()).unwrap_or_default(),
            approved_by: own.map(|own| own.approved_by.clone()).unwrap_or_default(),
            text: String::new(),
            wrong: None,
        }
    }

    /// What is wrong with a field.
    fn wrong(&self, part: Part) -> Option<String> {
        self.wrong.as_ref().filter(|(at, _)| *at == part).map(|(_, words)| words.clone())
    }

    /// The first day; an error where no day can be read. An empty one is today.
    fn day(&self) -> Result<Option<NaiveDate>, ()> {
        if self.from.trim().is_empty() { Ok(None) } else { date_field::day(&self.from).map(Some).ok_or(()) }
    }

    fn new_rule(&self) -> Option<NewOwnRule> {
        Some(NewOwnRule {
            path: self.path.clone(),
            value: self.value.clone(),
            valid_from: self.day().ok()?,
            text: self.text.clone(),
            source: self.source.clone(),
            approved_by: self.approved_by.clone(),
        })
    }
}

/// A path as it was typed; `None` where it names no file.
fn file_typed(typed: &str) -> Option<PathBuf> {
    let file = PathBuf::from(typed.trim());
    let named = file.file_name().is_some() && !typed.trim().ends_with(['/', '\\']);
    named.then(|| if file.extension().is_none() { file.with_extension("toml") } else { file })
}

/// Name of a figure's row.
fn row_id(path: &str) -> String {
    format!("figure-{path}")
}
