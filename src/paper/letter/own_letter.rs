//! The school's own version of a letter, laid over the shipped file.

use serde::{Deserialize, Serialize};

use super::{LetterTemplate, LetterText, marked_text};
use crate::i18n::Language;

/// What a school wants otherwise of a letter.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OwnLetter {
    /// Id of the letter.
    pub letter: String,
    /// 中文
    #[serde(default, skip_serializing_if = "OwnText::is_empty")]
    pub zh: OwnText,
    /// English
    #[serde(default, skip_serializing_if = "OwnText::is_empty")]
    pub en: OwnText,
}

/// What a school wants otherwise of a letter in one language; what is absent stays as shipped.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OwnText {
    /// Title on the sheet, with fields in braces.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// The text, a line for each piece, with marks for their kinds and fields in braces.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// Statements of the slip.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ticks: Option<Vec<String>>,
    /// To whom and by when the slip goes back, with fields in braces.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub give_back: Option<String>,
}

impl OwnText {
    /// Whether nothing is said.
    pub const fn is_empty(&self) -> bool {
        self.title.is_none() && self.text.is_none() && self.ticks.is_none() && self.give_back.is_none()
    }

    fn over(&self, shipped: &LetterText) -> LetterText {
        let mut text = shipped.clone();
        if let Some(title) = &self.title {
            text.title.clone_from(title);
        }
        if let Some(own) = &self.text {
            text.parts = marked_text::read(own);
        }
        if let Some(slip) = &mut text.slip {
            slip.ticks = self.ticks.clone().unwrap_or_else(|| std::mem::take(&mut slip.ticks));
            slip.give_back = self.give_back.clone().unwrap_or_else(|| std::mem::take(&mut slip.give_back));
        }
        text
    }

    fn whole(text: &LetterText) -> Self {
        Self {
            title: Some(text.title.clone()),
            text: Some(marked_text::write(&text.parts)),
            ticks: text.slip.as_ref().map(|slip| slip.ticks.clone()),
            give_back: text.slip.as_ref().map(|slip| slip.give_back.clone()),
        }
    }

    fn beside(&self, shipped: &LetterText) -> Self {
        let was = Self::whole(shipped);
        let now = Self::whole(&self.over(shipped));
        Self {
            title: now.title.filter(|it| was.title.as_ref() != Some(it)),
            text: now.text.filter(|it| was.text.as_ref() != Some(it)),
            ticks: now.ticks.filter(|it| was.ticks.as_ref() != Some(it)),
            give_back: now.give_back.filter(|it| was.give_back.as_ref() != Some(it)),
        }
    }
}

impl OwnLetter {
    /// Nothing otherwise than shipped.
    pub fn of(letter: &str) -> Self {
        Self { letter: letter.to_owned(), ..Self::default() }
    }

    /// Whether nothing is said.
    pub const fn is_empty(&self) -> bool {
        self.zh.is_empty() && self.en.is_empty()
    }

    /// What is said in a language.
    pub const fn text(&self, language: Language) -> &OwnText {
        match language {
            Language::Chinese => &self.zh,
            Language::English => &self.en,
        }
    }

    /// What is said in a language, to be changed.
    pub const fn text_mut(&mut self, language: Language) -> &mut OwnText {
        match language {
            Language::Chinese => &mut self.zh,
            Language::English => &mut self.en,
        }
    }

    /// Everything of a letter as it is with this version: what somebody edits.
    #[must_use]
    pub fn whole(&self, shipped: &LetterTemplate) -> Self {
        let letter = shipped.with_own(self);
        Self { letter: self.letter.clone(), zh: OwnText::whole(&letter.zh), en: OwnText::whole(&letter.en) }
    }

    /// Only what differs from the shipped letter.
    #[must_use]
    pub fn beside(&self, shipped: &LetterTemplate) -> Self {
        Self { letter: self.letter.clone(), zh: self.zh.beside(&shipped.zh), en: self.en.beside(&shipped.en) }
    }
}

impl LetterTemplate {
    /// The letter in the school's own version.
    #[must_use]
    pub fn with_own(&self, own: &OwnLetter) -> Self {
        Self { zh: own.zh.over(&self.zh), en: own.en.over(&self.en), ..self.clone() }
    }
}
