//! A document: sheets with their boxes.

use chrono::NaiveDateTime;

use super::{Item, Text};
use crate::i18n::Language;

/// One side of paper.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Sheet {
    /// Width, mm.
    pub width: f32,
    /// Height, mm.
    pub height: f32,
    /// What stands on it, in drawing order.
    pub items: Vec<Item>,
}

impl Sheet {
    /// The texts of the sheet in drawing order.
    pub fn texts(&self) -> impl Iterator<Item = &Text> {
        self.items.iter().filter_map(|item| if let Item::Text(text) = item { Some(text) } else { None })
    }
}

/// An entry of the table of contents that PDF viewers show.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bookmark {
    /// Words of the entry.
    pub title: String,
    /// The sheet it leads to, counted from 0.
    pub sheet: usize,
    /// 0 for an entry of its own, 1 for one inside the last of those.
    pub level: u8,
}

/// A whole print.
#[derive(Debug, Clone, PartialEq)]
pub struct Document {
    /// Title of the window of a PDF viewer.
    pub title: String,
    /// Language of the text, for screen readers.
    pub language: Language,
    /// When it was made: stands in the file, so equal documents give equal files.
    pub made_at: NaiveDateTime,
    /// The sheets.
    pub sheets: Vec<Sheet>,
    /// Table of contents, in the order of the sheets.
    pub bookmarks: Vec<Bookmark>,
}

impl Document {
    /// Puts the sheets of another document behind these; their titles become entries of the contents.
    pub fn append(&mut self, other: Self) {
        let first = self.sheets.len();
        if other.bookmarks.is_empty() {
            self.bookmarks.push(Bookmark { title: other.title, sheet: first, level: 0 });
        }
        self.bookmarks.extend(other.bookmarks.into_iter().map(|b| Bookmark { sheet: b.sheet + first, ..b }));
        self.sheets.extend(other.sheets);
    }
}
