//! Versions of the school's own as files, so that a township can give its schools one.

use std::path::Path;

use serde::{Deserialize, Serialize};

use super::act::OwnPaper;
use super::{OwnPaperError, PaperView};
use crate::disk::{DiskAction, DiskError, RealFiles, replace};
use crate::ops::book::Book;
use crate::ops::error::OpError;
use crate::ops::print::PaperId;
use crate::paper::form::{FormTemplate, OwnForm};
use crate::paper::letter::OwnLetter;

/// Largest file that is read.
const LARGEST: u64 = 1 << 20;

/// A file with versions of several forms and letters.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct PaperFile {
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    forms: Vec<OwnForm>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    letters: Vec<OwnLetter>,
}

impl PaperView {
    /// Everything of it as a file that can be changed and given back.
    pub fn toml(&self) -> String {
        let text = match &self.paper {
            OwnPaper::Form(form) => toml::to_string(form),
            OwnPaper::Letter(letter) => toml::to_string(letter),
        };
        text.unwrap_or_default()
    }
}

impl Book {
    /// Writes a form or letter as it is printed now into a file.
    ///
    /// # Errors
    /// Those of the disk.
    pub fn write_paper(&self, view: &PaperView, path: &Path) -> Result<(), OpError> {
        Ok(replace(
            &RealFiles,
            path,
            format!("# {}\n\n{}", self.tr.own_paper_file_head(), view.toml()).as_bytes(),
        )?)
    }

    /// Keeps the version of a file; answers the keys in it that are ignored.
    ///
    /// # Errors
    /// [`OwnPaperError`]; nothing is changed.
    pub fn set_paper_from(&mut self, paper: &PaperId, path: &Path) -> Result<Vec<String>, OpError> {
        let text = read(path)?;
        let given = match paper {
            PaperId::Letter(_) => toml::from_str(&text).map(OwnPaper::Letter),
            _ => toml::from_str(&text).map(OwnPaper::Form),
        };
        let given = given.map_err(|error| unreadable(path, error.to_string()))?;
        if given.paper() != *paper {
            let (wanted, found) = (super::act::id_of(paper), super::act::id_of(&given.paper()));
            return Err(OwnPaperError::OtherPaper { wanted, found }.into());
        }
        let ignored = ignored(&given)?;
        self.set_own_papers(&[given])?;
        Ok(ignored)
    }

    /// Writes all versions of the school's own into a file; answers how many.
    ///
    /// # Errors
    /// Those of the disk.
    pub fn export_own_papers(&self, path: &Path) -> Result<usize, OpError> {
        let mut file = PaperFile::default();
        for paper in self.own_papers()? {
            match paper {
                OwnPaper::Form(form) => file.forms.push(form),
                OwnPaper::Letter(letter) => file.letters.push(letter),
            }
        }
        let unwritable = |error: toml::ser::Error| unreadable(path, error.to_string());
        let text =
            format!("# {}\n\n{}", self.tr.own_paper_file_head(), toml::to_string(&file).map_err(unwritable)?);
        replace(&RealFiles, path, text.as_bytes())?;
        Ok(file.forms.len() + file.letters.len())
    }

    /// Takes the versions of a file, all or none, as one act; answers how many. Others of the school stay.
    ///
    /// # Errors
    /// [`OwnPaperError`]; those of the disk.
    pub fn import_own_papers(&mut self, path: &Path) -> Result<usize, OpError> {
        let text = read(path)?;
        let file: PaperFile = toml::from_str(&text).map_err(|error| unreadable(path, error.to_string()))?;
        let forms = file.forms.into_iter().map(OwnPaper::Form);
        let all: Vec<OwnPaper> = forms.chain(file.letters.into_iter().map(OwnPaper::Letter)).collect();
        if !all.is_empty() {
            self.set_own_papers(&all)?;
        }
        Ok(all.len())
    }
}

fn ignored(paper: &OwnPaper) -> Result<Vec<String>, OpError> {
    match paper {
        OwnPaper::Form(own) => Ok(own.unknown(&FormTemplate::shipped(&own.form)?)),
        OwnPaper::Letter(_) => Ok(Vec::new()),
    }
}

fn read(path: &Path) -> Result<String, OpError> {
    let reading = |error: &std::io::Error| DiskError::from_io(DiskAction::Read, path, error);
    if std::fs::metadata(path).map_err(|error| reading(&error))?.len() > LARGEST {
        return Err(unreadable(path, String::new()).into());
    }
    let bytes = std::fs::read(path).map_err(|error| reading(&error))?;
    let text = String::from_utf8(bytes).map_err(|error| unreadable(path, error.to_string()))?;
    Ok(text.trim_start_matches('\u{feff}').to_owned())
}

fn unreadable(path: &Path, at: String) -> OwnPaperError {
    OwnPaperError::Unreadable { path: path.to_owned(), at }
}
