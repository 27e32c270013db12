//! Text that a data file carries in both languages.

use serde::{Deserialize, Serialize};

/// A text in Chinese and English.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Bilingual {
    /// Simplified Chinese.
    pub zh: String,
    /// English.
    pub en: String,
}

impl Bilingual {
    /// The text for a language tag: English for `en…`, Chinese for anything else.
    pub fn get(&self, language_tag: &str) -> &str {
        if language_tag.starts_with("en") { &self.en } else { &self.zh }
    }
}
