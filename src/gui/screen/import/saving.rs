//! Where the report of an import is saved.

use std::path::{Path, PathBuf};

use crate::i18n::{Explanation, Tr};

/// What is saved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Product {
    /// The report as a PDF.
    Report,
    /// The rows to be mended as a workbook.
    Rows,
}

impl Product {
    /// Ending of the file.
    pub const fn ending(self) -> &'static str {
        match self {
            Self::Report => "pdf",
            Self::Rows => "xlsx",
        }
    }
}

/// What its parts say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Message {
    /// Ask where to save.
    Ask(Product),
    /// Typed into the path.
    Path(String),
    /// The system's dialog for files.
    Choose,
    /// Save there.
    Write,
    /// Close the question.
    Close,
    /// Onto paper.
    Print,
}

/// The question where to save.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Saving {
    pub(super) product: Product,
    pub(super) path: String,
    pub(super) wrong: Option<String>,
}

impl Saving {
    /// Proposes a place beside the imported file; `written`: it is in the book.
    pub fn beside(file: &Path, product: Product, written: bool, tr: &Tr) -> Self {
        let stem = file.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
        let name = if written { Tr::import_report_file_name } else { Tr::import_review_file_name };
        let path = file.with_file_name(name(tr, product.ending(), &stem));
        Self { product, path: path.display().to_string(), wrong: None }
    }

    /// The path as typed, with its ending; `None` where it names no file.
    pub fn whole_path(&self) -> Option<PathBuf> {
        let typed = self.path.trim();
        let path = PathBuf::from(typed);
        let name = path.file_name()?.to_string_lossy().into_owned();
        if typed.ends_with(['/', '\\']) {
            return None;
        }
        let ending = self.product.ending();
        let whole = path.extension().is_some_and(|found| found.eq_ignore_ascii_case(ending));
        Some(if whole { path } else { path.with_file_name(format!("{name}.{ending}")) })
    }
}

/// What became of it, said above the page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Said {
    /// It was saved there.
    Saved(PathBuf),
    /// It went to the printer.
    Printed,
    /// It was refused.
    Refused(Explanation),
}
