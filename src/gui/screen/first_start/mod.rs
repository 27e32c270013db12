//! The first start: five questions, each saved as soon as it is answered, so that a power cut goes on there.

mod answers;
#[cfg(test)]
mod tests;
mod update;
mod view;

use std::path::PathBuf;

use self::answers::{Answers, Field};
use crate::i18n::Language;
use crate::ops::first_step::FirstStep;
use crate::ops::place::{Candidate, Trial};
use crate::ops::settings::{SettingsOp, SettingsView};

/// The first start.
#[derive(Debug)]
pub struct FirstStart {
    /// The question that is shown.
    step: FirstStep,
    /// The first that has no answer yet.
    reached: FirstStep,
    answers: Answers,
    /// What is wrong with which field.
    wrong: Option<(Field, String)>,
    /// The folders that are proposed.
    places: Vec<Candidate>,
    place: Place,
    /// Folders that were tried, the last first.
    tried: Vec<Trial>,
    settings: Option<SettingsView>,
    /// What is still to be saved before the next question is shown.
    saving: Vec<SettingsOp>,
    goes_on: GoesOn,
    /// The folder that is left for another one; its begun book is removed when all is saved.
    left: Option<PathBuf>,
    /// The field that the system's dialog fills.
    picking: Field,
    /// The second place of which was said that it is not there.
    missing_said: Option<PathBuf>,
}

/// Which folder is chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Place {
    /// One that was proposed.
    Proposed(PathBuf),
    /// The one that is typed.
    Other,
}

/// What follows when something is done.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
enum GoesOn {
    /// Nothing.
    #[default]
    No,
    /// The folders are being tried; then the book is opened there.
    Trying,
    /// The book of another folder is being opened.
    Moving(PathBuf),
    /// Answers are being saved; then this question is shown.
    Saving(FirstStep),
    /// The last answer is being saved; then this file is imported, or none.
    Leaving(Option<PathBuf>),
}

/// What its parts say.
#[derive(Debug, Clone, PartialEq)]
pub enum Message {
    /// Another language.
    Language(Language),
    /// A field was typed in.
    Typed(Field, String),
    /// A proposed folder.
    Choose(PathBuf),
    /// Another folder than the proposed ones.
    ChooseOther,
    /// Choose a folder or file in the system's dialog, for this field.
    Pick(Field),
    /// Save this answer and go on.
    Next,
    /// Go on without what may be left out here.
    Skip,
    /// The question before.
    Back,
    /// An answered question once more.
    Open(FirstStep),
    /// Help on this question.
    Help,
}

impl FirstStart {
    /// The first start; where it goes on is in the book.
    pub fn new() -> Self {
        Self {
            step: FirstStep::Identity,
            reached: FirstStep::Identity,
            answers: Answers::default(),
            wrong: None,
            places: Vec::new(),
            place: Place::Other,
            tried: Vec::new(),
            settings: None,
            saving: Vec::new(),
            goes_on: GoesOn::No,
            left: None,
            picking: Field::Folder,
            missing_said: None,
        }
    }

    /// The folder that is chosen; `None`: none is typed.
    fn folder(&self) -> Option<PathBuf> {
        match &self.place {
            Place::Proposed(folder) => Some(folder.clone()),
            Place::Other => path(&self.answers.folder),
        }
    }

    fn trial(&self, folder: &std::path::Path) -> Option<&Trial> {
        self.tried.iter().find(|trial| trial.folder == folder)
    }
}

impl Default for FirstStart {
    fn default() -> Self {
        Self::new()
    }
}

/// A typed path without the blanks and quotation marks that come with copying.
fn path(typed: &str) -> Option<PathBuf> {
    let bare = typed.trim().trim_matches('"').trim();
    (!bare.is_empty()).then(|| PathBuf::from(bare))
}
