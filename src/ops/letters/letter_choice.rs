//! What can be chosen of a run of letters.

use chrono::NaiveDate;

use crate::paper::letter::{LetterLayout, LetterTemplate};

/// For whom copies are made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum LetterCopies {
    /// One for every child, with a slip of its own.
    #[default]
    Child,
    /// One for every class, to put up or to read out; no slip.
    Class,
    /// One for the school; no slip.
    School,
}

impl LetterCopies {
    /// All, in the order of the choice.
    pub const ALL: [Self; 3] = [Self::Child, Self::Class, Self::School];

    /// Stable name: `child`, `class`, `school`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Child => "child",
            Self::Class => "class",
            Self::School => "school",
        }
    }

    /// The one of that name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|copies| copies.name() == name)
    }
}

/// What can be chosen of a run of letters.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct LetterChoice {
    /// For whom copies are made.
    pub copies: LetterCopies,
    /// Two on a sheet; `None`: as is usual of the letter.
    pub half: Option<bool>,
    /// For a printer that prints both sides: backs stay empty.
    pub duplex: bool,
    /// Id of the disease that a letter about one disease names.
    pub disease: Option<String>,
    /// First day that it is about.
    pub from: Option<NaiveDate>,
    /// Last day that it is about.
    pub to: Option<NaiveDate>,
    /// Day by which the slips come back; the usual one if absent.
    pub return_by: Option<NaiveDate>,
    /// Sheet of paper to begin with, counted from 1: what is left of a run that stopped. 0 is the first as well.
    pub first_sheet: usize,
    /// Number of the run of which a list of missing slips tells; the last open one if absent.
    pub run: Option<u32>,
}

impl LetterChoice {
    /// How the letters lie on their sheets.
    pub fn layout(&self, template: &LetterTemplate) -> LetterLayout {
        LetterLayout {
            half: self.half.unwrap_or(template.half),
            duplex: self.duplex,
            no_slip: self.copies != LetterCopies::Child || !template.has_slip(),
        }
    }
}
