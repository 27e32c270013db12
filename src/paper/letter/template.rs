//! A letter's text: a file of `assets/letters`.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::Field;
use super::field::names;
use crate::i18n::Language;
use crate::paper::{PaperError, Words};

/// The shipped letters, in the order of the list.
const SHIPPED: [(&str, &str); 11] = [
    ("winter", include_str!("../../../assets/letters/winter.toml")),
    ("spring", include_str!("../../../assets/letters/spring.toml")),
    ("summer", include_str!("../../../assets/letters/summer.toml")),
    ("disease", include_str!("../../../assets/letters/disease.toml")),
    ("return", include_str!("../../../assets/letters/return.toml")),
    ("home-14", include_str!("../../../assets/letters/home-14.toml")),
    ("holiday", include_str!("../../../assets/letters/holiday.toml")),
    ("closing", include_str!("../../../assets/letters/closing.toml")),
    ("opening", include_str!("../../../assets/letters/opening.toml")),
    ("consent", include_str!("../../../assets/letters/consent.toml")),
    ("commitment", include_str!("../../../assets/letters/commitment.toml")),
];

/// A letter in both languages.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LetterTemplate {
    /// Stable id: `winter`.
    pub id: String,
    /// Months in which the letter is usually sent, 1 to 12.
    pub months: Vec<u8>,
    /// What must be told before it is printed.
    #[serde(default)]
    pub asks: Vec<Ask>,
    /// Short enough for half a page, which is then usual.
    #[serde(default)]
    pub half: bool,
    /// What a disease looks like, by its id; `other` for all others.
    #[serde(default)]
    pub signs: BTreeMap<String, Words>,
    /// 中文
    pub zh: LetterText,
    /// English
    pub en: LetterText,
}

/// What must be told before a letter is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Ask {
    /// The disease that it is about.
    Disease,
    /// The first day that it is about.
    From,
    /// The last day that it is about.
    To,
}

/// A letter in one language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LetterText {
    /// Name in the list of letters.
    pub name: String,
    /// Title on the sheet.
    pub title: String,
    /// The text.
    pub parts: Vec<Part>,
    /// The slip; none where the whole sheet comes back.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub slip: Option<SlipText>,
}

/// A piece of the text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Part {
    /// What it is.
    pub kind: PartKind,
    /// The words, with fields in braces.
    pub text: String,
}

/// Kinds of pieces.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum PartKind {
    /// Salutation, flush left.
    Greeting,
    /// Paragraph, first line indented.
    Text,
    /// Heading of a section.
    Heading,
    /// One thing of a list.
    Item,
    /// Whom to call: framed, bold.
    Call,
    /// Signature and date, at the right.
    Closing,
    /// A table with a row for each of fourteen days; the text holds the titles of its columns, parted by `|`.
    Days,
    /// Words with a line to sign on.
    Sign,
}

/// Words of the slip.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SlipText {
    /// What stands on the tear line.
    pub tear: String,
    /// Heading.
    pub title: String,
    /// Label before the copy's number.
    pub serial: String,
    /// Label before the child's name.
    pub name: String,
    /// Label before the class.
    pub class: String,
    /// Statements with a box to tick.
    pub ticks: Vec<String>,
    /// Label of the signature.
    pub signature: String,
    /// Label of the date.
    pub date: String,
    /// To whom and by when, with fields in braces.
    pub give_back: String,
}

impl LetterTemplate {
    /// The shipped letters, in the order of the list.
    pub fn all() -> Result<Vec<Self>, PaperError> {
        SHIPPED.iter().map(|(id, text)| Self::parse(id, text)).collect()
    }

    /// The shipped letter of an id.
    pub fn shipped(id: &str) -> Result<Self, PaperError> {
        let (id, text) = SHIPPED
            .iter()
            .find(|(known, _)| *known == id)
            .ok_or_else(|| PaperError::UnknownId { id: id.to_owned() })?;
        Self::parse(id, text)
    }

    /// Reads a letter file and checks that every field exists; `id` names it in errors.
    pub fn parse(id: &str, text: &str) -> Result<Self, PaperError> {
        let template: Self = toml::from_str(text).map_err(|error| PaperError::Template {
            id: id.to_owned(),
            detail: error.message().to_owned(),
        })?;
        for text in [&template.zh, &template.en] {
            let parts = text.parts.iter().map(|part| part.text.as_str());
            let slip = text.slip.as_ref().map(|slip| slip.give_back.as_str());
            for words in parts.chain([text.title.as_str()]).chain(slip) {
                if let Some(field) = names(words).find(|name| Field::from_name(name).is_none()) {
                    return Err(PaperError::UnknownField { id: id.to_owned(), field: field.to_owned() });
                }
            }
        }
        Ok(template)
    }

    /// What a disease looks like, in plain words.
    pub fn signs(&self, disease: &str, language: Language) -> &str {
        self.signs.get(disease).or(self.signs.get("other")).map_or("", |words| words.get(language))
    }

    /// The fields that the letter has values for.
    pub fn fields(&self) -> impl Iterator<Item = Field> {
        Field::all().filter(|field| field.is_told(&self.asks))
    }

    /// Whether slips can come back.
    pub fn has_slip(&self) -> bool {
        self.zh.slip.is_some()
    }

    /// The letter in a language.
    pub fn text(&self, language: Language) -> &LetterText {
        match language {
            Language::Chinese => &self.zh,
            Language::English => &self.en,
        }
    }
}
