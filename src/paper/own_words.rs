//! Words of the school's own in place of those of a shipped file.

use serde::{Deserialize, Serialize};

use super::Words;
use crate::i18n::Language;

/// Words of the school's own, in one language or in both; what is absent stays as shipped.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OwnWords {
    /// 中文
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub zh: Option<String>,
    /// English
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub en: Option<String>,
}

impl OwnWords {
    /// Words in both languages.
    pub fn of(words: &Words) -> Self {
        Self { zh: Some(words.zh.clone()), en: Some(words.en.clone()) }
    }

    /// Whether nothing is said.
    pub const fn is_empty(&self) -> bool {
        self.zh.is_none() && self.en.is_none()
    }

    /// What is said in a language.
    pub fn get(&self, language: Language) -> Option<&str> {
        match language {
            Language::Chinese => self.zh.as_deref(),
            Language::English => self.en.as_deref(),
        }
    }

    /// Says something in a language.
    pub fn set(&mut self, language: Language, text: String) {
        match language {
            Language::Chinese => self.zh = Some(text),
            Language::English => self.en = Some(text),
        }
    }

    /// The words with those that are absent as shipped; where nothing is shipped, as in the other language.
    pub fn over(&self, shipped: Option<&Words>) -> Words {
        let word = |own: &Option<String>, shipped: Option<&String>, other: &Option<String>| {
            own.as_ref().or(shipped).or(other.as_ref()).cloned().unwrap_or_default()
        };
        Words {
            zh: word(&self.zh, shipped.map(|words| &words.zh), &self.en),
            en: word(&self.en, shipped.map(|words| &words.en), &self.zh),
        }
    }

    /// Those of the words that differ from the shipped ones.
    pub fn beside(&self, shipped: &Words) -> Self {
        let other = |own: &Option<String>, shipped: &String| own.clone().filter(|own| own != shipped);
        Self { zh: other(&self.zh, &shipped.zh), en: other(&self.en, &shipped.en) }
    }
}
