//! What a document in the official style says.

use chrono::NaiveDateTime;

use super::page_setter::PageSetter;
use crate::i18n::{Language, Tr};
use crate::paper::PaperError;
use crate::paper::font::Fonts;
use crate::paper::layout::Document;

/// Rank of a paragraph, with the type that the standard wants for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OfficialLevel {
    /// 一、in 黑体.
    One,
    /// （一）in 楷体; the bold serif face stands for it.
    Two,
    /// Text, with 1. and （1） in it.
    Text,
}

/// A paragraph.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OfficialPart {
    /// Its rank.
    pub level: OfficialLevel,
    /// The words, with their number.
    pub text: String,
}

/// Signs of a section's number.
const SIGNS: [&str; 10] = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];

/// A heading of the first rank with its number, counted from 0: 一、 to 九十九、.
pub fn section_heading(tr: &Tr, place: usize, heading: &str) -> String {
    let number = place + 1;
    let sign = |at: usize| SIGNS.get(at).copied().unwrap_or_default();
    match (tr.language(), number) {
        (Language::Chinese, 1..10) => format!("{}、{heading}", sign(number)),
        (Language::Chinese, 10..20) => format!("十{}、{heading}", sign(number - 10)),
        (Language::Chinese, 20..100) => format!("{}十{}、{heading}", sign(number / 10), sign(number % 10)),
        _ => format!("{number}. {heading}"),
    }
}

/// A document in the official style.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OfficialDocument {
    /// Title; `\n` breaks it where the words ask for it.
    pub title: String,
    /// 主送: to whom, without the colon.
    pub to: Option<String>,
    /// The text.
    pub parts: Vec<OfficialPart>,
    /// Who signs.
    pub signer: String,
    /// Date in words.
    pub date: String,
    /// Whether the school is the sample school.
    pub demo: bool,
    /// When the document was made.
    pub made_at: NaiveDateTime,
}

impl OfficialDocument {
    /// All texts, to look for fonts.
    pub fn texts(&self) -> impl Iterator<Item = &str> {
        let parts = self.parts.iter().map(|part| part.text.as_str());
        let ends = [self.title.as_str(), self.signer.as_str(), self.date.as_str()];
        parts.chain(ends).chain(self.to.as_deref())
    }

    /// Sets the document on A4.
    ///
    /// # Errors
    /// [`PaperError::Empty`] without a text, [`PaperError::MissingGlyphs`] where no font draws a character.
    pub fn lay_out(&self, fonts: &Fonts, tr: &Tr) -> Result<Document, PaperError> {
        if self.parts.is_empty() {
            return Err(PaperError::Empty);
        }
        if self.texts().any(|text| !fonts.missing(&text.replace('\n', "")).is_empty()) {
            return Err(PaperError::MissingGlyphs { records: Vec::new() });
        }
        Ok(PageSetter::new(fonts).set(self, tr))
    }
}
